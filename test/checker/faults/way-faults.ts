import { between, type Fault, type FaultWorld, type Proof } from './fault.ts';
import type { Way } from '../way.ts';

type To = 'redis' | 'mongo';
const breaks = { redis: 'ways to Redis', mongo: 'ways to Mongo' } as const;
const server = { redis: 'Redis', mongo: 'Mongo' } as const;

const sum = (ways: readonly Way[], of: 'accepted' | 'ended'): number =>
  ways.reduce((all, way) => all + way[of], 0);

/** Some of the instances, all of them as often as not. */
const some = ({ instances, random }: FaultWorld): readonly string[] => {
  const { names } = instances;
  return random.happens(0.5) ? names : random.shuffled(names).slice(0, between(random, 1, names.length));
};

const slow = (to: To): Fault => ({
  name: `${to}-slow`,
  what: `every byte to and from ${server[to]} takes 15 to 150 ms longer for some seconds, for some instances or all`,
  setting: 'plain',
  breaks: breaks[to],
  inject: async (world) => {
    const { instances, random, wait } = world;
    const names = some(world);
    const ms = between(random, 15, 150);
    for (const way of instances.ways(to, names)) way.slow(ms);
    await wait(between(random, 2000, 7000));
    for (const way of instances.ways(to)) way.slow(0);
    return [{ of: `way of ${names.join(', ')}`, before: 'as it is', after: `${ms} ms longer` }];
  },
});

const cut = (to: To): Fault => ({
  name: `${to}-cut`,
  what: `all connections to ${server[to]} are cut, several times in some seconds, and refused in between as often as not`,
  setting: 'plain',
  breaks: breaks[to],
  inject: async (world) => {
    const { instances, random, wait } = world;
    const names = some(world);
    const before = sum(instances.ways(to), 'ended');
    let most = before;
    for (let times = 1 + random.below(5); times > 0; times -= 1) {
      const ways = instances.ways(to, names);
      const isRefusing = random.happens(0.5);
      for (const way of ways)
        if (isRefusing) way.refuse(true);
        else way.cut();
      await wait(between(random, 50, 1500));
      for (const way of ways) way.refuse(false);
      most = Math.max(most, sum(instances.ways(to), 'ended'));
    }
    return [
      {
        of: `connections of ${names.join(', ')} that were ended`,
        before: String(before),
        after: String(most),
      },
    ];
  },
});

const held = (to: To): Fault => ({
  name: `${to}-unreachable`,
  what: `nothing gets through to ${server[to]} and back for up to 6 s, for some instances or all; nobody is told, and then all of it arrives`,
  setting: 'plain',
  breaks: breaks[to],
  inject: async (world): Promise<readonly Proof[]> => {
    const { instances, random, wait } = world;
    const names = some(world);
    const ms = between(random, 300, 6000);
    for (const way of instances.ways(to, names)) way.hold(true);
    await wait(ms);
    for (const way of instances.ways(to)) way.hold(false);
    return [{ of: `way of ${names.join(', ')}`, before: 'open', after: `held for ${ms} ms` }];
  },
});

export const wayFaults: readonly Fault[] = (['redis', 'mongo'] as const).flatMap((to) => [
  slow(to),
  cut(to),
  held(to),
]);
