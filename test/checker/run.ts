import { setTimeout as delay } from 'node:timers/promises';
import type { CheckOptions } from './arguments.ts';
import { catalogueReads } from './catalogue-reads.ts';
import { checkReads } from './check-reads.ts';
import { createClock } from './clock.ts';
import { injectFaults } from './fault-schedule.ts';
import { Instances } from './instances.ts';
import { NeedlessInvalidations } from './needless.ts';
import { keepReading, ReadsUnderWay, type StaleRead } from './reader.ts';
import { describeStaleRead, progressLine, summarise, type CheckSummary } from './report.ts';
import { createSeededRandom, createZipf } from '../../src/seed/seeded-random.ts';
import { startServers } from './servers.ts';
import { writeStartingData } from './starting-data.ts';
import { createTally, increase } from './tally.ts';
import { createWorld } from './world.ts';
import { keepWriting } from './writers.ts';

/** What a run found. */
export interface CheckResult {
  readonly summary: CheckSummary;
  /** The first of them, for people. */
  readonly violations: readonly string[];
}

const violationsDescribed = 10;
const progressEveryMs = 5000;
const longestDelayMs = 12;
/** An instance that waits for a fault to pass may take this long to answer. */
const timeoutMs = 20_000;

/**
 * Starts all, reads and writes for as long as asked, and ends all.
 *
 * @param say told of the progress, a line at a time.
 * @param stop ends the run early, as if its time were over.
 */
export const runCheck = async (
  options: CheckOptions,
  say: (line: string) => void,
  stop: AbortSignal,
): Promise<CheckResult> => {
  await using opened = new AsyncDisposableStack();
  const random = createSeededRandom(options.seed);
  const clock = createClock();
  const tally = createTally();
  const underWay = new ReadsUnderWay();
  const world = createWorld(clock, () => underWay.oldest());

  say(`Seed ${options.seed}. Starting Mongo, Redis and three instances with the engine "${options.engine}".`);
  const servers = opened.use(await startServers());
  await writeStartingData(servers.mongodbUri, world);
  const instances = new Instances({
    ...servers,
    names: ['A', 'B', 'C'],
    engine: options.engine,
    delayMs: options.delay ? longestDelayMs : 0,
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

  const operations = random.shuffled([...checkReads(world), ...catalogueReads(world)]);
  const stale = { reads: 0, byKind: new Map<string, number>(), byOperation: new Map<string, number>() };
  const described: string[] = [];
  const onStale = (read: StaleRead): void => {
    stale.reads += 1;
    increase(stale.byOperation, read.operation.name);
    for (const kind of new Set(read.violations.map((violation) => violation.kind)))
      increase(stale.byKind, kind);
    if (described.length < violationsDescribed) described.push(describeStaleRead(read));
  };

  const ending = new AbortController();
  opened.defer(() => ending.abort());
  const signal = AbortSignal.any([stop, ending.signal]);
  const started = clock();
  const needless = new NeedlessInvalidations();
  const loops = [
    ...Array.from({ length: options.readers }, (_, number) => {
      const own = random.fork();
      const draw = createZipf(operations.length, own);
      const reader = {
        number,
        operations,
        draw,
        instances,
        clock,
        underWay,
        tally,
        needless,
        timeoutMs,
        onStale,
      };
      return keepReading({ ...reader, random: own }, signal);
    }),
    ...keepWriting({ writers: options.writers, world, instances, tally, random, timeoutMs }, signal),
    ...(options.kill ? [injectFaults(instances, tally, random.fork(), signal)] : []),
  ];
  const progress = setInterval(
    () => say(progressLine(tally, stale.reads, clock() - started)),
    progressEveryMs,
  );
  opened.defer(() => clearInterval(progress));
  if (options.delay) increase(tally.faults, "Mongo's replies delayed");

  const work = Promise.all(loops);
  await Promise.race([
    work,
    delay(options.seconds * 1000, undefined, { signal: stop }).catch(() => undefined),
  ]);
  const elapsedMs = clock() - started;
  ending.abort();
  const summary = summarise(options, tally, stale, elapsedMs);
  await work;
  return { summary, violations: described };
};
