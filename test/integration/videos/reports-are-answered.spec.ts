import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSignedIn, adminAuthorization } from '../../testkit/admin.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { freshMongo } from '../../testkit/servers.ts';
import {
  addChannel,
  addPublicVideo,
  addVideo,
  askAs,
  nobody,
  publish,
  remove,
  restore,
  unlist,
} from '../../testkit/videos.ts';

type Who = Record<string, string>;

const mongodbUri = freshMongo();
const files = createMemoryObjectStore();
const admin = { authorization: adminAuthorization };
let running: RunningApp;
let maker: Who;
let ann: Who;
let ben: Who;
beforeAll(async () => {
  running = await startEngineApp({ mongodbUri, seedProgress: undefined, objectStore: files });
  await live(running);
  maker = { authorization: (await addSignedIn(mongodbUri, 'maker', ['VIEWER', 'CREATOR'])).authorization };
  ann = { authorization: (await addSignedIn(mongodbUri, 'ann')).authorization };
  ben = { authorization: (await addSignedIn(mongodbUri, 'ben')).authorization };
  await addChannel(running, maker, 'maker');
});
afterAll(() => running[Symbol.asyncDispose]());

const report = (who: Who, id: string, input: Record<string, unknown> = {}) =>
  askAs(
    running,
    who,
    'mutation ($id: ID!, $input: ReportVideoInput!) { reportVideo(id: $id, input: $input) { id } }',
    { id, input: { reason: 'SPAM', ...input } },
  );
const resolve = (who: Who, id: string, resolution: string, note?: string) =>
  askAs(
    running,
    who,
    `mutation ($id: ID!, $input: ResolveReportInput!) {
      resolveReport(id: $id, input: $input) { report { status note resolvedBy { name } video { takenDownFor } } }
    }`,
    { id, input: { resolution, note } },
  );

interface Report {
  readonly id: string;
  readonly status: string;
  readonly video: { readonly id: string; readonly status: string } | null;
}
const list = `query ($status: VideoReportStatus) {
  reports(status: $status, first: 100) {
    totalCount nodes { id status reason details reporter { name } video { id status title playback { url } } }
  }
}`;
const reportsOf = async (videoId: string, status: string | null = 'OPEN'): Promise<readonly Report[]> => {
  const { nodes } = fieldOf<{ nodes: readonly Report[] }>(
    await askAs(running, admin, list, { status }),
    'reports',
  );
  return nodes.filter(({ video }) => video?.id === videoId);
};
const idOf = (reports: readonly Report[]): string => reports[0]?.id ?? '';
const isSeen = async (id: string, who = nobody) => {
  const { data } = await askAs(running, who, 'query ($id: ID!) { video(id: $id) { id } }', { id });
  return data?.['video'] !== null;
};
const isListed = async (id: string) => {
  const { data } = await askAs(running, nobody, '{ videos(first: 100) { nodes { id } } }');
  return JSON.stringify(data).includes(id);
};
const trail = async (kind: string) => {
  const query =
    'query ($kind: AuditKind!) { auditTrail(filter: { kind: $kind }) { nodes { actor { name } subject { name } details } } }';
  return fieldOf<{ nodes: unknown[] }>(await askAs(running, admin, query, { kind }), 'auditTrail').nodes;
};

test('a viewer reports a video once, and moderators see it at once', async () => {
  const id = await addPublicVideo(running, files, maker, { title: 'Buy now' });
  expect(await reportsOf(id)).toEqual([]);
  expect((await report(ann, id, { details: 'An advertisement.' })).data).toEqual({ reportVideo: { id } });
  expect((await report(ann, id, { reason: 'HATE' })).codes).toEqual(['CONFLICT']);
  expect((await report(ben, id, { reason: 'MISLEADING' })).codes).toEqual([]);
  expect(await reportsOf(id)).toMatchObject([
    { reason: 'SPAM', details: 'An advertisement.', reporter: { name: 'ann' }, status: 'OPEN' },
    { reason: 'MISLEADING', details: '', reporter: { name: 'ben' }, status: 'OPEN' },
  ]);
});

test('nobody reports what is their own, or what is not there for them', async () => {
  const id = await addPublicVideo(running, files, maker);
  const draft = await addVideo(running, files, maker);
  expect((await report(maker, id)).codes).toEqual(['CONFLICT']);
  expect((await report(ann, draft)).codes).toEqual(['NOT_FOUND']);
  expect((await report(nobody, id)).codes).toEqual(['UNAUTHENTICATED']);
  expect((await report(ann, id, { details: 'x'.repeat(1_001) })).codes).toEqual(['BAD_USER_INPUT']);
});

