import { expect, test } from 'vitest';
import type { InvalidationLog } from '../../../src/cache/log/invalidation-log.ts';
import { documentTag } from '../../../src/cache/tags.ts';
import { FOLLOWER_TIMINGS } from '../../../src/tracking/follower/follower.ts';
import { waitFor } from '../../testkit/wait-for.ts';
import { NAME } from '../tracking-property.ts';
import { followerRig, type FollowerRig, type StartedFollower, tagsOf, THINGS } from './follower-kit.ts';

const insert = async ({ db }: FollowerRig, _id: string): Promise<string> => {
  await db.unseen.collection<{ _id: string; kind: string }>(NAME).insertOne({ _id, kind: 'a' });
  return documentTag(`${db.database}.${NAME}`, `s${_id}`);
};
const leading = (...followers: StartedFollower[]) => followers.filter((one) => one.report().isLeading);
const oneLeads = (...followers: StartedFollower[]) =>
  waitFor(() => leading(...followers).length === 1, 'one of them follows');
const leases = ({ db }: FollowerRig) =>
  db.unseen.collection<{ _id: string; token?: object }>('marquee.follower');

/** A log whose appends can be held back, and made to fail. */
const troubledLog = (log: InvalidationLog) => {
  const trouble = { held: undefined as PromiseWithResolvers<void> | undefined, fails: false, appends: 0 };
  const through: InvalidationLog = {
    ...log,
    async append(epoch, record) {
      await trouble.held?.promise;
      if (trouble.fails) throw new Error('ECONNRESET');
      trouble.appends += 1;
      return log.append(epoch, record);
    },
  };
  return { trouble, through };
};

test('one of several follows; when it ends, the next goes on at once where it stopped', async () => {
  await using rig = await followerRig();
  const followers = [rig.start(), rig.start(), rig.start()];
  await oneLeads(...followers);
  const one = await insert(rig, 'one');
  expect(tagsOf(await rig.told())).toContain(one);

  const [first] = leading(...followers);
  await first?.stop();
  const two = await insert(rig, 'two');
  const others = followers.filter((follower) => follower !== first);
  const told = tagsOf(await rig.told());
  expect(told).toContain(two);
  expect(told).not.toContain(one);
  expect(leading(...others)).toHaveLength(1);
  expect(leading(...others)[0]?.report().resumes).toBe(1);
});

test('with the usual timings it follows, and hands over at once', async () => {
  await using rig = await followerRig();
  const first = rig.start({ timings: FOLLOWER_TIMINGS });
  const one = await insert(rig, 'one');
  expect(tagsOf(await rig.told())).toContain(one);
  expect(first.report()).toMatchObject({ isLeading: true, failures: 0, problem: undefined });
  await first.stop();
  const next = rig.start({ timings: FOLLOWER_TIMINGS });
  await oneLeads(next);
  await waitFor(() => next.report().resumes === 1, 'it goes on');
});

test('what was written while nobody followed is told by whoever comes next', async () => {
  await using rig = await followerRig();
  const before = await insert(rig, 'before anybody came');
  const first = rig.start();
  expect(tagsOf(await rig.told())).toContain(before);
  await first.stop();
  const between = await insert(rig, 'in between');
  rig.start();
  expect(tagsOf(await rig.told())).toContain(between);
});

test('one that hangs is followed by another, which misses nothing; it wakes up and does no harm', async () => {
  await using rig = await followerRig();
  const { trouble, through } = troubledLog(rig.log);
  const timings = { leaseMs: 600 };
  const sleeper = rig.start({ log: through, timings });
  await oneLeads(sleeper);
  await rig.told();
  const next = rig.start({ timings });
  trouble.held = Promise.withResolvers();
  const one = await insert(rig, 'one');
  expect(tagsOf(await rig.told())).toContain(one);
  expect(next.report().isLeading).toBe(true);

  trouble.held.resolve();
  trouble.held = undefined;
  await oneLeads(sleeper, next);
  expect(next.report().isLeading).toBe(true);
  // Told once more by the one that woke up.
  expect(tagsOf(await rig.told())).toContain(one);
  const two = await insert(rig, 'two');
  expect(tagsOf(await rig.told()).filter((tag) => tag === two)).toHaveLength(1);
  expect(rig.ended).toEqual([]);
});

test('two that follow at once tell everything twice at most, and soon one does', async () => {
  await using rig = await followerRig();
  const timings = { leaseMs: 3_000, noteEveryMs: 60_000 };
  const one = rig.start({ timings });
  await oneLeads(one);
  await rig.told();
  const other = rig.start({ timings });
  // As after a failover that lost the last writes.
  await leases(rig).updateOne({ _id: 'follower' }, { $set: { holder: 'nobody', until: new Date(0) } });
  await waitFor(() => leading(one, other).length === 2, 'both follow');
  const tag = await insert(rig, 'seen by both');
  const told = tagsOf(await rig.told());
  expect(told).toContain(tag);
  await oneLeads(one, other);
  expect(leading(one, other)).toEqual([other]);
  expect(rig.ended).toEqual([]);
});

test('what the log did not take is told again until it does', async () => {
  await using rig = await followerRig();
  const { trouble, through } = troubledLog(rig.log);
  const follower = rig.start({ log: through });
  await rig.told();
  trouble.fails = true;
  const tag = await insert(rig, 'in vain');
  await waitFor(() => follower.report().failures > 2, 'it has tried');
  trouble.fails = false;
  expect(tagsOf(await rig.told())).toContain(tag);
  expect(rig.ended).toEqual([]);
});

test('a time of the change goes into the log with it, so that whoever computes afterwards has seen the change', async () => {
  await using rig = await followerRig();
  rig.start();
  const { db, log, epoch } = rig;
  const tag = await insert(rig, 'one');
  const records = await rig.told();
  const told = await db.time();
  const record = records.find(({ tags }) => tags.includes(tag));
  expect(record?.order).toMatch(/^[\da-f]{16}$/);
  expect((record?.order ?? '') <= told.order).toBe(true);
  const { operationTime } = await log.prove(epoch, 0);
  expect((operationTime?.order ?? '') >= (record?.order ?? '~')).toBe(true);
  // It is signed, else the server would refuse it.
  const { outcome } = await db.query(() => db.connection.collection(NAME).findOne({ kind: 'a' }), {
    readAfter: operationTime,
  });
  expect(outcome).toMatchObject({ status: 'fulfilled', value: { _id: 'one' } });
});

test('collections that are declared as not followed are not', async () => {
  await using rig = await followerRig({
    collections: [THINGS, { collection: 'ticks', unfollowed: 'they tick too often' }],
  });
  const follower = rig.start();
  await rig.told();
  const { changes } = follower.report();
  await rig.db.unseen.collection('ticks').insertOne({ n: 1 });
  await rig.db.unseen.collection('undeclared').insertOne({ n: 1 });
  expect(tagsOf(await rig.told())).toEqual([]);
  // The mark alone.
  expect(follower.report().changes.stamped).toBe(changes.stamped + 1);
});

test('many changes of a collection at once drop all that is kept of it, and of no other', async () => {
  await using rig = await followerRig();
  rig.start({ timings: { settleMs: 300 } });
  await rig.told();
  const many = Array.from({ length: 900 }, (_, index) => ({ _id: `many${index}`, kind: `k${index}` }));
  await rig.db.unseen.collection<{ _id: string }>(NAME).insertMany(many);
  const records = await rig.told();
  expect(tagsOf(records)).toContain(`${rig.db.database}.${NAME}!`);
  expect(tagsOf(records).some((tag) => tag.startsWith(`${rig.db.database}.marks!`))).toBe(false);
});
