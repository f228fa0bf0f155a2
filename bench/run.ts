import {
  addAdmin,
  addAllSignedIn,
  adminAuthorization,
  credentialsOf,
  testTokenKeys,
} from '../test/testkit/admin.ts';
import type { BenchOptions } from './arguments.ts';
import { withThoseTheyNeed, type Bench } from './bench.ts';
import type { ContestantSettings } from './contestants/contestant.ts';
import { startContestant, type RunningContestant } from './contestants/contestant-process.ts';
import { allNames, contestantNames, entrant, referee, type ContestantName } from './contestants/line-up.ts';
import { seedDatabase } from './databases.ts';
import { ratiosOf, type Ratios } from './figures/ratios.ts';
import { describeMachine, pinToCores, type Machine } from './machine.ts';
import { fullPace, quickPace, type Pace } from './pace.ts';
import type { Results } from './results.ts';
import { startServers, type Servers } from './servers.ts';
import { workloads } from './workloads/index.ts';
import type { WorkloadName } from './workloads/names.ts';

export interface Report {
  /** As text, in UTC. */
  readonly date: string;
  readonly seconds: number;
  readonly seed: number;
  readonly quick: boolean;
  readonly pace: Pace;
  readonly machine: Machine;
  readonly ratios: Ratios;
  readonly results: Partial<Results>;
}

/** Viewers who are signed in. */
const viewerCount = 100;

/** Workloads for which nobody has to be there before. */
const startsItsOwn: ReadonlySet<WorkloadName> = new Set(['site']);

/** Bytes that answers may take in memory, for each who can be told. */
const memoryBytes = 64_000_000;

/** Number of the database in Redis of what workloads start. */
const siteRedis = 15;

const databaseOf = (name: ContestantName): string => `bench_${name.replaceAll('-', '_')}`;

/** Each Redis contestant has a database number of its own, so that what it leaves can be told apart. */
const redisUrlOf = (servers: Servers, name: ContestantName): string | undefined => {
  const number = allNames.filter((one) => entrant(one).cache === 'redis').indexOf(name) + 1;
  return number === 0 ? undefined : servers.redisUrl(number);
};

/** Our caches take some seconds to go live, during which the others can start. */
const oursFirst = (names: readonly ContestantName[]): readonly ContestantName[] =>
  names.toSorted((a, b) => Number(entrant(b).role === 'ours') - Number(entrant(a).role === 'ours'));

/** Runs what was asked for, all contestants alive from beginning to end. */
export const runBench = async (
  options: BenchOptions,
  say: (line: string) => void,
  stop: AbortSignal,
): Promise<Report> => {
  const stopped = Promise.withResolvers<never>();
  stopped.promise.catch(() => undefined);
  stop.addEventListener('abort', () => stopped.reject(stop.reason));
  const began = performance.now();
  await using opened = new AsyncDisposableStack();
  const pinning = await pinToCores();
  say(`Starting: ${pinning.description}.`);
  const tell = (_fields: object, message: string) => say(message);
  const servers = await startServers({ debug: () => undefined, info: tell, warn: tell, error: tell });
  opened.use(servers);

  const authorization = adminAuthorization;
  const [{ id, secret }] = testTokenKeys;
  const tokenKeys = `${id}:${Buffer.from(secret).toString('base64url')}`;
  const names = Array.from({ length: viewerCount }, (_, index) => `viewer-${index}`);
  const viewers = await Promise.all(names.map(credentialsOf));
  const needsContestants = options.workloads.some((name) => !startsItsOwn.has(name));
  const wanted = needsContestants ? withThoseTheyNeed(options.contestants) : new Set<ContestantName>();
  const startOn = async (
    name: ContestantName,
    mongodbUri: string,
    more: Partial<ContestantSettings> = {},
  ): Promise<RunningContestant> => {
    const redisUrl = redisUrlOf(servers, name);
    const settings = { mongodbUri, redisUrl, authorization, viewers, tokenKeys, memoryBytes, ...more };
    const contestant = await startContestant(name, settings, pinning.server);
    say(`  ${name} is up`);
    return contestant;
  };
  const start = async (name: ContestantName, mongodbUri: string): Promise<RunningContestant> =>
    opened.use(await startOn(name, mongodbUri));
  const starting = new Map<ContestantName, Promise<RunningContestant>>();
  for (const name of oursFirst([...wanted])) {
    // A database each: the gate of ours lets one process in memory cache a database, and the mix writes.
    const mongodbUri = servers.mongodbUri(databaseOf(name));
    if (entrant(name).role !== 'limit') {
      await seedDatabase(mongodbUri);
      await addAdmin(mongodbUri);
      await addAllSignedIn(mongodbUri, names);
    }
    stop.throwIfAborted();
    const started = start(name, mongodbUri);
    // Whoever fails is told of below, when all have begun.
    started.catch(() => undefined);
    starting.set(name, started);
  }
  const running = await Promise.all(contestantNames.flatMap((name) => starting.get(name) ?? []));
  const pace = options.quick ? quickPace : fullPace;
  const results: Partial<Results> = {};
  const bench: Bench = {
    contestants: running.filter(
      ({ name }) => options.contestants.some((one) => one === name) || (name !== referee && wanted.has(name)),
    ),
    referee: running.find(({ name }) => name === referee) as RunningContestant,
    pace,
    serverCore: pinning.serverCore,
    seed: options.seed,
    authorization,
    viewers,
    redisUrlOf: (name) => redisUrlOf(servers, name),
    mongodbUriOf: servers.mongodbUri,
    start: (name, database, more) =>
      startOn(name, servers.mongodbUri(database), {
        ...more,
        // Of a life of its own, so that nothing is shared with another one of the same name.
        redisUrl: redisUrlOf(servers, name) === undefined ? undefined : servers.redisUrl(siteRedis),
      }),
    results,
    say,
  };
  const measure = async (name: WorkloadName): Promise<void> => {
    const { title, run } = workloads[name];
    const from = performance.now();
    say(`${title} (${name})`);
    Object.assign(results, { [name]: await Promise.race([run(bench), stopped.promise]) });
    say(`  took ${((performance.now() - from) / 1_000).toFixed(0)} s`);
  };
  for (const name of options.workloads) await measure(name);
  return {
    date: new Date().toISOString().slice(0, 16).replace('T', ' '),
    seconds: Math.round((performance.now() - began) / 1_000),
    seed: options.seed,
    quick: options.quick,
    pace,
    machine: describeMachine(servers.versions, pinning),
    ratios: ratiosOf(results),
    results,
  };
};
