import { readFile } from 'node:fs/promises';
import { between, type Fault, type FaultWorld } from './fault.ts';

/** Milliseconds that an instance is gone before it is started again. */
export const absence = { least: 0, most: 1500 };

/** As Linux tells it: `T` for one that is stopped. */
export const processState = async (pid: number | undefined): Promise<string | undefined> => {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return text.slice(text.lastIndexOf(')') + 2).split(' ', 1)[0];
};

/** @param end how an instance goes, before another one starts in its place. */
const replaced =
  (end: (instances: FaultWorld['instances'], name: string) => Promise<unknown>): Fault['inject'] =>
  async ({ instances, random, wait }) => {
    const name = random.pick(instances.names);
    const life = () => instances.live(name)?.life.name ?? 'none';
    const before = life();
    await end(instances, name);
    await wait(between(random, absence.least, absence.most));
    await instances.start(name);
    return [{ of: `life of ${name}`, before, after: life() }];
  };

export const instanceFaults: readonly Fault[] = [
  {
    name: 'instance-killed',
    what: 'an instance is killed with -9, and another one starts in its place',
    setting: 'plain',
    breaks: 'instances',
    inject: replaced((instances, name) => instances.kill(name)),
  },
  {
    name: 'instance-stopped',
    what: 'an instance is stopped in good order, as by a deploy, and another one starts in its place',
    setting: 'plain',
    breaks: 'instances',
    inject: replaced((instances, name) => instances.stop(name)),
  },
  {
    name: 'instance-paused',
    what: 'an instance is stopped by SIGSTOP for up to 5 s, and goes on with what it knew before',
    setting: 'plain',
    breaks: 'instances',
    inject: async ({ instances, random, wait }) => {
      const name = random.pick(instances.names);
      const ms = between(random, 500, 5000);
      const pid = instances.signal(name, 'SIGSTOP');
      await wait(ms);
      const state = await processState(pid);
      instances.signal(name, 'SIGCONT');
      const of = `state of the process of ${name}, after ${ms} ms at most`;
      return [{ of, before: 'not stopped', after: state === 'T' ? 'stopped (T)' : 'not stopped' }];
    },
  },
];
