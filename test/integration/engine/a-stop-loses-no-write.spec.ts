import { randomUUID } from 'node:crypto';
import { createConnection } from 'mongoose';
import { expect, test } from 'vitest';
import { ask, live, startEngineApp } from '../../testkit/engine-app.ts';
import { privateNotes } from '../../testkit/private-notes.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { startSlowProxy } from '../../testkit/slow-proxy.ts';

test('what a server wrote before it was stopped is seen, though whoever asked has gone', async () => {
  const { url } = freshRedis();
  await using proxy = await startSlowProxy(Number(new URL(url).port), 60);
  const mongodbUri = freshMongo();
  const shared = {
    mongodbUri,
    redisPrefix: `test-${randomUUID()}`,
    extension: privateNotes,
    seedProgress: undefined,
  };
  await using stays = await startEngineApp({ ...shared, redisUrl: url });
  await live(stays);
  const noteAt = async () => (await ask(stays, '{ myNote }', { as: 'ada' })).data?.['myNote'];
  await ask(stays, 'mutation { setMyNote(text: "old") }', { as: 'ada' });
  expect([await noteAt(), await noteAt()]).toEqual(['old', 'old']);

  const leaves = await startEngineApp({ ...shared, redisUrl: `redis://127.0.0.1:${proxy.port}` });
  await live(leaves);
  const written = Promise.withResolvers<void>();
  leaves.app.mongo.getClient().on('commandSucceeded', ({ commandName }) => {
    if (commandName === 'update' || commandName === 'findAndModify') written.resolve();
  });
  const gone = new AbortController();
  const asked = fetch(leaves.url, {
    method: 'POST',
    signal: gone.signal,
    headers: { 'content-type': 'application/json', authorization: 'Bearer viewer-ada' },
    body: JSON.stringify({ query: 'mutation { setMyNote(text: "new") }' }),
  });
  await written.promise;
  // The record is on its slow way to the log.
  gone.abort();
  await expect(asked).rejects.toThrow('aborted');
  await leaves[Symbol.asyncDispose]();

  const mongo = await createConnection(mongodbUri).asPromise();
  expect(await mongo.collection<{ _id: string }>('notes').findOne({ _id: 'ada' })).toMatchObject({
    text: 'new',
  });
  await mongo.close();
  expect(await noteAt()).toBe('new');
});
