import { addAdmin, addAllSignedIn } from '../../test/testkit/admin.ts';
import { quiet } from '../../test/testkit/quiet-log.ts';
import { createBaseAdditions } from '../../src/counters/base-additions.ts';
import { countedKinds, type CountedNames } from '../../src/counting.ts';
import { makeFindable } from '../../src/commands/seed/findable.ts';
import { runSite } from '../../src/commands/seed/site-run.ts';
import type { SeedRunRecord, SeedRunStore } from '../../src/commands/seed/run.store.ts';
import { prepareDomains } from '../../src/domains.ts';
import { connectMongo } from '../../src/infra/mongo.ts';
import {
  createAccountAudience,
  createAccountModels,
  type AccountModels,
} from '../../src/modules/accounts/index.ts';
import { createPastDays } from '../../src/modules/analytics/index.ts';
import { createCatalogueModels, createViewingModels } from '../../src/modules/catalogue/index.ts';
import { createCourseModels } from '../../src/modules/courses/index.ts';
import { createSearchModels } from '../../src/modules/search/index.ts';
import { createSocialAudience, createSocialModels } from '../../src/modules/social/index.ts';
import {
  createVideoAudience,
  createVideoDirectory,
  createVideoModels,
  type VideoModels,
} from '../../src/modules/videos/index.ts';
import { createAudience, createSite, type Site } from '../../src/seed/index.ts';
import { createTransactions } from '../../src/shared/transactions.ts';
import type { BenchViewer } from '../contestants/contestant.ts';
import { seedDatabase } from '../databases.ts';

/** What the site is made of. */
export interface SiteData {
  readonly site: Site;
  /** Of comments that are there, the latest first. */
  readonly commentIds: readonly string[];
}

const dayMs = 86_400_000;
const usersAtOnce = 1_000;

/** Nobody goes on with what the bench makes. */
const unkeptRun = (endAt: Date): { readonly run: SeedRunRecord; readonly store: SeedRunStore } => {
  const run: SeedRunRecord = {
    _id: 'bench',
    endAt,
    position: 0,
    isWriting: false,
    finishedAt: null,
    users: 0,
    views: 0,
    signedIn: 0,
    ratings: 0,
    favourites: 0,
    watched: 0,
    channels: 0,
    videos: 0,
    videoViews: 0,
    reactions: 0,
    comments: 0,
    commentLikes: 0,
    subscriptions: 0,
  };
  const store: SeedRunStore = {
    isInDoubt: async () => false,
    begin: async () => run,
    advance: async () => true,
    add: async () => undefined,
    end: async () => null,
  };
  return { run, store };
};

/** Channels are the viewers' who are there, since somebody has to publish in them. */
const giveAway = async (
  models: Pick<AccountModels, 'users'> & Pick<VideoModels, 'channels' | 'videos'>,
  { channels }: Site,
  viewers: readonly BenchViewer[],
): Promise<void> => {
  for (let place = 0; place < channels.count; place += 1) {
    const ownerId = viewers[place]?.userId;
    if (ownerId === undefined) throw new Error(`Expected a viewer for each of ${channels.count} channels.`);
    await models.channels.updateOne({ _id: channels.idOf(place) }, { $set: { ownerId } });
    await models.videos.updateMany({ channelId: channels.idOf(place) }, { $set: { ownerId } });
    await models.users.updateOne({ _id: ownerId }, { $set: { roles: ['VIEWER', 'CREATOR'] } });
  }
};

/** Collections and indexes, as a server makes them. */
const prepareDatabase = async (mongodbUri: string): Promise<void> => {
  const connection = await connectMongo(mongodbUri);
  try {
    await prepareDomains(connection);
  } finally {
    await connection.close();
  }
};

/**
 * Makes a site as `npm run seed` does, and lets viewers be signed in and own its channels.
 * @param videos decides how much of everything else there is, as with `npm run seed`.
 */
