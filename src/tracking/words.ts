/** More words than this are not told apart: each is a tag. */
const MAX_WORDS = 30;

/** Longer words have the same first characters only. */
const MAX_CHARACTERS = 40;

/**
 * The words of a text, as an index without a language (`default_language: 'none'`) tells them apart, or finer: what has a
 * word in common for Mongo has one in common here. Its folding of other letters than those of ASCII is not repeated here.
 *
 * @returns `undefined` where there are such letters, or too many words.
 */
const wordsOfText = (text: string): readonly string[] | undefined => {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  // Lower case turns some letters into those of ASCII, which Mongo may fold otherwise.
  return /[^\0-\x7f]/.test(text.match(/[\p{L}\p{M}\p{N}]/gu)?.join('') ?? '')
    ? undefined
    : words.map((word) => word.slice(0, MAX_CHARACTERS));
};

/**
 * The words of what is stored at the paths of a text index.
 * @param values texts, lists of them, or nothing.
 * @returns `undefined` where they cannot be told.
 */
export const wordsOf = (values: readonly unknown[]): readonly string[] | undefined => {
  const words = new Set<string>();
  for (const value of values.flat()) {
    if (value === undefined || value === null) continue;
    const found = typeof value === 'string' ? wordsOfText(value) : undefined;
    if (found === undefined) return undefined;
    for (const word of found) words.add(word);
  }
  return words.size > MAX_WORDS ? undefined : [...words];
};
