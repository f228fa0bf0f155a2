import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { instructorPaths } from '../../record-fields.ts';

export const instructor: NonNullable<QueryResolvers['instructor']> = (_root, { id }, { courses }, info) =>
  courses.loaders.instructorById.load(
    unwrap(keyOfGlobalId('Instructor', id)),
    instructorPaths(fieldsSelectedOf(info, 'Instructor')),
  );
