import {
  createFilmCountReader,
  findableMovies,
  type CatalogueModels,
  type ViewingModels,
} from './modules/catalogue/index.ts';
import { findableCourses, type CourseModels } from './modules/courses/index.ts';
import {
  createFindableIndex,
  createSearch,
  createSearchIndexing,
  type Indexing,
  type ReadAudiences,
  type Search,
  type SearchModels,
} from './modules/search/index.ts';
import { findableChannels, findableVideos, type VideoModels } from './modules/videos/index.ts';
import type { FindableIndex } from './shared/findable.ts';
import { createFindableSource } from './shared/findable-source.ts';
import type { InTransaction } from './shared/transactions.ts';

interface FindableModels {
  readonly search: SearchModels;
  readonly catalogue: CatalogueModels;
  readonly courses: CourseModels;
  readonly videos: VideoModels;
}

export interface SearchingParts {
  /** Of the client whose commands are followed. */
  readonly models: FindableModels;
  /** Of one whose commands are not. */
  readonly background: FindableModels & { readonly viewing: ViewingModels };
  /** Read what was counted elsewhere, in the order of the ids. */
  readonly counted: {
    views(videoIds: readonly string[]): Promise<readonly number[]>;
    subscribers(channelIds: readonly string[]): Promise<readonly number[]>;
  };
  readonly inTransaction: InTransaction;
}

/** Search, with what can be found in all domains. */
export const createSearching = ({
  models,
  background,
  counted,
  inTransaction,
}: SearchingParts): {
  readonly search: Search;
  readonly index: FindableIndex;
  readonly indexing: Indexing;
} => {
  const readFilmViews = createFilmCountReader(background.viewing);
  const audiences: ReadAudiences = async (kind, ids) => {
    switch (kind) {
      case 'Video':
        return counted.views(ids);
      case 'Channel':
        return counted.subscribers(ids);
      case 'Movie': {
        const views = new Map((await readFilmViews(ids)).map((count) => [count._id, count.views]));
        return ids.map((id) => views.get(id) ?? 0);
      }
      case 'Course':
        // Enrolments are in the record.
        return ids.map(() => 0);
    }
  };
  const index = createFindableIndex(models.search, audiences);
  const indexing = createSearchIndexing({
    models: models.search,
    background: background.search,
    index,
    sources: [
      createFindableSource(
        { followed: models.catalogue.movies, background: background.catalogue.movies },
        findableMovies,
      ),
      createFindableSource(
        { followed: models.courses.courses, background: background.courses.courses },
        findableCourses,
      ),
      createFindableSource(
        { followed: models.videos.channels, background: background.videos.channels },
        findableChannels,
      ),
      createFindableSource(
        { followed: models.videos.videos, background: background.videos.videos },
        findableVideos,
      ),
    ],
    audiences,
    inTransaction,
  });
  return { search: createSearch(models.search, background.search), index, indexing };
};
