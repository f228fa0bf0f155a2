import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { moviePaths } from '../../record-fields.ts';

export const recordView: NonNullable<MutationResolvers['recordView']> = async (
  _root,
  { movieId },
  { catalogue, client, discovery, viewer },
  info,
) => {
  const movie = await catalogue.movieById.load(
    unwrap(keyOfGlobalId('Movie', movieId)),
    moviePaths(fieldsSelectedOf(info, 'Movie')),
  );
  const user = viewer.look();
  const source = user ? { userId: user.id } : { network: client.network };
  return unwrap(await discovery.recordView(movie, source));
};
