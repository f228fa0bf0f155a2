import type { Connection } from 'mongoose';
import { type CountedNames, followedCounts } from './counting.ts';
import type { Counters } from './counters/counters.ts';
import type { OperationDomains } from './graphql/context.ts';
import { createNodeResolvers, type LoadNode } from './graphql/resolvers/node.ts';
import type { PeriodicWork } from './infra/periodic-work.ts';
import {
  accountCollections,
  accountResolvers,
  createAccountModels,
  createAccounts,
  prepareAccountCollections,
  type AccountModels,
  type Accounts,
  type AccountsParts,
} from './modules/accounts/index.ts';
import { adminResolvers } from './modules/admin/index.ts';
import {
  analyticsResolvers,
  createAnalyticsDomain,
  createAnalyticsModels,
  prepareAnalyticsCollections,
  type AnalyticsModels,
} from './modules/analytics/index.ts';
import {
  catalogueCollections,
  catalogueNodes,
  catalogueResolvers,
  createCatalogue,
  createCatalogueModels,
  createDiscovery,
  createFilmRatings,
  createViewingModels,
  isCatalogueSeeded,
  prepareCatalogueCollections,
  prepareViewingCollections,
  seedCatalogue,
  type CatalogueModels,
  type SeedProgress,
  type ViewingModels,
} from './modules/catalogue/index.ts';
import {
  courseCollections,
  courseNodes,
  courseResolvers,
  createCourseCounting,
  createCourseModels,
  createCoursePersonalData,
  createCourses,
  createCourseStores,
  prepareCourseCollections,
  seedCourses,
  type CourseModels,
} from './modules/courses/index.ts';
import {
  createLibrary,
  createLibraryData,
  createLibraryFollower,
  createLibraryModels,
  libraryCollections,
  libraryResolvers,
  prepareLibraryCollections,
} from './modules/library/index.ts';
import {
  createPlaylistDomain,
  createPlaylistModels,
  playlistCollections,
  playlistNodes,
  playlistResolvers,
  preparePlaylistCollections,
} from './modules/playlists/index.ts';
import {
  createNotificationDomain,
  createNotificationModels,
  notificationCollections,
  notificationNodes,
  notificationResolvers,
  prepareNotificationCollections,
  type NotificationModels,
  type NotificationParts,
} from './modules/notifications/index.ts';
import {
  createSearchModels,
  prepareSearchCollections,
  searchCollections,
  searchResolvers,
  type BuildReport,
  type SearchModels,
} from './modules/search/index.ts';
import {
  createSocialDomain,
  createSocialModels,
  createSubscriberReader,
  prepareSocialCollections,
  socialCollections,
  socialNodes,
  socialResolvers,
} from './modules/social/index.ts';
import {
  createBlockReader,
  createVideoDirectory,
  createVideoDomain,
  createVideoModels,
  prepareVideoCollections,
  videoCollections,
  videoNodes,
  videoResolvers,
  type VideoModels,
} from './modules/videos/index.ts';
import { createSearching } from './searching.ts';
import type { EntityReader } from './shared/entity-reader.ts';
import { findableKinds } from './shared/findable.ts';
import type { LiveEvents } from './shared/live-events.ts';
import type { Logger } from './shared/logger.ts';
import type { ObjectStore } from './shared/object-store.ts';
import { createTransactions } from './shared/transactions.ts';
import type { CollectionDeclaration } from './tracking/facets/declarations.ts';

/** The resolvers of all domains, and the root fields that belong to none. */
export const allResolvers = [
  adminResolvers,
  catalogueResolvers,
  accountResolvers,
  courseResolvers,
  libraryResolvers,
  videoResolvers,
  socialResolvers,
  playlistResolvers,
  notificationResolvers,
  searchResolvers,
  analyticsResolvers,
  createNodeResolvers({
    ...Object.fromEntries(
      Object.entries(catalogueNodes).map(([typeName, load]): [string, LoadNode] => [
        typeName,
        (key, context, info) => load(key, context, info),
      ]),
    ),
    ...courseNodes,
    ...videoNodes,
    ...socialNodes,
    ...playlistNodes,
    ...notificationNodes,
  }),
];

/**
 * The collections of all domains. Whoever writes beside the server declares the same: what another one says of them is
 * taken for a write of everything.
 */
export const allCollections: readonly CollectionDeclaration[] = [
  ...accountCollections,
  ...catalogueCollections,
  ...courseCollections,
  ...libraryCollections,
  ...videoCollections,
  ...socialCollections,
  ...playlistCollections,
  ...notificationCollections,
  ...searchCollections,
];

