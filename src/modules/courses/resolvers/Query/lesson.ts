import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { lessonPaths } from '../../record-fields.ts';

export const lesson: NonNullable<QueryResolvers['lesson']> = (_root, { id }, { courses, viewer }, info) =>
  courses.access.lesson(
    unwrap(keyOfGlobalId('Lesson', id)),
    lessonPaths(fieldsSelectedOf(info, 'Lesson')),
    viewer,
  );
