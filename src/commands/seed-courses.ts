import { readEnvironment } from '../config/environment.ts';
import { createLogger } from '../infra/logger.ts';
import { createProgressBar } from '../infra/progress-bar.ts';
import { runCommand } from './run-command.ts';
import { withApp } from './with-app.ts';

/**
 * Loads the example courses that are not there yet: `npm run seed:courses`. It may run beside servers, which learn of
 * what it writes.
 */
await runCommand(async () => {
  const environment = readEnvironment();
  const log = createLogger({ level: 'warn', pretty: environment.development && process.stdout.isTTY });
  await withApp(environment, log, (app) => app.seedCourses(createProgressBar('Loading courses')));
});
