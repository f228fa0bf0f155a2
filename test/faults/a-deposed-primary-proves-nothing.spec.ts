import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { provisionMongod } from '../../src/infra/embedded/index.ts';
import { connectMongo } from '../../src/infra/mongo.ts';
import { createSeededRandom } from '../../src/seed/seeded-random.ts';
import { timeOfReply } from '../../src/tracking/operation/time.ts';
import { createDeclarations } from '../../src/tracking/facets/declarations.ts';
import { createGateStore } from '../../src/tracking/gate/gate-document.ts';
import { createTracking } from '../../src/tracking/tracking.ts';
import { MongoSet } from '../checker/servers/mongo-set.ts';
import { quiet } from '../testkit/quiet-log.ts';
import { scratchFolder } from '../testkit/servers.ts';

let set: MongoSet;
let folder: string;
beforeAll(async () => {
  folder = await scratchFolder();
  const { command } = await provisionMongod({ downloadDir: inject('downloadDir'), log: quiet });
  set = await MongoSet.start(command, folder, 0, createSeededRandom(1));
});
afterAll(async () => {
  await set[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

interface Film {
  readonly _id: string;
  readonly title: string;
}

test('cut off from the others, it answers on, and neither shows the gate nor what an acknowledged write has changed', async () => {
  const old = await set.primary();
  await using opened = new AsyncDisposableStack();
  const toOld = await connectMongo(`mongodb://127.0.0.1:${old.way.port}/shop?directConnection=true`, {
    monitorCommands: true,
  });
  opened.defer(() => toOld.close());
  const toAll = await connectMongo(set.uri.replace('/marquee', '/shop'));
  opened.defer(() => toAll.close());
  const declarations = createDeclarations('shop', [{ collection: 'films' }]);
  const tracking = createTracking({ declarations, onOrphanWrite: () => undefined });
  opened.defer(tracking.attach(toOld));
  const gate = createGateStore({ client: toOld.getClient(), databaseName: 'shop', timeoutMs: 1500 });
  await toAll.collection<Film>('films').insertOne({ _id: 'a', title: 'before' });
  await toAll
    .collection<{ _id: string; version: number }>('marquee.gate')
    .insertOne({ _id: 'gate', version: 1 });
  expect((await gate.read()).document).toMatchObject({ version: 1 });

  set.cutOff(old);
  const next = await set.primary(old);
  expect(next).not.toBe(old);
  const reply = await toAll.db?.command({
    update: 'films',
    updates: [{ q: { _id: 'a' }, u: { $set: { title: 'after' } } }],
    writeConcern: { w: 'majority' },
  });
  const readAfter = timeOfReply(reply ?? {});
  expect(readAfter).toBeDefined();

  await expect(gate.read()).rejects.toThrow(/time|majority|primary|abort/i);
  const { outcome, reads } = await tracking.run({ kind: 'query', readAfter, readMaxTimeMs: 1500 }, () =>
    toOld.collection<Film>('films').findOne({ _id: 'a' }),
  );
  expect(outcome.status === 'rejected' || reads.uncacheable.length > 0).toBe(true);
  set.cutOff(undefined);
  await set.untilWhole();
});
