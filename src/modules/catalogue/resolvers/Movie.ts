import type { MovieResolvers } from '../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../shared/faults.ts';
import { toGlobalId } from '../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { genrePaths, moviePaths, personPaths } from '../record-fields.ts';
import { viewerRatingOf } from '../services/film-rating.ts';

export const Movie: MovieResolvers = {
  id: ({ _id }) => toGlobalId('Movie', _id),
  year: ({ releaseDate }) => releaseDate?.getUTCFullYear() ?? null,
  viewerRating: viewerRatingOf,
  genres: ({ genreIds }, _arguments, { catalogue }, info) =>
    catalogue.genreById.loadMany(genreIds, genrePaths(fieldsSelectedOf(info, 'Genre'))),
  directors: ({ directorIds }, _arguments, { catalogue }, info) =>
    catalogue.personById.loadMany(directorIds, personPaths(fieldsSelectedOf(info, 'Person'))),
  recommendations: async (movie, page, { catalogue, discovery }, info) =>
    unwrap(
      await discovery.recommendations.list(movie, page, {
        movieById: catalogue.movieById,
        fields: moviePaths(fieldsSelectedOf(info, 'Movie')),
      }),
    ),
  views: ({ _id }, _arguments, { discovery }) => discovery.viewsOf(_id),
};
