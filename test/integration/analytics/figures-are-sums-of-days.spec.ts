import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAnswerLife } from '../../../src/shared/answer-life.ts';
import { unwrap } from '../../../src/shared/faults.ts';
import type { PerformanceRecord } from '../../../src/modules/analytics/services/performance.service.ts';
import type { Connection } from '../../../src/shared/paging/connection.ts';
import { startAnalytics, type AnalyticsSite, type CountingInstance } from '../../testkit/analytics.ts';

const dayMs = 86_400_000;
const opened = Date.parse('2026-01-20T10:00:00Z');
const figures = ['views', 'likes', 'dislikes', 'comments'] as const;
type Figure = (typeof figures)[number];

let site: AnalyticsSite;
beforeAll(async () => {
  site = await startAnalytics(opened);
});
afterAll(() => site[Symbol.asyncDispose]());

type Step =
  | {
      readonly do: 'count';
      readonly by: 0 | 1;
      readonly video: number;
      readonly figure: Figure;
      readonly delta: number;
    }
  | { readonly do: 'follow'; readonly by: 0 | 1; readonly delta: 1 | -1 }
  | { readonly do: 'wait'; readonly days: number }
  /** `anew`: what was kept of the time before is in doubt, as after days were added in the past. */
  | { readonly do: 'fold' | 'keep' | 'keep-twice' | 'anew' | 'look'; readonly by: 0 | 1 };

const by = fc.constantFrom(0 as const, 1 as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('count' as const),
      by,
      video: fc.nat({ max: 2 }),
      figure: fc.constantFrom(...figures),
      delta: fc.integer({ min: -2, max: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('follow' as const),
      by,
      delta: fc.constantFrom(1 as const, -1 as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      days: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 4, max: 100 })),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'fold' as const,
        'keep' as const,
        'keep-twice' as const,
        'anew' as const,
        'look' as const,
      ),
      by,
    }),
  },
);

/** What happened, one by one. */
interface Event {
  readonly day: number;
  readonly video: string;
  readonly figure: Figure;
  readonly delta: number;
}

const dayNumber = (ms: number): number => Math.floor(ms / dayMs);
const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);

const sumsOf = (events: readonly Event[]) => {
  const of = (figure: Figure) =>
    sum(events.filter((event) => event.figure === figure).map(({ delta }) => delta));
  return { views: of('views'), likes: of('likes'), dislikes: of('dislikes'), comments: of('comments') };
};

const look = async (
  { analytics }: CountingInstance,
  channel: string,
  events: readonly Event[],
  followed: readonly { readonly day: number; readonly delta: number }[],
): Promise<void> => {
  const life = createAnswerLife(() => site.nowMs);
  const today = dayNumber(site.nowMs);
  const id = { _id: channel, ownerId: channel, createdAt: new Date(opened) };

  expect(await analytics.figures.totals(id, life)).toEqual(sumsOf(events));

  const days = unwrap(
    await analytics.figures.daily(channel, { from: new Date((today - 200) * dayMs) }, life),
  );
  expect(days).toEqual(
    Array.from({ length: 201 }, (_, place) => today - 200 + place).map((day) => {
      const deltas = followed.filter((follow) => follow.day === day).map(({ delta }) => delta);
      return {
        day: new Date(day * dayMs),
        ...sumsOf(events.filter((event) => event.day === day)),
        subscribersGained: sum(deltas.filter((delta) => delta > 0)),
        subscribersLost: -sum(deltas.filter((delta) => delta < 0)) + 0,
      };
    }),
  );
  const months = unwrap(await analytics.figures.monthly(channel, 60, life));
  for (const figure of figures)
    expect(sum(months.map((month) => month[figure]))).toBe(sumsOf(events)[figure]);
  for (const { month, ...shown } of months) {
    const isIn = ({ day }: { readonly day: number }) =>
      new Date(day * dayMs).toISOString().slice(0, 7) === month.toISOString().slice(0, 7);
    expect(shown).toMatchObject(sumsOf(events.filter(isIn)));
  }

  const periods = { LAST_7_DAYS: 7, LAST_28_DAYS: 28, LAST_90_DAYS: 90, ALL: Infinity } as const;
  for (const [period, length] of Object.entries(periods) as [keyof typeof periods, number][]) {
    const page = unwrap(
      await analytics.performance.list(id, { period, sort: 'NEWEST', page: { first: 10 } }, life),
    );
    const ofVideos = (site.videos.get(channel) ?? []).toReversed().map((video) => ({
      _id: video,
      ...sumsOf(events.filter((event) => event.video === video && event.day > today - length)),
    }));
    expect(page.nodes.map(({ createdAt: _at, engagement: _share, ...shown }) => shown)).toEqual(ofVideos);
  }
};

/** Time goes back, which it does nowhere else: what follows it begins anew too. */
const beginAnew = async (): Promise<void> => {
  site.nowMs = opened;
  for (const name of ['videoDays', 'videoBaselines', 'baselineProgress'])
    await site.mongo.collection(name).deleteMany({});
};

