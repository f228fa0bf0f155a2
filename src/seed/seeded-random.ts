/** Chances that a seed decides, so that a run can be asked for again. */
export interface SeededRandom {
  /** From 0, below 1. */
  next(): number;
  /** A whole number from 0, below `count`. */
  below(count: number): number;
  /** Whether something happens that happens in this share of cases. */
  happens(share: number): boolean;
  /** By the normal distribution of mean 0 and deviation 1. */
  normal(): number;
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
    // Box and Muller's; 1 - next() is never 0.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
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

const mix = (state: number, value: number): number => {
  let mixed = Math.imul(state ^ value, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};

/**
 * A source that belongs to something by its name, so that what it draws depends on nothing else: not on what was drawn
 * before, nor on how much of everything there is.
 */
export const randomOf = (seed: number, ...name: readonly (string | number)[]): SeededRandom => {
  let state = mix(0x6d617271, seed >>> 0);
  for (const part of name) {
    if (typeof part === 'number') state = mix(state, part >>> 0);
    else for (let at = 0; at < part.length; at += 1) state = mix(state, part.charCodeAt(at));
    state = mix(state, 0xff51afd7);
  }
  return createSeededRandom(state);
};

/** Draws places from 0, below the number of the weights: each as often as its weight says. */
export type DrawPlace = (random: SeededRandom) => number;

/** @throws RangeError without weights. */
export const createDraw = (weights: ArrayLike<number>): DrawPlace => {
  const count = weights.length;
  if (count === 0) throw new RangeError('expected a weight, but got none');
  const upTo = new Float64Array(count);
  let sum = 0;
  for (let place = 0; place < count; place += 1) {
    sum += weights[place] ?? 0;
    upTo[place] = sum;
  }
  return (random) => {
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

/** The weights of Zipf's law: the place n as often as 1/(n+1), as popular things are asked for. */
export const zipfWeights = (count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, place) => 1 / (place + 1));

/** Draws places from 0, below `count`, by Zipf's law. */
export const createZipf = (count: number, random: SeededRandom): (() => number) => {
  const draw = createDraw(zipfWeights(count));
  return () => draw(random);
};
