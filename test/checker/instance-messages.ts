import type { CountsApartNews } from './counts-apart.ts';

/** What an instance is told, as JSON in its first argument. */
export interface InstanceOptions {
  readonly name: string;
  readonly engine: string;
  readonly mongodbUri: string;
  readonly redisUrl: string;
  readonly dataDir: string;
}

/** In megabytes, right after all garbage was collected. */
export interface Memory {
  readonly rssMb: number;
  /** What lives in it. */
  readonly heapMb: number;
  /** Outside the heap: buffers, for the most part. */
  readonly externalMb: number;
}

/** What an instance is asked: to collect its garbage, and to tell what is left. */
export const collectGarbage = 'collect garbage';

export interface Listening {
  readonly port: number;
  /** As it calls itself in Mongo; `undefined` without the cache of Marquee. */
  readonly id: string | undefined;
}

/** What an instance tells: once that it listens, then what it is asked. */
export type InstanceMessage =
  | Listening
  | { readonly memory: Memory }
  /** Whether what it counts reaches the others. */
  | { readonly countsApart: CountsApartNews };
