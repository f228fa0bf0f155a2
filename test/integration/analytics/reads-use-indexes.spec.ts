import { afterAll, beforeAll, expect, test } from 'vitest';
import { startAnalytics, type AnalyticsSite } from '../../testkit/analytics.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { dashboardFields, profiledDuring, type ProfiledCommand } from '../../testkit/dashboards.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import { addChannel, addPublicVideo, askAs } from '../../testkit/videos.ts';

const ada = as('creator', 'ada');
const files = createMemoryObjectStore();
const collections = [
  'videoStats',
  'videoDays',
  'videoBaselines',
  'baselineProgress',
  'channelDays',
  'channelMonths',
];
const byIndex = /^(IXSCAN|IDHACK|CLUSTERED_IXSCAN|EXPRESS|EOF|COUNT_SCAN)/;

const plansOf = (commands: readonly ProfiledCommand[]): readonly string[] =>
  commands.flatMap(({ ns, planSummary, hasSortStage }) =>
    planSummary === undefined
      ? []
      : [`${ns.replace(/^[^.]*\./, '')} ${hasSortStage === true ? 'SORT' : planSummary}`],
  );

let running: RunningApp;
let site: AnalyticsSite;
beforeAll(async () => {
  running = await startApp({ extension: signedInByName, seedProgress: undefined, objectStore: files });
  await addChannel(running, ada, 'ada');
  await addPublicVideo(running, files, ada, { title: 'Dawn' });
  site = await startAnalytics(Date.parse('2026-03-01T00:00:00Z'));
});
afterAll(async () => {
  await running[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});

test.for([
  dashboardFields,
  'videos(period: ALL, sort: NEWEST, first: 1) { nodes { views } }',
  'monthly(months: 60) { views }',
])('what a dashboard reads is found by index: %s', async (fields) => {
  const seen = await profiledDuring(running.app.mongo, [...collections, 'videos', 'channels'], () =>
    askAs(running, ada, `{ channelAnalytics { ${fields} } }`),
  );
  const plans = plansOf(seen);
  expect(plans.length).toBeGreaterThan(1);
  expect(plans.filter((plan) => !byIndex.test(plan.split(' ')[1] ?? ''))).toEqual([]);
});

test('so is what follows the days, and what goes with a video or a channel', async () => {
  const [{ domain, counters }] = site.instances;
  site.videos.set('channel', ['one', 'two']);
  for (let day = 0; day < 100; day += 10) {
    await domain.counting.video.add('one', { views: 1 });
    site.nowMs += 10 * 86_400_000;
  }
  await counters.foldNow();
  const seen = await profiledDuring(site.mongo, collections, async () => {
    await domain.keepBaselines(new AbortController().signal);
    await domain.personalData.exportOf('channel');
    await domain.follower.videoRemoved('one', { channelId: 'channel', budget: { take: () => true } });
    await domain.follower.channelRemoved('channel');
  });
  const plans = plansOf(seen);
  expect(plans.length).toBeGreaterThan(20);
  expect(plans.filter((plan) => !byIndex.test(plan.split(' ')[1] ?? ''))).toEqual([]);
  expect(await site.mongo.collection('videoBaselines').countDocuments({})).toBe(0);
  for (const name of ['videoDays', 'channelDays', 'channelMonths'])
    expect(await site.mongo.collection(name).countDocuments({ views: { $exists: true } })).toBe(0);
});
