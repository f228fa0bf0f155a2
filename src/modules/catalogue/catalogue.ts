import { followFindable, type FindableIndex } from '../../shared/findable.ts';
import { forgettingAfter } from '../../shared/forgetting.ts';
import { createByKeyLoader, type ByKeyLoader } from '../../shared/by-key-loader.ts';
import type { EntityReader } from '../../shared/entity-reader.ts';
import type { InTransaction } from '../../shared/transactions.ts';
import { findableMovies } from './findable-movies.ts';
import type { CatalogueModels } from './models/index.ts';
import type { GenreRecord, ImageConfigurationRecord, MovieRecord, PersonRecord } from './models/records.ts';
import type { MovieFollower } from './movie-follower.ts';
import { createMovieEditing, type MovieEditing } from './services/movie-editing.service.ts';
import { createMovieLists, type MovieLists } from './services/movie-lists.service.ts';
import { createCatalogueSearch, type CatalogueSearch } from './services/search.service.ts';
import { createViewerRatings, type ViewerRatings } from './services/viewer-ratings.service.ts';
import { createGenreStore, type GenreField } from './stores/genre.store.ts';
import { createImageConfigurationStore } from './stores/image-configuration.store.ts';
import { createMovieStore, type MovieField } from './stores/movie.store.ts';
import { createPersonStore, type PersonField } from './stores/person.store.ts';
import { createSearchStore } from './stores/search.store.ts';

/** The catalogue as one operation sees it: its loaders live as long as the operation. */
export interface Catalogue {
  readonly movieById: ByKeyLoader<MovieRecord, MovieField>;
  readonly genreById: ByKeyLoader<GenreRecord, GenreField>;
  readonly personById: ByKeyLoader<PersonRecord, PersonField>;
  readonly movieLists: MovieLists;
  readonly movieEditing: MovieEditing;
  readonly viewerRatings: ViewerRatings;
  readonly search: CatalogueSearch;
  allGenres(fields: readonly GenreField[]): Promise<GenreRecord[]>;
  imageConfiguration(): Promise<ImageConfigurationRecord | null>;
}

export interface CatalogueParts {
  readonly models: CatalogueModels;
  readonly entities: EntityReader;
  readonly inTransaction: InTransaction;
  /** Where films are found; `undefined`: nowhere but in this domain. */
  readonly index?: FindableIndex;
  /** The domains that keep something of films. */
  readonly followers: readonly MovieFollower[];
}

/** @returns what makes a {@link Catalogue} for each operation. */
export const createCatalogue = ({
  models,
  entities,
  inTransaction,
  index,
  followers,
}: CatalogueParts): (() => Catalogue) => {
  const movies = createMovieStore(models, index && followFindable(findableMovies, index, inTransaction));
  const genres = createGenreStore(models);
  const people = createPersonStore(models);
  const images = createImageConfigurationStore(models);
  const search = createCatalogueSearch(createSearchStore(models));
  const movieEditing = createMovieEditing({ movies, genres, people, inTransaction, followers });
  const viewerRatings = createViewerRatings(movies);

  return () => {
    const movieById = createByKeyLoader<MovieRecord, MovieField>((keys, fields) =>
      entities.read('movies', keys, fields, movies.byIds),
    );
    const genreById = createByKeyLoader<GenreRecord, GenreField>((keys, fields) =>
      entities.read('genres', keys, fields, genres.byIds),
    );
    const personById = createByKeyLoader<PersonRecord, PersonField>((keys, fields) =>
      entities.read('people', keys, fields, people.byIds),
    );
    const movieLists = createMovieLists(movies);
    const forgetting = forgettingAfter(() => {
      for (const loader of [movieById, genreById, personById, movieLists]) loader.clear();
    });
    return {
      movieById,
      genreById,
      personById,
      movieLists,
      movieEditing: {
        create: forgetting(movieEditing.create),
        update: forgetting(movieEditing.update),
        remove: forgetting(movieEditing.remove),
      },
      viewerRatings: { add: forgetting(viewerRatings.add) },
      search,
      allGenres: genres.all,
      imageConfiguration: images.get,
    };
  };
};

/** The viewers' ratings of films, for whoever is no operation. */
export const createFilmRatings = (models: CatalogueModels): ViewerRatings =>
  createViewerRatings(createMovieStore(models));
