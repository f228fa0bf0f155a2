import { createApp } from '../app.ts';
import { readEnvironment } from '../config/environment.ts';
import { openMongo } from '../infra/embedded/index.ts';
import { createLogger } from '../infra/logger.ts';
import { keptTokenKeys } from '../infra/token-keys.ts';
import { StartupError } from '../shared/startup-error.ts';

/**
 * Looks through all that can be found, and corrects what search has of it: `npm run search:rebuild`. For data that came by other
 * ways than this API; servers do so by themselves every hour. It may run beside servers, which learn of what it writes.
 */
const main = async (): Promise<void> => {
  const environment = readEnvironment();
  const log = createLogger({ level: 'warn', pretty: environment.development && process.stdout.isTTY });
  await using opened = new AsyncDisposableStack();
  const mongo = await openMongo({ ...environment, log });
  opened.defer(() => mongo.close());
  const tokenKeys = environment.tokenKeys ?? (await keptTokenKeys(environment.dataDir, log));
  const app = await createApp({
    ...environment,
    mongodbUri: mongo.uri,
    tokenKeys,
    log,
    seedProgress: undefined,
  });
  opened.defer(() => app.close());
  const { added, corrected } = await app.rebuildSearch();
  process.stdout.write(`${added} things were added to what can be found, and ${corrected} corrected.\n`);
};

try {
  await main();
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
