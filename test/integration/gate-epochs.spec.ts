import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { createMemoryLog } from '../../src/cache/log/memory-log.ts';
import { createRedisLog, LOG_REDIS_OPTIONS } from '../../src/cache/log/redis-log.ts';
import { startOwnRedis } from '../testkit/servers.ts';
import { FAST, gateRig, settableClock, until, untilLive, untilState } from '../unit/gate/gate-kit.ts';
import { startMuteProxy } from '../unit/gate/mute-proxy.ts';
import { createSharedLog } from '../unit/gate/shared-log.ts';

describe('the gate opens', () => {
  it('on an empty database, after a closing for whoever remembers another gate', async () => {
    await using rig = gateRig();
    const gate = await rig.start(createSharedLog().connect());
    const epoch = await untilLive(gate);
    expect(gate.states).toEqual([
      'The gate is closing.',
      'The gate is none.',
      'The gate is opening.',
      'The gate is live.',
    ]);
    expect(gate.firstLiveOperationTime(epoch)?.order).toMatch(/^[\da-f]{16}$/);
    expect(gate.firstLiveOperationTime({ ...epoch, nonce: 'other' })).toBeUndefined();
    expect(gate.state()).toMatchObject({ state: 'live', isLive: true, isUsable: true, failures: 0 });
  });

  it('at once for an instance that comes later', async () => {
    await using rig = gateRig();
    const log = createSharedLog();
    const epoch = await untilLive(await rig.start(log.connect()));
    const later = await rig.start(log.connect());
    expect(later.live()).toEqual(epoch);
    expect(later.states).toEqual(['The gate is live.']);
  });

  it('for several instances that start together, under one epoch', async () => {
    await using rig = gateRig();
    const log = createSharedLog();
    const gates = await Promise.all([1, 2, 3].map(() => rig.start(log.connect())));
    const epochs = await Promise.all(gates.map((gate) => untilLive(gate)));
    expect(new Set(epochs.map(({ nonce }) => nonce)).size).toBe(1);
    const document = await rig.documents.findOne({ _id: 'gate' });
    expect(document?.['failures']).toBe(0);
  });

  it('when the log that was missing at the start appears; until then mutations pass', async () => {
    await using rig = gateRig();
    const log = createSharedLog().connect();
    log.fault = 'cut';
    const gate = await rig.start(log);
    await untilState(gate, 'none');
    await until(() => expect(gate.state()).toMatchObject({ cannotAppend: true, isVetoing: true }));
    await gate.mutate();
    expect(gate.live()).toBeUndefined();
    log.fault = undefined;
    await untilLive(gate);
  });
});

describe('an epoch that has missed a write', () => {
  it('is closed for all when one process says so, and the next is to be followed from a later time', async () => {
    await using rig = gateRig();
    const shared = createSharedLog();
    const one = await rig.start(shared.connect());
    const other = await rig.start(shared.connect());
    const first = await untilLive(one);
    await untilLive(other);
    const followed = one.followed();
    expect(followed?.epoch).toEqual(first);
    expect(followed?.since).toMatch(/^[\da-f]{16}$/);
    expect((followed?.since ?? '~') < (one.firstLiveOperationTime(first)?.order ?? '')).toBe(true);

    one.endEpoch(first, 'a place was lost');
    const second = await untilLive(other, first.nonce);
    expect(other.followed()?.epoch).toEqual(second);
    expect((other.followed()?.since ?? '') > (followed?.since ?? '~')).toBe(true);
    // Said of an epoch that is over.
    one.endEpoch(first, 'a place was lost');
    await untilLive(one, first.nonce);
    expect(one.live()).toEqual(second);
  });

  it("is nobody's to follow who has no part in its log", async () => {
    await using rig = gateRig();
    const first = await rig.start(createMemoryLog(), { mode: 'memory' });
    await untilLive(first);
    const second = await rig.start(createMemoryLog(), { mode: 'memory' });
    expect(first.followed()).toBeDefined();
    expect(second.followed()).toBeUndefined();
    await first.stop();
    expect(first.followed()).toBeUndefined();
  });
});

