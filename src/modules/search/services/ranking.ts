import type { FindableKind } from '../../../shared/findable.ts';

/** Who subscribes or enrols has done more than who looks once. */
const weights: Readonly<Record<FindableKind, number>> = { Channel: 10, Course: 10, Movie: 1, Video: 1 };

const dayMs = 86_400_000;
const freshHalfLifeDays = 30;
/** What being new is worth: as much as a hundred times the audience. */
const freshWeight = 2;

/**
 * How far up a thing stands among those that match alike: each tenfold audience is one more, and being new up to two more,
 * half of it after 30 days.
 * @param audience views, votes, subscribers or enrolments.
 */
export const rankOf = (
  thing: { readonly kind: FindableKind; readonly publishedAt: Date | null },
  audience: number,
  now: Date,
): number => {
  const reach = Math.log10(1 + Math.max(0, audience) * weights[thing.kind]);
  const ageMs = thing.publishedAt === null ? Infinity : now.getTime() - thing.publishedAt.getTime();
  const fresh = freshWeight * 2 ** (-Math.max(0, ageMs) / (freshHalfLifeDays * dayMs));
  return Math.round((reach + fresh) * 100) / 100;
};

/** Ranks that are closer are left as they are: a write for each would be many for little. */
const leastStep = 0.05;

export const isMoved = (before: number, after: number): boolean => Math.abs(before - after) >= leastStep;