/** Models on a client whose commands are not followed: for what no answer is made of. */
export interface BackgroundModels {
  readonly accounts: AccountModels;
  readonly analytics: AnalyticsModels;
  readonly catalogue: CatalogueModels;
  readonly courses: CourseModels;
  readonly notifications: NotificationModels;
  readonly search: SearchModels;
  readonly videos: VideoModels;
  readonly viewing: ViewingModels;
}

/** Makes the collections and indexes of all domains that are missing. Leaves others alone. */
export const prepareDomains = async (background: Connection): Promise<BackgroundModels> => {
  const models: BackgroundModels = {
    accounts: createAccountModels(background),
    analytics: createAnalyticsModels(background),
    catalogue: createCatalogueModels(background),
    courses: createCourseModels(background),
    notifications: createNotificationModels(background),
    search: createSearchModels(background),
    videos: createVideoModels(background),
    viewing: createViewingModels(background),
  };
  await prepareCatalogueCollections(models.catalogue);
  await prepareViewingCollections(models.viewing);
  await prepareAccountCollections(models.accounts);
  await prepareCourseCollections(models.courses);
  await prepareLibraryCollections(createLibraryModels(background));
  await prepareVideoCollections(models.videos);
  await prepareSocialCollections(createSocialModels(background));
  await preparePlaylistCollections(createPlaylistModels(background));
  await prepareNotificationCollections(models.notifications);
  await prepareSearchCollections(models.search);
  await prepareAnalyticsCollections(models.analytics);
  return models;
};

export interface DomainParts extends Pick<AccountsParts, 'mailer' | 'tokenKeys' | 'webUrl'> {
  /** The connection that requests are answered from. */
  readonly mongo: Connection;
  readonly background: BackgroundModels;
  readonly entities: EntityReader;
  /** Runs writes that belong to no request, and resolves when everybody is told of them. */
  readonly write: <T>(run: () => Promise<T>, waitMs?: number) => Promise<T>;
  readonly counters: Counters<CountedNames>;
  readonly files: ObjectStore;
  /** Tells those who listen. */
  readonly events: LiveEvents;
  /** Milliseconds between two counts of how courses do; default a day. */
  readonly courseCountEveryMs?: number | undefined;
  /** Milliseconds between two looks for what uploads and removals left; default ten minutes. */
  readonly videoUpkeepEveryMs?: number | undefined;
  /** Milliseconds between two rankings of what trends; default ten minutes. */
  readonly videoRankingEveryMs?: number | undefined;
  readonly notificationTuning?: NotificationParts['tuning'];
  /** Milliseconds between two looks through all that can be found; default an hour. */
  readonly searchUpkeepEveryMs?: number | undefined;
  readonly log: Logger;
}

export interface Domains {
  readonly accountModels: AccountModels;
  accounts(): Accounts;
  forOperation(): OperationDomains;
  /** What comes round, on one instance at a time. */
  readonly work: readonly PeriodicWork[];
  /** Loads the bundled films. @returns `undefined` when there are films already. */
  seedFilms(progress: SeedProgress): Promise<Awaited<ReturnType<typeof seedCatalogue>> | undefined>;
  /** Loads example courses, where they are not there yet. */
  seedCourses(progress: SeedProgress): Promise<void>;
  /** Ends what works in the background for them. */
  close(): Promise<void>;
  /** Makes what is found anew, of all that is there, however it came. */
  rebuildSearch(): Promise<BuildReport>;
}

/** Milliseconds that loading films or courses may take. */
const seedWaitMs = 600_000;

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const tenMinutesMs = 600_000;

