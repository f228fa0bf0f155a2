import { readEnvironment } from '../config/environment.ts';
import { createLogger } from '../infra/logger.ts';
import { runCommand } from './run-command.ts';
import { withApp } from './with-app.ts';

/**
 * Looks through all that can be found, and corrects what search has of it: `npm run search:rebuild`. For data that came by other
 * ways than this API; servers do so by themselves every hour. It may run beside servers, which learn of what it writes.
 */
await runCommand(async () => {
  const environment = readEnvironment();
  const log = createLogger({ level: 'warn', pretty: environment.development && process.stdout.isTTY });
  const { added, corrected } = await withApp(environment, log, (app) => app.rebuildSearch());
  process.stdout.write(`${added} things were added to what can be found, and ${corrected} corrected.\n`);
});
