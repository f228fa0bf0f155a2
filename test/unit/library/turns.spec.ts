import { expect, test } from 'vitest';
import { createTurns } from '../../../src/modules/library/services/turns.ts';

test('work of one key runs one after the other, in its order, whether it fails or not', async () => {
  const inTurn = createTurns();
  const told: string[] = [];
  const ends = [1, 2, 3].map(() => Promise.withResolvers<void>());
  const works = ends.map(({ promise }, index) =>
    inTurn('film', async () => {
      told.push(`begins ${index}`);
      await promise;
      told.push(`ends ${index}`);
      return index;
    }),
  );
  const outcomes = Promise.allSettled(works);
  ends[2]?.resolve();
  ends[0]?.reject(new Error('full'));
  ends[1]?.resolve();
  expect(await outcomes).toMatchObject([
    { status: 'rejected' },
    { status: 'fulfilled', value: 1 },
    { status: 'fulfilled', value: 2 },
  ]);
  expect(told).toEqual(['begins 0', 'begins 1', 'ends 1', 'begins 2', 'ends 2']);
});

test('work of different keys does not wait', async () => {
  const inTurn = createTurns();
  const held = Promise.withResolvers<void>();
  const first = inTurn('one', () => held.promise);
  expect(await inTurn('two', async () => 'done')).toBe('done');
  held.resolve();
  await first;
});
