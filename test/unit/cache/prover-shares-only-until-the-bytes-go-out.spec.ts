import { expect, test } from 'vitest';
import { systemClock } from '../../../src/cache/log/clock.ts';
import { createProver } from '../../../src/cache/log/remote-prover.ts';
import {
  createScriptedAuthority,
  createScriptedLog,
  recordOf,
  settled,
  setUpProver,
} from './prover-script.ts';

test('calls of one turn of the event loop share a proof, sent at the end of the turn', async () => {
  const { log, clock, prover } = setUpProver();
  const calls = [prover.prove(), prover.prove(), prover.prove()];
  expect(log.sent).toHaveLength(0);
  await clock.turn();
  expect(log.sent).toHaveLength(1);
  await log.last().answer({ position: 4, records: 'truncated' });
  const [first, ...others] = await Promise.all(calls);
  expect(first?.position).toBe(4);
  expect(others).toEqual([first, first]);
  await clock.advance(100);
  expect(log.sent).toHaveLength(1);
});

test('a call made after the bytes went out gets a proof that was sent after it', async () => {
  const { log, clock, prover } = setUpProver();
  const early = prover.prove();
  await clock.turn();
  const late = prover.prove();
  // Between the two a write is acknowledged, which the first proof cannot know of.
  await log.last().answer({ position: 1, records: [recordOf(1)] });
  expect((await early)?.isCurrent(['film'], 1)).toBe(true);
  await clock.advance(1);
  expect(log.sent).toHaveLength(2);
  await log.last().answer({ position: 2, records: [recordOf(2, 'film')] });
  expect((await late)?.position).toBe(2);
  expect((await late)?.isCurrent(['film'], 1)).toBe(false);
});

test('a call made while the bytes go out comes too late for them', async () => {
  const { log, clock, prover } = setUpProver();
  const calls = [prover.prove()];
  log.onSend = () => {
    log.onSend = () => undefined;
    calls.push(prover.prove());
  };
  await clock.turn();
  await log.last().answer({ position: 1 });
  await clock.advance(1);
  expect(log.sent).toHaveLength(2);
  await log.last().answer({ position: 2 });
  expect((await Promise.all(calls)).map((proof) => proof?.position)).toEqual([1, 2]);
});

test('one proof is in flight at a time, and all who come meanwhile share the next', async () => {
  const { log, clock, prover } = setUpProver();
  const first = prover.prove();
  await clock.turn();
  const later = [prover.prove()];
  await clock.advance(5);
  later.push(prover.prove());
  await clock.advance(5);
  expect(log.sent).toHaveLength(1);
  await log.last().answer({ position: 1 });
  await first;
  await clock.turn();
  expect(log.sent).toHaveLength(2);
  await log.last().answer({ position: 3 });
  expect((await Promise.all(later)).map((proof) => proof?.position)).toEqual([3, 3]);
});

test('from one proof to the next there is at least the interval, and who comes later than that waits for nothing', async () => {
  const { log, clock, prover } = setUpProver({ minIntervalMs: 1 });
  const first = prover.prove();
  await clock.turn();
  await log.last().answer({ position: 1 });
  await first;
  const soonAfter = [prover.prove()];
  await clock.advance(0.9);
  expect(log.sent).toHaveLength(1);
  soonAfter.push(prover.prove());
  await clock.advance(0.1);
  expect(log.sent).toHaveLength(2);
  await log.last().answer({ position: 1 });
  await Promise.all(soonAfter);
  await clock.advance(1);
  const muchLater = prover.prove();
  await clock.turn();
  expect(log.sent).toHaveLength(3);
  await log.last().answer({ position: 1 });
  await muchLater;
});

test('each proof asks for what came after the one before', async () => {
  const { log, clock, prover } = setUpProver();
  const ask = async (position: number, ...tags: string[]) => {
    const call = prover.prove();
    await clock.advance(1);
    await log.last().answer({ position, records: [recordOf(position, ...tags)] });
    return call;
  };
  await ask(1);
  await ask(2, 'a');
  const proof = await ask(3, 'b');
  expect(log.sent.map(({ applied }) => applied)).toEqual([0, 1, 2]);
  expect(proof?.isCurrent(['a'], 1)).toBe(false);
  expect(proof?.isCurrent(['a', 'b'], 3)).toBe(true);
});

test('by the clock of the system, a proof goes out in the same turn, after what has arrived is read', async () => {
  const [log, authority] = [createScriptedLog(), createScriptedAuthority()];
  const prover = createProver({ log, authority, clock: systemClock, declarations: 'ours' });
  const calls = [prover.prove(), prover.prove()];
  await Promise.resolve();
  expect(log.sent).toHaveLength(0);
  await settled();
  expect(log.sent).toHaveLength(1);
  await log.last().answer({ position: 1 });
  expect(await Promise.all(calls)).toMatchObject([{ position: 1 }, { position: 1 }]);
});
