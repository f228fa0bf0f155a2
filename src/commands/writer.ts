import type { Connection } from 'mongoose';
import { allCollections } from '../domains.ts';
import { anythingTag, wideTag } from '../cache/tags.ts';
import { openCaching } from '../caching.ts';
import { connectMongo } from '../infra/mongo.ts';
import type { Logger } from '../shared/logger.ts';
import type { GateTimings } from '../tracking/gate/gate-timings.ts';

export interface WriterOptions {
  readonly mongodbUri: string;
  /** The server's, if it has one: without it every server there stops caching while something is written. */
  readonly redisUrl: string | undefined;
  readonly redisPrefix: string;
  readonly log: Logger;
  /** For tests. */
  readonly gateTimings?: Partial<GateTimings>;
}

/** A process beside the servers that writes what they answer from, and answers nothing itself. */
export interface Writer<Prepared> extends AsyncDisposable {
  /** What goes through it is followed. */
  readonly followed: Connection;
  /** What goes through it is nobody's. */
  readonly background: Connection;
  readonly prepared: Prepared;
  /**
   * Runs writes on the followed connection as a mutation does: through the gate and into the log, so that no server that
   * caches is behind them once it resolves.
   */
  write<T>(run: () => Promise<T>): Promise<T>;
  /** Lets every server drop what it keeps of any collection: something may have been written that no log knows of. */
  doubtEverything(): Promise<void>;
}

/** Milliseconds that one write may take: the gate may have to close first, and Redis to be given up. */
const writeWaitMs = 60_000;

/** It caches nothing, but the engine's parts want a bound. */
const memoryBytes = 1_000_000;
const redisBudgetMs = 1_000;

/**
 * @param prepare makes models, and the collections that are missing, before anything else.
 * @throws StartupError when MongoDB does not answer
 */
export const openWriter = async <Prepared>(
  { mongodbUri, redisUrl, redisPrefix, gateTimings, log }: WriterOptions,
  name: string,
  prepare: (background: Connection) => Promise<Prepared>,
): Promise<Writer<Prepared>> => {
  await using opened = new AsyncDisposableStack();
  const followed = await connectMongo(mongodbUri, { monitorCommands: true });
  opened.defer(() => followed.close());
  const background = await connectMongo(mongodbUri);
  opened.defer(() => background.close());
  const prepared = await prepare(background);
  const { tracking, stamp, close } = await openCaching({
    requests: followed,
    background,
    collections: allCollections,
    redisUrl,
    redisPrefix,
    redisBudgetMs,
    memoryBytes,
    codeVersion: name,
    mayOpen: false,
    ...(gateTimings && { gateTimings }),
    log,
  });
  opened.defer(close);
  const resources = opened.move();
  return {
    followed,
    background,
    prepared,
    write: async (run) => (await tracking.mutation(run, writeWaitMs)).value,
    doubtEverything: () =>
      stamp(
        allCollections
          .map(({ collection }) => `${followed.name}.${collection}`)
          .flatMap((namespace) => [anythingTag(namespace), wideTag(namespace)]),
      ),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
};
