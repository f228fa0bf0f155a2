import type { AnswerLife } from '../../shared/answer-life.ts';
import { createByKeyLoader } from '../../shared/by-key-loader.ts';
import type { EntityReader } from '../../shared/entity-reader.ts';
import type { PersonalDataHolder } from '../../shared/personal-data.ts';
import type { CatalogueModels } from './models/index.ts';
import type { ViewingModels } from './models/viewing.ts';
import type { FilmCountRecord } from './models/viewing-records.ts';
import { detailLifeFactor } from './services/detail-life.ts';
import { createFilmNeighbours } from './services/film-neighbours.service.ts';
import { createRecommendations, type Recommendations } from './services/recommendations.service.ts';
import { createTrendingRankings } from './services/trending-rankings.service.ts';
import { createTrending, type Trending } from './services/trending.service.ts';
import {
  createViewHolder,
  createViewRecording,
  type ViewRecording,
} from './services/view-recording.service.ts';
import { createNeighbourReader, createNeighbourStore } from './stores/neighbour.store.ts';
import { createRankingReader, createRankingStore } from './stores/ranking.store.ts';
import { createFilmCountReader, createViewStore, hourMs } from './stores/view.store.ts';

/** What comes of views, as one operation sees it. */
export interface Discovery {
  /** How often a film was viewed. */
  viewsOf(filmId: string): Promise<number>;
  /** Has the details of a film live by how often it was viewed. */
  decideLife(filmId: string, life: AnswerLife): Promise<void>;
  /** Films by how much they are viewed of late. */
  readonly trending: Trending['list'];
  readonly recommendations: Recommendations;
  readonly recordView: ViewRecording['record'];
}

/** Work that one instance does once a period. */
export interface DiscoveryWork {
  readonly name: string;
  readonly everyMs: number;
  run(stop: AbortSignal): Promise<void>;
}

export interface DiscoveryParts {
  /** On the connection of the requests. */
  readonly models: ViewingModels;
  /** On one whose commands are not followed: what comes of views is written there. */
  readonly background: ViewingModels;
  /** Likewise. */
  readonly films: CatalogueModels;
  readonly entities: EntityReader;
}

export interface DiscoveryDomain {
  forOperation(): Discovery;
  readonly work: readonly DiscoveryWork[];
  readonly personalData: PersonalDataHolder;
}

export const createDiscovery = ({ models, background, films, entities }: DiscoveryParts): DiscoveryDomain => {
  const readCounts = createFilmCountReader(models);
  const views = createViewStore(background);
  const recording = createViewRecording(views);
  const rankings = createTrendingRankings(createRankingStore(background, films));
  const trending = createTrending({ rankings, readRanking: createRankingReader(models) });
  const neighbours = createFilmNeighbours(createNeighbourStore(background, films));
  const createOperationRecommendations = createRecommendations({
    neighbours,
    readNeighbours: createNeighbourReader(models),
  });
  const hourNow = (): number => Math.floor(Date.now() / hourMs);

  return {
    forOperation: () => {
      const counts = createByKeyLoader<FilmCountRecord, 'views'>((keys) => readCounts(keys));
      // Kept as long as the film itself: a life need not be decided by the very last count, and costs no read of its own.
      const keptCounts = createByKeyLoader<FilmCountRecord, 'views'>((keys, fields) =>
        entities.read('filmCounts', keys, fields, readCounts),
      );
      return {
        viewsOf: async (filmId) => (await counts.load(filmId, ['views']))?.views ?? 0,
        decideLife: async (filmId, life) => {
          if (!life.matters) return;
          life.scale(detailLifeFactor((await keptCounts.load(filmId, ['views']))?.views ?? 0));
        },
        trending: trending.list,
        recommendations: createOperationRecommendations(),
        recordView: async (movie, source) => {
          const recorded = await recording.record(movie, source);
          counts.clear();
          return recorded;
        },
      };
    },
    work: [
      {
        name: 'trending',
        everyMs: hourMs,
        run: async () => {
          for (const window of ['DAY', 'WEEK'] as const) await rankings.prepare(window, hourNow());
        },
      },
      { name: 'recommendations', everyMs: hourMs, run: (stop) => neighbours.renew(hourNow() - 1, stop) },
    ],
    personalData: createViewHolder(views),
  };
};
