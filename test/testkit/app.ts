import { createApp, type App, type AppOptions } from '../../src/app.ts';
import { createClient, type Client } from './client.ts';
import { quiet } from './quiet-log.ts';
import { freshMongo } from './servers.ts';

export const operatorKey = 'the-operator-key-of-the-tests';

export interface RunningApp extends AsyncDisposable {
  readonly app: App;
  readonly url: string;
  /** Nobody in particular. */
  readonly client: Client;
  /** Whoever holds the operator key. */
  readonly operator: Client;
}

/** A whole server on a free port, on a database of its own unless told otherwise. Holds the bundled films. */
export const startApp = async (options: Partial<AppOptions> = {}): Promise<RunningApp> => {
  const app = await createApp({
    mongodbUri: options.mongodbUri ?? freshMongo(),
    cacheEngine: 'off',
    corsOrigins: undefined,
    rateLimits: true,
    // Of a rate that does not bind: its cost is there.
    rateLimitGeneral: { limit: 1_000_000_000, windowMs: 900_000 },
    trustProxy: undefined,
    httpMaxAge: 'none',
    development: true,
    operatorKey,
    redisUrl: undefined,
    redisPrefix: 'marquee',
    cacheMemoryMb: 64,
    cacheRedisBudgetMs: 50,
    log: quiet,
    seedProgress: () => undefined,
    ...options,
  });
  const { port } = await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}/graphql`;
  return {
    app,
    url,
    client: createClient(url),
    operator: createClient(url, { authorization: `Bearer ${operatorKey}` }),
    [Symbol.asyncDispose]: () => app.close(),
  };
};
