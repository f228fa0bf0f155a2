import type { DirectReport } from '../direct/direct-batch.ts';
import { instanceOf } from '../direct/lease-document.ts';
import { absence, processState } from './instance-faults.ts';
import { between, type Fault, type FaultWorld, type Proof } from './fault.ts';

const written = (report: DirectReport): Proof[] => {
  const { commands, documents, inTransactions, keptBefore, shown, medianMs, slowestMs } = report;
  const sent = Object.entries(commands).map(([command, times]) => `${times} × ${command}`);
  return [
    {
      of: `documents that Mongo changed past the API (${sent.join(', ')}; ${inTransactions} in transactions; ${keptBefore} of which an answer was kept before)`,
      before: '0',
      after: String(documents),
    },
    {
      of: `of those, shown by all instances (half of them within ${medianMs} ms, all within ${slowestMs} ms)`,
      before: '0',
      after: String(shown),
    },
  ];
};

/** Writes go on past the API while something is done. */
const whileWriting =
  (run: (world: FaultWorld) => Promise<readonly Proof[]>): Fault['inject'] =>
  async (world) => {
    const batch = await world.direct.start();
    const proofs = await run(world);
    world.answersAgain();
    return [...proofs, ...written(await batch.stop())];
  };

/** The instance and its term. */
const named = (holder = 'nobody'): string =>
  holder
    .split('/')
    .map((id) => id.slice(0, 8))
    .join('/');

const passedOn = (how: string, before: string | undefined, after: string | undefined): Proof => ({
  of: `holder of the lease, ${how}`,
  before: named(before),
  after: named(after ?? before),
});

/** @returns who follows, as Mongo has it, and which instance that is. */
const follower = async ({ direct, instances }: FaultWorld) => {
  const holder = await direct.lease.heldByOther([]);
  const name = holder === undefined ? undefined : instances.nameOf(instanceOf(holder));
  if (holder === undefined || name === undefined) return undefined;
  return { holder, name };
};

/** @param run loses the one that follows. */
const lost = (
  run: (
    world: FaultWorld,
    following: { readonly holder: string; readonly name: string },
  ) => Promise<readonly Proof[]>,
): Fault['inject'] =>
  whileWriting(async (world) => {
    await world.wait(between(world.random, 500, 2000));
    const following = await follower(world);
    if (!following)
      return [passedOn('of which none is known to be one of the instances', undefined, undefined)];
    return run(world, following);
  });

export const followerFaults: readonly Fault[] = [
  {
    name: 'direct-write',
    what: 'items and films are written directly in Mongo for some seconds, in all the ways that a shell has, and nobody tells the instances',
    setting: 'plain',
    breaks: 'follower',
    tellsOfLoss: true,
    inject: whileWriting(async ({ random, wait }) => {
      await wait(between(random, 4000, 8000));
      return [];
    }),
  },
  {
    name: 'follower-lease-lost',
    what: "the document of the follower's lease is removed, then it is given to somebody who follows nothing for up to 6 s; writes go on directly in Mongo",
    setting: 'plain',
    breaks: 'follower',
    tellsOfLoss: true,
    inject: lost(async ({ direct: { lease, promise }, random, wait }) => {
      promise.lost();
      const removed = await lease.remove();
      const next = await lease.heldByOther([removed]);
      await wait(between(random, 500, 2500));
      const givenMs = between(random, 2000, 6000);
      const given = promise.disturbed();
      const { before, stranger } = await lease.giveAway(givenMs);
      await wait(givenMs);
      given();
      const last = await lease.heldByOther([before, stranger]);
      await wait(between(random, 500, 2500));
      return [
        passedOn('whose document was removed', removed, next),
        passedOn(`which a stranger had for ${givenMs} ms`, before, last),
      ];
    }),
  },
  {
    name: 'follower-killed',
    what: 'the instance that follows is killed with -9, and another one starts in its place; writes go on directly in Mongo, and another instance follows them',
    setting: 'plain',
    breaks: 'instances',
    tellsOfLoss: true,
    inject: lost(async ({ direct: { lease, promise }, instances, random, wait }, { holder, name }) => {
      const life = () => instances.live(name)?.life.name ?? 'none';
      const before = life();
      promise.lost();
      await instances.kill(name);
      await wait(between(random, absence.least, absence.most));
      await instances.start(name);
      const next = await lease.heldByOther([holder]);
      await wait(between(random, 500, 2500));
      return [{ of: `life of ${name}`, before, after: life() }, passedOn('which was killed', holder, next)];
    }),
  },
  {
    name: 'follower-paused',
    what: 'the instance that follows is stopped by SIGSTOP until another one has its lease, and goes on as if nothing had been; writes go on directly in Mongo',
    setting: 'plain',
    breaks: 'instances',
    tellsOfLoss: true,
    inject: lost(async ({ direct: { lease, promise }, instances, random, wait }, { holder, name }) => {
      promise.lost();
      // As any balancer of load would. What it was asked before, it answers when it goes on.
      instances.setAside(name, true);
      const pid = instances.signal(name, 'SIGSTOP');
      const next = await lease.heldByOther([holder]);
      const state = await processState(pid);
      instances.signal(name, 'SIGCONT');
      instances.setAside(name, false);
      await wait(between(random, 500, 2500));
      return [
        {
          of: `state of the process of ${name} when another one followed`,
          before: 'not stopped',
          after: state === 'T' ? 'stopped (T)' : 'not stopped',
        },
        passedOn('which was stopped', holder, next),
      ];
    }),
  },
];
