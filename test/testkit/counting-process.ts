/**
 * A process that counts and folds without a pause until it is killed, as `node … ‹options as JSON›`. It prints a line of
 * JSON for each addition that was acknowledged: its name, and how many there were.
 */
import { Redis } from 'ioredis';
import { z } from 'zod';
import { createBaseStore } from '../../src/counters/base-store.ts';
import { createOwnerId, openCounters } from '../../src/counters/counters.ts';
import { openJournal } from '../../src/counters/journal.ts';
import { createSharedAccounts } from '../../src/counters/shared-accounts.ts';
import { processIdentity } from '../../src/infra/embedded/process-identity.ts';
import { connectMongo } from '../../src/infra/mongo.ts';
import { quiet } from './quiet-log.ts';
import { waitFor } from './wait-for.ts';

const options = z
  .object({
    name: z.string(),
    mongoUri: z.string(),
    redisUrl: z.string().optional(),
    prefix: z.string(),
    folder: z.string(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

const { name, mongoUri, redisUrl, prefix, folder } = options;
const kinds = { video: { collection: 'videoStats', counters: ['views'] } } as const;
const base = createBaseStore({ connection: await connectMongo(mongoUri), kinds, log: quiet });
const owner = createOwnerId();
const client = redisUrl === undefined ? undefined : new Redis(redisUrl);
if (client) await waitFor(() => client.status === 'ready', 'Redis is there');
const counters = await openCounters<{ readonly video: 'views' }>({
  kinds,
  base,
  owner,
  shared: client && createSharedAccounts({ client, prefix, budgetMs: 5_000 }),
  journal: await openJournal({
    folder,
    owner,
    processes: { pid: process.pid, identityOf: processIdentity },
    log: quiet,
  }),
  overdueMs: 0,
  log: quiet,
});
const videos = counters.of('video');

const foldForEver = async (): Promise<never> => {
  for (;;) await counters.foldNow();
};
const addForEver = async (): Promise<never> => {
  for (let added = 1; ; added += 1) {
    await videos.add(name, { views: 1 });
    // Waits for whoever reads: what was not printed is taken for one that was under way.
    await new Promise((resolve) => process.stdout.write(`${JSON.stringify({ name, added })}\n`, resolve));
  }
};
await Promise.race([foldForEver(), addForEver()]);
