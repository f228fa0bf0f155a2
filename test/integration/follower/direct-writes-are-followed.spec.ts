import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStampTable } from '../../../src/cache/stamps.ts';
import { anythingTag, type Tag } from '../../../src/cache/tags.ts';
import {
  docs,
  read,
  type Read,
  singleWrite,
  type SingleWrite,
  write,
  type Write,
} from '../tracking-draws.ts';
import { createCoverage } from '../../../src/tracking/follower/coverage.ts';
import type { TrackedDatabase } from '../tracking-kit.ts';
import { ask, emptyTally, followed, hold, NAME, perform, raw } from '../tracking-property.ts';
import { followerRig, tagsOf, type FollowerRig } from './follower-kit.ts';

/** `vitest --mode thorough` draws forty times as many worlds, others each time; a failure tells its seed. */
const { MODE } = (import.meta as ImportMeta & { readonly env: { readonly MODE: string } }).env;
const draws = (numRuns: number) =>
  MODE === 'thorough' ? { numRuns: 40 * numRuns } : { numRuns, seed: 20_260_103 };

let rig: FollowerRig;
beforeAll(async () => {
  rig = await followerRig();
  rig.start();
});
afterAll(() => rig[Symbol.asyncDispose]());

/** As by another process. Some are refused, and a bulk may be done by half. */
const performBehind = (db: TrackedDatabase, write: Write): Promise<unknown> =>
  perform({ ...db, connection: db.unseen }, write).catch((error: unknown) => error);

describe('a write that nobody reports', () => {
  it('leaves no answer standing that it changed', { timeout: 3_600_000 }, async () => {
    const tally = emptyTally();
    const world = fc.record({
      docs,
      reads: fc.array(read, { minLength: 12, maxLength: 12 }),
      writes: fc.array(write, { minLength: 6, maxLength: 6 }),
    });
    const stampsOf = async (one: Write): Promise<readonly Tag[]> => {
      await rig.told();
      await performBehind(rig.db, one);
      return tagsOf(await rig.told());
    };
    await fc.assert(
      fc.asyncProperty(world, (drawn) => hold(rig.db, drawn, tally, () => true, stampsOf)),
      draws(60),
    );
    expect(tally.changed).toBeGreaterThan(300);
    process.stdout.write(
      `Followed: ${tally.judged} answers judged, ${tally.changed} changed, ${tally.stamped} dropped, ${tally.needless} of them needlessly.\n`,
    );
    expect(rig.ended).toEqual([]);
  });

  it('stamps the places that a document left, and those where it is', async () => {
    const { db } = rig;
    const unseen = raw(db.unseen.getClient(), db);
    const namespace = `${db.database}.${NAME}`;
    await unseen.deleteMany({});
    await unseen.insertOne({
      _id: 'moves',
      kind: 'a',
      labels: ['x', 'y'],
      n: 1,
    });
    await rig.told();
    await unseen.updateOne({ _id: 'moves' }, { $set: { kind: 'b', labels: ['y'] } });
    const places = (...all: string[]): string[] => all.map((place) => `${namespace}[${place}]`);
    expect(tagsOf(await rig.told())).toEqual(
      expect.arrayContaining(places('kind=sa', 'kind=sb', 'labels=sx', 'labels=sy')),
    );
    await unseen.deleteOne({ _id: 'moves' });
    expect(tagsOf(await rig.told())).toEqual(expect.arrayContaining(places('kind=sb', 'labels=sy')));
  });

  it(
    'stamps no more than its own report would have, wherever that knew what it touched',
    { timeout: 3_600_000 },
    async () => {
      const { db } = rig;
      const unseen = raw(db.unseen.getClient(), db);
      const wide = anythingTag(`${db.database}.${NAME}`);
      let compared = 0;
      const byId = singleWrite.filter(
        (one) =>
          one.kind === 'insertOne' ||
          (one.kind === 'updateOne' && !Array.isArray(one.update)) ||
          one.kind === 'replaceOne' ||
          one.kind === 'deleteOne',
      );
      await fc.assert(
        fc.asyncProperty(docs, byId, async (drawn, one: SingleWrite) => {
          await unseen.deleteMany({});
          await unseen.insertMany(drawn.map((doc) => ({ ...doc })));
          await rig.told();
          const { writes } = await db.mutation(() => perform(db, one));
          const told = new Set(tagsOf(await rig.told()));
          if (writes.tags.includes(wide)) return;
          if (told.size > 0) compared += 1;
          // As of the same time, so that the tags decide.
          const report = createCoverage(rig.declarations);
          report.learn([
            {
              position: 1,
              tags: writes.tags,
              declarations: rig.declarations,
              order: '1',
            },
          ]);
          const more = [...told].filter((tag) => !report.covers(`${db.database}.${NAME}`, [tag], '1'));
          expect({ one, more }).toEqual({ one, more: [] });
        }),
        draws(150),
      );
      expect(compared).toBeGreaterThan(50);
    },
  );
});