test('only moderators see and answer reports', async () => {
  const id = await addPublicVideo(running, files, maker);
  await report(ann, id);
  const reportId = idOf(await reportsOf(id));
  for (const [who, code] of [
    [nobody, 'UNAUTHENTICATED'],
    [ann, 'FORBIDDEN'],
    [maker, 'FORBIDDEN'],
  ] as const) {
    expect((await askAs(running, who, list)).codes).toEqual([code]);
    expect((await resolve(who, reportId, 'TAKE_DOWN')).codes).toEqual([code]);
    expect((await restore(running, who, id)).codes).toEqual([code]);
  }
  expect(await isSeen(id)).toBe(true);
});

test('a video that is taken down is gone for the public at once, and all reports of it are answered', async () => {
  const id = await addPublicVideo(running, files, maker, { title: 'Bad' });
  await report(ann, id, { reason: 'VIOLENCE' });
  await report(ben, id, { reason: 'SPAM' });
  expect([await isSeen(id), await isSeen(id, ann), await isListed(id)]).toEqual([true, true, true]);

  const reportId = idOf(await reportsOf(id));
  expect((await resolve(admin, reportId, 'TAKE_DOWN', 'Clear.')).data).toEqual({
    resolveReport: {
      report: {
        status: 'TAKEN_DOWN',
        note: 'Clear.',
        resolvedBy: { name: 'admin' },
        video: { takenDownFor: 'VIOLENCE' },
      },
    },
  });
  expect([await isSeen(id), await isSeen(id, ann), await isListed(id)]).toEqual([false, false, false]);
  expect([await isSeen(id, maker), await isSeen(id, admin)]).toEqual([true, true]);
  expect(await reportsOf(id)).toEqual([]);
  expect((await reportsOf(id, null)).map(({ status }) => status)).toEqual(['TAKEN_DOWN', 'TAKEN_DOWN']);
  expect((await resolve(admin, reportId, 'DISMISS')).codes).toEqual(['CONFLICT']);
  expect((await publish(running, maker, id)).codes).toEqual(['CONFLICT']);
  expect((await unlist(running, maker, id)).codes).toEqual(['CONFLICT']);
  expect(await trail('VIDEO_TAKEN_DOWN')).toContainEqual({
    actor: { name: 'admin' },
    subject: { name: 'maker' },
    details: expect.objectContaining({ title: 'Bad', reason: 'VIOLENCE', note: 'Clear.' }) as unknown,
  });

  expect((await restore(running, admin, id)).codes).toEqual([]);
  expect([await isSeen(id), await isListed(id)]).toEqual([true, true]);
  expect((await restore(running, admin, id)).codes).toEqual(['CONFLICT']);
  expect(await trail('VIDEO_RESTORED')).toHaveLength(1);
});

test('a report that is dismissed leaves the video and the other reports', async () => {
  const id = await addPublicVideo(running, files, maker);
  await report(ann, id);
  await report(ben, id);
  const [first, second] = await reportsOf(id);
  expect((await resolve(admin, first?.id ?? '', 'DISMISS')).data).toMatchObject({
    resolveReport: { report: { status: 'DISMISSED', note: null } },
  });
  expect((await reportsOf(id)).map((one) => one.id)).toEqual([second?.id]);
  expect(await isListed(id)).toBe(true);
  expect((await report(ann, id)).codes).toEqual(['CONFLICT']);
  expect(await trail('VIDEO_REPORT_DISMISSED')).toHaveLength(1);
});

test('of moderators that answer at once, one does', async () => {
  const id = await addPublicVideo(running, files, maker);
  await report(ann, id);
  const reportId = idOf(await reportsOf(id));
  const answers = await Promise.all([1, 2, 3].map(() => resolve(admin, reportId, 'DISMISS')));
  expect(answers.map(({ codes }) => codes.join()).toSorted()).toEqual(['', 'CONFLICT', 'CONFLICT']);
});

test('reports of a video go with it', async () => {
  const id = await addPublicVideo(running, files, maker);
  await report(ann, id);
  const reportId = idOf(await reportsOf(id));
  await remove(running, maker, id);
  expect((await resolve(admin, reportId, 'TAKE_DOWN')).codes).toEqual(['NOT_FOUND']);
  expect(await reportsOf(id, null)).toEqual([]);
});
