import type { Resolvers } from '../../../graphql/generated/resolvers.ts';
import { Genre } from './Genre.ts';
import { Movie } from './Movie.ts';
import { Person } from './Person.ts';
import { RecommendationConnection } from './RecommendationConnection.ts';
import { RecommendationEdge } from './RecommendationEdge.ts';
import { RecommendationReason } from './RecommendationReason.ts';
import { TrendingConnection } from './TrendingConnection.ts';
import { TrendingEdge } from './TrendingEdge.ts';
import { createMovie } from './Mutation/createMovie.ts';
import { deleteMovie } from './Mutation/deleteMovie.ts';
import { recordView } from './Mutation/recordView.ts';
import { updateMovie } from './Mutation/updateMovie.ts';
import { genre } from './Query/genre.ts';
import { genres } from './Query/genres.ts';
import { imageConfiguration } from './Query/imageConfiguration.ts';
import { movie } from './Query/movie.ts';
import { movies } from './Query/movies.ts';
import { person } from './Query/person.ts';
import { popularMovies } from './Query/popularMovies.ts';
import { search } from './Query/search.ts';
import { trending } from './Query/trending.ts';

export const catalogueResolvers: Resolvers = {
  Query: { genre, genres, imageConfiguration, movie, movies, person, popularMovies, search, trending },
  Mutation: { createMovie, deleteMovie, recordView, updateMovie },
  Genre,
  Movie,
  Person,
  RecommendationConnection,
  RecommendationEdge,
  RecommendationReason,
  TrendingConnection,
  TrendingEdge,
};