describe('when the log fails', () => {
  it.each(['cut', 'hung'] as const)(
    'by being %s, the gate closes for all, mutations wait once, and a new epoch follows',
    async (fault) => {
      await using rig = gateRig();
      const shared = createSharedLog();
      const [one, other] = [shared.connect(), shared.connect()];
      const writer = await rig.start(one);
      const reader = await rig.start(other);
      const first = await untilLive(writer);
      expect(await untilLive(reader)).toEqual(first);

      one.fault = fault;
      await writer.mutate();
      // The moment of the acknowledgement: nobody may serve what the log does not know to be old.
      expect([writer.live(), reader.live()]).toEqual([undefined, undefined]);
      expect(writer.state()).toMatchObject({ state: 'none', isVetoing: true });
      const before = performance.now();
      await writer.mutate();
      expect(performance.now() - before).toBeLessThan(FAST.closingMs / 2);
      // The other instance could append, and is kept from opening.
      await until(() => expect(reader.state().state).toBe('none'));
      expect((await rig.documents.findOne({ _id: 'gate' }))?.['vetoes']).toHaveLength(1);

      one.fault = undefined;
      const second = await untilLive(reader, first.nonce);
      expect(second.nonce).not.toBe(first.nonce);
      expect(await untilLive(writer, first.nonce)).toEqual(second);
      await until(async () =>
        expect((await rig.documents.findOne({ _id: 'gate' }))?.['vetoes']).toHaveLength(0),
      );
    },
  );

  it('by losing its memory, a mutation is answered after the closing, and the next epoch is of the new log', async () => {
    await using rig = gateRig();
    const shared = createSharedLog();
    const gate = await rig.start(shared.connect());
    const first = await untilLive(gate);
    shared.restart();
    await gate.mutate();
    expect(gate.live()).toBeUndefined();
    // It has answered, and the next epoch may begin on it: nobody is to be kept from that.
    expect(gate.state().isVetoing).toBe(false);
    const second = await untilLive(gate, first.nonce);
    expect(second.logId).not.toBe(first.logId);
    await gate.mutate();
    expect(await shared.position()).toBeGreaterThan(1);
  });

  it('for readers alone, the gate closes when the failure has lasted', async () => {
    await using rig = gateRig();
    const log = createSharedLog().connect();
    const gate = await rig.start(log);
    const epoch = await untilLive(gate);
    gate.reportLogFailure(epoch, 'one slow proof');
    await until(() => expect(gate.state().doubt).toBeUndefined());
    expect(gate.live()).toEqual(epoch);
    log.fault = 'cut';
    gate.reportLogFailure(epoch, 'no proof');
    await untilState(gate, 'none');
  });

  it('during a mutation that began while it worked, a single broken append does not close the gate', async () => {
    await using rig = gateRig();
    const log = createSharedLog().connect();
    const gate = await rig.start(log);
    const epoch = await untilLive(gate);
    let tries = 0;
    await gate.acknowledge(async (named) => {
      tries += 1;
      if (tries === 1) throw new Error('ECONNRESET');
      await log.append(named, { tags: ['c'], declarations: '' });
    });
    expect(tries).toBe(2);
    expect(gate.live()).toEqual(epoch);
  });

  it('about when it opens, mutations pass, and it stays closed until the log is back', async () => {
    await using rig = gateRig();
    const shared = createSharedLog();
    const [one, other] = [shared.connect(), shared.connect()];
    // Nobody opens before the second has started, however long that takes.
    const cut = await rig.start(other, { mayOpen: false });
    const healthy = await rig.start(one);
    other.fault = 'cut';
    // Whichever state it comes upon, an opening is taken back, or never begins.
    await cut.mutate();
    expect([healthy.live(), cut.live()]).toEqual([undefined, undefined]);
    await until(() =>
      expect(cut.state()).toMatchObject({ cannotAppend: true, isVetoing: true, state: 'none' }),
    );
    other.fault = undefined;
    await untilLive(healthy);
    await untilLive(cut);
  });
});

describe('with the log in Redis', () => {
  it('an emptied server costs one closing, and its next epoch proves what was appended', async () => {
    await using redis = await startOwnRedis();
    const operator = new Redis(redis.url);
    const log = createRedisLog({ client: new Redis(redis.url, LOG_REDIS_OPTIONS), prefix: 'gate' });
    try {
      await using rig = gateRig();
      const gate = await rig.start(log);
      const first = await untilLive(gate);
      await gate.mutate();
      await operator.flushall();
      await gate.mutate();
      expect(gate.live()).toBeUndefined();
      const second = await untilLive(gate, first.nonce);
      const { position } = await log.prove(second, 0);
      await gate.mutate();
      const proof = await log.prove(second, position);
      expect(proof.records).toMatchObject([{ position: position + 1, tags: ['c'] }]);
    } finally {
      operator.disconnect();
      await log.close();
    }
  });
});

describe('a view expires', () => {
  it('when the wall clock jumps, until the next read', async () => {
    await using rig = gateRig();
    const clock = settableClock();
    const gate = await rig.start(createSharedLog().connect(), { clock });
    const epoch = await untilLive(gate);
    clock.wallAheadMs = FAST.validityMs;
    expect(gate.live()).toBeUndefined();
    expect(gate.state().state).toBe('unknown');
    expect(await untilLive(gate)).toEqual(epoch);
  });

  it('when Mongo does not answer; a mutation waits for its answers', async () => {
    await using rig = gateRig();
    const target = new URL(rig.uri);
    await using proxy = await startMuteProxy({ host: target.hostname, port: Number(target.port) });
    const uri = `mongodb://127.0.0.1:${proxy.port}/?directConnection=true`;
    const gate = await rig.start(createSharedLog().connect(), { uri });
    const epoch = await untilLive(gate);
    proxy.setMute(true);
    await until(() => expect(gate.live()).toBeUndefined());
    await until(() => expect(gate.warnings).toEqual(['The gate cannot be read or moved; trying again.']));

    const giveUp = new AbortController();
    const abandoned = gate.acknowledge(async () => undefined, { signal: giveUp.signal });
    giveUp.abort(new Error('the client has gone'));
    await expect(abandoned).rejects.toThrow('the client has gone');

    const mutation = gate.mutate();
    expect(gate.state().waitingMutations).toBe(1);
    proxy.setMute(false);
    await mutation;
    expect(await untilLive(gate)).toEqual(epoch);
  });
});
