/** Chance that a seed repeats: equal seeds and names give equal draws, whatever else is drawn meanwhile. */
export type Random = {
  /** From 0 up to 1. */
  next: () => number;
  chance: (probability: number) => boolean;
  between: (least: number, most: number) => number;
  pick: <T>(from: readonly T[]) => T;
  /** One of the keys, each as likely as its weight. */
  weigh: <K extends string>(weights: Record<K, number>) => K;
  fork: (name: string | number) => Random;
};

export function seededRandom(seed: string): Random {
  let state = hashOf(seed);
  const next = () => {
    state = (state + 0x6d_2b_79_f5) | 0; // mulberry32
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (from) => {
      const picked = from[between(0, from.length - 1)];
      if (picked === undefined) throw new RangeError("There is nothing to pick from.");
      return picked;
    },
    weigh: (weights) => {
      const entries = Object.entries<number>(weights) as [keyof typeof weights, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => (left -= weight) < 0) ?? entries[0];
      if (!found) throw new RangeError("There is nothing to weigh.");
      return found[0];
    },
    fork: (name) => seededRandom(`${seed}/${name}`),
  };
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01_00_01_93);
  return hash | 0;
}
