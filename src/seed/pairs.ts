/** Pairs of numbers that were seen, in room that does not grow. */
export interface SeenPairs {
  /**
   * Notes a pair.
   * @returns whether it is new. A new one is now and then taken for an old one, never an old one for a new one.
   */
  add(first: number, second: number): boolean;
}

/** Bits a pair: one of some three hundred new pairs is taken for an old one. */
const bitsEach = 12;
const places = 6;
const mostBits = 2 ** 29;

const mixed = (first: number, second: number, salt: number): number => {
  let state = Math.imul(first ^ salt, 0x9e3779b1);
  state = Math.imul(state ^ (state >>> 15) ^ second, 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
};

/**
 * A Bloom filter, of 64 MB at the most.
 * @param expected how many pairs there will be.
 */
export const createSeenPairs = (expected: number): SeenPairs => {
  const wanted = Math.max(1_024, expected * bitsEach);
  const size = Math.min(mostBits, 2 ** Math.ceil(Math.log2(wanted)));
  const bits = new Uint8Array(size / 8);
  return {
    add: (first, second) => {
      const start = mixed(first, second, 0x6d617271);
      const step = mixed(second, first, 0x75656521) | 1;
      let isNew = false;
      for (let place = 0; place < places; place += 1) {
        const at = ((start + Math.imul(place, step)) >>> 0) % size;
        const mask = 1 << (at & 7);
        const byte = bits[at >>> 3] ?? 0;
        if ((byte & mask) === 0) {
          isNew = true;
          bits[at >>> 3] = byte | mask;
        }
      }
      return isNew;
    },
  };
};
