import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const courseStatistics: NonNullable<QueryResolvers['courseStatistics']> = (
  _root,
  { courseId },
  { courses, viewer },
) => courses.figures.statistics(unwrap(keyOfGlobalId('Course', courseId)), viewer);