/** Builds every domain and hands each what it needs of the others. Loads nothing and starts nothing. */
export const createDomains = (parts: DomainParts): Domains => {
  const { mongo, background, entities, write, counters, files, events, mailer, tokenKeys, webUrl, log } =
    parts;
  const inTransaction = createTransactions(mongo);
  const searchUpkeepEveryMs = parts.searchUpkeepEveryMs ?? hourMs;

  const films = createCatalogueModels(mongo);
  const courseModels = createCourseModels(mongo);
  const videoModels = createVideoModels(mongo);
  const { index, indexing, search } = createSearching({
    models: {
      search: createSearchModels(mongo),
      catalogue: films,
      courses: courseModels,
      videos: videoModels,
    },
    background,
    counted: {
      views: async (ids) => (await counters.of('video').read(ids)).map(({ views }) => views),
      subscribers: async (ids) =>
        (await counters.of('channel').read(ids)).map(({ subscribers }) => subscribers),
    },
    inTransaction,
  });
  const libraryModels = createLibraryModels(mongo);
  const createOperationCatalogue = createCatalogue({
    models: films,
    entities,
    inTransaction,
    index,
    followers: [createLibraryFollower(libraryModels)],
  });
  const createOperationLibrary = createLibrary({ models: libraryModels, entities, inTransaction, write });
  const discovery = createDiscovery({
    models: createViewingModels(mongo),
    background: background.viewing,
    films: background.catalogue,
    entities,
  });

  const counting = createCourseCounting({
    read: createCourseStores(background.courses),
    write: createCourseStores(courseModels),
    recorded: write,
  });
  const createOperationCourses = createCourses({
    models: courseModels,
    entities,
    counting,
    inTransaction,
    index,
  });

  const socialModels = createSocialModels(mongo);
  const notifications = createNotificationDomain({
    models: createNotificationModels(mongo),
    background: background.notifications,
    entities,
    inTransaction,
    subscribers: createSubscriberReader(socialModels),
    blocks: createBlockReader(videoModels),
    events,
    write,
    tuning: parts.notificationTuning,
    log,
  });
  const counts = followedCounts(counters, mongo.name);
  const analytics = createAnalyticsDomain({
    background: background.analytics,
    counts,
    unfollowed: { video: counters.of('video'), videoDay: counters.of('videoDay') },
    ...createVideoDirectory(background.videos),
  });
  const social = createSocialDomain({
    models: socialModels,
    entities,
    followers: [notifications.socialFollower],
    counts: { ...counts, ...analytics.counting },
    events,
  });
  const playlists = createPlaylistDomain({ models: createPlaylistModels(mongo), entities, inTransaction });
  const videos = createVideoDomain({
    models: videoModels,
    background: background.videos,
    entities,
    inTransaction,
    files,
    index,
    followers: [playlists.follower, social.follower, analytics.follower, notifications.videoFollower],
    events,
    write,
    log,
  });

  const accountModels = createAccountModels(mongo);
  const accounts = createAccounts({
    models: accountModels,
    entities,
    tokenKeys,
    mailer,
    webUrl,
    holders: [
      discovery.personalData,
      createCoursePersonalData(courseModels),
      social.personalData,
      playlists.personalData,
      analytics.personalData,
      videos.personalData,
      notifications.personalData,
      createLibraryData({
        models: libraryModels,
        inTransaction,
        viewerRatings: createFilmRatings(films),
      }),
    ],
  });

  return {
    accountModels,
    accounts,
    forOperation: () => {
      const catalogue = createOperationCatalogue();
      const operationVideos = videos.forOperation();
      return {
        accounts: accounts(),
        analytics: analytics.forOperation(operationVideos),
        catalogue,
        courses: createOperationCourses(),
        discovery: discovery.forOperation(),
        library: createOperationLibrary(catalogue),
        playlists: playlists.forOperation(),
        notifications: notifications.forOperation(),
        search,
        social: social.forOperation(),
        videos: operationVideos,
      };
    },
    work: [
      ...discovery.work,
      {
        name: 'course-statistics',
        everyMs: parts.courseCountEveryMs ?? dayMs,
        run: async (stop) => void (await counting.countAll(stop)),
      },
      ...notifications.work,
      // Each hour: what is due with the day, and what of it failed.
      { name: 'analytics-baselines', everyMs: hourMs, run: analytics.keepBaselines },
      { name: 'video-upkeep', everyMs: parts.videoUpkeepEveryMs ?? tenMinutesMs, run: videos.upkeep },
      { name: 'video-ranking', everyMs: parts.videoRankingEveryMs ?? tenMinutesMs, run: videos.rank },
      {
        name: 'search-upkeep',
        everyMs: searchUpkeepEveryMs,
        run: (stop) => indexing.keepUp(searchUpkeepEveryMs / 2, write, stop),
      },
    ],
    seedFilms: async (progress) =>
      (await isCatalogueSeeded(background.catalogue))
        ? undefined
        : write(async () => {
            const report = await seedCatalogue(films, progress);
            await indexing.build(['Movie'], (run) => run());
            return report;
          }, seedWaitMs),
    seedCourses: (progress) =>
      write(async () => {
        await seedCourses(courseModels, progress);
        await indexing.build(['Course'], (run) => run());
      }, seedWaitMs),
    rebuildSearch: () => indexing.build(findableKinds, write),
    close: notifications.close,
  };
};
