/** Results that are asked for again and again, and kept by what they were made of. */

export interface Store<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** The value kept under a key; made and kept when it is asked for first. */
export function kept<Key, Value>(store: Store<Key, Value>, key: Key, make: () => Value): Value {
  let value = store.get(key);
  if (value === undefined) {
    value = make();
    store.set(key, value);
  }
  return value;
}

/** A store that forgets what has not been asked for in a while, so that a long run needs no more memory than a short one. */
export function recent<Value>(size: number): Store<string, Value> {
  let young = new Map<string, Value>();
  let old = young;
  const set = (key: string, value: Value) => {
    if (young.size >= size) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
  };
  return {
    get(key) {
      const value = young.get(key);
      if (value !== undefined) return value;
      const older = old.get(key);
      if (older !== undefined) set(key, older);
      return older;
    },
    set,
  };
}
