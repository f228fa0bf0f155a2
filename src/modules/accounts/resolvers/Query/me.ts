import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { userPaths } from '../../record-fields.ts';

export const me: NonNullable<QueryResolvers['me']> = (_root, _given, { viewer, accounts }, info) => {
  const who = viewer.look();
  return who ? accounts.userById.load(who.id, userPaths(fieldsSelectedOf(info, 'User'))) : null;
};
