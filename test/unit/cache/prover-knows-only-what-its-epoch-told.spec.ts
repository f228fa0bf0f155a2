import { describe, expect, test } from 'vitest';
import type { Epoch } from '../../../src/cache/epoch.ts';
import { createLocalProver } from '../../../src/cache/log/local-prover.ts';
import { createMemoryLog } from '../../../src/cache/log/memory-log.ts';
import type { ProofReply } from '../../../src/cache/log/invalidation-log.ts';
import { documentTag, partitionTag } from '../../../src/cache/tags.ts';
import { createScriptedAuthority, recordOf, setUpProver } from './prover-script.ts';

const setUp = () => {
  const { log, authority, clock, prover } = setUpProver();
  const ask = async (reply: Partial<ProofReply> & { position: number }) => {
    const call = prover.prove();
    await clock.advance(1);
    await log.last().answer(reply);
    return call;
  };
  return { log, authority, clock, prover, ask };
};

describe('a prover of a log elsewhere', () => {
  test('asks nothing when no epoch lives', async () => {
    const { log, authority, clock, prover } = setUp();
    authority.epoch = undefined;
    expect(await prover.prove()).toBeUndefined();
    await clock.advance(10);
    expect(log.sent).toHaveLength(0);
  });

  test('asks nothing when the epoch ended before the bytes went out', async () => {
    const { log, authority, clock, prover } = setUp();
    const call = prover.prove();
    authority.epoch = undefined;
    await clock.turn();
    expect(await call).toBeUndefined();
    expect(log.sent).toHaveLength(0);
  });

  test.each<[string, Epoch | undefined]>([
    ['ended', undefined],
    ['gave way to another', { nonce: 'second', logId: 'log' }],
  ])('gives no proof when the epoch %s before the reply, and blames nobody', async (_what, next) => {
    const { log, authority, clock, prover } = setUp();
    const call = prover.prove();
    await clock.turn();
    authority.epoch = next;
    await log.last().answer({ position: 1 });
    expect(await call).toBeUndefined();
    expect(authority.failures).toEqual([]);
  });

  test('takes nothing over into a new epoch', async () => {
    const { log, authority, ask } = setUp();
    await ask({ position: 2, records: [recordOf(1), recordOf(2, 'film')] });
    authority.epoch = { nonce: 'second', logId: 'log' };
    const proof = await ask({ position: 1, records: [recordOf(1)] });
    expect(log.last()).toMatchObject({ epoch: { nonce: 'second' }, applied: 0 });
    expect(proof).toMatchObject({ position: 1, epoch: { nonce: 'second' } });
    expect(proof?.isCurrent(['film'], 1)).toBe(true);
  });

  test('a proof holds nothing current once its epoch is over', async () => {
    const { authority, ask } = setUp();
    const proof = await ask({ position: 1, records: [recordOf(1)] });
    expect(proof?.isCurrent(['film'], 1)).toBe(true);
    authority.epoch = { nonce: 'second', logId: 'log' };
    expect(proof?.isCurrent(['film'], 1)).toBe(false);
    authority.epoch = undefined;
    expect(proof?.isCurrent(['film'], 1)).toBe(false);
  });

  test('an older proof refuses what a newer one learnt', async () => {
    const { ask } = setUp();
    const older = await ask({ position: 1, records: [recordOf(1)] });
    await ask({ position: 2, records: [recordOf(2, 'film')] });
    expect(older?.isCurrent(['film'], 1)).toBe(false);
  });

  test('who joins an epoch midway knows all of it if the log still holds all', async () => {
    const { ask } = setUp();
    const proof = await ask({ position: 3, records: [recordOf(1), recordOf(2, 'film'), recordOf(3)] });
    expect(proof?.isCurrent(['film'], 1)).toBe(false);
    expect(proof?.isCurrent(['film'], 2)).toBe(true);
    expect(proof?.isCurrent(['other'], 1)).toBe(true);
  });

  test('who joins an epoch midway otherwise knows nothing of before', async () => {
    const { log, ask } = setUp();
    const proof = await ask({ position: 700, records: 'truncated' });
    expect(proof?.position).toBe(700);
    expect(proof?.isCurrent(['any'], 699)).toBe(false);
    expect(proof?.isCurrent(['any'], 700)).toBe(true);
    await ask({ position: 701, records: [recordOf(701, 'film')] });
    expect(log.last().applied).toBe(700);
    expect(proof?.isCurrent(['film'], 700)).toBe(false);
  });

  test.each([
    ['at their beginning', [recordOf(3, 'c'), recordOf(4, 'd')]],
    ['within', [recordOf(2, 'b'), recordOf(4, 'd')]],
    ['at their end', [recordOf(2, 'b'), recordOf(3, 'c')]],
  ])('records with a gap %s raise the floor to the head', async (_where, records) => {
    const { log, ask } = setUp();
    await ask({ position: 1, records: [recordOf(1)] });
    const proof = await ask({ position: 4, records });
    expect(proof?.position).toBe(4);
    expect(proof?.isCurrent(['any'], 3)).toBe(false);
    expect(proof?.isCurrent(['d'], 4)).toBe(true);
    await ask({ position: 4 });
    expect(log.last().applied).toBe(4);
  });

  test('a head below what was applied is a failure', async () => {
    const { authority, ask } = setUp();
    await ask({ position: 3, records: 'truncated' });
    expect(await ask({ position: 2 })).toBeUndefined();
    expect(authority.failures).toEqual([['first', 'behind-applied']]);
  });

  test('a writer with other declarations stamps all of the collections that it names', async () => {
    const { ask } = setUp();
    const tags = [partitionTag('shop.films', 'genres', 'drama'), documentTag('shop.people', '1')];
    const proof = await ask({
      position: 2,
      records: [recordOf(1), { position: 2, tags, declarations: 'theirs' }],
    });
    for (const tag of [...tags, 'shop.films!', 'shop.people!'])
      expect(proof?.isCurrent([tag], 1)).toBe(false);
    expect(proof?.isCurrent(['shop.other!'], 1)).toBe(true);
  });

  test('a writer with the same declarations stamps what it names', async () => {
    const { ask } = setUp();
    const tag = partitionTag('shop.films', 'genres', 'drama');
    const proof = await ask({ position: 2, records: [recordOf(1), recordOf(2, tag)] });
    expect(proof?.isCurrent([tag], 1)).toBe(false);
    expect(proof?.isCurrent(['shop.films!'], 1)).toBe(true);
  });

  test('a proof carries the time that reads have to see', async () => {
    const { ask } = setUp();
    const operationTime = { order: '0000000100000001', signed: 'signed' };
    expect(await ask({ position: 1, operationTime })).toMatchObject({ operationTime });
  });

  test('stamps that are evicted for lack of room raise the floor', async () => {
    const { log, clock, prover } = setUpProver({ stampCapacity: 1 });
    const call = prover.prove();
    await clock.turn();
    await log.last().answer({ position: 3, records: [recordOf(1), recordOf(2, 'a'), recordOf(3, 'b')] });
    expect((await call)?.isCurrent(['any'], 1)).toBe(false);
    expect((await call)?.isCurrent(['any'], 2)).toBe(true);
  });
});

