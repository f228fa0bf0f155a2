import type { Ratios } from '../figures/ratios.ts';
import type { Report } from '../run.ts';

/** What a program reads: a ratio that was not measured is null. */
export interface JsonReport {
  readonly ratios: { readonly [Name in keyof Ratios]: number | null };
  readonly details: Omit<Report, 'ratios'>;
}

export const jsonOf = ({ ratios, ...details }: Report): JsonReport => ({
  ratios: Object.fromEntries(
    Object.entries(ratios).map(([name, value]) => [
      name,
      value === undefined || !Number.isFinite(value) ? null : Number(value.toPrecision(5)),
    ]),
  ) as JsonReport['ratios'],
  details,
});
