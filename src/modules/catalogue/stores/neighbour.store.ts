import type { QueryFilter } from 'mongoose';
import type { CatalogueModels } from '../models/index.ts';
import type { MovieRecord } from '../models/records.ts';
import type { ViewingModels } from '../models/viewing.ts';
import type { FilmNeighboursRecord, NeighbourFilm } from '../models/viewing-records.ts';
import type { LikenedFilm } from '../services/recommendation-score.ts';
import { hourMs } from './view.store.ts';
import { wholeBatch } from './whole-batch.ts';

/** @returns what is kept for these films. */
export type ReadNeighbours = (filmIds: readonly string[]) => Promise<readonly FilmNeighboursRecord[]>;

export interface NeighbourStore {
  /** Those of these films that nothing is kept for. */
  missingOf(filmIds: readonly string[]): Promise<string[]>;
  film(filmId: string): Promise<LikenedFilm | null>;
  /** Films by the directors of a film, and the most popular ones of its genres; it is among them. */
  similarTo(film: LikenedFilm): Promise<readonly LikenedFilm[]>;
  /** Films that the latest viewers of a film have viewed, most shared first; it is among them. */
  viewedWith(filmId: string): Promise<readonly { readonly filmId: string; readonly shared: number }[]>;
  /** How many have viewed each, as far as trails reach. */
  viewersOf(filmIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  films(filmIds: readonly string[]): Promise<readonly LikenedFilm[]>;
  keep(filmId: string, films: readonly NeighbourFilm[], at: Date): Promise<void>;
  /** Films viewed since an hour, and those whose neighbours were worked out before a moment, oldest first. */
  due(sinceHour: number, before: Date, limit: number): Promise<string[]>;
}

/** Bounds of what one film costs to work out. */
const latestViewers = 1_000;
const viewedTogether = 100;
const ofDirectors = 100;
const ofGenres = 300;

const likened = { genreIds: 1, directorIds: 1, popularity: 1 } as const;

export const createNeighbourReader =
  ({ filmNeighbours }: ViewingModels): ReadNeighbours =>
  (filmIds) =>
    filmNeighbours.find({ _id: { $in: [...filmIds] } }).lean<FilmNeighboursRecord[]>();

export const createNeighbourStore = (
  { filmNeighbours, filmViewHours, viewTrails }: ViewingModels,
  { movies }: CatalogueModels,
): NeighbourStore => ({
  missingOf: async (filmIds) => {
    const found = await filmNeighbours
      .find({ _id: { $in: [...filmIds] } }, { _id: 1 })
      // Majority: what is seen here has to be seen by the reads that follow.
      .read('primary')
      .readConcern('majority')
      .lean<{ _id: string }[]>();
    const known = new Set(found.map(({ _id }) => _id));
    return filmIds.filter((filmId) => !known.has(filmId));
  },
  film: (filmId) => movies.findById(filmId, likened).lean<LikenedFilm | null>(),
  films: (filmIds) =>
    movies
      .find({ _id: { $in: [...filmIds] } }, likened)
      .batchSize(wholeBatch)
      .lean<LikenedFilm[]>(),
  similarTo: async ({ directorIds, genreIds }) => {
    const best = (filter: QueryFilter<MovieRecord>, limit: number) =>
      movies
        .find(filter, likened)
        .sort({ popularity: -1, _id: 1 })
        .limit(limit)
        .batchSize(wholeBatch)
        .lean<LikenedFilm[]>();
    const found = await Promise.all([
      directorIds.length === 0 ? [] : best({ directorIds: { $in: directorIds } }, ofDirectors),
      genreIds.length === 0 ? [] : best({ genreIds: { $in: genreIds } }, ofGenres),
    ]);
    return found.flat();
  },
  viewedWith: (filmId) =>
    viewTrails.aggregate<{ filmId: string; shared: number }>([
      { $match: { filmIds: filmId } },
      { $sort: { lastAt: -1 } },
      { $limit: latestViewers },
      { $unwind: '$filmIds' },
      { $group: { _id: '$filmIds', shared: { $sum: 1 } } },
      { $sort: { shared: -1, _id: 1 } },
      { $limit: viewedTogether },
      { $project: { _id: 0, filmId: '$_id', shared: 1 } },
    ]),
  viewersOf: async (filmIds) => {
    const counted = await Promise.all(
      filmIds.map(async (filmId) => [filmId, await viewTrails.countDocuments({ filmIds: filmId })] as const),
    );
    return new Map(counted);
  },
  keep: async (filmId, films, at) =>
    void (await filmNeighbours.updateOne(
      { _id: filmId },
      { $set: { films: [...films], computedAt: at } },
      { upsert: true },
    )),
  due: async (sinceHour, before, limit) => {
    const viewed = await filmViewHours.aggregate<{ _id: string }>([
      { $match: { hour: { $gte: new Date(sinceHour * hourMs) } } },
      { $group: { _id: '$filmId', views: { $sum: '$views' } } },
      { $sort: { views: -1, _id: 1 } },
      { $limit: limit },
      { $project: { _id: 1 } },
    ]);
    const old = await filmNeighbours
      .find({ computedAt: { $lt: before } }, { _id: 1 })
      .sort({ computedAt: 1 })
      .limit(limit)
      .lean<{ _id: string }[]>();
    return [...new Set([...viewed, ...old].map(({ _id }) => _id))].slice(0, limit);
  },
});
