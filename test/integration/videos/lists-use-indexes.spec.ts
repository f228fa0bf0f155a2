import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import { addChannel, addPublicVideo, askAs } from '../../testkit/videos.ts';

const ada = as('creator', 'ada');
const admin = as('admin', 'alma');
const files = createMemoryObjectStore();

let running: RunningApp;
let channel: string;
beforeAll(async () => {
  running = await startApp({ extension: signedInByName, seedProgress: undefined, objectStore: files });
  channel = await addChannel(running, ada, 'ada');
  for (const category of ['music', 'travel']) await addPublicVideo(running, files, ada, { category });
});
afterAll(() => running[Symbol.asyncDispose]());

const sorts = ['PUBLISHED_AT', 'TITLE', 'DURATION'];
const filters = ['', 'category: "music"', 'channel: $channel', 'channel: $channel, category: "music"'];
const page = 'first: 1) { totalCount nodes { title } pageInfo { hasNextPage hasPreviousPage } }';
const lists = [
  ...filters.flatMap((filter) =>
    sorts.map((sort) => `videos(filter: { ${filter} }, sort: { field: ${sort}, direction: DESC }, ${page}`),
  ),
  `channel(id: $channel) { statistics { videoCount } videos(${page} }`,
  `myVideos(${page}`,
  `myVideos(status: PUBLIC, ${page}`,
  'myBlockedUsers { totalCount nodes { blockedAt } }',
  'reports { totalCount nodes { reason } }',
  'reports(status: null) { nodes { reason } }',
  'channel(handle: "ada") { name }',
  'myChannel { name }',
];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** All values of a key, at any depth. */
const all = (key: string, value: unknown): unknown[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...all(key, inner)])
    : [];

test.for(lists)('%s', async (list) => {
  const commands: Record<string, unknown>[] = [];
  const note = ({ command }: { command: Record<string, unknown> }) => void commands.push(command);
  const client = running.app.mongo.getClient();
  client.on('commandStarted', note);
  const query = list.includes('$channel') ? `query ($channel: ID!) { ${list} }` : `{ ${list} }`;
  const { codes } = await askAs(running, list.startsWith('reports') ? admin : ada, query, { channel });
  client.off('commandStarted', note);
  expect(codes).toEqual([]);

  const reads = commands.filter((command) => 'find' in command || 'aggregate' in command);
  expect(reads.length).toBeGreaterThan(0);
  for (const { lsid: _s, $clusterTime: _t, $db: _d, readConcern: _r, ...read } of reads) {
    const plan = await running.app.mongo.db?.command({ explain: read, verbosity: 'queryPlanner' });
    const stages = all('stage', all('winningPlan', plan));
    expect(stages.filter((stage) => stage === 'COLLSCAN' || stage === 'SORT')).toEqual([]);
    expect(stages.join()).toMatch(/IXSCAN|IDHACK|COUNT_SCAN|CLUSTERED/);
  }
});
