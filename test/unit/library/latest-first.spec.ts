import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLatestFirst } from '../../../src/modules/library/services/latest-first.ts';

/** Writes that end when they are told to. */
const heldWrites = () => {
  const begun: { value: number; end: PromiseWithResolvers<void> }[] = [];
  const written: number[] = [];
  const write = async (value: number): Promise<void> => {
    const end = Promise.withResolvers<void>();
    begun.push({ value, end });
    await end.promise;
    written.push(value);
  };
  return { begun, written, write };
};

/** Longer than any chain of promises here. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('of what comes in while one is under way, the last is written, and all are answered with it', async () => {
  const { begun, written, write } = heldWrites();
  const writeLatest = createLatestFirst(write);
  const answers = [1, 2, 3, 4].map((value) => writeLatest('film', value));
  let answered = 0;
  for (const answer of answers) void answer.then(() => (answered += 1));
  expect(begun.map(({ value }) => value)).toEqual([1]);
  begun[0]?.end.resolve();
  await settled();
  expect(answered).toBe(1);
  expect(begun.map(({ value }) => value)).toEqual([1, 4]);
  begun[1]?.end.resolve();
  expect(await Promise.all(answers)).toEqual([1, 4, 4, 4]);
  expect(written).toEqual([1, 4]);
});

test('keys do not wait for each other', async () => {
  const { begun, write } = heldWrites();
  const writeLatest = createLatestFirst(write);
  const answers = [writeLatest('one', 1), writeLatest('two', 2)];
  expect(begun.map(({ value }) => value)).toEqual([1, 2]);
  for (const { end } of begun) end.resolve();
  expect(await Promise.all(answers)).toEqual([1, 2]);
});

test('a write that fails is told to those who waited for it, and the next is written all the same', async () => {
  const { begun, written, write } = heldWrites();
  const writeLatest = createLatestFirst(write);
  const outcomes = Promise.allSettled([1, 2, 3].map((value) => writeLatest('film', value)));
  begun[0]?.end.reject(new Error('full'));
  await settled();
  begun[1]?.end.resolve();
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(written).toEqual([3]);
  const later = writeLatest('film', 4);
  begun[2]?.end.resolve();
  expect(await later).toBe(4);
});

test('whatever comes when: who is answered finds their value or a later one written last', async () => {
  const steps = fc.array(
    fc.record({ key: fc.constantFrom('a', 'b'), ends: fc.nat(3), fails: fc.boolean() }),
    { maxLength: 30 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const state = new Map<string, number>();
      const begun: { key: string; value: number; end: PromiseWithResolvers<void> }[] = [];
      const underWay = new Map<string, number>();
      const writers = new Map(
        ['a', 'b'].map((key) => [
          key,
          createLatestFirst<number>(async (value) => {
            underWay.set(key, (underWay.get(key) ?? 0) + 1);
            expect(underWay.get(key)).toBe(1);
            const end = Promise.withResolvers<void>();
            begun.push({ key, value, end });
            try {
              await end.promise;
              state.set(key, value);
            } finally {
              underWay.set(key, 0);
            }
          }),
        ]),
      );
      const checks: Promise<void>[] = [];
      for (const [value, { key, ends, fails }] of script.entries()) {
        const answer = writers.get(key)?.('film', value) ?? Promise.reject(new Error('No such key.'));
        const check = async (): Promise<void> => {
          const written = await answer;
          expect(written).toBeGreaterThanOrEqual(value);
          expect(state.get(key)).toBeGreaterThanOrEqual(value);
        };
        checks.push(
          check().catch((error: unknown) => {
            if (!(error instanceof Error) || error.message !== 'full') throw error;
          }),
        );
        for (const { end } of begun.splice(0, ends)) {
          if (fails) end.reject(new Error('full'));
          else end.resolve();
        }
        await settled();
      }
      while (begun.length > 0) {
        for (const { end } of begun.splice(0)) end.resolve();
        await settled();
      }
      await Promise.all(checks);
    }),
  );
});
