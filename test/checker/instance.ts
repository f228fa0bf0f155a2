import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp, type AppOptions } from '../../src/app.ts';
import type { Logger } from '../../src/shared/logger.ts';
import { createCheckExtension } from './server/extension.ts';

/** What an instance is told, as JSON in its first argument. */
export interface InstanceOptions {
  readonly name: string;
  readonly engine: string;
  readonly mongodbUri: string;
  readonly redisUrl: string;
}

/** What an instance tells, once it listens. */
export interface InstanceReady {
  readonly port: number;
}

const { name, engine, mongodbUri, redisUrl } = JSON.parse(process.argv[2] ?? '{}') as InstanceOptions;

const messageOf = (fields: object): string => {
  if (!('err' in fields)) return '';
  return fields.err instanceof Error
    ? ` ${fields.err.stack ?? fields.err.message}`
    : ` ${String(fields.err)}`;
};
const say = (fields: object, message: string): void => {
  process.stderr.write(`${name}: ${message}${messageOf(fields)}\n`);
};
const log: Logger = { debug: () => undefined, info: () => undefined, warn: say, error: say };

// The checker is gone, however it went.
process.once('disconnect', () => process.exit(1));
// Ctrl-C in a terminal reaches every process: the checker decides what comes of it.
process.on('SIGINT', () => undefined);

const app = await createApp({
  cacheEngine: engine as AppOptions['cacheEngine'],
  cacheMemoryMb: 64,
  cacheRedisBudgetMs: 50,
  corsOrigins: undefined,
  dataDir: path.join(tmpdir(), `marquee-check-${process.pid}`),
  rateLimits: true,
  // Of a rate that does not bind: its cost is there.
  rateLimitGeneral: { limit: 1_000_000_000, windowMs: 900_000 },
  trustProxy: undefined,
  httpMaxAge: 'none',
  development: true,
  mailFrom: 'Marquee <no-reply@example.com>',
  smtpUrl: undefined,
  webUrl: 'https://www.example.com',
  tokenKeys: [{ id: 'check', secret: randomBytes(32) }],
  redisPrefix: 'check',
  redisUrl,
  mongodbUri,
  log,
  seedProgress: undefined,
  extension: createCheckExtension(),
});
process.once('SIGTERM', () => {
  app.close().then(
    () => process.exit(0),
    (error: unknown) => {
      say({ err: error }, 'It did not end in good order.');
      process.exit(1);
    },
  );
});
const { port } = await app.listen(0, '127.0.0.1');
process.send?.({ port } satisfies InstanceReady);
