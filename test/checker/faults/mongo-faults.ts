import { setTimeout as delay } from 'node:timers/promises';
import type { MongoMember, MongoSet } from '../servers/mongo-set.ts';
import { between, type Fault, type FaultWorld, type Proof } from './fault.ts';

const setOf = ({ servers: { mongo } }: FaultWorld): MongoSet => {
  if (mongo.kind !== 'set') throw new TypeError('expected a replica set of three');
  return mongo;
};

const termOf = async (member: MongoMember): Promise<string> => {
  const status = await member.ask({ replSetGetStatus: 1 });
  return String(status['term']);
};

/** The proof that another member is the primary now. */
const elected = async (
  before: { readonly member: MongoMember; readonly term: string },
  after: MongoMember,
): Promise<readonly Proof[]> => [
  { of: 'primary', before: before.member.name, after: after.name },
  { of: 'term', before: before.term, after: await termOf(after) },
];

const stateOf = async (set: MongoSet) => {
  const member = await set.primary();
  return { member, term: await termOf(member) };
};

/** A primary by itself is of no use: reads and writes are for a majority, and its followers need a while to follow. */
const answersAgain = async (world: FaultWorld, primary: MongoMember): Promise<void> => {
  await primary.untilMajority();
  world.answersAgain();
};

/** The first of them to win an election. One that lacks what the other has loses it, until it has caught up. */
const stepUp = async (members: readonly MongoMember[]): Promise<void> => {
  const endMs = performance.now() + 5000;
  for (let attempt = 0; ; attempt += 1) {
    try {
      await members[attempt % members.length]?.ask({ replSetStepUp: 1 });
      return;
    } catch (error) {
      if (performance.now() > endMs) throw error;
    }
    await delay(100);
  }
};

export const mongoFaults: readonly Fault[] = [
  {
    name: 'mongo-stepdown',
    what: 'the primary is asked to step down, and another is elected',
    setting: 'replica-set',
    breaks: 'mongo',
    inject: async (world) => {
      const set = setOf(world);
      const before = await stateOf(set);
      await before.member
        .ask({ replSetStepDown: 10, secondaryCatchUpPeriodSecs: 2, force: true })
        .catch(() => undefined);
      const after = await set.primary(before.member);
      await answersAgain(world, after);
      await set.untilWhole();
      return elected(before, after);
    },
  },
  {
    name: 'mongo-killed',
    what: 'the primary is killed with -9; another is elected, and it comes back',
    setting: 'replica-set',
    breaks: 'mongo',
    inject: async (world) => {
      const set = setOf(world);
      const before = await stateOf(set);
      await before.member.kill();
      const after = await set.primary(before.member);
      await answersAgain(world, after);
      await world.wait(between(world.random, 0, 3000));
      await set.restart(before.member);
      return elected(before, after);
    },
  },
  {
    name: 'mongo-paused',
    what: 'the primary is stopped by SIGSTOP until another is elected, and goes on: for a moment it takes itself for the primary',
    setting: 'replica-set',
    breaks: 'mongo',
    inject: async (world) => {
      const set = setOf(world);
      const before = await stateOf(set);
      before.member.pause();
      let after: MongoMember;
      try {
        after = await set.primary(before.member);
        await answersAgain(world, after);
        await world.wait(between(world.random, 0, 2000));
      } finally {
        before.member.resume();
      }
      await set.untilWhole();
      return elected(before, after);
    },
  },
  {
    name: 'mongo-deposed',
    what: 'the primary is cut off from the other members, with some instances or none, and another is elected at once: for seconds both are primaries',
    setting: 'replica-set',
    breaks: 'mongo',
    inject: async (world) => {
      const { instances, random } = world;
      const set = setOf(world);
      const before = await stateOf(set);
      const others = set.members.filter((one) => one !== before.member);
      const lives = random.shuffled(instances.available()).map(({ life }) => life.name);
      const along = lives.slice(0, random.below(lives.length));
      set.cutOff(before.member, along);
      let both = 0;
      let after: MongoMember;
      try {
        // Without it the old one would find out that it is alone as soon as the others do.
        await stepUp(random.shuffled(others));
        after = await set.primary(before.member);
        const endMs = performance.now() + between(random, 1000, 5000);
        while (performance.now() < endMs) {
          if (await before.member.isPrimary()) both += 1;
          await delay(20);
        }
      } finally {
        set.cutOff(undefined);
      }
      await set.untilWhole();
      const of = `looks at which both were primaries; ${along.join(', ') || 'nobody'} reached the old one alone`;
      return [...(await elected(before, after)), { of, before: '0', after: String(both) }];
    },
  },
  {
    name: 'mongo-write-concern',
    what: 'both secondaries stop to take up writes (fsyncLock) for up to 13 s: no majority acknowledges anything',
    setting: 'replica-set',
    breaks: 'mongo',
    inject: async (world) => {
      const set = setOf(world);
      const { member } = await stateOf(set);
      const secondaries = set.members.filter((one) => one !== member);
      for (const one of secondaries) await one.ask({ fsync: 1, lock: true });
      const behind = async (): Promise<string> => {
        const status = await member.ask({ replSetGetStatus: 1 });
        const optimes = status['optimes'] as
          { lastCommittedOpTime?: { ts?: { toString(): string } } } | undefined;
        return optimes?.lastCommittedOpTime?.ts?.toString() ?? 'unknown';
      };
      const before = await behind();
      const lockedMs = between(world.random, 3000, 13_000);
      await world.wait(lockedMs);
      const stood = await behind();
      for (const one of secondaries) await one.ask({ fsyncUnlock: 1 });
      await answersAgain(world, member);
      await set.untilWhole();
      return [
        {
          of: 'last write that a majority has',
          before: `moves`,
          after: before === stood ? `stood still at ${stood} for ${lockedMs} ms` : 'moves',
        },
      ];
    },
  },
];
