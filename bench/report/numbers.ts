import type { Spread } from '../figures/statistics.ts';

/** Three digits that matter, or a whole number, with commas. */
export const shown = (value: number | undefined): string => {
  if (value === undefined || !Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size >= 100 || Number.isInteger(value)) return Math.round(value).toLocaleString('en');
  return value.toFixed(size >= 10 ? 1 : 2);
};

/** `26,000 (25,100 … 26,800)` */
export const shownSpread = (spread: Spread | undefined): string =>
  spread ? `${shown(spread.median)} (${shown(spread.min)} … ${shown(spread.max)})` : '–';

export const shownShare = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
