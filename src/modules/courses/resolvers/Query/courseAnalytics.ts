import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const courseAnalytics: NonNullable<QueryResolvers['courseAnalytics']> = async (
  _root,
  { courseId },
  { courses, viewer },
) => unwrap(await courses.figures.analytics(unwrap(keyOfGlobalId('Course', courseId)), viewer));
