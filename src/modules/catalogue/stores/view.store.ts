import type { ViewingModels } from '../models/viewing.ts';
import type { FilmCountRecord, ViewTrailRecord } from '../models/viewing-records.ts';
import { isDuplicateKey } from './duplicate-key.ts';

export interface ViewStore {
  /**
   * Marks something until `expiresAt`, unless it is marked: of several at once, on any instance, one succeeds.
   * @returns whether it did.
   */
  mark(key: string, now: Date, expiresAt: Date): Promise<boolean>;
  /** Adds a view to the count of a film, and to that of its hour. */
  add(filmId: string, hour: Date): Promise<void>;
  /** Puts a film at the head of what somebody viewed, and drops what is beyond `longest`. */
  follow(userId: string, filmId: string, at: Date, longest: number): Promise<void>;
  trailOf(userId: string): Promise<ViewTrailRecord | null>;
  forget(userId: string): Promise<void>;
}

/** Reads counts of films; those never viewed are left out. */
export type ReadFilmCounts = (filmIds: readonly string[]) => Promise<readonly FilmCountRecord[]>;

export const hourMs = 3_600_000;

export const createViewStore = ({
  filmCounts,
  filmViewHours,
  filmViewMarks,
  viewTrails,
}: ViewingModels): ViewStore => ({
  mark: async (key, now, expiresAt) => {
    try {
      // One that has expired may not have been removed yet; one that has not makes the upsert a second insert.
      await filmViewMarks.updateOne(
        { _id: key, expiresAt: { $lte: now } },
        { $set: { expiresAt } },
        { upsert: true },
      );
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  },
  add: async (filmId, hour) => {
    await Promise.all([
      filmCounts.updateOne({ _id: filmId }, { $inc: { views: 1 } }, { upsert: true }),
      filmViewHours.updateOne(
        { _id: `${hour.getTime() / hourMs}:${filmId}` },
        { $inc: { views: 1 }, $setOnInsert: { filmId, hour } },
        { upsert: true },
      ),
    ]);
  },
  follow: async (userId, filmId, at, longest) => {
    const others = { $filter: { input: { $ifNull: ['$filmIds', []] }, cond: { $ne: ['$$this', filmId] } } };
    const filmIds = { $slice: [{ $concatArrays: [[filmId], others] }, longest] };
    await viewTrails.updateOne({ _id: userId }, [{ $set: { filmIds, lastAt: at } }], {
      upsert: true,
      updatePipeline: true,
    });
  },
  trailOf: (userId) => viewTrails.findOne({ _id: userId }).lean<ViewTrailRecord | null>(),
  forget: async (userId) => void (await viewTrails.deleteOne({ _id: userId })),
});

export const createFilmCountReader =
  ({ filmCounts }: ViewingModels): ReadFilmCounts =>
  (filmIds) =>
    filmCounts.find({ _id: { $in: [...filmIds] } }).lean<FilmCountRecord[]>();
