import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { userPaths } from '../../record-fields.ts';

export const user: NonNullable<QueryResolvers['user']> = (_root, { id }, { accounts }, info) =>
  accounts.userById.load(unwrap(keyOfGlobalId('User', id)), userPaths(fieldsSelectedOf(info, 'User')));
