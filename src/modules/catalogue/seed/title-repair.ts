import { tidyText } from '../services/film-identity.ts';
import type { Repair } from './cleaning-report.ts';

/**
 * Signs that a title was written in windows-1252 and read as Mac OS Roman ("LÈon" for "Léon", "2Ω" for "2½"). All are
 * chosen so that a title spelled rightly does not match: decoding it would garble it.
 */
const garbledSigns = [
  /[a-z][À-Þ]|\p{L}[À-Þ][a-z]/u, // an accented capital inside a word of small letters
  /[a-z][‡·‚„‰ˆ˜¯˘˙˚¸˝˛ˇ]|[‡·‚„‰ˆ˜¯˘˙˚¸˝˛ˇ][a-z]/u, // a symbol in the place of a letter
  /\dΩ/u, // a fraction
  / Ö /u, // three dots
];

const windowsByMacCharacter = new Map(
  Array.from({ length: 128 }, (_, index) => {
    const byte = Uint8Array.of(128 + index);
    return [new TextDecoder('macintosh').decode(byte), new TextDecoder('windows-1252').decode(byte)] as const;
  }),
);

/**
 * Mends a title: character set, white space, an article at the end ("Barbarians, The"), the release year in
 * parentheses ("King Kong (1933)"). A mended title passes unchanged.
 *
 * @param releaseYear the only year that is taken off, or `null`
 * @param onRepair called once for each kind of repair made
 * @returns the title; empty when there was nothing but white space
 */
export function repairTitle(
  raw: string,
  releaseYear: number | null,
  onRepair: (kind: Repair) => void = () => {},
): string {
  const decoded = garbledSigns.some((sign) => sign.test(raw))
    ? raw.replaceAll(/[^\0-\x7f]/gu, (character) => windowsByMacCharacter.get(character) ?? character)
    : raw;
  if (decoded !== raw) {
    onRepair('garbledTitles');
  }
  const tidied = tidyText(decoded);
  if (tidied !== decoded) {
    onRepair('spacesInTitles');
  }
  const turned = tidied.replace(/^(.+), (The|An|A|Les|Le|La)$/u, '$2 $1');
  if (turned !== tidied) {
    onRepair('trailingArticles');
  }
  const suffix = ` (${releaseYear})`;
  if (releaseYear === null || !turned.endsWith(suffix)) {
    return turned;
  }
  onRepair('yearsInTitles');
  return turned.slice(0, -suffix.length);
}
