import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { instructorPaths } from '../../record-fields.ts';

export const instructors: NonNullable<QueryResolvers['instructors']> = async (
  _root,
  { filter, ...page },
  { courses },
  info,
) =>
  unwrap(
    await courses.instructors.list(
      { verified: filter?.verified ?? undefined, page },
      instructorPaths(fieldsSelectedOf(info, 'Instructor')),
    ),
  );
