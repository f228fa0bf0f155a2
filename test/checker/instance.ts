import { randomBytes } from 'node:crypto';
import { createApp, type AppOptions } from '../../src/app.ts';
import type { Logger } from '../../src/shared/logger.ts';
import { collectGarbage, type InstanceMessage, type InstanceOptions } from './instance-messages.ts';
import { createCheckExtension } from './server/extension.ts';

const { name, engine, mongodbUri, redisUrl, dataDir } = JSON.parse(
  process.argv[2] ?? '{}',
) as InstanceOptions;

const messageOf = (fields: object): string => {
  if (!('err' in fields)) return '';
  return fields.err instanceof Error
    ? ` ${fields.err.stack ?? fields.err.message}`
    : ` ${String(fields.err)}`;
};
const tell = (message: InstanceMessage): void => {
  if (process.connected) process.send?.(message);
};
const say = (fields: object, message: string): void => {
  if (message.startsWith('Counts go to the journal')) tell({ countsApart: 'began' });
  if (message.startsWith('Redis refuses counts')) tell({ countsApart: 'once' });
  process.stderr.write(`${name}: ${message}${messageOf(fields)}\n`);
};
const hear = (_fields: object, message: string): void => {
  if (message === 'Counts go to Redis again.') tell({ countsApart: 'over' });
};
const log: Logger = { debug: () => undefined, info: hear, warn: say, error: say };

// The checker is gone, however it went.
process.once('disconnect', () => process.exit(1));
// Ctrl-C in a terminal reaches every process: the checker decides what comes of it.
process.on('SIGINT', () => undefined);

const app = await createApp({
  cacheEngine: engine as AppOptions['cacheEngine'],
  cacheMemoryMb: 64,
  cacheRedisBudgetMs: 50,
  corsOrigins: undefined,
  dataDir,
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
  // Faults here come every half minute, and not every month: a Redis that fails often is left alone for longer each time.
  gateTimings: { calmMs: 5000 },
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
tell({ port, id: app.caching?.report().instanceId });

const toMb = (bytes: number): number => Math.round(bytes / 100_000) / 10;
process.on('message', (asked) => {
  if (asked !== collectGarbage) return;
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  tell({ memory: { rssMb: toMb(rss), heapMb: toMb(heapUsed), externalMb: toMb(external) } });
});
