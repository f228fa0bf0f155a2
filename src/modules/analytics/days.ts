/** A day of UTC, as `YYYY-MM-DD`: texts, so that they are in order as texts are. */
export type Day = string;

/** A month of UTC, as `YYYY-MM`. */
export type Month = string;

/** Milliseconds. */
const dayMs = 86_400_000;

/** @param ms since 1970. */
export const dayOf = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** When it begins, in milliseconds since 1970. */
export const startOf = (day: Day): number => Date.parse(`${day}T00:00:00.000Z`);

export const shifted = (day: Day, byDays: number): Day => dayOf(startOf(day) + byDays * dayMs);

/** How many there are from one to another, both included; 0 or less where `to` comes first. */
export const countOfDays = (from: Day, to: Day): number => (startOf(to) - startOf(from)) / dayMs + 1;

/** From one to another, both included; none where `to` comes first. */
export const daysFrom = (from: Day, to: Day): readonly Day[] =>
  Array.from({ length: Math.max(0, countOfDays(from, to)) }, (_, place) => shifted(from, place));

export const monthOf = (day: Day): Month => day.slice(0, 7);

export const firstDayOf = (month: Month): Day => `${month}-01`;

/** How many months lie between the beginnings of two. */
const monthsBetween = (from: Month, to: Month): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5));

const shiftedMonth = (month: Month, by: number): Month =>
  dayOf(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + by, 1)).slice(0, 7);

/** The last months up to one, which is included, the earliest first. */
export const monthsUpTo = (month: Month, count: number): readonly Month[] =>
  Array.from({ length: count }, (_, place) => shiftedMonth(month, place - count + 1));

/** From one to another, both included. */
export const monthsFrom = (from: Month, to: Month): readonly Month[] =>
  monthsUpTo(to, Math.max(0, monthsBetween(from, to) + 1));
