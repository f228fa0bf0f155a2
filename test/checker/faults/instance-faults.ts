import { between, type Fault } from './fault.ts';

/** Milliseconds that an instance is gone before it is started again. */
const absence = { least: 0, most: 1500 };

export const instanceFaults: readonly Fault[] = [
  {
    name: 'instance-killed',
    what: 'an instance is killed with -9, and another one starts in its place',
    setting: 'plain',
    breaks: 'instances',
    inject: async ({ instances, random, wait }) => {
      const name = random.pick(instances.names);
      const before =
        instances.available().find(({ life }) => life.name.startsWith(name))?.life.name ?? 'none';
      await instances.kill(name);
      await wait(between(random, absence.least, absence.most));
      await instances.start(name);
      const after = instances.available().find(({ life }) => life.name.startsWith(name))?.life.name ?? 'none';
      return [{ of: `life of ${name}`, before, after }];
    },
  },
  {
    name: 'instance-stopped',
    what: 'an instance is stopped in good order, as by a deploy, and another one starts in its place',
    setting: 'plain',
    breaks: 'instances',
    inject: async ({ instances, random, wait }) => {
      const name = random.pick(instances.names);
      const before =
        instances.available().find(({ life }) => life.name.startsWith(name))?.life.name ?? 'none';
      await instances.stop(name);
      await wait(between(random, absence.least, absence.most));
      await instances.start(name);
      const after = instances.available().find(({ life }) => life.name.startsWith(name))?.life.name ?? 'none';
      return [{ of: `life of ${name}`, before, after }];
    },
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
      instances.signal(name, 'SIGCONT');
      return [
        {
          of: `process of ${name}`,
          before: 'runs',
          after: pid === undefined ? 'runs' : `${pid} stopped for ${ms} ms`,
        },
      ];
    },
  },
];
