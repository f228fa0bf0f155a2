import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const reportProgress: NonNullable<MutationResolvers['reportProgress']> = async (
  _root,
  { input: { lessonId, ...report } },
  { courses, viewer },
) => ({
  enrolment: unwrap(await courses.learning.report(unwrap(keyOfGlobalId('Lesson', lessonId)), report, viewer)),
});
