import { type App, createApp } from '../app.ts';
import type { Environment } from '../config/environment.ts';
import { openMongo } from '../infra/embedded/index.ts';
import { keptTokenKeys } from '../infra/token-keys.ts';
import type { Logger } from '../shared/logger.ts';

/**
 * Does something with all that a server has, without listening. It may run beside servers, which learn of what it writes.
 * @throws StartupError where it cannot begin
 */
export const withApp = async <T>(
  environment: Environment,
  log: Logger,
  use: (app: App) => Promise<T>,
): Promise<T> => {
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
  return await use(app);
};
