import type { LessonProgressResolvers } from '../../../graphql/generated/resolvers.ts';

export const LessonProgress: LessonProgressResolvers = {
  positionSeconds: ({ progress }) => progress.positionSeconds ?? 0,
  completedAt: ({ progress }) => progress.completedAt ?? null,
};
