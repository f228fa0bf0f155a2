import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from '../../src/app.ts';
import { readEnvironment, type CacheEngine } from '../../src/config/environment.ts';
import { createLogger } from '../../src/infra/logger.ts';
import { createCommandCount } from './command-count.ts';
import type { StartContestant } from './contestant.ts';

/** Milliseconds between looks at the gate. */
const lookMs = 50;

/**
 * Our product, as `npm start` with NODE_ENV=production makes it.
 * @param engine as `CACHE_ENGINE` has it.
 */
export const startMarqueeWith =
  (engine: CacheEngine): StartContestant =>
  async ({ mongodbUri, redisUrl, tokenKeys, memoryBytes, dataDir, fieldLimits = true }) => {
    const environment = readEnvironment({
      NODE_ENV: 'production',
      MONGODB_URI: mongodbUri,
      REDIS_URL: redisUrl,
      JWT_KEYS: tokenKeys,
      CACHE_ENGINE: engine,
      ...(dataDir !== undefined && { DATA_DIR: dataDir }),
      RATE_LIMITS: fieldLimits ? 'on' : 'off',
      // Nothing in the bench sends a mail.
      SMTP_URL: 'smtp://localhost',
      // On, at a rate that does not bind.
      RATE_LIMIT_GENERAL: '999999999/900',
      CACHE_MEMORY_MB: String(Math.floor(memoryBytes / 1_000_000)),
    });
    const app = await createApp({
      ...environment,
      mongodbUri,
      tokenKeys: environment.tokenKeys ?? [],
      log: createLogger({ level: environment.logLevel, pretty: false }),
      seedProgress: undefined,
    });
    const { port } = await app.listen(0, '127.0.0.1');
    while (app.caching && app.caching.gate.live() === undefined) await sleep(lookMs);
    // Its commands are followed anyway, so counting them costs next to nothing more.
    const count = createCommandCount(app.mongo);
    return { port, countCommands: count.begin, commands: count.total };
  };

export const startMarquee = startMarqueeWith('marquee');
