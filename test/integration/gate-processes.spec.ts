import mongoose from 'mongoose';
import { inject, describe, expect, it } from 'vitest';
import { createMemoryLog } from '../../src/cache/log/memory-log.ts';
import { provisionMongod } from '../../src/infra/embedded/index.ts';
import { freePort, waitForPort } from '../../src/infra/embedded/port.ts';
import { startSupervised } from '../../src/infra/embedded/supervised-process.ts';
import { StartupError } from '../../src/shared/startup-error.ts';
import { createGate } from '../../src/tracking/gate/gate.ts';
import { quiet } from '../testkit/quiet-log.ts';
import { scratchFolder } from '../testkit/servers.ts';
import { FAST, gateRig, until, untilLive, untilState } from '../unit/gate/gate-kit.ts';
import { createSharedLog } from '../unit/gate/shared-log.ts';
import { rm } from 'node:fs/promises';

const inMemory = { mode: 'memory' } as const;
const UNCACHED =
  'Another process caches under a log that this one has no part in: this one answers uncached.';

describe('without Redis', () => {
  it('one process caches, and a second one runs uncached and says so', async () => {
    await using rig = gateRig();
    const first = await rig.start(createMemoryLog(), inMemory);
    const epoch = await untilLive(first);
    const second = await rig.start(createMemoryLog(), inMemory);
    expect(second.state()).toMatchObject({ state: 'live', isLive: false, isUsable: false });
    expect(second.live()).toBeUndefined();
    expect(second.warnings).toEqual([UNCACHED]);
    expect(first.live()).toEqual(epoch);
    expect(first.warnings).toEqual([]);
  });

  it('the second process closes the gate before its first write, and keeps it closed while it writes', async () => {
    await using rig = gateRig();
    const first = await rig.start(createMemoryLog(), inMemory);
    const epoch = await untilLive(first);
    const script = await rig.start(createMemoryLog(), { ...inMemory, mayOpen: false });
    await first.mayWrite();
    expect(first.live()).toEqual(epoch);

    await script.mayWrite();
    expect(first.live()).toBeUndefined();
    await script.acknowledge(() => Promise.reject(new Error('nothing is to be appended in none')));
    await until(() => expect(script.state().isVetoing).toBe(true));
    await untilState(first, 'none');
    await first.mutate();

    await script.stop();
    expect((await untilLive(first, epoch.nonce)).logId).toBe(epoch.logId);
  });

  it('a mutation that did not ask before it wrote is answered when nobody caches any more', async () => {
    await using rig = gateRig();
    const first = await rig.start(createMemoryLog(), inMemory);
    await untilLive(first);
    const second = await rig.start(createMemoryLog(), inMemory);
    await second.mutate();
    expect(first.live()).toBeUndefined();
    expect(second.live()).toBeUndefined();
  });

  it('the next process takes over from one that ended, without its closing', async () => {
    await using rig = gateRig();
    const first = await rig.start(createMemoryLog(), inMemory);
    const epoch = await untilLive(first);
    await first.stop();
    expect(first.live()).toBeUndefined();
    await expect(first.mutate()).rejects.toThrow('The gate was stopped');
    const next = await rig.start(createMemoryLog(), inMemory);
    await untilLive(next, epoch.nonce);
    expect(next.states[0]).toBe('The gate is none.');
  });

  it('the next process takes over from one that died, when that has shown no life for a while', async () => {
    await using rig = gateRig();
    const client = await mongoose.createConnection(rig.uri).asPromise();
    const dying = await rig.start(createMemoryLog(), { ...inMemory, client: client.getClient() });
    const epoch = await untilLive(dying);
    const next = await rig.start(createMemoryLog(), inMemory);
    await untilState(next, 'live');
    await client.destroy();
    const taken = await untilLive(next);
    expect(taken.nonce).not.toBe(epoch.nonce);
    expect(dying.live()).toBeUndefined();
  });
});

describe('an instance of another gate format', () => {
  it('counts as one that cannot append: nobody caches while both run, and mutations pass', async () => {
    await using rig = gateRig();
    const log = createSharedLog();
    const old = await rig.start(log.connect());
    const epoch = await untilLive(old);
    const young = await rig.start(log.connect(), { format: 2 });
    expect(young.live()).toBeUndefined();
    expect(young.warnings).toEqual([UNCACHED]);
    await young.mutate();
    expect(old.live()).toBeUndefined();
    await untilState(old, 'none');
    await old.mutate();
    await young.stop();
    await untilLive(old, epoch.nonce);
  });

  it('closes a gate document that it cannot read', async () => {
    await using rig = gateRig();
    await rig.documents.insertOne({ _id: 'gate', format: 9, version: 1, state: 'half-open' });
    const gate = await rig.start(createSharedLog().connect());
    expect(gate.live()).toBeUndefined();
    await gate.mutate();
    await untilLive(gate);
  });
});

describe('a standalone Mongo', () => {
  it('is refused at the start, with what to do', async () => {
    const { command } = await provisionMongod({ downloadDir: inject('downloadDir'), log: quiet });
    const folder = await scratchFolder();
    const port = await freePort();
    const server = await startSupervised({
      command,
      args: ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'],
      killAfterMs: 5_000,
    });
    const client = new mongoose.mongo.MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`);
    try {
      await waitForPort(port, AbortSignal.timeout(20_000));
      const gate = createGate({
        client,
        databaseName: 'test',
        log: createMemoryLog(),
        mode: 'memory',
        instanceId: 'standalone',
        timings: { ...FAST, operationTimeoutMs: 5_000 },
        logger: quiet,
      });
      const refusal = gate.start();
      await expect(refusal).rejects.toThrow(StartupError);
      await expect(refusal).rejects.toThrow(
        'MongoDB runs as a standalone server, which cannot tell whether what it reads is current. Start it as a replica set',
      );
    } finally {
      await client.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
