/**
 * How texts become words, for what is found and for what is asked: lower case, without the marks of Latin letters, cut at
 * whatever is no letter and no digit. No word is left out and none is changed to its stem: titles are in many languages, and
 * "It" and "Up" are titles.
 */

/** Letters that Unicode does not decompose into a letter of ASCII and a mark. */
const plainSpellings: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** The marks of other scripts carry vowels, so they stay. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/gu, '')
    .normalize('NFC')
    .replaceAll(/[ßæœøłđðþı]/gu, (letter) => plainSpellings[letter] ?? letter);

const maxWordLength = 40;

/** Scripts that put no space between words: each two letters that stand together are a word. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

const partsOf = (chunk: string): readonly string[] => chunk.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

const wordsOfPart = (part: string): readonly string[] => {
  const letters = Array.from(part);
  if (!unspaced.test(part)) return [letters.slice(0, maxWordLength).join('')];
  if (letters.length === 1) return letters;
  return letters.slice(0, -1).map((letter, at) => `${letter}${letters[at + 1] ?? ''}`);
};

/** In their order, with repeats. */
export const wordsOf = (text: string): string[] => partsOf(fold(text)).flatMap(wordsOfPart);

/** Parts of `M*A*S*H`, `don't` and `spider-man` that are written together as often. */
const maxJoined = 5;

/** As {@link wordsOf}, and after the parts of what signs hold together, all of it in one: `spider`, `man`, `spiderman`. */
export const wordsToFind = (text: string): string[] =>
  fold(text)
    .split(/\s+/u)
    .flatMap((chunk) => {
      const parts = partsOf(chunk);
      const isJoined = parts.length > 1 && parts.length <= maxJoined && !unspaced.test(chunk);
      return [...parts.flatMap(wordsOfPart), ...(isJoined ? wordsOfPart(parts.join('')) : [])];
    });

/** Words of a title that tell whether it is another one. */
const maxKeyWords = 12;

/** The same for titles that are the same to a reader. */
export const keyOf = (words: readonly string[]): string => words.slice(0, maxKeyWords).join(' ');

/** What a query asks for. */
export interface Asked {
  /** Each once; only so many count. */
  readonly words: readonly string[];
  /** See {@link keyOf}. */
  readonly key: string;
}

export const askedBy = (query: string): Asked => {
  const words = wordsOf(query);
  return { words: [...new Set(words)].slice(0, maxKeyWords), key: keyOf(words) };
};

/** How many letters, spaces too, are looked up; what was typed beyond is compared. */
const headLengths = [1, 2, 3, 5, 8] as const;

const headsOf = (start: string): string[] => {
  const letters = Array.from(start);
  return headLengths.filter((length) => length <= letters.length).map((n) => letters.slice(0, n).join(''));
};

/** What is typed is compared up to here, in UTF-16 units. */
const maxStartLength = 60;
const maxStarts = 6;

/** By what beginnings a text is found while it is typed: from each of its first words on. */
export interface Beginnings {
  readonly heads: string[];
  readonly starts: string[];
}

export const beginningsOf = (texts: readonly (readonly string[])[]): Beginnings => {
  const starts = texts
    .flatMap((words) => words.map((_word, at) => words.slice(at).join(' ').slice(0, maxStartLength)))
    .slice(0, maxStarts);
  const heads = starts.flatMap(headsOf);
  return { heads: [...new Set(heads)], starts: [...new Set(starts)] };
};

/** What was typed so far, to be looked up; `undefined` without a letter. */
export interface Typed {
  readonly head: string;
  /** What a start begins with; `undefined` where the head says it all. */
  readonly start: string | undefined;
}

export const typedIn = (prefix: string): Typed | undefined => {
  const start = wordsOf(prefix).join(' ').slice(0, maxStartLength);
  const head = headsOf(start).at(-1);
  return head === undefined ? undefined : { head, start: start === head ? undefined : start };
};
