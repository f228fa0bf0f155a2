import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import mongoose from 'mongoose';
import { expect, onTestFinished, test } from 'vitest';
import { scratchFolder, startOwnMongod } from '../testkit/servers.ts';

async function dataFolder(): Promise<string> {
  const folder = await scratchFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function connected(
  uri: string,
): Promise<AsyncDisposable & { films: mongoose.mongo.Collection; client: mongoose.mongo.MongoClient }> {
  const client = await mongoose.mongo.MongoClient.connect(uri);
  return { client, films: client.db().collection('films'), [Symbol.asyncDispose]: () => client.close() };
}

test('what a transaction wrote is there after a stop and a start, at the same address', async () => {
  const dataDir = await dataFolder();
  let firstUri: string;
  {
    await using server = await startOwnMongod({ dataDir });
    await using mongo = await connected(server.uri);
    firstUri = server.uri;
    await mongo.client.withSession((session) =>
      session.withTransaction(async () => {
        await mongo.films.insertOne({ title: 'Metropolis' }, { session });
      }),
    );
  }
  await using server = await startOwnMongod({ dataDir });
  await using mongo = await connected(server.uri);
  expect(server.uri).toBe(firstUri);
  expect(await mongo.films.countDocuments()).toBe(1);
});

test('it has linearizable reads and change streams', async () => {
  await using server = await startOwnMongod();
  await using mongo = await connected(server.uri);
  await mongo.films.insertOne({ title: 'Metropolis' });
  const read = await mongo.films.findOne({}, { readConcern: { level: 'linearizable' } });
  expect(read).toMatchObject({ title: 'Metropolis' });

  await using changes = mongo.films.watch();
  const change = changes.next();
  await changes.tryNext().catch(() => undefined);
  await mongo.films.insertOne({ title: 'Sunrise' });
  expect(await change).toMatchObject({ operationType: 'insert' });
});

test('when its port of last time is taken, it starts on another one with the same data', async () => {
  const dataDir = await dataFolder();
  let port: number;
  {
    await using server = await startOwnMongod({ dataDir });
    await using mongo = await connected(server.uri);
    await mongo.films.insertOne({ title: 'Metropolis' });
    port = Number(new URL(server.uri).port);
  }
  const squatter = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void squatter.close());
  await once(squatter, 'listening');

  await using server = await startOwnMongod({ dataDir });
  await using mongo = await connected(server.uri);
  expect(Number(new URL(server.uri).port)).not.toBe(port);
  expect(await mongo.films.findOne()).toMatchObject({ title: 'Metropolis' });
  await mongo.films.insertOne({ title: 'Sunrise' }, { writeConcern: { w: 'majority' } });
});

test('stopping twice is fine, and the exit is told', async () => {
  await using server = await startOwnMongod();
  await Promise.all([server.stop(), server.stop()]);
  expect(await server.exited).toMatchObject({ code: 0 });
});

test('a mongod that dies by itself is told, and the next start recovers the data', async () => {
  const dataDir = await dataFolder();
  {
    await using server = await startOwnMongod({ dataDir });
    await using mongo = await connected(server.uri);
    await mongo.films.insertOne({ title: 'Metropolis' }, { writeConcern: { w: 'majority' } });
    process.kill(server.pid, 'SIGKILL');
    expect(await server.exited).toMatchObject({ signal: 'SIGKILL' });
  }
  await using server = await startOwnMongod({ dataDir });
  await using mongo = await connected(server.uri);
  expect(await mongo.films.countDocuments()).toBe(1);
});
