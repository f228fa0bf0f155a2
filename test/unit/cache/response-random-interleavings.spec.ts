import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/cache/stores/memory-store.ts';
import { answer, memoryLeases, startRig, textOf } from './response-rig.ts';

const FAILING = 'a failing computation';
const FILMS = 2;
const VIEWERS = [undefined, 'a', 'b'] as const;

type Step =
  | {
      readonly kind: 'read';
      readonly film: number;
      readonly viewer: number;
      readonly at: number;
      readonly how: Reading;
    }
  | { readonly kind: 'write'; readonly film: number }
  | { readonly kind: 'pass'; readonly ms: number };
type Reading = 'everyone' | 'private' | 'uncacheable' | 'failing';

const reading = fc.constantFrom<Reading>(
  'everyone',
  'everyone',
  'everyone',
  'private',
  'uncacheable',
  'failing',
);
const film = fc.nat({ max: FILMS - 1 });
const read: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('read'),
  film,
  viewer: fc.nat({ max: VIEWERS.length - 1 }),
  at: fc.nat({ max: 1 }),
  how: reading,
});
const write: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('write'), film });
const pass: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('pass'),
  ms: fc.constantFrom(1, 500, 900, 2500),
});
const steps = fc.array(
  fc.oneof({ arbitrary: read, weight: 6 }, { arbitrary: write, weight: 3 }, { arbitrary: pass, weight: 1 }),
  { minLength: 4, maxLength: 24 },
);

/**
 * The truth is a number a film, raised by each write, and after the raise comes the record, then the
 * acknowledgement. Every wait in between is the scheduler's to order. A read is right if what it got is at least
 * what had been acknowledged when it began, and was computed for somebody whose answer it may have.
 */
test('whatever the order of reads, writes and computations, no answer is older than what was acknowledged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), steps, fc.boolean(), async (scheduler, plan, isShared) => {
      const rig = await startRig();
      const store = createMemoryStore({ maxBytes: 1_000_000, clock: rig.clock });
      const slowStore = {
        ...store,
        get: (keys: readonly string[]) =>
          scheduler.schedule(Promise.resolve(), 'get').then(() => store.get(keys)),
        set: async (key: string, entry: Parameters<typeof store.set>[1]) => {
          await scheduler.schedule(Promise.resolve(), 'set');
          store.put(key, entry);
        },
      };
      const leases = memoryLeases(rig.clock);
      const remote = { store: slowStore, leases };
      const tuning = { graceMs: 5000, rememberSharingMs: 800 };
      const start = () => rig.instance(isShared ? { remote, tuning } : { tuning });
      const instances = [start(), start()] as const;

      const truth = Array.from({ length: FILMS }, () => 0);
      const acknowledged = Array.from({ length: FILMS }, () => 0);
      let wrong = 0;

      const doRead = async ({
        film: id,
        viewer,
        at,
        how,
      }: Extract<Step, { kind: 'read' }>): Promise<void> => {
        const { cache } = instances[isShared && at === 1 ? 1 : 0];
        const viewerId = VIEWERS[viewer];
        const owed = acknowledged[id] ?? 0;
        try {
          const served = await cache.respond({ key: `film-${id}`, viewerId }, async () => {
            await scheduler.schedule(Promise.resolve(), 'before reading');
            const seen = truth[id] ?? 0;
            await scheduler.schedule(Promise.resolve(), 'after reading');
            if (how === 'failing') throw new Error(FAILING);
            const isPrivate = how === 'private';
            const audience = viewerId === undefined ? 'anonymous' : { viewerId };
            return answer(`${seen} ${isPrivate ? String(viewerId) : 'everyone'}`, {
              tags: [`db.films:${id}`],
              maxAgeMs: 1000,
              ...(isPrivate ? { audience } : {}),
              ...(how === 'uncacheable' ? { uncacheable: 'untracked' } : {}),
            });
          });
          const [seen, owner] = textOf(served).split(' ');
          if (Number(seen) < owed || (owner !== 'everyone' && owner !== String(viewerId))) wrong += 1;
        } catch (error) {
          if (how !== 'failing' || (error as Error).message !== FAILING) wrong += 1;
        }
      };
      const doWrite = async (id: number): Promise<void> => {
        await scheduler.schedule(Promise.resolve(), 'before writing');
        const version = (truth[id] ?? 0) + 1;
        truth[id] = version;
        await scheduler.schedule(Promise.resolve(), 'written, not yet in the log');
        await rig.write(`db.films:${id}`);
        await scheduler.schedule(Promise.resolve(), 'in the log, not yet acknowledged');
        acknowledged[id] = Math.max(acknowledged[id] ?? 0, version);
      };

      const all = plan.map(async (step) => {
        await scheduler.schedule(Promise.resolve(), step.kind);
        if (step.kind === 'read') await doRead(step);
        else if (step.kind === 'write') await doWrite(step.film);
        else rig.clock.advance(step.ms);
      });
      await scheduler.waitFor(Promise.all(all));
      await scheduler.waitFor(Promise.all(instances.map(({ cache }) => cache.idle())));
      expect(wrong).toBe(0);
    }),
    { numRuns: 1000 },
  );
});
