import { randomUUID } from 'node:crypto';
import { createConnection, type Connection } from 'mongoose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileOf, spawnImport } from '../../testkit/imports.ts';
import { freshMongo } from '../../testkit/servers.ts';
import { waitFor } from '../../testkit/wait-for.ts';

let mongo: Connection;
let mongodbUri: string;
beforeEach(async () => {
  mongodbUri = freshMongo();
  mongo = await createConnection(mongodbUri).asPromise();
});
afterEach(() => mongo.close());

const count = 1200;
/** Milliseconds that a machine that runs many tests at once may take for some hundred films. */
const busyMs = 60_000;
const lines = Array.from({ length: count }, (_, index) =>
  index === 1000
    ? 'no film'
    : { title: `Film ${index}`, votes: index, directors: [`Director ${index % 50}`] },
);
const importOf = (file: string) =>
  spawnImport({ args: ['jsonl', file], mongodbUri, redisPrefix: `test-${randomUUID()}` });

const record = () => mongo.collection<{ position: number; writing: string | null }>('imports').findOne();
const films = () => mongo.collection('movies').countDocuments();
const amongst = (text: string) => expect.stringContaining(text) as string;

test.for([
  ['SIGKILL', { code: null, signal: 'SIGKILL', summary: '' }],
  ['SIGTERM', { code: 130, signal: null, summary: amongst('run the same import again to go on') }],
] as const)(
  'an import that got a %s goes on, and leaves no trace',
  { timeout: 4 * busyMs },
  async ([signal, end]) => {
    const file = await fileOf(lines);
    const first = importOf(file);
    await waitFor(async () => ((await record())?.position ?? 0) > 0, 'some lines are settled', busyMs);
    first.child.kill(signal);
    const stopped = await first.ended;
    const settled = (await record())?.position ?? 0;
    expect(settled).toBeGreaterThan(0);
    expect(settled).toBeLessThan(count);
    expect(stopped).toMatchObject(end);

    const second = await importOf(file).ended;
    expect(second).toMatchObject({
      code: 2,
      told: amongst('line 1001: expected an object in JSON, but got "no film"'),
    });
    expect(second.summary).toContain(`(${settled.toLocaleString('en-US')} of them by an earlier run).`);
    expect(await films()).toBe(count - 1);
    expect(await record()).toBeNull();

    const third = await importOf(file).ended;
    expect(third.summary).toContain('0 created, 0 updated, 1,199 unchanged, 1 faulty.');
  },
);

test('a file that was changed is begun anew', { timeout: 4 * busyMs }, async () => {
  const file = await fileOf(lines);
  const first = importOf(file);
  await waitFor(async () => ((await record())?.position ?? 0) > 0, 'some lines are settled', busyMs);
  first.child.kill('SIGTERM');
  await first.ended;
  const { summary } = await importOf(await fileOf([...lines, { title: 'One more' }])).ended;
  expect(summary).not.toContain('earlier run');
  expect(await films()).toBe(count);
});
