import { hash } from 'node:crypto';
import type { Result } from '../../../shared/faults.ts';
import { ok } from '../../../shared/faults.ts';
import type { EntryStore } from '../stores/entry.store.ts';
import type { PhraseReader, PhraseWriter } from '../stores/phrase.store.ts';
import { phraseOf } from './phrases.ts';
import { askedWith } from './search.service.ts';
import { askedBy } from './words.ts';

export interface PopularSearches {
  /** At most {@link popularCount}, the most popular first; each finds something that is for everybody. */
  list(): Promise<readonly string[]>;
  /**
   * Counts that somebody searched for something.
   * @param by who, such as a viewer's id or a network.
   * @returns whether it counts: not when they did so within {@link repeatWindowMs}, when nothing is found, or what they searched for is not to
   * be shown to others. BAD_USER_INPUT as for a search.
   */
  record(query: string, by: string): Promise<Result<boolean>>;
}

const popularCount = 10;
/** What finds nothing any more is left out, so more are read than are shown. */
const readAtOnce = 40;

/** Milliseconds within which the same search counts once for each who makes it. */
export const repeatWindowMs = 86_400_000;

/** It is there to tell repeats, and to count people up to a few: not to tell who it was. */
const hashOf = (purpose: string, text: string, by: string): string =>
  hash('sha256', JSON.stringify([purpose, text, by]), 'base64url').slice(0, 22);

export const createPopularSearches = (
  entries: Pick<EntryStore, 'exists'>,
  reader: PhraseReader,
  writer: PhraseWriter,
): PopularSearches => ({
  list: async () => {
    const phrases = await reader.popular(readAtOnce);
    const shown: string[] = [];
    for (let at = 0; at < phrases.length && shown.length < popularCount; at += popularCount) {
      const some = phrases.slice(at, at + popularCount);
      const finds = await Promise.all(some.map((phrase) => entries.exists(askedBy(phrase))));
      shown.push(...some.filter((_phrase, index) => finds[index] === true));
    }
    return shown.slice(0, popularCount);
  },
  record: async (query, by) => {
    const asked = askedWith('query', query);
    if (!asked.ok) return asked;
    const phrase = phraseOf(query);
    // What finds nothing that is public may be something private, and is no help to others.
    if (!phrase || !(await entries.exists(phrase.asked))) return ok(false);
    const { text } = phrase;
    if (!(await writer.mark(hashOf('repeat', text, by), repeatWindowMs))) return ok(false);
    await writer.count(phrase, hashOf('person', text, by));
    return ok(true);
  },
});
