import { createBoundedCache, createWeighedCache } from '../../shared/bounded-cache.ts';

/**
 * Which question requests ask that were seen before, by all of them that decides it. A look costs less than half of what one into
 * a Map by text costs, which makes the hash of a new string for every request (`node bench/question-cost.ts`).
 */
export interface KnownQuestions {
  /** @param asked the address of a GET, the body of a POST. */
  find(asked: string | Buffer): string | undefined;
  remember(asked: string | Buffer, question: string): void;
}

interface Known<Asked> {
  readonly asked: Asked;
  readonly question: string;
}

/** What keeping a request takes beside its bytes. */
const entryBytes = 200;

/** To what V8 keeps without a box. */
const small = (hash: number): number => (hash ^ (hash >>> 15)) & 0x3fffffff;

/** High bits come down, since a product never brings them there: else bodies that differ only in them are alike. */
const mix = (hash: number, word: number, odd: number): number => {
  const product = Math.imul(hash ^ word, odd);
  return product ^ (product >>> 15);
};

/** A number for all bytes of a body. Four words at a time, on four lanes that do not wait for each other. */
export const hashOfBody = (bytes: Uint8Array): number => {
  const { byteLength } = bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, byteLength);
  let one = byteLength;
  let two = 1;
  let three = 2;
  let four = 3;
  let at = 0;
  for (; at + 16 <= byteLength; at += 16) {
    one = mix(one, view.getInt32(at, true), 0x85ebca6b);
    two = mix(two, view.getInt32(at + 4, true), 0xc2b2ae35);
    three = mix(three, view.getInt32(at + 8, true), 0x27d4eb2f);
    four = mix(four, view.getInt32(at + 12, true), 0x165667b1);
  }
  for (; at < byteLength; at += 1) one = mix(one, view.getUint8(at), 0x01000193);
  return small(mix(mix(one, two, 0x85ebca6b), mix(three, four, 0xc2b2ae35), 0x27d4eb2f));
};

/** Characters at the end of an address, where variables are, and of the rest of it. */
const lastLooked = 48;
const othersLooked = 32;

/** A number for some characters of an address: looking at each of them would cost as much as a string's own hash. */
export const hashOfAddress = (address: string): number => {
  const { length } = address;
  const end = Math.max(0, length - lastLooked);
  const step = Math.ceil(end / othersLooked) || 1;
  let hash = length;
  for (let at = 0; at < end; at += step) hash = Math.imul(hash ^ address.charCodeAt(at), 0x01000193);
  for (let at = end; at < length; at += 1) hash = Math.imul(hash ^ address.charCodeAt(at), 0x01000193);
  return small(hash);
};

/** @param maxSize characters of addresses, and bytes of bodies, that are remembered, each. */
export const createKnownQuestions = (maxSize: number): KnownQuestions => {
  const bodies = createWeighedCache<number, Known<Uint8Array>>(
    maxSize,
    (_hash, { asked }) => asked.byteLength + entryBytes,
  );
  const addresses = createWeighedCache<number, Known<string>>(
    maxSize,
    (_hash, { asked }) => asked.length + entryBytes,
  );
  /** Those that another one of the same few characters drove out. */
  const allAddresses = createBoundedCache<string>(maxSize);
  return {
    find(asked) {
      if (typeof asked !== 'string') {
        const known = bodies.get(hashOfBody(asked));
        return known && asked.equals(known.asked) ? known.question : undefined;
      }
      const known = addresses.get(hashOfAddress(asked));
      return known?.asked === asked ? known.question : allAddresses.get(asked);
    },
    remember(asked, question) {
      if (typeof asked === 'string') {
        addresses.set(hashOfAddress(asked), { asked, question });
        allAddresses.set(asked, question);
      } else {
        // A copy: the body is a part of what the socket read.
        bodies.set(hashOfBody(asked), { asked: new Uint8Array(asked), question });
      }
    },
  };
};
