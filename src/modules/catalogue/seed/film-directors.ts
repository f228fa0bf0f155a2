import { tidyText } from '../services/film-identity.ts';
import type { Repair } from './cleaning-report.ts';

/** What separates names; the comma of "Robert Downey, Jr." does not. */
const separator = /\s*,(?!\s*(?:jr|sr|ii|iii|iv)\b)\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+|\s*[;/]\s*/iu;

/**
 * Names of a film's directors, in order of credit, without repeats.
 *
 * @param onRepair called once for each kind of repair made
 */
export function directorNamesOf(credit: string | null, onRepair: (kind: Repair) => void): string[] {
  if (credit === null) {
    return [];
  }
  const unquoted = credit.replaceAll('""', '"');
  if (unquoted !== credit) {
    onRepair('quotedNames');
  }
  const names = [...new Set(unquoted.split(separator).map(tidyText))].filter((name) => name !== '');
  if (names.length > 1) {
    onRepair('sharedCredits');
  }
  return names;
}