export const seedSite = async (
  mongodbUri: string,
  options: {
    readonly seed: number;
    readonly videos: number;
    readonly viewers: readonly BenchViewer[];
    readonly names: readonly string[];
  },
): Promise<SiteData> => {
  const { seed, videos, viewers, names } = options;
  await seedDatabase(mongodbUri);
  await addAdmin(mongodbUri);
  await addAllSignedIn(mongodbUri, names);
  await prepareDatabase(mongodbUri);
  const connection = await connectMongo(mongodbUri);
  try {
    const endAt = new Date(Math.floor(Date.now() / dayMs) * dayMs);
    // They write and like; what they view is of no matter here.
    const films = [{ id: 'film', genreIds: [], popularity: 1, rating: null, runtimeMinutes: null }];
    const users = Math.max(200, videos);
    const { population } = createAudience({ seed, users, views: 0, days: 1, endAt, films });
    const accountModels = createAccountModels(connection);
    const videoModels = createVideoModels(connection);
    const accounts = createAccountAudience(accountModels);
    for (let from = 0; from < users; from += usersAtOnce) {
      const some = Array.from({ length: Math.min(usersAtOnce, users - from) }, (_, at) =>
        population.at(from + at),
      );
      await accounts.addMissing(
        some.map(({ id, name, email, locale }) => ({ id, name, email, locale, createdAt: endAt })),
        'none',
      );
    }
    const site = createSite({
      seed,
      population,
      days: 30,
      endAt,
      channels: Math.min(viewers.length, Math.ceil(videos / 10)),
      videos,
      videoViews: 20 * videos,
      likes: 10 * videos,
      comments: 8 * videos,
      subscriptions: 3 * videos,
    });
    const { channelOf } = createVideoDirectory(videoModels);
    const count = createBaseAdditions<CountedNames>(connection, countedKinds);
    await runSite({
      accounts,
      videos: createVideoAudience(videoModels),
      social: createSocialAudience(createSocialModels(connection), count, createPastDays(count, channelOf)),
      inTransaction: createTransactions(connection),
      write: (run) => run(),
      ...unkeptRun(endAt),
      site,
      population,
      film: { key: 'examples/none.mp4', contentType: 'video/mp4', sizeBytes: 1_000 },
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
    await giveAway({ ...accountModels, ...videoModels }, site, viewers);
    const models = {
      catalogue: createCatalogueModels(connection),
      courses: createCourseModels(connection),
      search: createSearchModels(connection),
      videos: videoModels,
      viewing: createViewingModels(connection),
    };
    await makeFindable({
      models,
      background: models,
      followed: connection,
      counted: connection,
      write: (run) => run(),
      signal: new AbortController().signal,
      log: quiet,
    });
    const commentIds = Array.from({ length: site.remarks.count }, (_, place) => site.remarks.idOf(place));
    return { site, commentIds: commentIds.toReversed() };
  } finally {
    await connection.close();
  }
};

/** Copies all documents of a database to another one of the same server; a server makes indexes when it starts. */
export const copyDatabase = async (fromUri: string, toUri: string): Promise<void> => {
  const connection = await connectMongo(fromUri);
  try {
    const db = new URL(toUri).pathname.slice(1);
    const collections = (await connection.db?.listCollections({}, { nameOnly: true }).toArray()) ?? [];
    for (const { name } of collections.filter((known) => !known.name.startsWith('system.'))) {
      await connection
        .collection(name)
        .aggregate([{ $out: { db, coll: name } }])
        .toArray();
    }
  } finally {
    await connection.close();
  }
};

/** What MongoDB runs for a database, counted by itself: whichever connection asks. */
export interface OperationCount extends AsyncDisposable {
  /** Since it was opened, in collections of the domains. */
  total(): Promise<number>;
}

/** Of the profile: more than it can fill. */
const profileBytes = 64_000_000;

/** Counts until it is disposed of; an operation more is written for each, so nothing is timed meanwhile but what all do. */
export const countOperations = async (
  mongodbUri: string,
  collections: readonly string[],
): Promise<OperationCount> => {
  const connection = await connectMongo(mongodbUri);
  const { db } = connection;
  if (!db) throw new Error('Expected a connection that is open.');
  await db.command({ profile: 0 });
  await db.dropCollection('system.profile').catch(() => undefined);
  await db.createCollection('system.profile', { capped: true, size: profileBytes });
  await db.command({ profile: 2 });
  return {
    total: () =>
      db.collection('system.profile').countDocuments({
        ns: { $in: collections.map((name) => `${db.databaseName}.${name}`) },
        op: { $in: ['query', 'getmore', 'command', 'insert', 'update', 'remove'] },
      }),
    async [Symbol.asyncDispose]() {
      await db.command({ profile: 0 });
      await connection.close();
    },
  };
};