describe('a prover of the log in this process', () => {
  const setUpLocal = async () => {
    const [log, authority] = [createMemoryLog(), createScriptedAuthority()];
    authority.epoch = await log.open();
    const epoch = authority.epoch;
    const write = (...tags: string[]) => log.append(epoch, { tags, declarations: 'ours' });
    return { log, authority, write, prover: createLocalProver({ log, authority, declarations: 'ours' }) };
  };

  test('proves at once, and knows every write so far', async () => {
    const { write, prover } = await setUpLocal();
    const before = prover.proveNow();
    expect(before?.isCurrent(['film'], 1)).toBe(true);
    await write('film');
    const after = prover.proveNow();
    expect([before?.position, after?.position]).toEqual([1, 2]);
    expect(after?.isCurrent(['film'], 1)).toBe(false);
    expect(after?.isCurrent(['film'], 2)).toBe(true);
    expect(await prover.prove()).toMatchObject({ position: 2 });
  });

  test('proves nothing when no epoch lives', async () => {
    const { authority, prover } = await setUpLocal();
    authority.epoch = undefined;
    expect(prover.proveNow()).toBeUndefined();
    expect(await prover.prove()).toBeUndefined();
    expect(authority.failures).toEqual([]);
  });

  test('reports an epoch that the log does not hold', async () => {
    const { log, authority, prover } = await setUpLocal();
    await log.open();
    expect(prover.proveNow()).toBeUndefined();
    expect(authority.failures).toEqual([[authority.epoch?.nonce, 'other-epoch']]);
  });

  test('takes nothing over into a new epoch', async () => {
    const { log, authority, write, prover } = await setUpLocal();
    await write('film');
    const before = await prover.prove();
    authority.epoch = await log.open();
    expect(before?.isCurrent(['film'], 2)).toBe(false);
    expect(prover.proveNow()).toMatchObject({ position: 1 });
    expect(prover.proveNow()?.isCurrent(['film'], 1)).toBe(true);
  });
});
