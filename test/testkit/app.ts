import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp, type App, type AppOptions } from '../../src/app.ts';
import { addAdmin, adminAuthorization, testTokenKeys } from './admin.ts';
import { createClient, type Client } from './client.ts';
import { quiet } from './quiet-log.ts';
import { freshMongo } from './servers.ts';

export interface RunningApp extends AsyncDisposable {
  readonly app: App;
  readonly url: string;
  /** Nobody in particular. */
  readonly client: Client;
  /** Somebody who is signed in and has the role of an admin. */
  readonly admin: Client;
}

/** A whole server on a free port, on a database of its own unless told otherwise. Holds the bundled films. */
export const startApp = async (options: Partial<AppOptions> = {}): Promise<RunningApp> => {
  const mongodbUri = options.mongodbUri ?? freshMongo();
  const dataDir = options.dataDir ?? path.join(tmpdir(), `marquee-test-${randomUUID()}`);
  await addAdmin(mongodbUri);
  const app = await createApp({
    mongodbUri,
    cacheEngine: 'off',
    corsOrigins: undefined,
    // Everybody here has the same address.
    rateLimits: false,
    rateLimitGeneral: { limit: 1_000_000_000, windowMs: 900_000 },
    trustProxy: undefined,
    httpMaxAge: 'none',
    development: true,
    mailFrom: 'Marquee <no-reply@example.com>',
    redisUrl: undefined,
    smtpUrl: undefined,
    tokenKeys: testTokenKeys,
    webUrl: 'https://www.example.com',
    redisPrefix: 'marquee',
    cacheMemoryMb: 64,
    cacheRedisBudgetMs: 50,
    log: quiet,
    seedProgress: () => undefined,
    ...options,
    dataDir,
  });
  const { port } = await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}/graphql`;
  return {
    app,
    url,
    client: createClient(url),
    admin: createClient(url, { authorization: adminAuthorization }),
    [Symbol.asyncDispose]: async () => {
      await app.close();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
};
