import { allCollections } from '../../app.ts';
import { openCaching } from '../../caching.ts';
import { connectMongo } from '../../infra/mongo.ts';
import {
  type CatalogueImport,
  createCatalogueImport,
  createCatalogueModels,
  prepareCatalogueCollections,
} from '../../modules/catalogue/index.ts';
import type { Logger } from '../../shared/logger.ts';
import type { GateTimings } from '../../tracking/gate/gate-timings.ts';

export interface CatalogueWriterOptions {
  readonly mongodbUri: string;
  /** The server's, if it has one: without it every server there stops caching while something is written. */
  readonly redisUrl: string | undefined;
  readonly redisPrefix: string;
  readonly log: Logger;
  /** For tests. */
  readonly gateTimings?: Partial<GateTimings>;
}

export interface CatalogueWriter extends AsyncDisposable {
  readonly catalogueImport: CatalogueImport;
}

/** Milliseconds that one write may take: the gate may have to close first, and Redis to be given up. */
const writeWaitMs = 60_000;

/** It caches nothing, but the engine's parts want a bound. */
const memoryBytes = 1_000_000;
const redisBudgetMs = 1_000;

/**
 * A process beside the server that changes the catalogue: its writes go through the gate and into the log like a
 * mutation's, so no server that caches is behind them once they are acknowledged. It answers nothing itself.
 *
 * @throws StartupError when MongoDB does not answer
 */
export const openCatalogueWriter = async (options: CatalogueWriterOptions): Promise<CatalogueWriter> => {
  const { mongodbUri, redisUrl, redisPrefix, gateTimings, log } = options;
  await using opened = new AsyncDisposableStack();
  const followed = await connectMongo(mongodbUri, { monitorCommands: true });
  opened.defer(() => followed.close());
  const background = await connectMongo(mongodbUri);
  opened.defer(() => background.close());

  const backgroundModels = createCatalogueModels(background);
  await prepareCatalogueCollections(backgroundModels);
  const { tracking, close } = await openCaching({
    requests: followed,
    background,
    collections: allCollections,
    redisUrl,
    redisPrefix,
    redisBudgetMs,
    memoryBytes,
    codeVersion: 'import',
    mayOpen: false,
    ...(gateTimings && { gateTimings }),
    log,
  });
  opened.defer(close);

  const catalogueImport = createCatalogueImport({
    models: createCatalogueModels(followed),
    backgroundModels,
    write: async (run) => (await tracking.mutation(run, writeWaitMs)).value,
  });
  const resources = opened.move();
  return { catalogueImport, [Symbol.asyncDispose]: () => resources.disposeAsync() };
};
