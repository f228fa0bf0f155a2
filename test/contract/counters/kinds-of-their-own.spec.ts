import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBaseStore } from '../../../src/counters/base-store.ts';
import { openCounters, type Counters } from '../../../src/counters/counters.ts';
import { connectMongo } from '../../../src/infra/mongo.ts';
import { quiet } from '../../testkit/quiet-log.ts';
import { freshMongo } from '../../testkit/servers.ts';

const kinds = {
  day: {
    collection: 'days',
    counters: ['likes'],
    isSigned: true,
    fields: { day: (id: string) => id.slice(-10) },
  },
  total: { collection: 'totals', counters: ['likes'] },
} as const;

let mongo: Awaited<ReturnType<typeof connectMongo>>;
let counters: Counters<{ readonly day: 'likes'; readonly total: 'likes' }>;
beforeAll(async () => {
  mongo = await connectMongo(freshMongo());
  const base = createBaseStore({ connection: mongo, kinds, log: quiet });
  await base.prepare();
  counters = await openCounters({ kinds, base, log: quiet });
});
afterAll(async () => {
  await counters.close();
  await mongo.close();
});

const id = 'a:2026-11-21';
const stored = () => mongo.collection('days').findOne({ _id: id as never });

test('counts of a signed kind may be below zero, before and after a fold; others never are', async () => {
  await counters.of('day').add(id, { likes: -2 });
  await counters.of('total').add(id, { likes: -2 });
  expect(await counters.of('day').read([id])).toEqual([{ likes: -2 }]);
  await counters.foldNow();
  expect(await counters.of('day').read([id])).toEqual([{ likes: -2 }]);
  expect(await counters.of('total').read([id])).toEqual([{ likes: 0 }]);
});

test('a folded document says what its kind wants it to, by an index, and no more once it is forgotten', async () => {
  await counters.of('day').add(id, { likes: 5 });
  await counters.foldNow();
  expect(await stored()).toMatchObject({ likes: 3, day: '2026-11-21' });
  const indexes = await mongo.collection('days').indexes();
  expect(indexes.map(({ key }) => key)).toContainEqual({ day: 1 });
  await counters.of('day').set([[id, { likes: 7 }]]);
  expect(await stored()).toMatchObject({ likes: 7, day: '2026-11-21' });
  await counters.of('day').forget([id]);
  expect(await stored()).not.toHaveProperty('day');
  await counters.of('day').add(id, { likes: 1 });
  await counters.foldNow();
  expect(await stored()).not.toHaveProperty('day');
  expect(await counters.of('day').read([id])).toEqual([{ likes: 0 }]);
});

test('a name that is the counters own is refused', async () => {
  const odd = {
    day: { collection: 'days', counters: ['likes'], fields: { removedAt: (name: string) => name } },
  } as const;
  const base = createBaseStore({ connection: mongo, kinds: odd, log: quiet });
  await expect(openCounters({ kinds: odd, base, log: quiet })).rejects.toThrow(/removedAt/);
});

test('who was first within a window is told without counting', async () => {
  const once = { by: 'ann', windowMs: 60_000 };
  expect(await counters.of('total').isFirst('b', once)).toBe(true);
  expect(await counters.of('total').isFirst('b', once)).toBe(false);
  expect(await counters.of('total').addOnce('b', { likes: 1 }, once)).toBe(false);
  expect(await counters.of('total').read(['b'])).toEqual([{ likes: 0 }]);
  await expect(counters.of('total').isFirst('b', { by: 'ann', windowMs: 0 })).rejects.toThrow(RangeError);
});
