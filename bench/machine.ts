import { execFile } from 'node:child_process';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Who runs where. */
export interface Pinning {
  /** Put in front of a server's command; empty where nothing can be pinned. */
  readonly server: readonly string[];
  /** That of the servers; `undefined` where nothing is pinned. */
  readonly serverCore: number | undefined;
  /** For readers of the figures. */
  readonly description: string;
}

const unpinned = { server: [], serverCore: undefined } as const;

/** `0-2,5` as [0, 1, 2, 5]. */
const parseCores = (list: string): number[] =>
  list.split(',').flatMap((range) => {
    const [first = Number.NaN, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });

const allowedCores = async (): Promise<readonly number[]> => {
  try {
    const { stdout } = await run('taskset', ['-c', '-p', String(process.pid)]);
    return parseCores(stdout.slice(stdout.lastIndexOf(':') + 1).trim());
  } catch {
    return [];
  }
};

/**
 * Keeps this process, and so the load, MongoDB and Redis that it starts, off the core that the servers get. Called
 * before anything is started.
 */
export const pinToCores = async (): Promise<Pinning> => {
  const cores = await allowedCores();
  const [first, ...others] = cores;
  if (first === undefined) {
    return { ...unpinned, description: 'nothing is pinned: there is no taskset here' };
  }
  if (others.length === 0) {
    return { ...unpinned, description: 'nothing is pinned: there is one core, which all share' };
  }
  const rest = others.join(',');
  await run('taskset', ['-a', '-c', '-p', rest, String(process.pid)]);
  return {
    server: ['taskset', '-c', String(first)],
    serverCore: first,
    description: `servers on core ${first}; load, MongoDB and Redis on ${others.length === 1 ? 'core' : 'cores'} ${rest}`,
  };
};

/** What figures depend on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly mongod: string;
  readonly redis: string;
  readonly pinning: string;
}

export const describeMachine = (
  versions: { readonly mongod: string; readonly redis: string },
  { description }: Pinning,
): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: Math.max(cpus().length, availableParallelism()),
  memoryGb: Math.round(totalmem() / 2 ** 30),
  // Of the release, what names a place of its own is left out.
  system: `${type()} ${/^\d+\.\d+/.exec(release())?.[0] ?? release()}`,
  node: process.versions.node,
  ...versions,
  pinning: description,
});
