import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { personPaths } from '../../record-fields.ts';

export const person: NonNullable<QueryResolvers['person']> = (_root, { slug }, { catalogue }, info) =>
  catalogue.personById.load(slug, personPaths(fieldsSelectedOf(info, 'Person')));
