import { createApp } from '../app.ts';
import { readEnvironment } from '../config/environment.ts';
import { startEmbeddedMongod } from '../infra/embedded/index.ts';
import { createLogger } from '../infra/logger.ts';
import { createProgressBar } from '../infra/progress-bar.ts';
import { StartupError } from '../shared/startup-error.ts';

/**
 * Loads the example courses that are not there yet: `npm run seed:courses`. With `MONGODB_URI` it may run beside servers,
 * which learn of what it writes; the embedded server is free while no Marquee runs on it.
 */
const main = async (): Promise<void> => {
  const environment = readEnvironment();
  const { dataDir, downloadDir, development } = environment;
  const log = createLogger({ level: 'warn', pretty: development && process.stdout.isTTY });
  await using opened = new AsyncDisposableStack();
  let { mongodbUri } = environment;
  if (mongodbUri === undefined) {
    const mongod = await startEmbeddedMongod({ dataDir, downloadDir, log });
    opened.defer(() => mongod.stop());
    mongodbUri = mongod.uri;
  }
  const app = await createApp({ ...environment, mongodbUri, log, seedProgress: undefined });
  opened.defer(() => app.close());
  await app.seedCourses(createProgressBar('Loading courses'));
};

try {
  await main();
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
