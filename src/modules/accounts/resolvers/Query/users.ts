import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { userPaths } from '../../record-fields.ts';

export const users: NonNullable<QueryResolvers['users']> = async (
  _root,
  { filter, ...page },
  { accounts },
  info,
) =>
  unwrap(await accounts.administration.users(filter ?? {}, page, userPaths(fieldsSelectedOf(info, 'User'))));
