import { randomBytes } from 'node:crypto';
import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';
import { constants, type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics } from 'node:v8';
import { createApp } from '../src/app.ts';
import { readEnvironment } from '../src/config/environment.ts';
import { quiet } from '../test/testkit/quiet-log.ts';

/** Between being told to start and to stop. */
export interface Recorded {
  readonly profile: Profiler.Profile;
  /** By how much the old space grew: what outlived collections of the new one. */
  readonly grownBytes: number | undefined;
}

/**
 * The server that `profile.ts` looks at, as its child: `node profile-server.ts <mongodb uri> [redis uri]`. Says its port, then
 * records while it is told to, and sends what it recorded.
 */
const [mongodbUri = '', redisUrl] = process.argv.slice(2);
const app = await createApp({
  ...readEnvironment(),
  mongodbUri,
  tokenKeys: [{ id: 'profile', secret: randomBytes(32) }],
  redisUrl,
  cacheEngine: 'marquee',
  development: false,
  // On, at a rate that does not bind.
  rateLimitGeneral: { limit: 999_999_999, windowMs: 900_000 },
  log: quiet,
  seedProgress: () => undefined,
});
const { port } = await app.listen(0, '127.0.0.1');
while (app.caching?.gate.live() === undefined) await new Promise((resolve) => setTimeout(resolve, 50));

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: 100 });

let collections = 0;
new PerformanceObserver((list) => {
  const entries = list.getEntries() as (PerformanceEntry & { readonly detail: { readonly kind: number } })[];
  collections += entries.filter(({ detail }) => detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR).length;
}).observe({ entryTypes: ['gc'] });
const oldSpaceBytes = (): number =>
  getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')?.space_used_size ?? 0;
let before = { collections, bytes: 0 };

const answer = async (message: unknown): Promise<void> => {
  switch (message) {
    case 'start':
      await session.post('Profiler.start');
      before = { collections, bytes: oldSpaceBytes() };
      process.send?.('started');
      return;
    case 'stop': {
      // Of an old space that was collected meanwhile nobody knows how much it grew.
      const grownBytes = collections === before.collections ? oldSpaceBytes() - before.bytes : undefined;
      const { profile } = await session.post('Profiler.stop');
      process.send?.({ profile, grownBytes } satisfies Recorded);
      return;
    }
    case 'end':
      await app.close();
      process.disconnect();
      return;
  }
};
process.on('message', (message) => void answer(message));
process.send?.(port);
