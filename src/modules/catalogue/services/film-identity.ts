import { createHash } from 'node:crypto';

/** Letters that Unicode does not decompose into an ASCII letter and a mark. `¢` as in the title "Ri¢hie Ri¢h". */
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
  '¢': 'c',
};

/** The text in Unicode's composed form, trimmed, with every run of white space made one space. May be empty. */
export function tidyText(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}

/**
 * The id of a film: the first twelve hex digits (lower case) of SHA-256 over its tidied title and the day of its
 * release. A film keeps its id when anything else about it changes; two films of one title and one day share it.
 *
 * @param releaseDate any time on the day in UTC, or `null` when it is not known
 * @throws RangeError when the date is invalid
 */
export function movieIdOf(title: string, releaseDate: Date | null): string {
  const day = releaseDate === null ? '' : releaseDate.toISOString().slice(0, 10);
  return shortHash(`${tidyText(title)}\n${day}`, 12);
}

/**
 * A readable id: lower-case ASCII letters, digits and single hyphens, never empty. `Thriller/Suspense` gives
 * `thriller-suspense`, `Alfonso Cuarón` gives `alfonso-cuaron`. Names that differ only in case, marks and
 * punctuation share a slug. A name with letters outside the Latin script ends in eight hex digits of its hash,
 * so that two such names do not meet in what is left of them.
 */
export function slugOf(name: string): string {
  const folded = foldLetters(tidyText(name)).replaceAll(/['‘’]/gu, '');
  const slug = folded.replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-|-$/gu, '');
  const isWhole = slug !== '' && !/[\p{L}\p{N}]/u.test(folded.replaceAll(/[a-z0-9]/gu, ''));
  return isWhole ? slug : [slug, shortHash(folded, 8)].filter((part) => part !== '').join('-');
}

/**
 * What titles are sorted by: lower case, without diacritics, punctuation or a leading English article; words are
 * separated by one space. `The Apartment` gives `apartment`, `M*A*S*H` gives `mash`. A title of nothing but
 * punctuation is its own key, so only an empty title has an empty key.
 */
export function titleKeyOf(title: string): string {
  const key = nameKeyOf(title.replaceAll(/(?<=\d),(?=\d)/gu, ''));
  return key.replace(/^(?:the|an|a) (?=.)/u, '');
}

/**
 * What people are sorted by: lower case, without diacritics and punctuation, words separated by one space, first
 * name first. A name of nothing but punctuation is its own key.
 */
export function nameKeyOf(name: string): string {
  const tidied = tidyText(name);
  const key = foldLetters(tidied)
    .replaceAll(/['‘’.*]/gu, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return key === '' ? tidied.toLowerCase() : key;
}

/** Only Latin diacritics go: the marks of other scripts carry vowels. */
function foldLetters(text: string): string {
  return text
    .replaceAll(/\p{No}/gu, ' $& ') // else "2½" would read "21/2", and "Alien³" sort apart from "Alien 3"
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[ßæœøłđðþı¢]/gu, (letter) => plainSpellings[letter] ?? letter);
}

function shortHash(text: string, digits: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits);
}
