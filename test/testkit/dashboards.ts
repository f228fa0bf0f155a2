import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { AppOptions } from '../../src/app.ts';
import type { RunningApp } from './app.ts';
import { live, startEngineApp } from './engine-app.ts';
import { createMemoryObjectStore, type MemoryObjectStore } from './memory-object-store.ts';
import { freshMongo, freshRedis } from './servers.ts';
import { signedInByName } from './signed-in.ts';
import { askAs } from './videos.ts';

/** Two instances of a site on one database and one Redis, with their caches live. */
export interface TwoInstances extends AsyncDisposable {
  readonly here: RunningApp;
  readonly there: RunningApp;
  readonly files: MemoryObjectStore;
}

export const startTwo = async (options: Partial<AppOptions> = {}): Promise<TwoInstances> => {
  await using opened = new AsyncDisposableStack();
  const files = createMemoryObjectStore();
  const shared = {
    extension: signedInByName,
    seedProgress: undefined,
    objectStore: files,
    mongodbUri: freshMongo(),
    redisUrl: freshRedis().url,
    redisPrefix: `test-${randomUUID()}`,
    ...options,
  };
  const here = opened.use(await startEngineApp(shared));
  const there = opened.use(await startEngineApp(shared));
  await Promise.all([live(here), live(there)]);
  const resources = opened.move();
  return { here, there, files, [Symbol.asyncDispose]: () => resources.disposeAsync() };
};

type Who = Record<string, string>;

/** Does something as somebody. @throws Error when it is refused. */
export const does = async (running: RunningApp, who: Who, mutation: string): Promise<void> => {
  const { codes } = await askAs(running, who, `mutation { ${mutation} }`);
  if (codes.length > 0) throw new Error(`Expected success of ${mutation} but got ${codes.join()}.`);
};

export interface Figures {
  readonly views: number;
  readonly likes: number;
  readonly dislikes: number;
  readonly comments: number;
}
export interface ChannelFigures extends Figures {
  readonly subscribersGained: number;
  readonly subscribersLost: number;
}
export interface Dashboard {
  readonly totals: Figures & { readonly videos: number; readonly subscribers: number };
  readonly daily: readonly (ChannelFigures & { readonly day: string })[];
  readonly monthly: readonly (ChannelFigures & { readonly month: string })[];
  readonly videos: {
    readonly totalCount: number;
    readonly nodes: readonly (Figures & {
      readonly engagement: number;
      readonly video: { readonly id: string; readonly title: string } | null;
    })[];
  };
}

const figures = 'views likes dislikes comments';
export const dashboardFields = `
  totals { videos subscribers ${figures} }
  daily { day subscribersGained subscribersLost ${figures} }
  monthly(months: 2) { month subscribersGained subscribersLost ${figures} }
  videos(period: LAST_28_DAYS, first: 20) { totalCount nodes { engagement ${figures} video { id title } } }
`;

/** One's own. */
export const dashboardOf = async (running: RunningApp, who: Who): Promise<Dashboard> => {
  const answer = await askAs(running, who, `{ channelAnalytics { ${dashboardFields} } }`);
  if (!answer.data) throw new Error(`Expected a dashboard but got ${answer.codes.join()}.`);
  return answer.data['channelAnalytics'] as Dashboard;
};

export interface ProfiledCommand {
  readonly ns: string;
  readonly op: string;
  readonly planSummary?: string;
  readonly hasSortStage?: boolean;
  readonly command: Readonly<Record<string, unknown>>;
  readonly nreturned?: number;
  readonly docsExamined?: number;
}

/** What the database did with some collections while `run` ran, whoever's clients asked it to. */
export const profiledDuring = async (
  mongo: Connection,
  collections: readonly string[],
  run: () => Promise<unknown>,
): Promise<readonly ProfiledCommand[]> => {
  const db = mongo.getClient().db(mongo.name);
  const namespaces = collections.map((collection) => `${mongo.name}.${collection}`);
  await db.command({ profile: 2 });
  try {
    await run();
  } finally {
    await db.command({ profile: 0 });
  }
  const seen = await db
    .collection('system.profile')
    .find({ ns: { $in: namespaces } })
    .sort({ ts: 1 })
    .toArray();
  await db.collection('system.profile').drop();
  return seen as unknown as readonly ProfiledCommand[];
};
