import { runCommand } from '../run-command.ts';
import { stopSignal } from '../stop-signal.ts';
import { readEnvironment } from '../../config/environment.ts';
import { openMongo } from '../../infra/embedded/index.ts';
import type { Logger } from '../../shared/logger.ts';
import { readImportArguments } from './arguments.ts';
import { runImportCommand } from './import-command.ts';

const tell = (_fields: object, message: string): void => void process.stderr.write(`${message}\n`);
const log: Logger = { debug: () => undefined, info: () => undefined, warn: tell, error: tell };

const main = async (): Promise<number> => {
  const request = readImportArguments(process.argv.slice(2));
  const environment = readEnvironment();
  const { redisUrl, redisPrefix, tmdbApiKey, tmdbUrl } = environment;

  const signal = stopSignal();
  await using opened = new AsyncDisposableStack();
  const mongo = await openMongo({ ...environment, log });
  opened.defer(() => mongo.close());
  return await runImportCommand({
    request,
    mongodbUri: mongo.uri,
    redisUrl,
    redisPrefix,
    tmdb: tmdbApiKey === undefined ? undefined : { key: tmdbApiKey, baseUrl: tmdbUrl },
    input: process.stdin,
    print: (line) => process.stdout.write(`${line}\n`),
    signal,
    log,
  });
};

await runCommand(main);
