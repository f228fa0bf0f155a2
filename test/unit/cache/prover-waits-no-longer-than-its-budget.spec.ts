import { expect, test } from 'vitest';
import { LogRefusedError, LogUnavailableError } from '../../../src/cache/log/invalidation-log.ts';
import type { Proof, Prover } from '../../../src/cache/log/prover.ts';
import { settled, setUpProver } from './prover-script.ts';

const BUDGET_MS = 50;
const hung = () => new LogUnavailableError('no answer');

const setUp = () => {
  const inVain = { times: 0 };
  const onWaitedInVain = (): void => {
    inVain.times += 1;
  };
  return { ...setUpProver({ budgetMs: BUDGET_MS, onWaitedInVain }), inVain };
};

/** A call, and what became of it so far. */
const watch = (prover: Prover) => {
  const seen: { state: 'waiting' | 'undefined' | Proof } = { state: 'waiting' };
  void prover.prove().then((proof) => {
    seen.state = proof ?? 'undefined';
    return undefined;
  });
  return seen;
};

test('a call ends without a proof when its budget is over', async () => {
  const { clock, prover } = setUp();
  const call = watch(prover);
  await clock.advance(BUDGET_MS - 1);
  expect(call.state).toBe('waiting');
  await clock.advance(1);
  expect(call.state).toBe('undefined');
});

test('that a whole budget was waited in vain is told, and not that a log failed at once', async () => {
  const { log, clock, inVain, prover } = setUp();
  watch(prover);
  await clock.advance(BUDGET_MS - 1);
  expect(inVain.times).toBe(0);
  await clock.advance(1);
  expect(inVain.times).toBe(1);

  const other = setUp();
  const refused = watch(other.prover);
  await other.clock.advance(0);
  await other.log.last().fail(hung());
  expect(refused.state).toBe('undefined');
  expect(other.inVain.times).toBe(0);
  expect(log.sent).toHaveLength(1);
});

test('the budget counts from the call itself, the wait for an earlier proof included', async () => {
  const { log, clock, prover } = setUp();
  const first = watch(prover);
  await clock.advance(10);
  const second = watch(prover);
  await clock.advance(30);
  await log.last().answer({ position: 1 });
  expect(first.state).toMatchObject({ position: 1 });
  await clock.advance(19);
  expect(log.sent).toHaveLength(2);
  expect(second.state).toBe('waiting');
  await clock.advance(1);
  expect(second.state).toBe('undefined');
});

test('a proof that comes late for some still serves those of its batch who have time', async () => {
  const { log, clock, prover } = setUp();
  const first = watch(prover);
  await clock.advance(0);
  const second = watch(prover);
  await clock.advance(15);
  const third = watch(prover);
  await clock.advance(20);
  await log.last().answer({ position: 1 });
  expect(first.state).toMatchObject({ position: 1 });
  await clock.advance(20);
  expect([second.state, third.state]).toEqual(['undefined', 'waiting']);
  await log.last().answer({ position: 1 });
  expect([second.state, third.state]).toEqual(['undefined', expect.objectContaining({ position: 1 })]);
});

test('while the proof in flight has had a whole budget, nobody begins to wait', async () => {
  const { log, clock, prover } = setUp();
  const first = watch(prover);
  await clock.advance(10);
  const second = watch(prover);
  await clock.advance(BUDGET_MS - 10);
  expect([first.state, second.state]).toEqual(['undefined', 'undefined']);
  expect(await prover.prove()).toBeUndefined();
  await log.last().answer({ position: 1 });
  const next = watch(prover);
  await clock.turn();
  await log.last().answer({ position: 1 });
  expect(next.state).toMatchObject({ position: 1 });
});

test('when a proof fails, all of its batch and all who wait for the next go without, and it is reported', async () => {
  const { log, authority, clock, prover } = setUp();
  const batch = [watch(prover), watch(prover)];
  await clock.turn();
  const next = watch(prover);
  await log.last().fail(hung());
  expect([...batch, next].map(({ state }) => state)).toEqual(['undefined', 'undefined', 'undefined']);
  expect(authority.failures).toEqual([['first', 'unavailable: no answer']]);
});

test('a refusal is reported by its reason', async () => {
  const { log, authority, clock, prover } = setUp();
  const call = watch(prover);
  await clock.turn();
  await log.last().fail(new LogRefusedError('other-epoch'));
  expect(call.state).toBe('undefined');
  expect(authority.failures).toEqual([['first', 'other-epoch']]);
});

test('after a failure nobody waits until a probe in the background succeeds', async () => {
  const { log, clock, prover } = setUp();
  const call = watch(prover);
  await clock.turn();
  await log.last().fail(hung());
  expect(call.state).toBe('undefined');
  expect(await prover.prove()).toBeUndefined();
  expect(log.sent).toHaveLength(1);

  await clock.advance(BUDGET_MS);
  expect(log.sent).toHaveLength(2);
  expect(await prover.prove()).toBeUndefined();
  await log.last().answer({ position: 1 });
  const after = watch(prover);
  await clock.advance(1);
  await log.last().answer({ position: 1 });
  expect(after.state).toMatchObject({ position: 1 });
});

test('probes grow rarer while they fail, to one a second, and each failure is reported', async () => {
  const { log, authority, clock, prover } = setUp();
  watch(prover);
  await clock.turn();
  await log.last().fail(hung());
  const gaps: number[] = [];
  for (let probe = 0; probe < 7; probe += 1) {
    const [sent, began] = [log.sent.length, clock.nowMs()];
    while (log.sent.length === sent) await clock.advance(10);
    gaps.push(clock.nowMs() - began);
    await log.last().fail(hung());
  }
  expect(gaps).toEqual([50, 100, 200, 400, 800, 1000, 1000]);
  expect(authority.failures).toHaveLength(8);
});

test('a new epoch is not blamed for the failures of the one before', async () => {
  const { log, authority, clock, prover } = setUp();
  watch(prover);
  await clock.turn();
  await log.last().fail(hung());
  authority.epoch = { nonce: 'second', logId: 'log' };
  const call = watch(prover);
  await clock.advance(1);
  expect(log.last().epoch.nonce).toBe('second');
  await log.last().answer({ position: 1 });
  expect(call.state).toMatchObject({ epoch: { nonce: 'second' } });
  await clock.advance(BUDGET_MS);
  expect(log.sent).toHaveLength(2);
});

test('a failure of the epoch before ends no wait for the new one', async () => {
  const { log, authority, clock, prover } = setUp();
  const before = watch(prover);
  await clock.turn();
  authority.epoch = { nonce: 'second', logId: 'log' };
  const after = watch(prover);
  await log.last().fail(hung());
  expect([before.state, after.state]).toEqual(['undefined', 'waiting']);
  await clock.advance(1);
  await log.last().answer({ position: 1 });
  expect(after.state).toMatchObject({ epoch: { nonce: 'second' } });
});

test('a closed prover lets everybody go and probes no more', async () => {
  const { log, clock, prover } = setUp();
  const inFlight = watch(prover);
  await clock.turn();
  const gathering = watch(prover);
  prover.close();
  await settled();
  expect([inFlight.state, gathering.state]).toEqual(['undefined', 'undefined']);
  expect(await prover.prove()).toBeUndefined();
  await log.last().fail(hung());
  await clock.advance(5000);
  expect(log.sent).toHaveLength(1);
});
