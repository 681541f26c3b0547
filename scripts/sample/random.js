/** A small seeded source of chance (mulberry32): the same seed gives the same sample, on every machine. */

/**
 * @param {number} seed
 * @returns source with `int(low, high)` (both inclusive), `chance(share)`, `pick(list)`, `weighted([[item, weight], …])`, `shuffle(list)` (a copy)
 */
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (low, high) => low + Math.floor(next() * (high - low + 1));
  const pick = (list) => list[int(0, list.length - 1)];
  const weighted = (pairs) => {
    let rest = next() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of pairs) {
      rest -= weight;
      if (rest < 0) return item;
    }
    return pairs[pairs.length - 1][0];
  };
  const shuffle = (list) => {
    const copy = [...list];
    for (let index = copy.length - 1; index > 0; index--) {
      const other = int(0, index);
      [copy[index], copy[other]] = [copy[other], copy[index]];
    }
    return copy;
  };
  return { int, pick, weighted, shuffle, chance: (share) => next() < share };
}
