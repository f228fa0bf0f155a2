import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { moviePaths } from '../../record-fields.ts';

export const trending: NonNullable<QueryResolvers['trending']> = async (
  _root,
  { window, genre, ...page },
  { catalogue, discovery, life },
  info,
) => {
  const { page: connection, endsAtMs } = unwrap(
    await discovery.trending(
      { window, genre, page },
      {
        fields: moviePaths(fieldsSelectedOf(info, 'Movie')),
        movieById: catalogue.movieById,
        nowMs: life.now(),
      },
    ),
  );
  life.endsAt(endsAtMs);
  return connection;
};
