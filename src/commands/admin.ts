import { parseArgs } from 'node:util';
import { readEnvironment, type Environment } from '../config/environment.ts';
import type { Logger } from '../shared/logger.ts';
import { StartupError } from '../shared/startup-error.ts';
import { runCommand } from './run-command.ts';
import { withApp } from './with-app.ts';

const usage = 'Usage: npm run admin -- --email you@example.com';

const emailOf = (args: readonly string[]): string => {
  try {
    const { email } = parseArgs({ args: [...args], options: { email: { type: 'string' } } }).values;
    if (email !== undefined) return email;
  } catch {
    // What it cannot read it does not name well either.
  }
  throw new StartupError(`Expected the address of the admin.\n${usage}`);
};

/**
 * Makes somebody an admin, and an account for them where there is none: the first admin has nobody else to ask. A server
 * that runs on the same database learns of it at once.
 * @returns what to tell the person who asked.
 * @throws StartupError for what is no address.
 */
export const makeAdmin = async (email: string, environment: Environment, log: Logger): Promise<string> => {
  const made = await withApp(environment, log, (app) =>
    app.withAccounts((accounts) => accounts.makeAdmin(email)),
  );
  if (!made.ok) throw new StartupError(`${made.fault.message}\n${usage}`);
  const { password } = made.value;
  return password === undefined
    ? `${made.value.email} is an admin now, and signs in as before.`
    : `${made.value.email} is an admin now. The password is ${password} (change it after signing in).`;
};

if (import.meta.main) {
  const tell = (_fields: object, message: string) => process.stderr.write(`${message}\n`);
  const log = { debug: () => undefined, info: () => undefined, warn: tell, error: tell };
  await runCommand(async () => {
    process.stdout.write(`${await makeAdmin(emailOf(process.argv.slice(2)), readEnvironment(), log)}\n`);
  });
}