const play = async (steps: readonly Step[]): Promise<void> => {
  await beginAnew();
  const channel = randomUUID();
  const videos = [0, 1, 2].map(() => randomUUID());
  site.videos.set(channel, videos);
  const events: Event[] = [];
  const followed: { day: number; delta: number }[] = [];
  const stop = new AbortController().signal;
  for (const one of steps) {
    const today = dayNumber(site.nowMs);
    switch (one.do) {
      case 'count': {
        const { figure } = one;
        const video = videos[one.video] ?? '';
        // Nobody takes back what they did not give.
        const given = sumsOf(events.filter((event) => event.video === video))[figure];
        const delta = Math.max(one.delta, -given);
        await site.instances[one.by].domain.counting.video.add(video, { [figure]: delta });
        events.push({ day: today, video, figure, delta });
        break;
      }
      case 'follow':
        await site.instances[one.by].domain.counting.channel.add(channel, { subscribers: one.delta });
        followed.push({ day: today, delta: one.delta });
        break;
      case 'wait':
        // What is about to leave a period was folded days ago.
        await site.foldAll();
        site.nowMs += one.days * dayMs;
        break;
      case 'fold':
        await site.instances[one.by].counters.foldNow();
        break;
      case 'keep':
        await site.instances[one.by].domain.keepBaselines(stop);
        break;
      case 'keep-twice':
        await Promise.all(site.instances.map(({ domain }) => domain.keepBaselines(stop)));
        break;
      case 'anew':
        await site.mongo.collection('baselineProgress').deleteMany({});
        break;
      case 'look':
        await look(site.instances[one.by], channel, events, followed);
        break;
    }
  }
  for (const instance of site.instances) await look(instance, channel, events, followed);
};

test('whatever happened on which day, folded or not, every figure is the sum of its days', async () => {
  const property = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), play);
  await expect(fc.assert(property, { numRuns: 8, endOnFailure: true })).resolves.toBeUndefined();
});

test('a day that is taken in while baselines are read is counted once', async () => {
  const count = (delta: number): Step => ({ do: 'count', by: 0, video: 0, figure: 'views', delta });
  await play([
    ...Array.from({ length: 12 }, (): readonly Step[] => [count(3), { do: 'wait', days: 1 }]).flat(),
    { do: 'keep', by: 0 },
    count(2),
    { do: 'wait', days: 3 },
  ]);
  const stop = new AbortController().signal;
  const channel = [...site.videos.keys()].at(-1) ?? '';
  const life = createAnswerLife(() => site.nowMs);
  const views = async (): Promise<number | undefined> =>
    unwrap(
      await site.instances[1].analytics.performance.list(
        { _id: channel, ownerId: channel },
        { period: 'LAST_7_DAYS', sort: 'VIEWS', page: {} },
        life,
      ),
    ).nodes[0]?.views;
  const before = await views();
  const during: (number | undefined)[] = [];
  const over = new AbortController();
  const keeping = site.instances[0].domain.keepBaselines(stop).finally(() => over.abort());
  do during.push(await views());
  while (!over.signal.aborted);
  await keeping;
  expect(new Set([...during, await views()])).toEqual(new Set([before]));
});

test('of several videos none is forgotten, and sorts and pages go by the figures of the period', async () => {
  await beginAnew();
  const channel = randomUUID();
  const videos = ['a', 'b', 'c', 'd'].map((name) => `${name}-${randomUUID()}`);
  site.videos.set(channel, videos);
  const [instance] = site.instances;
  const [a = '', b = '', c = ''] = videos;
  await instance.domain.counting.video.add(a, { views: 100, likes: 1 });
  site.nowMs += 20 * dayMs;
  await instance.domain.counting.video.add(a, { views: 2, comments: 2 });
  await instance.domain.counting.video.add(b, { views: 10, likes: 9, comments: 1 });
  await instance.domain.counting.video.add(c, { views: 5, likes: 2 });
  const life = createAnswerLife(() => site.nowMs);
  const list = async (
    period: 'LAST_7_DAYS' | 'ALL',
    sort: 'VIEWS' | 'LIKES' | 'COMMENTS' | 'ENGAGEMENT' | 'NEWEST',
  ) => {
    const names: string[] = [];
    let after: string | null = null;
    do {
      const page: Connection<PerformanceRecord> = unwrap(
        await instance.analytics.performance.list(
          { _id: channel, ownerId: channel },
          { period, sort, page: { first: 1, after } },
          life,
        ),
      );
      names.push(...page.nodes.map(({ _id }) => _id.slice(0, 1)));
      after = (await page.pageInfo.hasNextPage) ? page.pageInfo.endCursor : null;
      expect(await page.totalCount).toBe(4);
    } while (after !== null);
    return names.join('');
  };
  expect(await list('ALL', 'VIEWS')).toBe('abcd');
  expect(await list('LAST_7_DAYS', 'VIEWS')).toBe('bcad');
  expect(await list('LAST_7_DAYS', 'LIKES')).toMatch(/^bc(ad|da)$/);
  expect(await list('LAST_7_DAYS', 'COMMENTS')).toMatch(/^ab(cd|dc)$/);
  // Each view of the first and of the second brought one thing, of the third 0.4.
  expect(await list('LAST_7_DAYS', 'ENGAGEMENT')).toMatch(/^(ab|ba)cd$/);
  expect(await list('ALL', 'ENGAGEMENT')).toBe('bcad');
  expect(await list('ALL', 'NEWEST')).toBe('dcba');
});
