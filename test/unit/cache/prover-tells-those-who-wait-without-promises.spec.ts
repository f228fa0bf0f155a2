import { AsyncLocalStorage } from 'node:async_hooks';
import { expect, test } from 'vitest';
import { LogRefusedError } from '../../../src/cache/log/invalidation-log.ts';
import type { Proofs } from '../../../src/cache/log/prover.ts';
import { recordOf, settled, setUpProver } from './prover-script.ts';

const epoch = { nonce: 'first', logId: 'log' };

const setUp = () => {
  const parts = setUpProver({ budgetMs: 50 });
  const told: (Proofs | undefined)[] = [];
  const ask = () => parts.prover.proveSoon(epoch, (proofs) => void told.push(proofs));
  return { ...parts, told, ask };
};

test('all who asked before the bytes went out are told once, with one proof', async () => {
  const { log, clock, told, ask } = setUp();
  expect([ask(), ask()]).toEqual([true, true]);
  await clock.turn();
  expect(told).toEqual([]);
  await log.last().answer({ position: 3, records: 'truncated' });
  expect(told).toHaveLength(2);
  expect(told[0]).toBe(told[1]);
  expect(told[0]?.atOnce.position).toBe(3);
  await clock.advance(100);
  expect(told).toHaveLength(2);
});

test('both forms of it know what was written; only the one that is kept asks whether the epoch lives still', async () => {
  const { log, authority, clock, told, ask } = setUp();
  ask();
  await clock.turn();
  await log.last().answer({ position: 2, records: [recordOf(1), recordOf(2, 'film')] });
  const [{ kept, atOnce }] = told as [Proofs];
  expect([kept.isCurrent(['film'], 1), atOnce.isCurrent(['film'], 1)]).toEqual([false, false]);
  expect([kept.isCurrent(['film'], 2), atOnce.isCurrent(['film'], 2)]).toEqual([true, true]);
  authority.epoch = undefined;
  expect([kept.isCurrent(['film'], 2), atOnce.isCurrent(['film'], 2)]).toEqual([false, true]);
});

test('an epoch that ended while the log was asked proves nothing', async () => {
  const { log, authority, clock, told, ask } = setUp();
  ask();
  await clock.turn();
  authority.epoch = undefined;
  await log.last().answer({ position: 1 });
  expect(told).toEqual([undefined]);
});

test('who waited for its budget is told so, once', async () => {
  const { log, clock, told, ask } = setUp();
  ask();
  await clock.advance(50);
  expect(told).toEqual([undefined]);
  await log.last().answer({ position: 1 });
  expect(told).toEqual([undefined]);
});

test('nobody waits for a log that failed, nor after the end', async () => {
  const { log, clock, prover, told, ask } = setUp();
  ask();
  await clock.turn();
  await log.last().fail(new LogRefusedError('head-missing'));
  expect(told).toEqual([undefined]);
  expect(ask()).toBe(false);
  prover.close();
  expect(ask()).toBe(false);
  await clock.advance(1);
  expect(told).toHaveLength(1);
});

test('nobody is told in the context of the request that happened to send', async () => {
  const { log, clock, prover } = setUp();
  const context = new AsyncLocalStorage<string>();
  const seen: (string | undefined)[] = [];
  for (const name of ['one', 'another']) {
    context.run(name, () => prover.proveSoon(epoch, () => void seen.push(context.getStore())));
  }
  await context.run('the sender', () => clock.turn());
  await context.run('the log', () => log.last().answer({ position: 1 }));
  await settled();
  expect(seen).toEqual([undefined, undefined]);
});
