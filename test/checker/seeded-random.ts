/** Chances that a seed decides, so that a run can be asked for again. What the network does stays its own. */
export interface SeededRandom {
  /** From 0, below 1. */
  next(): number;
  /** A whole number from 0, below `count`. */
  below(count: number): number;
  /** Whether something happens that happens in this share of cases. */
  happens(share: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  /** One of the names, each as often as its weight says. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name;
  shuffled<Value>(values: readonly Value[]): Value[];
  /** A source of its own, so that what one part draws does not depend on how often another does. */
  fork(): SeededRandom;
}

/** mulberry32, by Tommy Ettinger (public domain): short, fast and even enough for choices. */
export const createSeededRandom = (seed: number): SeededRandom => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    next,
    below,
    happens: (share) => next() < share,
    pick: <Value>(values: readonly Value[]): Value => {
      if (values.length === 0) throw new RangeError('expected something to pick from, but got nothing');
      return values[below(values.length)] as Value;
    },
    weighted: <Name extends string>(weights: Readonly<Record<Name, number>>): Name => {
      const entries = Object.entries<number>(weights) as [Name, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        left -= weight;
        if (left < 0) return name;
      }
      throw new RangeError('expected a weight above 0');
    },
    shuffled: (values) => {
      const left = [...values];
      return values.map(() => left.splice(below(left.length), 1)[0] as (typeof left)[number]);
    },
    fork: () => createSeededRandom(Math.floor(next() * 2 ** 32)),
  };
};

/** Draws places from 0, below `count`: the place n as often as 1/(n+1), as popular things are asked for. */
export const createZipf = (count: number, random: SeededRandom): (() => number) => {
  const upTo: number[] = [];
  let sum = 0;
  for (let place = 0; place < count; place += 1) {
    sum += 1 / (place + 1);
    upTo.push(sum);
  }
  return () => {
    const drawn = random.next() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? sum) > drawn) high = middle;
      else low = middle + 1;
    }
    return low;
  };
};
