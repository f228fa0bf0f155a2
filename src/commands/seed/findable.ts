import type { Connection } from 'mongoose';
import { createBaseStore } from '../../counters/base-store.ts';
import { countedKinds } from '../../counting.ts';
import { createSearching, type SearchingParts } from '../../searching.ts';
import type { Logger } from '../../shared/logger.ts';
import { createTransactions } from '../../shared/transactions.ts';

export interface FindableParts extends Pick<SearchingParts, 'models' | 'background'> {
  /** Of the models. */
  readonly followed: Connection;
  /** Of those of the background. */
  readonly counted: Connection;
  readonly write: <T>(run: () => Promise<T>) => Promise<T>;
  readonly signal: AbortSignal;
  readonly log: Logger;
}

/** Lets films, channels and videos be found by what they are called, the most viewed first. */
export const makeFindable = async (parts: FindableParts): Promise<void> => {
  const { models, background, followed, counted, write, signal, log } = parts;
  const base = createBaseStore({ connection: counted, kinds: countedKinds, log });
  const countOf =
    (kind: string, counter: string) =>
    async (ids: readonly string[]): Promise<number[]> => {
      const found = await base.read(ids.map((id) => `${kind}:${id}`));
      return ids.map((id) => found.get(`${kind}:${id}`)?.counts[counter] ?? 0);
    };
  const { indexing } = createSearching({
    models,
    background,
    counted: { views: countOf('video', 'views'), subscribers: countOf('channel', 'subscribers') },
    inTransaction: createTransactions(followed),
  });
  await indexing.build(['Channel', 'Movie', 'Video'], write, signal);
};
