import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { addAdmin, addSignedIn, adminAuthorization } from '../../testkit/admin.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import { freshMongoWithFilms } from '../../testkit/films.ts';
import { commandsDuring } from '../../testkit/mongo-commands.ts';
import { freshRedis } from '../../testkit/servers.ts';

interface Told {
  readonly status: number;
  readonly cacheStatus: string | null;
  readonly body: { data?: { me?: { id: string; roles: string[] } | null }; errors?: unknown[] };
}

const me = '{ me { id name roles } }';
const page = '{ movies(first: 3) { nodes { title } } }';

const ask = async ({ url }: RunningApp, query: string, authorization: string): Promise<Told> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query }),
  });
  return {
    status: response.status,
    cacheStatus: response.headers.get('cache-status'),
    body: (await response.json()) as Told['body'],
  };
};

const asAdmin = async (running: RunningApp, mutation: string): Promise<void> => {
  const { body } = await ask(running, mutation, adminAuthorization);
  expect(body.errors).toBeUndefined();
};

const modes = [
  { name: 'in memory', redis: () => ({}) },
  { name: 'with Redis', redis: () => ({ redisUrl: freshRedis().url, redisPrefix: `test-${randomUUID()}` }) },
];

describe.each(modes)('somebody who is signed in, $name', ({ redis }) => {
  test('is answered from what is kept, and nothing is asked of Mongo', async () => {
    const mongodbUri = await freshMongoWithFilms();
    await using running = await startEngineApp({ mongodbUri, ...redis() });
    const { authorization } = await addSignedIn(mongodbUri, 'ann');
    await live(running);
    for (const query of [me, page]) await ask(running, query, authorization);
    const commands = await commandsDuring(running.app.mongo, async () => {
      for (const query of [me, page, me]) {
        expect((await ask(running, query, authorization)).cacheStatus).toMatch(/; hit/);
      }
    });
    expect(commands).toEqual([]);
  });

  test('has other roles from the answer to the change on, and is out from the answer to the ban on', async () => {
    const mongodbUri = await freshMongoWithFilms();
    await using running = await startEngineApp({ mongodbUri, ...redis() });
    await addAdmin(mongodbUri);
    const { authorization } = await addSignedIn(mongodbUri, 'ann');
    await live(running);
    const userId = (await ask(running, me, authorization)).body.data?.me?.id;
    const rolesNow = async () => (await ask(running, me, authorization)).body.data?.me?.roles;
    expect([await rolesNow(), await rolesNow()]).toEqual([['VIEWER'], ['VIEWER']]);
    await asAdmin(
      running,
      `mutation { setRoles(userId: "${userId}", roles: [VIEWER, CREATOR]) { user { id } } }`,
    );
    expect([await rolesNow(), await rolesNow()].map((roles) => roles?.toSorted())).toEqual([
      ['CREATOR', 'VIEWER'],
      ['CREATOR', 'VIEWER'],
    ]);
    await asAdmin(running, `mutation { banUser(userId: "${userId}", reason: "Spam") { user { id } } }`);
    for (const query of [me, page, me])
      expect(await ask(running, query, authorization)).toMatchObject({ status: 401 });
  });
});

test('what one instance ends is over on the other, whose answers were hits', async () => {
  const mongodbUri = await freshMongoWithFilms();
  const shared = { mongodbUri, redisUrl: freshRedis().url, redisPrefix: `test-${randomUUID()}` };
  await using here = await startEngineApp(shared);
  await using there = await startEngineApp(shared);
  const people = await Promise.all(['ann', 'ben', 'cy'].map((name) => addSignedIn(mongodbUri, name)));
  await Promise.all([live(here), live(there)]);
  for (const { authorization } of people) {
    for (let turn = 0; turn < 2; turn += 1) await ask(there, me, authorization);
    expect((await ask(there, me, authorization)).cacheStatus).toMatch(/; hit/);
    expect((await ask(here, 'mutation { logout { endedSessions } }', authorization)).status).toBe(200);
    expect(await ask(there, me, authorization)).toMatchObject({ status: 401 });
    expect(await ask(there, page, authorization)).toMatchObject({ status: 401 });
  }
});

test('a session that ends by itself is over to the second, though it is kept', async () => {
  const mongodbUri = await freshMongoWithFilms();
  await using running = await startEngineApp({ mongodbUri });
  const { authorization, sessionId } = await addSignedIn(mongodbUri, 'ann');
  await live(running);
  const endsAt = new Date(Date.now() + 2_000);
  await running.app.mongo
    .collection('sessions')
    .updateOne({ _id: sessionId as never }, { $set: { expiresAt: endsAt } });
  let last: Told;
  let hits = 0;
  do {
    last = await ask(running, page, authorization);
    if (/; hit/.test(last.cacheStatus ?? '')) hits += 1;
  } while (last.status === 200 && Date.now() < endsAt.getTime() + 5_000);
  expect(last.status).toBe(401);
  expect(Date.now()).toBeGreaterThanOrEqual(endsAt.getTime());
  expect(hits).toBeGreaterThan(3);
});
