import { createByKeyLoader } from '../../shared/by-key-loader.ts';
import type { PersonalDataHolder } from '../../shared/personal-data.ts';
import type { CatalogueModels } from './models/index.ts';
import type { ViewingModels } from './models/viewing.ts';
import type { FilmCountRecord } from './models/viewing-records.ts';
import {
  createViewHolder,
  createViewRecording,
  type ViewRecording,
} from './services/view-recording.service.ts';
import { createRankingReader, createRankingStore } from './stores/ranking.store.ts';
import { createTrendingRankings } from './services/trending-rankings.service.ts';
import { createTrending, type Trending } from './services/trending.service.ts';
import { createFilmCountReader, createViewStore } from './stores/view.store.ts';

/** What comes of views, as one operation sees it. */
export interface Discovery {
  /** How often a film was viewed. */
  viewsOf(filmId: string): Promise<number>;
  /** Films by how much they are viewed of late. */
  readonly trending: Trending['list'];
  readonly recordView: ViewRecording['record'];
}

export interface DiscoveryParts {
  /** On the connection of the requests. */
  readonly models: ViewingModels;
  /** On one whose commands are not followed: what comes of views is written there. */
  readonly background: ViewingModels;
  /** Likewise. */
  readonly films: CatalogueModels;
}

/** @returns what makes a {@link Discovery} for each operation. */
export const createDiscovery = ({ models, background, films }: DiscoveryParts): (() => Discovery) => {
  const readCounts = createFilmCountReader(models);
  const recording = createViewRecording(createViewStore(background));

  const rankings = createTrendingRankings(createRankingStore(background, films));
  const trending = createTrending({ rankings, readRanking: createRankingReader(models) });

  return () => {
    const counts = createByKeyLoader<FilmCountRecord, 'views'>((keys) => readCounts(keys));
    return {
      viewsOf: async (filmId) => (await counts.load(filmId, ['views']))?.views ?? 0,
      trending: trending.list,
      recordView: async (movie, source) => {
        const recorded = await recording.record(movie, source);
        counts.clear();
        return recorded;
      },
    };
  };
};

/** @param background on a connection whose commands are not followed. */
export const createPersonalViews = (background: ViewingModels): PersonalDataHolder =>
  createViewHolder(createViewStore(background));