describe('a write that was reported', () => {
  /** Some rounds of a few writes each: reported, or made behind. */
  const rounds = fc.array(
    fc.array(fc.tuple(fc.boolean(), singleWrite), {
      minLength: 2,
      maxLength: 3,
    }),
    {
      minLength: 3,
      maxLength: 3,
    },
  );
  const world = fc.record({
    docs,
    reads: fc.array(read, { minLength: 10, maxLength: 10 }),
    rounds,
  });

  it(
    'is not told again, and what nobody reported in between is not missed',
    { timeout: 3_600_000 },
    async () => {
      await using rig = await followerRig();
      const follower = rig.start({ timings: { settleMs: 30 } });
      const { db, log, epoch, declarations } = rig;
      const unseen = raw(db.unseen.getClient(), db);

      const perform1 = async (isReported: boolean, one: SingleWrite): Promise<void> => {
        if (!isReported) return void (await performBehind(db, one));
        const { tags, operationTime } = (await db.mutation(() => perform(db, one))).writes;
        if (tags.length === 0) return;
        await log.append(epoch, {
          tags,
          declarations,
          ...(operationTime && { operationTime }),
        });
      };
      const compute = async (one: Read) => {
        const { position, operationTime } = await log.prove(epoch, 0);
        const readAfter = operationTime ?? (await db.time());
        const { outcome, reads } = await db.query(() => ask(followed(db), one), { readAfter });
        if (outcome.status === 'rejected' || reads.uncacheable.length > 0) return undefined;
        return {
          one,
          answer: inspect(outcome.value, { depth: 9 }),
          tags: reads.tags,
          asOf: position,
        };
      };

      await fc.assert(
        fc.asyncProperty(world, async (drawn) => {
          await unseen.deleteMany({});
          await unseen.insertMany(drawn.docs.map((doc) => ({ ...doc })));
          await rig.told();
          const stamps = createStampTable();
          let entries = await Promise.all(drawn.reads.map(compute));
          for (const round of drawn.rounds) {
            for (const [isReported, one] of round) await perform1(isReported, one);
            for (const { position, tags } of await rig.told()) stamps.apply({ position, tags });
            entries = await Promise.all(
              entries.map(async (entry) => {
                if (entry === undefined || !stamps.isCurrent(entry.tags, entry.asOf)) {
                  return entry && compute(entry.one);
                }
                const { one, answer } = entry;
                const truth = inspect(await ask(unseen, one), { depth: 9 });
                expect({ one, round, answer }).toEqual({
                  one,
                  round,
                  answer: truth,
                });
                return entry;
              }),
            );
          }
        }),
        draws(50),
      );
      const { covered, stamped } = follower.report().changes;
      process.stdout.write(`Followed beside reports: ${covered} changes covered by them, ${stamped} told.\n`);
      expect(covered).toBeGreaterThan(30);
      expect(stamped).toBeGreaterThan(30);
    },
  );
});
