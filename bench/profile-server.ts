import { randomBytes } from 'node:crypto';
import { Session } from 'node:inspector/promises';
import { createApp } from '../src/app.ts';
import { readEnvironment } from '../src/config/environment.ts';

/**
 * The server that `profile.ts` looks at, as its child: `node profile-server.ts <mongodb uri>`. Says its port, then
 * records while it is told to, and sends what it recorded.
 */
const [mongodbUri = ''] = process.argv.slice(2);
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

const app = await createApp({
  ...readEnvironment(),
  mongodbUri,
  tokenKeys: [{ id: 'profile', secret: randomBytes(32) }],
  redisUrl: undefined,
  cacheEngine: 'marquee',
  development: false,
  // On, at a rate that does not bind.
  rateLimitGeneral: { limit: 999_999_999, windowMs: 900_000 },
  log: silent,
  seedProgress: () => undefined,
});
const { port } = await app.listen(0, '127.0.0.1');
while (app.caching?.gate.live() === undefined) await new Promise((resolve) => setTimeout(resolve, 50));

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: 100 });

const answer = async (message: unknown): Promise<void> => {
  switch (message) {
    case 'start':
      await session.post('Profiler.start');
      process.send?.('started');
      return;
    case 'stop': {
      const { profile } = await session.post('Profiler.stop');
      process.send?.(profile);
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
