import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { addAllSignedIn, addSignedIn } from '../../testkit/admin.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { keyOf } from '../../testkit/catalogue.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { addFollowers, unreadOf } from '../../testkit/notifications.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import type { TellingProcessOptions } from '../../testkit/telling-process.ts';
import { addChannel, addVideo, askAs } from '../../testkit/videos.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const program = fileURLToPath(new URL('../../testkit/telling-process.ts', import.meta.url));
const files = createMemoryObjectStore();
const shared = {
  mongodbUri: freshMongo(),
  redisUrl: freshRedis().url,
  redisPrefix: `test-${randomUUID()}`,
  notificationTuning: { leaseMs: 1_000, lookEveryMs: 500 },
} satisfies TellingProcessOptions;

let here: RunningApp;
beforeAll(async () => {
  here = await startEngineApp({ ...shared, seedProgress: undefined, objectStore: files });
  await live(here);
});
afterAll(() => here[Symbol.asyncDispose]());

const kill = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
};

const startOther = async (): Promise<{ readonly child: ChildProcess; readonly url: string }> => {
  const child = spawn(process.execPath, [program, JSON.stringify(shared)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => kill(child));
  const lines = createInterface({ input: child.stdout });
  const { value: url } = await lines[Symbol.asyncIterator]().next();
  return { child, url: String(url) };
};

const followers = 8_000;
const rounds = 2;

test('a server that is killed while it tells leaves nobody out, and nobody is told twice', async () => {
  const { authorization } = await addSignedIn(shared.mongodbUri, 'maker', ['VIEWER', 'CREATOR']);
  const maker = { authorization };
  const channel = await addChannel(here, maker, 'maker');
  const names = Array.from({ length: followers }, (_, at) => `follower-${String(at).padStart(5, '0')}`);
  const asking = await addAllSignedIn(
    shared.mongodbUri,
    [0, 950, 4_000, followers - 1].map((at) => names[at] ?? ''),
  );
  await addFollowers(
    here,
    keyOf(channel),
    names.map((name) => `user-${name}`),
  );
  const notifications = here.app.mongo.collection<{ _id: string }>('notifications');
  let wereCutOff = 0;

  for (let round = 1; round <= rounds; round += 1) {
    for (const one of asking)
      expect(await unreadOf(here, { authorization: one.authorization })).toBe(round - 1);
    const video = await addVideo(here, files, maker, { title: `Video ${round}` });
    const videoId = keyOf(video);
    const other = await startOther();
    const answer = await askAs(
      { ...here, url: other.url },
      maker,
      'mutation ($id: ID!) { publishVideo(id: $id) { video { status } } }',
      { id: video },
    );
    expect(answer.codes).toEqual([]);
    // From within the first hundreds to far into the thousands.
    const enough = [1, 2_000][round - 1] ?? 1;
    const toldOf = () => notifications.countDocuments({ videoId });
    await waitFor(async () => (await toldOf()) >= enough, 'some are told');
    await kill(other.child);
    const atKill = await toldOf();
    if (atKill < followers) wereCutOff += 1;
    const tellings = here.app.mongo.collection('videoTellings');
    await waitFor(async () => (await tellings.countDocuments()) === 0, 'all are told', 120_000);
    expect([round, await toldOf()]).toEqual([round, followers]);
    expect((await notifications.distinct('userId', { videoId })).length).toBe(followers);
    for (const one of asking) expect(await unreadOf(here, { authorization: one.authorization })).toBe(round);
  }
  // Else nothing was shown.
  expect(wereCutOff).toBeGreaterThan(0);
}, 300_000);
