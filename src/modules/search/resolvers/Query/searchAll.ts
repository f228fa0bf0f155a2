import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { loadFound } from '../found-things.ts';
import { kindOf } from '../types.ts';

export const searchAll: NonNullable<QueryResolvers['searchAll']> = async (
  _root,
  { query, types, first, after },
  context,
  info,
) =>
  unwrap(
    await context.search.all.search(
      { query, kinds: types?.map((type) => kindOf[type]), first, after },
      loadFound(context, info),
    ),
  );
