import { setTimeout as delay } from 'node:timers/promises';
import type { CheckOptions } from './arguments.ts';
import { catalogueReads } from './catalogue-reads.ts';
import { checkReads } from './check-reads.ts';
import { createClock } from './clock.ts';
import { DirectWrites } from './direct/direct-writes.ts';
import { FollowPromise } from './direct/follow-promise.ts';
import { allFaults } from './faults/all-faults.ts';
import { settingTitles, type SettingName } from './faults/fault.ts';
import { Observer } from './faults/observer.ts';
import { FaultSchedule } from './faults/schedule.ts';
import { Instances } from './instances.ts';
import { NeedlessInvalidations } from './needless.ts';
import { keepReading, ReadsUnderWay, type Reading } from './reader.ts';
import { describeStaleRead, progressLine, summarise, type CheckSummary } from './report.ts';
import { createSeededRandom, createZipf } from '../../src/seed/seeded-random.ts';
import { startServers } from './servers/servers.ts';
import { socialReads } from './social/reads.ts';
import { writeStartingData } from './starting-data.ts';
import { StaleReads } from './stale-reads.ts';
import { createTally, increase } from './tally.ts';
import { createWorld } from './world.ts';
import { keepWriting } from './writers.ts';

/** What a run found. */
export interface CheckResult {
  readonly summary: CheckSummary;
  /** The first of them, for people. */
  readonly violations: readonly string[];
}

const progressEveryMs = 5000;
/** Between looks at the memory of instances, where there are no faults that give a reason to. */
const lookEveryMs = 10_000;
const longestDelayMs = 12;
/** An instance that waits for a fault to pass may take this long to answer. */
const timeoutMs = 20_000;

/**
 * Starts all, reads and writes for as long as asked, and ends all.
 *
 * @param setting the servers to run on; only faults that need just these are made.
 * @param say told of the progress, a line at a time.
 * @param stop ends the run early, as if its time were over.
 */
export const runCheck = async (
  options: CheckOptions,
  setting: SettingName,
  say: (line: string) => void,
  stop: AbortSignal,
): Promise<CheckResult> => {
  await using opened = new AsyncDisposableStack();
  const random = createSeededRandom(options.seed);
  const clock = createClock();
  const tally = createTally();
  const observer = new Observer();
  const underWay = new ReadsUnderWay();
  const world = createWorld(clock, () => underWay.oldest());

  say(
    `Seed ${options.seed}. ${settingTitles[setting]}; three instances with the engine "${options.engine}".`,
  );
  const delayMs = options.delay ? longestDelayMs : 0;
  const servers = opened.use(await startServers({ setting, replyDelayMs: delayMs, random: random.fork() }));
  await writeStartingData(servers.mongo, world);
  const instances = new Instances({
    servers,
    names: ['A', 'B', 'C'],
    engine: options.engine,
    delayMs,
    random: random.fork(),
    clock,
    onCrash: (name, said) => {
      tally.crashes += 1;
      say(`The instance ${name} ended by itself:\n${said}`);
    },
  });
  opened.defer(() => instances.killAll());
  const endNow = () => instances.killAllNow();
  process.once('exit', endNow);
  opened.defer(() => void process.off('exit', endNow));
  // The first alone, since it makes the indexes.
  await instances.start('A');
  await Promise.all(instances.names.slice(1).map((name) => instances.start(name)));

  const operations = random.shuffled([
    ...checkReads(world),
    ...catalogueReads(world),
    ...socialReads(world.social),
  ]);
  const started = clock();
  const possible = allFaults.filter(
    (fault) => fault.setting === setting && options.faults.includes(fault.name),
  );
  const faultRandom = random.fork();
  const ending = new AbortController();
  opened.defer(() => ending.abort());
  const signal = AbortSignal.any([stop, ending.signal]);
  const promise = new FollowPromise(clock);
  const stale = new StaleReads({
    promisesCounts: (began, ended) => schedule.promisesCounts(began, ended),
    onNotPromised: () => {
      tally.countsNotPromised += 1;
    },
    describe: describeStaleRead,
  });
  const reading: Reading = {
    clock,
    underWay,
    tally,
    needless: new NeedlessInvalidations(),
    observer,
    onStale: (read) => stale.add(read),
  };
  const direct = opened.use(
    new DirectWrites({
      mongodbUri: servers.mongo.uri,
      world,
      operations,
      instances,
      reading,
      promise,
      random: random.fork(),
      timeoutMs,
      signal,
    }),
  );
  const schedule: FaultSchedule = new FaultSchedule({
    faults: possible,
    instances,
    servers,
    observer,
    tally,
    direct,
    promise,
    random: faultRandom,
    clock,
    started,
    engine: options.engine,
    seconds: options.seconds,
    violations: () => stale.count,
    say,
  });
  const loops = [
    ...Array.from({ length: options.readers }, () => {
      const own = random.fork();
      const draw = createZipf(operations.length, own);
      return keepReading({ ...reading, operations, draw, instances, random: own, timeoutMs }, signal);
    }),
    ...keepWriting(
      { writers: options.writers, world, instances, tally, observer, clock, random, timeoutMs },
      signal,
    ),
  ];
  const faults = schedule.run(signal);
  if (possible.length === 0) {
    const looks = setInterval(() => void instances.lookAtMemory('nothing was broken'), lookEveryMs);
    opened.defer(() => clearInterval(looks));
  }
  const progress = setInterval(
    () => say(progressLine(tally, stale.count, clock() - started)),
    progressEveryMs,
  );
  opened.defer(() => clearInterval(progress));
  if (options.delay) increase(tally.faults, "Mongo's replies delayed");

  const work = Promise.all([...loops, faults]);
  await Promise.race([
    work,
    delay(options.seconds * 1000, undefined, { signal: stop }).catch(() => undefined),
  ]);
  const elapsedMs = clock() - started;
  ending.abort();
  await work;
  await instances.lookAtMemory('at the end');
  stale.decideAll();
  const memories = instances.memories();
  if (instances.defects !== '') say(`What instances said of internal errors:\n${instances.defects}`);
  return {
    summary: summarise(options, {
      setting,
      tally,
      stale,
      elapsedMs,
      memories,
      faultReports: schedule.reports,
      calm: schedule.calm(),
      asked: possible.map(({ name }) => name),
    }),
    violations: stale.described,
  };
};
