import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountState } from '../../../src/counters/account.ts';
import type { BaseStore } from '../../../src/counters/base-store.ts';
import {
  allHosts,
  type CountersHost,
  type Process,
  redisHosts,
  type RedisCountersHost,
  type Site,
} from '../../contract/counters/implementations.ts';
import type { SharedAccounts } from '../../../src/counters/shared-accounts.ts';

const things = ['a', 'b', 'c'];

type Step =
  | { readonly do: 'add'; readonly by: number; readonly thing: number; readonly delta: number }
  | { readonly do: 'read' | 'fold' | 'crash' | 'fold-in-vain' | 'fold-unheard'; readonly by: number }
  /** What an earlier fold wanted to write is written now: it was held up on its way. */
  | { readonly do: 'late-fold'; readonly which: number }
  | { readonly do: 'two-folds' };

const by = fc.nat({ max: 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      by,
      thing: fc.nat({ max: 2 }),
      delta: fc.integer({ min: -2, max: 5 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'read' as const,
        'fold' as const,
        'crash' as const,
        'fold-unheard' as const,
        'fold-in-vain' as const,
      ),
      by,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('late-fold' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.constant({ do: 'two-folds' as const }) },
);

/** The base, with faults on the way to it. */
const createFaultyBase = (base: BaseStore) => {
  const wanted: (readonly AccountState[])[] = [];
  let fault: 'none' | 'in-vain' | 'unheard' = 'none';
  const faulty: BaseStore = {
    ...base,
    fold: async (states) => {
      wanted.push(states);
      if (fault === 'in-vain') return [];
      const folded = await base.fold(states);
      return fault === 'unheard' ? [] : folded;
    },
  };
  return {
    base: faulty,
    wanted,
    during: async (given: typeof fault, work: () => Promise<unknown>) => {
      fault = given;
      await work();
      fault = 'none';
    },
  };
};

const run = async (site: Site, isShared: boolean, steps: readonly Step[]): Promise<void> => {
  const { base, wanted, during } = createFaultyBase(site.base);
  const processes: Process[] = [await site.start({ base }), await site.start({ base })];
  const at = (place: number): Process => processes[place] as Process;
  const expected = new Map(things.map((thing) => [thing, 0]));
  const expectCounts = async (process: Process): Promise<void> => {
    const counts = (await process.of('video').read(things)).map(({ likes }) => likes);
    expect(counts).toEqual([...expected.values()].map((count) => Math.max(0, count)));
  };
  for (const one of steps) {
    switch (one.do) {
      case 'add': {
        const thing = things[one.thing] ?? '';
        await at(one.by).of('video').add(thing, { likes: one.delta });
        expected.set(thing, (expected.get(thing) ?? 0) + one.delta);
        break;
      }
      case 'read':
        // Without Redis, what another one has counted is seen when it is folded.
        if (isShared) await expectCounts(at(one.by));
        break;
      case 'fold':
        await at(one.by).foldNow();
        break;
      case 'fold-in-vain':
        await during('in-vain', () => at(one.by).foldNow());
        break;
      case 'fold-unheard':
        await during('unheard', () => at(one.by).foldNow());
        break;
      case 'two-folds':
        await Promise.all(processes.map((process) => process.foldNow()));
        break;
      case 'late-fold': {
        const states = wanted[one.which % Math.max(1, wanted.length)];
        if (states) await site.base.fold(states);
        break;
      }
      case 'crash':
        await at(one.by).crash();
        processes[one.by] = await site.start({ base });
        break;
    }
  }
  if (!isShared) for (const process of processes) await process.foldNow();
  await expectCounts(at(0));
  await Promise.all(processes.map((process) => process.foldNow()));
  await expectCounts(at(1));
  for (const states of wanted) await site.base.fold(states);
  await expectCounts(at(0));
};

describe.for(allHosts)('%s', ([, start]) => {
  let host: CountersHost;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host[Symbol.asyncDispose]());

  test('any order of additions, folds, faults and crashes', async () => {
    expect.hasAssertions();
    const site = await host.freshSite();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        const part = await site.part();
        await run(part, host.isShared, steps);
      }),
      { numRuns: 25 },
    );
  });
});

/** Stops whoever comes to a place, until it is told to go on. */
const createStop = () => {
  const reached = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  return {
    reached: reached.promise,
    goOn: () => goOn.resolve(),
    pass: async () => {
      reached.resolve();
      await goOn.promise;
    },
  };
};

