/** Map.groupBy, which Node 20 does not have: groups in the order of their first member. */
export function groupBy<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Only the groups of two or more, in the order of their first member: in a long list most items are alone. */
export function groupRepeated<K, T>(items: readonly T[], keyOf: (item: T, index: number) => K): readonly T[][] {
  const firsts = new Map<K, T>();
  const others = new Map<K, T[]>();
  items.forEach((item, index) => {
    const key = keyOf(item, index);
    const group = others.get(key);
    if (group) group.push(item);
    else if (firsts.has(key)) others.set(key, [item]);
    else firsts.set(key, item);
  });
  const repeated = [...firsts.keys()].filter((key) => others.has(key));
  return repeated.map((key) => [firsts.get(key) as T, ...(others.get(key) ?? [])]);
}
