import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  dashboardFields,
  dashboardOf,
  does,
  startTwo,
  type Dashboard,
  type TwoInstances,
} from '../../testkit/dashboards.ts';
import { fieldOf } from '../../testkit/engine-app.ts';
import { as } from '../../testkit/signed-in.ts';
import { addChannel, addPublicVideo, askAs, remove } from '../../testkit/videos.ts';

const [ada, ann, ben] = [as('creator', 'ada'), as('viewer', 'ann'), as('viewer', 'ben')];

let site: TwoInstances;
let channel: string;
let dawn: string;
let dusk: string;
beforeAll(async () => {
  site = await startTwo();
  channel = await addChannel(site.here, ada, 'ada');
  dawn = await addPublicVideo(site.here, site.files, ada, { title: 'Dawn' });
  dusk = await addPublicVideo(site.here, site.files, ada, { title: 'Dusk' });
});
afterAll(() => site[Symbol.asyncDispose]());

const react = (id: string, reaction: 'LIKE' | 'DISLIKE') =>
  `reactToVideo(id: "${id}", reaction: ${reaction}) { video { id } }`;

/** What stands in all parts of a dashboard of today's events alone. */
const parts = ({ totals, daily, monthly, videos }: Dashboard) => {
  const sumOf = (
    rows: readonly { readonly likes: number; readonly comments: number; readonly views: number }[],
  ) => ({
    views: rows.reduce((sum, { views }) => sum + views, 0),
    likes: rows.reduce((sum, { likes }) => sum + likes, 0),
    comments: rows.reduce((sum, { comments }) => sum + comments, 0),
  });
  return [sumOf([totals]), sumOf(daily), sumOf(monthly), sumOf(videos.nodes)];
};
const all = (figures: object) => [figures, figures, figures, figures];

test('a channel to which nothing happened has days of zeros', async () => {
  const { totals, daily, monthly, videos } = await dashboardOf(site.there, ada);
  expect(totals).toEqual({ videos: 2, subscribers: 0, views: 0, likes: 0, dislikes: 0, comments: 0 });
  expect(daily).toHaveLength(28);
  const nothing = { views: 0, likes: 0, dislikes: 0, comments: 0, subscribersGained: 0, subscribersLost: 0 };
  expect(daily.map(({ day: _day, ...figures }) => figures)).toEqual(daily.map(() => nothing));
  expect(monthly).toHaveLength(2);
  expect(videos).toEqual({
    totalCount: 2,
    nodes: videos.nodes.map(({ video }) => ({
      video,
      engagement: 0,
      views: 0,
      likes: 0,
      dislikes: 0,
      comments: 0,
    })),
  });
});

test('likes, comments and followers are in the next answer of the creator, on every instance', async () => {
  const { here, there } = site;
  for (const app of [here, there]) await dashboardOf(app, ada);
  await does(here, ann, react(dawn, 'LIKE'));
  for (const app of [there, here])
    expect(parts(await dashboardOf(app, ada))).toEqual(all({ views: 0, likes: 1, comments: 0 }));
  await does(there, ben, react(dusk, 'LIKE'));
  await does(there, ann, `addComment(input: { videoId: "${dusk}", text: "Well done." }) { comment { id } }`);
  for (const app of [there, here])
    expect(parts(await dashboardOf(app, ada))).toEqual(all({ views: 0, likes: 2, comments: 1 }));

  await does(here, ben, react(dusk, 'DISLIKE'));
  const changed = await dashboardOf(there, ada);
  expect(changed.totals).toMatchObject({ likes: 1, dislikes: 1 });
  expect(changed.daily.at(-1)).toMatchObject({ likes: 1, dislikes: 1 });
  await does(there, ben, `removeReaction(id: "${dusk}") { video { id } }`);
  expect((await dashboardOf(here, ada)).totals).toMatchObject({ likes: 1, dislikes: 0 });

  await does(here, ann, `subscribeToChannel(id: "${channel}") { channel { id } }`);
  await does(there, ben, `subscribeToChannel(id: "${channel}") { channel { id } }`);
  await does(there, ann, `unsubscribeFromChannel(id: "${channel}") { channel { id } }`);
  const followed = await dashboardOf(here, ada);
  expect(followed.totals.subscribers).toBe(1);
  expect(followed.daily.at(-1)).toMatchObject({ subscribersGained: 2, subscribersLost: 1 });
  expect(followed.monthly.at(-1)).toMatchObject({ subscribersGained: 2, subscribersLost: 1 });
});

test('a view leaves the dashboard that is kept, and is in the next one that is computed', async () => {
  const { here, there } = site;
  const ask = () => askAs(there, ada, `{ channelAnalytics { ${dashboardFields} } }`);
  await ask();
  await does(here, ann, `recordVideoView(id: "${dawn}") { counted }`);
  await does(here, ann, `recordVideoView(id: "${dawn}") { counted }`);
  await does(there, ben, `recordVideoView(id: "${dawn}") { counted }`);
  expect((await ask()).cache).toMatchObject({ hit: true });
  await does(here, ben, react(dawn, 'LIKE'));
  const { totals, videos, daily } = await dashboardOf(there, ada);
  expect([totals.views, daily.at(-1)?.views]).toEqual([2, 2]);
  expect(videos.nodes).toMatchObject([
    { video: { title: 'Dawn' }, views: 2, likes: 2, engagement: 1 },
    { video: { title: 'Dusk' }, views: 0, comments: 1, engagement: 0 },
  ]);
});

test('days that are over are kept while today changes', async () => {
  const { here, there } = site;
  const past = '{ channelAnalytics { daily(from: "2026-01-01", to: "2026-01-31") { day likes } } }';
  expect((await askAs(there, ada, past)).codes).toEqual([]);
  await does(here, ann, `removeReaction(id: "${dawn}") { video { id } }`);
  expect((await askAs(there, ada, past)).cache).toMatchObject({ hit: true });
  expect((await dashboardOf(there, ada)).totals.likes).toBe(1);
});

test('a video that is removed leaves the list, and what happened to it stays in days and totals', async () => {
  const { here, there } = site;
  const noon = await addPublicVideo(here, site.files, ada, { title: 'Noon' });
  await does(there, ann, react(noon, 'LIKE'));
  const before = await dashboardOf(there, ada);
  expect(before.videos.totalCount).toBe(3);
  expect((await remove(here, ada, noon)).codes).toEqual([]);
  const { totals, daily, videos } = await dashboardOf(there, ada);
  expect(totals).toEqual({ ...before.totals, videos: 2 });
  expect(daily).toEqual(before.daily);
  expect(videos.nodes.map(({ video }) => video?.title)).toEqual(['Dawn', 'Dusk']);
});

test('a channel that is removed takes its days with it, and the next one begins with nothing', async () => {
  const { here, there } = site;
  const cy = as('creator', 'cyan');
  await addChannel(here, cy, 'cyan');
  const video = await addPublicVideo(here, site.files, cy, { title: 'Short' });
  await does(there, ann, react(video, 'LIKE'));
  expect((await dashboardOf(there, cy)).totals.likes).toBe(1);
  await does(here, cy, 'deleteChannel { id }');
  const gone = await askAs(there, cy, '{ channelAnalytics { totals { likes } } }');
  expect([gone.codes, gone.data]).toEqual([[], { channelAnalytics: null }]);
  await addChannel(there, cy, 'cyan');
  expect(
    fieldOf<Dashboard>(
      await askAs(here, cy, '{ channelAnalytics { totals { likes } } }'),
      'channelAnalytics',
    ),
  ).toEqual({
    totals: { likes: 0 },
  });
});
