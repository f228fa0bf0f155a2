import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allHosts, type CountersHost, redisHosts, type RedisCountersHost } from './implementations.ts';

const minute = 60_000;

describe.for(allHosts)('%s', ([, start]) => {
  let host: CountersHost;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host[Symbol.asyncDispose]());

  test('reads what was added, at once and after a fold', async () => {
    const site = await host.freshSite();
    const process = await site.start();
    const videos = process.of('video');
    await videos.add('a', { likes: 2, views: 1 });
    await videos.add('a', { likes: -1, dislikes: 1 });
    await videos.add('b', { views: 5 });
    await process.of('channel').add('a', { subscribers: 3 });
    const expected = [
      { views: 5, likes: 0, dislikes: 0 },
      { views: 1, likes: 1, dislikes: 1 },
      { views: 0, likes: 0, dislikes: 0 },
    ];
    expect(await videos.read(['b', 'a', 'never'])).toEqual(expected);
    expect(await process.foldNow()).toEqual({ folded: 3, kept: 0 });
    expect(await process.foldNow()).toEqual({ folded: 0, kept: 0 });
    expect(await videos.read(['b', 'a', 'never'])).toEqual(expected);
    expect(await process.of('channel').read(['a'])).toEqual([{ subscribers: 3 }]);
    expect(await site.mongo.collection('videoStats').findOne({ _id: 'a' as never })).toMatchObject({
      views: 1,
      likes: 1,
      dislikes: 1,
    });
    await videos.add('a', { likes: 1 });
    expect(await videos.read(['a'])).toEqual([{ views: 1, likes: 2, dislikes: 1 }]);
    await process.foldNow();
    expect(await videos.read(['a'])).toEqual([{ views: 1, likes: 2, dislikes: 1 }]);
  });

  test('leaves nothing behind once all is folded', async () => {
    const site = await host.freshSite();
    const process = await site.start();
    await process.of('video').add('a', { views: 1 });
    await process.foldNow();
    expect(await readdir(site.folder)).toEqual([]);
    expect((await process.shared?.read(['video:a']))?.states).toEqual(host.isShared ? [] : undefined);
    expect(await process.shared?.overdue(0)).toEqual(host.isShared ? [] : undefined);
  });

  test('what a process that died had counted is taken up by another one, once', async () => {
    const site = await host.freshSite();
    const first = await site.start();
    await first.of('video').add('a', { views: 3 });
    await first.of('video').add('b', { likes: 1 });
    await first.foldNow();
    await first.of('video').add('a', { views: 4 });
    await first.crash();
    const second = await site.start();
    await second.foldNow();
    const third = await site.start();
    await third.foldNow();
    expect(await third.of('video').read(['a', 'b'])).toEqual([
      { views: 7, likes: 0, dislikes: 0 },
      { views: 0, likes: 1, dislikes: 0 },
    ]);
    expect(await readdir(site.folder)).toEqual([]);
  });

  test('an instance that stops folds what it has counted', async () => {
    const site = await host.freshSite();
    const process = await site.start();
    await process.of('video').add('a', { views: 3 });
    void process.of('video').add('a', { views: 4 });
    await process.close();
    expect((await site.base.read(['video:a'])).get('video:a')?.counts).toEqual({ views: 7 });
    expect(await readdir(site.folder)).toEqual([]);
  });

  test('an instance that dies after a fold that failed has lost nothing', async () => {
    const site = await host.freshSite();
    const process = await site.start({ base: { ...site.base, fold: async () => [] } });
    await process.of('video').add('a', { views: 3 });
    expect(await process.foldNow()).toEqual({ folded: 0, kept: 1 });
    await process.crash();
    const next = await site.start();
    await next.foldNow();
    expect(await next.of('video').read(['a'])).toEqual([{ views: 3, likes: 0, dislikes: 0 }]);
  });

  test('a journal that grows long while folds fail is written anew, with the last states', async () => {
    const site = await host.freshSite();
    const base = { ...site.base, fold: async () => [] };
    const process = await site.start({ base, longJournalBytes: 500 });
    for (let turn = 0; turn < 30; turn += 1) {
      await process.of('video').add('a', { views: 1 });
      if (turn % 10 === 9) await process.foldNow();
    }
    expect(await readdir(site.folder)).toHaveLength(host.isShared ? 0 : 1);
    expect(process.journal.size()).toBeLessThan(500);
    await process.crash();
    const next = await site.start();
    await next.foldNow();
    expect(await next.of('video').read(['a'])).toEqual([{ views: 30, likes: 0, dislikes: 0 }]);
  });

  test('an instance that cannot fold when it stops leaves its counts to the next one', async () => {
    const site = await host.freshSite();
    const hung = Promise.withResolvers<never>();
    const process = await site.start({ base: { ...site.base, fold: () => hung.promise }, closeWaitMs: 50 });
    await process.of('video').add('a', { views: 3 });
    await process.close();
    await process.crash();
    const next = await site.start();
    await next.foldNow();
    expect(await next.of('video').read(['a'])).toEqual([{ views: 3, likes: 0, dislikes: 0 }]);
  });

  test('a fold that is done twice, or late, or by two at once, changes nothing', async () => {
    const site = await host.freshSite();
    const process = await site.start();
    const state = { thing: 'video:a', owner: 'somebody', born: 5, seq: 2, sums: { views: 2 } };
    const later = { ...state, seq: 4, sums: { views: 3, likes: 1 } };
    await Promise.all([site.base.fold([state]), site.base.fold([later]), site.base.fold([state])]);
    await site.base.fold([state, later, { ...state, born: 4, seq: 9, sums: { views: 100 } }]);
    expect(await process.of('video').read(['a'])).toEqual([{ views: 3, likes: 1, dislikes: 0 }]);
    await site.base.fold([{ ...state, born: 6, seq: 1, sums: { views: 1 } }]);
    expect(await process.of('video').read(['a'])).toEqual([{ views: 4, likes: 1, dislikes: 0 }]);
  });

  test('what is no longer remembered is not counted again either', async () => {
    const site = await host.freshSite({ rememberMs: 0 });
    const process = await site.start();
    const old = { thing: 'video:a', owner: 'old', born: 5, seq: 2, sums: { views: 2 } };
    await site.base.fold([old]);
    await site.base.fold([{ ...old, owner: 'new', born: 6 }]);
    await site.base.fold([old, { ...old, seq: 3 }]);
    expect(await process.of('video').read(['a'])).toEqual([{ views: 4, likes: 0, dislikes: 0 }]);
    const [record] = await site.mongo.collection('videoStats').find().toArray();
    expect(record?.['folds']).toHaveLength(1);
  });

  test('a process whose clock is far ahead takes nothing from the others', async () => {
    const site = await host.freshSite({ rememberMs: 0 });
    const ahead = await site.start({ clock: () => Date.now() + 1e12 });
    const right = await site.start();
    for (const process of [ahead, right, ahead, right, right]) {
      await process.of('video').add('a', { views: 1 });
      await process.foldNow();
    }
    expect(await right.of('video').read(['a'])).toEqual([{ views: 5, likes: 0, dislikes: 0 }]);
  });

  test('leaves alone what only another version counts', async () => {
    const site = await host.freshSite();
    const process = await site.start();
    const other = { thing: 'playlist:a', owner: 'newer', born: 5, seq: 1, sums: { plays: 1 } };
    await process.shared?.put([other]);
    await process.of('video').add('a', { views: 1 });
    expect(await process.foldNow()).toEqual({ folded: 1, kept: 0 });
    expect((await process.shared?.read(['playlist:a']))?.states).toEqual(host.isShared ? [other] : undefined);
  });

  test('counts a viewer once within the window', async () => {
    const site = await host.freshSite();
    const process = await site.start();
    const videos = process.of('video');
    const view = (id: string, by: string, windowMs = minute) =>
      videos.addOnce(id, { views: 1 }, { by, windowMs });
    expect(await Promise.all([view('a', 'x'), view('a', 'x'), view('a', 'y'), view('b', 'x')])).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(await view('a', 'x')).toBe(false);
    expect(await videos.read(['a', 'b'])).toEqual([
      { views: 2, likes: 0, dislikes: 0 },
      { views: 1, likes: 0, dislikes: 0 },
    ]);
    expect(await view('c', 'x', 1)).toBe(true);
    await expect.poll(() => view('c', 'x', 1)).toBe(true);
  });

  test('sets counts, whatever is under way, and counts on from there', async () => {
    const site = await host.freshSite();
    const process = await site.start();
    const videos = process.of('video');
    await videos.add('a', { views: 3, likes: 1 });
    await process.foldNow();
    await videos.add('a', { views: 3 });
    await videos.set([
      ['a', { views: 100 }],
      ['b', { likes: 7 }],
    ]);
    const expected = [
      { views: 100, likes: 0, dislikes: 0 },
      { views: 0, likes: 7, dislikes: 0 },
    ];
    expect(await videos.read(['a', 'b'])).toEqual(expected);
    await process.foldNow();
    expect(await videos.read(['a', 'b'])).toEqual(expected);
    await videos.add('a', { views: 1 });
    await process.foldNow();
    expect(await videos.read(['a'])).toEqual([{ views: 101, likes: 0, dislikes: 0 }]);
  });

  test('forgets what is removed, and what others still have of it', async () => {
    const site = await host.freshSite();
    const process = await site.start();
    const other = await site.start();
    const none = [{ views: 0, likes: 0, dislikes: 0 }];
    await other.of('video').add('a', { views: 3 });
    await process.of('video').add('a', { views: 3 });
    await process.of('video').forget(['a']);
    expect(await process.of('video').read(['a'])).toEqual(none);
    await other.foldNow();
    expect(await other.of('video').read(['a'])).toEqual(none);
  });

  test('never reads less than 0, and refuses what is no count', async () => {
    const process = await (await host.freshSite()).start();
    await process.of('video').add('a', { likes: -2 });
    expect(await process.of('video').read(['a'])).toEqual([{ views: 0, likes: 0, dislikes: 0 }]);
    await process.of('video').add('a', { likes: 3 });
    expect(await process.of('video').read(['a'])).toEqual([{ views: 0, likes: 1, dislikes: 0 }]);
    await expect(process.of('video').add('a', { likes: 0.5 })).rejects.toThrow(
      'expected whole numbers for views, likes, dislikes, but got likes: 0.5',
    );
  });

  test('a page is one question to a collection, however many ask', async () => {
    const site = await host.freshSite();
    let reads = 0;
    const base = {
      ...site.base,
      read: (things: readonly string[]) => {
        reads += 1;
        return site.base.read(things);
      },
    };
    const process = await site.start({ base });
    await Promise.all(Array.from({ length: 20 }, (_, at) => process.of('video').read([`v${at}`, 'shown'])));
    expect(reads).toBe(1);
  });
});