describe.for(redisHosts)('%s', ([, start]) => {
  let host: RedisCountersHost;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host[Symbol.asyncDispose]());

  const counts = async (process: Process) =>
    (await process.of('video').read(['a'])).map(({ views }) => views);

  test('who reads between the two halves of a fold sees each addition once', async () => {
    const site = await host.freshSite();
    const stop = createStop();
    const folding = await site.start({
      base: {
        ...site.base,
        fold: async (states) => {
          const folded = await site.base.fold(states);
          await stop.pass();
          return folded;
        },
      },
    });
    const reader = await site.start();
    await folding.of('video').add('a', { views: 5 });
    const fold = folding.foldNow();
    await stop.reached;
    expect(await counts(reader)).toEqual([5]);
    expect(await counts(folding)).toEqual([5]);
    await folding.of('video').add('a', { views: 1 });
    expect(await counts(reader)).toEqual([6]);
    stop.goOn();
    await fold;
    expect(await counts(reader)).toEqual([6]);
    expect(await counts(folding)).toEqual([6]);
  });

  test.for(['it asks Redis', 'it has asked Redis'] as const)(
    'who reads while folds come and go, when %s, sees each addition once',
    async (when) => {
      const site = await host.freshSite();
      const folding = await site.start();
      const { shared } = folding;
      if (!shared) throw new Error('There is a Redis.');
      const stop = createStop();
      const reader = await site.start({
        shared: {
          ...shared,
          read: async (asked) => {
            if (when === 'it asks Redis') await stop.pass();
            const found = await shared.read(asked);
            if (when === 'it has asked Redis') await stop.pass();
            return found;
          },
        },
      });
      await folding.of('video').add('a', { views: 5 });
      const reading = counts(reader);
      await stop.reached;
      await folding.foldNow();
      await folding.of('video').add('a', { views: 1 });
      await folding.foldNow();
      stop.goOn();
      expect([[5], [6]]).toContainEqual(await reading);
    },
  );

  test('whoever reads while others add and fold sees no less than before, and no more than there is', async () => {
    const site = await host.freshSite();
    const [one, two, reader] = [await site.start(), await site.start(), await site.start()];
    const each = 150;
    let asked = 0;
    let acknowledged = 0;
    const done = new AbortController();
    const adding = [one, two].map(async (process) => {
      for (let turn = 0; turn < each; turn += 1) {
        asked += 1;
        await process.of('video').add('a', { views: 1 });
        acknowledged += 1;
      }
    });
    const folding = [one, two, reader].map(async (process) => {
      while (!done.signal.aborted) await process.foldNow();
    });
    const reading = [one, two, reader].map(async (process) => {
      let last = 0;
      while (!done.signal.aborted) {
        const least = Math.max(last, acknowledged);
        last = (await counts(process))[0] ?? 0;
        expect(last).toBeGreaterThanOrEqual(least);
        expect(last).toBeLessThanOrEqual(asked);
      }
    });
    await Promise.all(adding);
    done.abort();
    await Promise.all([...folding, ...reading]);
    for (const process of [one, two, reader]) expect(await counts(process)).toEqual([2 * each]);
  });

  test('a Redis that comes back with less than it had: nothing is lost that lives, nothing counts twice', async () => {
    const site = await host.freshSite();
    const [one, two] = [await site.start(), await site.start()];
    await one.of('video').add('a', { views: 5 });
    const older = await savedOf(one.shared, ['video:a']);
    await one.of('video').add('a', { views: 2 });
    await one.foldNow();
    await two.of('video').add('a', { views: 10 });
    // As of before the fold, and so without what came after it.
    await two.shared?.drop(['video:a']);
    await one.shared?.put(older);
    expect(await counts(one)).toEqual([7]);
    expect(await counts(two)).toEqual([17]);
    await one.of('video').add('a', { views: 1 });
    expect(await counts(one)).toEqual([8]);
    await two.of('video').add('a', { views: 1 });
    expect(await counts(one)).toEqual([19]);
    await Promise.all([one.foldNow(), two.foldNow()]);
    expect(await counts(one)).toEqual([19]);
    expect(await one.shared?.overdue(0)).toEqual([]);
  });
});

const savedOf = async (shared: SharedAccounts | undefined, asked: readonly string[]) =>
  (await shared?.read(asked))?.states ?? [];
