import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { fieldOf } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import { addChannel, addPublicVideo, addVideo, askAs, nobody } from '../../testkit/videos.ts';

const [ada, ben, admin] = [as('creator', 'ada'), as('creator', 'ben'), as('admin', 'alma')];
const files = createMemoryObjectStore();

let running: RunningApp;
let channel: string;
beforeAll(async () => {
  running = await startApp({ extension: signedInByName, seedProgress: undefined, objectStore: files });
  channel = await addChannel(running, ada, 'ada');
  await addPublicVideo(running, files, ada, { title: 'Dawn' });
  await addVideo(running, files, ada, { title: 'A draft' });
});
afterAll(() => running[Symbol.asyncDispose]());

const query = `query ($channel: ID) {
  channelAnalytics(channel: $channel) { channel { handle } videos(sort: NEWEST) { nodes { video { title } } } }
}`;
const titles = (...named: (string | null)[]) => ({
  nodes: named.map((title) => ({ video: title === null ? null : { title } })),
});

test('its owner sees how a channel does, by its id or without one', async () => {
  const seen = { channelAnalytics: { channel: { handle: 'ada' }, videos: titles('A draft', 'Dawn') } };
  expect((await askAs(running, ada, query)).data).toEqual(seen);
  expect((await askAs(running, ada, query, { channel })).data).toEqual(seen);
});

test('admins see it too, but not which drafts there are', async () => {
  expect((await askAs(running, admin, query, { channel })).data).toEqual({
    channelAnalytics: { channel: { handle: 'ada' }, videos: titles(null, 'Dawn') },
  });
});

test('nobody else does', async () => {
  const other = await askAs(running, ben, query, { channel });
  expect([other.codes, other.data]).toEqual([['FORBIDDEN'], { channelAnalytics: null }]);
  expect((await askAs(running, nobody, query, { channel })).codes).toEqual(['UNAUTHENTICATED']);
  expect((await askAs(running, nobody, query)).codes).toEqual(['UNAUTHENTICATED']);
});

test('of no channel there is none', async () => {
  const missing = Buffer.from('Channel:0123456789ab').toString('base64url');
  for (const variables of [{}, { channel: missing }]) {
    const { codes, data } = await askAs(running, ben, query, variables);
    expect([codes, data]).toEqual([[], { channelAnalytics: null }]);
  }
  expect((await askAs(running, ben, query, { channel: 'nonsense' })).codes).toEqual(['BAD_USER_INPUT']);
});

describe('what cannot be shown is refused', () => {
  test.for([
    'daily(from: "2020-01-01", to: "2021-12-31") { day }',
    'daily(from: "2020-01-02", to: "2020-01-01") { day }',
    'daily(to: "2199-01-01") { day }',
    'daily(from: "yesterday") { day }',
    'monthly(months: 0) { month }',
    'monthly(months: 61) { month }',
    'videos(first: 101) { totalCount }',
    'videos(first: 1, last: 1) { totalCount }',
    'videos(after: "nonsense") { totalCount }',
  ])('%s', async (field) => {
    const { codes } = await askAs(running, ada, `{ channelAnalytics { ${field} } }`);
    expect(codes).toHaveLength(1);
    expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(codes[0]);
  });

  test('a cursor of another order or period', async () => {
    const page = (list: string) =>
      askAs(
        running,
        ada,
        `{ channelAnalytics { videos(${list}) { pageInfo { endCursor } nodes { views } } } }`,
      );
    const first = await page('period: LAST_7_DAYS, sort: LIKES, first: 1');
    const { videos } = fieldOf<{ videos: { pageInfo: { endCursor: string } } }>(first, 'channelAnalytics');
    const { endCursor } = videos.pageInfo;
    const next = (list: string) => page(`${list}, first: 1, after: "${endCursor}"`);
    expect((await next('period: LAST_7_DAYS, sort: LIKES')).codes).toEqual([]);
    expect((await next('period: LAST_7_DAYS, sort: VIEWS')).codes).toEqual(['BAD_USER_INPUT']);
    expect((await next('period: ALL, sort: LIKES')).codes).toEqual(['BAD_USER_INPUT']);
  });
});
