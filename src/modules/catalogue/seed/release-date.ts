import type { Repair } from './cleaning-report.ts';

/** The last year in which the bundled films were released or announced. A later one is a century late. */
export const lastYear = 2011;

/** The first public screenings of films. */
const firstYear = 1895;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * What the zero of the Unix clock is called west of Greenwich: an empty date. Of the eight films that have it, none
 * opened that day: seven are of this century or never opened, and "The Molly Maguires" is of 1970.
 */
const emptyDate = 'Dec 31 1969';

/**
 * Reads a date such as `Jun 12 1998`, and moves it back by a century if it is later than the data.
 *
 * @param onRepair called for the repair made, if any
 * @returns midnight UTC of that day, or `null` when there is none to be had
 */
export function readReleaseDate(raw: unknown, onRepair: (kind: Repair) => void): Date | null {
  if (raw === null || raw === undefined) {
    return null;
  }
  if (raw === emptyDate) {
    onRepair('emptyDates');
    return null;
  }
  const [, monthName = '', day = '', writtenYear = ''] =
    (typeof raw === 'string' && /^([A-Z][a-z]{2}) (\d{2}) (\d{4})$/u.exec(raw)) || [];
  const isLate = Number(writtenYear) > lastYear;
  const year = Number(writtenYear) - (isLate ? 100 : 0);
  const month = months.indexOf(monthName);
  const date = new Date(Date.UTC(year, month, Number(day)));
  // Date.UTC turns the 30th of February into the 1st of March.
  const isReal = date.getUTCMonth() === month && date.getUTCDate() === Number(day);
  if (!isReal || year < firstYear || year > lastYear) {
    onRepair('unreadableDates');
    return null;
  }
  if (isLate) {
    onRepair('wrongCenturies');
  }
  return date;
}
