import { toGlobalId } from '../../src/shared/resolving/global-id.ts';
import {
  createViewingModels,
  type MovieRecord,
  type ViewingModels,
} from '../../src/modules/catalogue/index.ts';
import { connectMongo } from '../../src/infra/mongo.ts';
import type { RunningApp } from './app.ts';
import { moviesIn } from './catalogue.ts';

/** The most popular films, as they lie in Mongo. */
export const popularFilms = (running: RunningApp, count: number): Promise<MovieRecord[]> =>
  moviesIn(running).find().sort({ popularity: -1, _id: 1 }).limit(count).toArray();

export const movieId = ({ _id }: Pick<MovieRecord, '_id'>): string => toGlobalId('Movie', _id);

/** The collections of views behind the back of a server. */
export const withViewing = async <T>(
  mongodbUri: string,
  run: (models: ViewingModels) => Promise<T>,
): Promise<T> => {
  const connection = await connectMongo(mongodbUri);
  try {
    return await run(createViewingModels(connection));
  } finally {
    await connection.close();
  }
};

const hourMs = 3_600_000;

/** Views that a film had some hours ago, as if they had been recorded then. */
export const addPastViews = (
  mongodbUri: string,
  film: Pick<MovieRecord, '_id'>,
  hoursAgo: number,
  views: number,
): Promise<void> =>
  withViewing(mongodbUri, async ({ filmCounts, filmViewHours }) => {
    const hour = new Date((Math.floor(Date.now() / hourMs) - hoursAgo) * hourMs);
    await filmCounts.updateOne({ _id: film._id }, { $inc: { views } }, { upsert: true });
    await filmViewHours.updateOne(
      { _id: `${hour.getTime() / hourMs}:${film._id}` },
      { $inc: { views }, $setOnInsert: { filmId: film._id, hour } },
      { upsert: true },
    );
  });
