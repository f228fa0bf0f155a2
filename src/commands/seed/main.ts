import { runCommand } from '../run-command.ts';
import { stopSignal } from '../stop-signal.ts';
import { readEnvironment } from '../../config/environment.ts';
import { openMongo } from '../../infra/embedded/index.ts';
import type { Logger } from '../../shared/logger.ts';
import { FaultError } from '../../shared/faults.ts';
import { StartupError } from '../../shared/startup-error.ts';
import { readSeedArguments } from './arguments.ts';
import { runSeedCommand } from './seed-command.ts';

const tell = (_fields: object, message: string): void => void process.stderr.write(`${message}\n`);
const log: Logger = { debug: () => undefined, info: () => undefined, warn: tell, error: tell };

const main = async (): Promise<number> => {
  const environment = readEnvironment();
  const request = readSeedArguments(process.argv.slice(2), !environment.development);
  const { redisUrl, redisPrefix, dataDir, s3 } = environment;

  const signal = stopSignal();
  await using opened = new AsyncDisposableStack();
  const mongo = await openMongo({ ...environment, log });
  opened.defer(() => mongo.close());
  return await runSeedCommand({
    request,
    mongodbUri: mongo.uri,
    redisUrl,
    redisPrefix,
    dataDir,
    s3,
    print: (line) => process.stdout.write(`${line}\n`),
    signal,
    log,
  });
};

await runCommand(async () => {
  try {
    return await main();
  } catch (error) {
    if (!(error instanceof FaultError && error.code === 'UNAVAILABLE')) throw error;
    throw new StartupError(`${error.message} The same command goes on where this one was.`);
  }
});
