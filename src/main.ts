import { createApp } from './app.ts';
import { runCommand } from './commands/run-command.ts';
import { readEnvironment } from './config/environment.ts';
import { startEmbeddedMongod } from './infra/embedded/index.ts';
import { createLogger } from './infra/logger.ts';
import { keptTokenKeys } from './infra/token-keys.ts';
import { createProgressBar } from './infra/progress-bar.ts';
import { graphqlEndpoint } from './graphql/yoga.ts';

const main = async (): Promise<void> => {
  const environment = readEnvironment();
  const { dataDir, downloadDir, development, host, logLevel } = environment;
  const log = createLogger({ level: logLevel, pretty: development && process.stdout.isTTY });

  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A second Ctrl-C means: now. The embedded mongod ends by itself when this process is gone.
      if (stop.signal.aborted) process.exit(130);
      stop.abort();
    });
  }

  await using opened = new AsyncDisposableStack();
  let mongodbUri = environment.mongodbUri;
  if (mongodbUri === undefined) {
    const mongod = await startEmbeddedMongod({ dataDir, downloadDir, log });
    opened.defer(() => mongod.stop());
    mongodbUri = mongod.uri;
    const endWithMongod = async (): Promise<void> => {
      const report = await mongod.exited;
      if (stop.signal.aborted) return;
      log.error(report, 'The embedded mongod ended; so does this process.');
      process.exitCode = 1;
      stop.abort();
    };
    void endWithMongod();
    opened.defer(() => stop.abort());
  }
  if (stop.signal.aborted) return;

  const tokenKeys = environment.tokenKeys ?? (await keptTokenKeys(dataDir, log));
  const bar = createProgressBar('Loading films');
  const warming = process.stdout.isTTY ? { progress: createProgressBar('Warming the cache') } : {};
  const app = await createApp({ ...environment, mongodbUri, tokenKeys, log, seedProgress: bar, warming });
  opened.defer(() => app.close());
  if (stop.signal.aborted) return;

  const { port } = await app.listen(environment.port, host);
  const address = environment.port === 0 ? `http://localhost:${port}` : environment.publicUrl;
  log.info(
    { cache: environment.cacheEngine, redis: environment.redisUrl !== undefined },
    `Marquee answers on ${address}${graphqlEndpoint}`,
  );

  const { promise: stopped, resolve } = Promise.withResolvers<void>();
  stop.signal.addEventListener('abort', () => resolve());
  if (!stop.signal.aborted) await stopped;
  log.info({}, 'Stopping.');
};

await runCommand(main);
