import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { moviePaths } from '../../record-fields.ts';

export const movie: NonNullable<QueryResolvers['movie']> = async (
  _root,
  { id },
  { catalogue, discovery, life },
  info,
) => {
  const key = unwrap(keyOfGlobalId('Movie', id));
  const [record] = await Promise.all([
    catalogue.movieById.load(key, moviePaths(fieldsSelectedOf(info, 'Movie'))),
    discovery.decideLife(key, life),
  ]);
  return record;
};
