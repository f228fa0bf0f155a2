import { setTimeout as delay } from 'node:timers/promises';
import type { Instances } from './instances.ts';
import type { SeededRandom } from '../../src/seed/seeded-random.ts';
import { increase, type Tally } from './tally.ts';

/** Milliseconds between one instance being back and the next going. */
const quiet = { least: 3000, most: 12_000 };
/** Milliseconds that an instance is gone before it is started again. */
const absence = { least: 0, most: 1500 };
const killed = 0.6;

const between = (random: SeededRandom, { least, most }: typeof quiet): number =>
  least + random.below(most - least);

/** Lets instances go and come back, one at a time, until the signal: most by kill -9, the others in good order. */
export const injectFaults = async (
  instances: Instances,
  tally: Tally,
  random: SeededRandom,
  signal: AbortSignal,
): Promise<void> => {
  const wait = (ms: number) => delay(ms, undefined, { signal }).catch(() => undefined);
  for (;;) {
    await wait(between(random, quiet));
    const name = random.pick(instances.names);
    const kill = random.happens(killed);
    if (signal.aborted) return;
    if (instances.isUp(name)) {
      increase(tally.faults, kill ? 'instance killed with -9' : 'instance stopped in good order');
      await (kill ? instances.kill(name) : instances.stop(name));
    }
    await wait(between(random, absence));
    if (signal.aborted) return;
    await instances.start(name);
  }
};
