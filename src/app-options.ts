import type { Connection } from 'mongoose';
import type { Caching } from './caching.ts';
import type { Environment } from './config/environment.ts';
import type { DomainParts } from './domains.ts';
import type { SchemaExtension } from './graphql/schema.ts';
import type { Authenticate } from './graphql/viewer.ts';
import type { Pulse } from './http/graphql/event-stream.ts';
import type { LoadLimits } from './infra/load-gauge.ts';
import type { Accounts } from './modules/accounts/index.ts';
import type { SeedProgress } from './modules/catalogue/index.ts';
import type { BuildReport } from './modules/search/index.ts';
import type { Logger } from './shared/logger.ts';
import type { ObjectStore } from './shared/object-store.ts';
import type { TokenKey } from './shared/token-key.ts';
import type { CollectionDeclaration } from './tracking/facets/declarations.ts';
import type { FollowerTimings } from './tracking/follower/follower.ts';
import type { GateTimings } from './tracking/gate/gate-timings.ts';

export type AppOptions = Pick<
  Environment,
  | 'cacheEngine'
  | 'cacheMemoryMb'
  | 'cacheRedisBudgetMs'
  | 'corsOrigins'
  | 'dataDir'
  | 'development'
  | 'httpMaxAge'
  | 'mailFrom'
  | 'rateLimitGeneral'
  | 'rateLimits'
  | 'redisPrefix'
  | 'redisUrl'
  | 'smtpUrl'
  | 'trustProxy'
  | 'webUrl'
> &
  Partial<
    Pick<
      Environment,
      'cacheBypassShare' | 'followWrites' | 'liveStreams' | 'metricsToken' | 'publicUrl' | 's3'
    >
  > & {
    readonly mongodbUri: string;
    /** The first one signs access tokens, all verify. */
    readonly tokenKeys: readonly TokenKey[];
    readonly log: Logger;
    /** Told while an empty database is filled with the bundled films; `undefined`: it stays empty. */
    readonly seedProgress: SeedProgress | undefined;
    /** What many will ask for is computed at the start and every six hours; `undefined`: it is not. */
    readonly warming?: { readonly progress?: (done: number, total: number) => void };
    readonly extension?: AppExtension;
    readonly gateTimings?: Partial<GateTimings>;
    readonly followerTimings?: Partial<FollowerTimings>;
    /** From when on the process has no time for what nobody waits for. */
    readonly loadLimits?: Partial<LoadLimits>;
    /** Where videos are kept; closed by whoever opened it. */
    readonly objectStore?: ObjectStore;
    /** Of streams of events. For tests, which cannot wait for the usual ones. */
    readonly pulse?: Partial<Pulse & { readonly recheckEveryMs: number }>;
    /** Milliseconds between two looks for what uploads and removals left; default ten minutes. For tests. */
    readonly videoUpkeepEveryMs?: number;
    /** Milliseconds between two rankings of what trends; default ten minutes. For tests. */
    readonly videoRankingEveryMs?: number;
    /** Milliseconds between two folds of counts; default five minutes. For tests. */
    readonly countFoldEveryMs?: number;
    /** For tests, which cannot wait so long, nor tell so many. */
    readonly notificationTuning?: DomainParts['notificationTuning'];
    /** Milliseconds between two looks through all that can be found; default an hour. For tests. */
    readonly searchUpkeepEveryMs?: number;
    /** Milliseconds between two counts of how courses do; default a day. For tests, which cannot wait so long. */
    readonly courseCountEveryMs?: number;
  };

/** What tests add to the server, through the same seams as a domain of `src/modules`. */
export interface AppExtension extends SchemaExtension {
  /** Called once, with the connection of the requests; what it returns makes a part of each operation's context. */
  open(mongo: Connection): Promise<() => object>;
  /** The collections that it reads: an answer from any other is not kept. */
  readonly collections?: readonly CollectionDeclaration[];
  /** Instead of access tokens. */
  readonly authenticate?: Authenticate;
}

/** The server and all it holds, ready to listen. */
export interface App {
  /** The connection that requests are answered from. */
  readonly mongo: Connection;
  /** The files that were uploaded. */
  readonly objects: ObjectStore;
  /** The engine; `undefined` with another one. */
  readonly caching: Caching | undefined;
  /** Runs something on accounts as a mutation would, so that every process learns of what it wrote. */
  withAccounts<T>(run: (accounts: Accounts) => Promise<T>): Promise<T>;
  /** Loads example courses, where they are not there yet. */
  seedCourses(progress: SeedProgress): Promise<void>;
  /** Makes what is found anew, of all that is there, however it came. */
  rebuildSearch(): Promise<BuildReport>;
  /** Resolves when what nobody waits for is done: pages computed ahead. For tests. */
  idle(): Promise<void>;
  /** @returns the address of the API. */
  listen(port: number, host: string): Promise<{ port: number }>;
  /** Ends in the reverse order of starting, requests under way first. */
  close(): Promise<void>;
}
