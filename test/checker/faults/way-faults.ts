import { between, type Fault, type FaultWorld } from './fault.ts';
import type { Way } from '../way.ts';

type To = 'redis' | 'mongo';
const breaks = { redis: 'ways to Redis', mongo: 'ways to Mongo' } as const;
const server = { redis: 'Redis', mongo: 'Mongo' } as const;

const sum = (ways: readonly Way[], of: 'ended' | 'impeded'): number =>
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
    const ways = instances.ways(to, names);
    const before = sum(ways, 'impeded');
    for (const way of ways) way.slow(ms);
    await wait(between(random, 2000, 7000));
    for (const way of ways) way.slow(0);
    const of = `pieces of bytes of ${names.join(', ')}, slowed by ${ms} ms`;
    return [{ of, before: String(before), after: String(sum(ways, 'impeded')) }];
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
    let ended = 0;
    for (let times = 1 + random.below(5); times > 0; times -= 1) {
      // Each time anew: an instance may have been replaced.
      const ways = instances.ways(to, names);
      const before = sum(ways, 'ended');
      const isRefusing = random.happens(0.5);
      for (const way of ways) {
        if (isRefusing) way.refuse(true);
        else way.cut();
      }
      await wait(between(random, 50, 1500));
      for (const way of ways) way.refuse(false);
      ended += sum(ways, 'ended') - before;
    }
    return [{ of: `connections of ${names.join(', ')} that were ended`, before: '0', after: String(ended) }];
  },
});

const unreachable = (to: To): Fault => ({
  name: `${to}-unreachable`,
  what: `nothing gets through to ${server[to]} and back for up to 6 s, for some instances or all; nobody is told, and then all of it arrives`,
  setting: 'plain',
  breaks: breaks[to],
  inject: async (world) => {
    const { instances, random, wait } = world;
    const names = some(world);
    const ms = between(random, 300, 6000);
    const ways = instances.ways(to, names);
    const before = sum(ways, 'impeded');
    for (const way of ways) way.hold(true);
    await wait(ms);
    const after = sum(ways, 'impeded');
    for (const way of ways) way.hold(false);
    const of = `pieces of bytes of ${names.join(', ')}, held for up to ${ms} ms`;
    return [{ of, before: String(before), after: String(after) }];
  },
});

export const wayFaults: readonly Fault[] = (['redis', 'mongo'] as const).flatMap((to) => [
  slow(to),
  cut(to),
  unreachable(to),
]);