describe.for(redisHosts)('%s', ([, start]) => {
  let host: RedisCountersHost;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host[Symbol.asyncDispose]());

  test('all processes see what one counted', async () => {
    const site = await host.freshSite();
    const [one, two] = [await site.start(), await site.start()];
    for (const process of [one, two, one]) await process.of('video').add('a', { views: 1, likes: 1 });
    for (const process of [one, two]) {
      expect(await process.of('video').read(['a'])).toEqual([{ views: 3, likes: 3, dislikes: 0 }]);
    }
    expect(await two.of('video').addOnce('b', { views: 1 }, { by: 'x', windowMs: minute })).toBe(true);
    expect(await one.of('video').addOnce('b', { views: 1 }, { by: 'x', windowMs: minute })).toBe(false);
    await two.foldNow();
    expect(await one.of('video').read(['a', 'b'])).toEqual([
      { views: 3, likes: 3, dislikes: 0 },
      { views: 1, likes: 0, dislikes: 0 },
    ]);
  });

  test('of two states of an account, Redis keeps the later one, in whatever order they come', async () => {
    const { shared } = await (await host.freshSite()).start();
    const state = { thing: 'video:a', owner: 'one', born: 5, seq: 2, sums: { views: 2 } };
    const earlier = { ...state, seq: 1, sums: { views: 1 } };
    const later = { ...state, born: 6, seq: 1, sums: { views: 3 } };
    await shared?.put([state]);
    expect(await shared?.put([earlier])).toEqual(new Set([earlier]));
    expect((await shared?.read(['video:a']))?.states).toEqual([state]);
    await shared?.put([later]);
    await shared?.put([state]);
    await shared?.clear([state]);
    expect((await shared?.read(['video:a']))?.states).toEqual([later]);
    expect(await shared?.overdue(60_000)).toEqual([]);
    expect(await shared?.overdue(0)).toEqual([later]);
    await shared?.clear([later]);
    expect(await shared?.overdue(0)).toEqual([]);
  });

  test('many at once', async () => {
    const site = await host.freshSite();
    const [one, two] = [await site.start(), await site.start()];
    await Promise.all(
      Array.from({ length: 2_000 }, (_, at) =>
        (at % 2 ? one : two).of('video').add(`v${at % 500}`, { views: 1 + (at % 3) }),
      ),
    );
    const ids = Array.from({ length: 500 }, (_, at) => `v${at}`);
    const total = async () => (await one.of('video').read(ids)).reduce((sum, { views }) => sum + views, 0);
    const expected = Array.from({ length: 2_000 }, (_, at) => 1 + (at % 3)).reduce(
      (sum, one) => sum + one,
      0,
    );
    expect(await total()).toBe(expected);
    await Promise.all([one, two, one, two].map((process) => process.foldNow()));
    expect(await total()).toBe(expected);
    await two.foldNow();
    expect(await site.mongo.collection('videoStats').countDocuments()).toBe(500);
    expect(await one.shared?.overdue(0)).toEqual([]);
  });
});
