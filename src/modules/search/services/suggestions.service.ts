import { fail, ok, type Result } from '../../../shared/faults.ts';
import type { FindableKind } from '../../../shared/findable.ts';
import type { EntryStore } from '../stores/entry.store.ts';
import type { PhraseReader } from '../stores/phrase.store.ts';
import { askedBy, typedIn, wordsOf } from './words.ts';

export interface Suggestion {
  readonly text: string;
  /** What is called so; `null` for a popular search. */
  readonly kind: FindableKind | null;
}

export interface Suggestions {
  /**
   * At most `first`, without repeats: popular searches, then titles and names, each the best first.
   * @returns BAD_USER_INPUT for too long a beginning, or a number that is not from 1 to {@link maxSuggestions}.
   */
  suggest(typed: string, first: number): Promise<Result<readonly Suggestion[]>>;
}

export const maxSuggestions = 10;
const maxTypedLength = 100;
const popularAtMost = 3;
/** Several things may be called the same. */
const titlesRead = 30;

export const createSuggestions = (
  entries: Pick<EntryStore, 'beginning' | 'exists'>,
  phrases: Pick<PhraseReader, 'beginning'>,
): Suggestions => ({
  suggest: async (prefix, first) => {
    if (prefix.length > maxTypedLength) {
      const message = `prefix: expected at most ${maxTypedLength} characters, but got ${prefix.length}.`;
      return fail('BAD_USER_INPUT', message);
    }
    if (first < 1 || first > maxSuggestions) {
      const message = `first: expected a number from 1 to ${maxSuggestions}, but got ${first}.`;
      return fail('BAD_USER_INPUT', message);
    }
    const typed = typedIn(prefix);
    if (!typed) return ok([]);
    const [titles, popular] = await Promise.all([
      entries.beginning(typed, titlesRead),
      phrases.beginning(typed, popularAtMost),
    ]);
    const finds = await Promise.all(popular.map((phrase) => entries.exists(askedBy(phrase))));
    const all: Suggestion[] = [
      ...popular.filter((_phrase, at) => finds[at] === true).map((text) => ({ text, kind: null })),
      ...titles.map(({ title, kind }) => ({ text: title, kind })),
    ];
    const distinct = new Map<string, Suggestion>();
    for (const suggestion of all) {
      const key = wordsOf(suggestion.text).join(' ');
      // Of what reads the same, a title says how it is spelt, and what it is.
      if (distinct.get(key)?.kind === null || !distinct.has(key)) distinct.set(key, suggestion);
    }
    return ok([...distinct.values()].slice(0, first));
  },
});
