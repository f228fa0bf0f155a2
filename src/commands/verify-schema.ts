import { validateSchema } from 'graphql';
import { allResolvers } from '../domains.ts';
import { readCacheHints } from '../graphql/response-cache/cache-hints.ts';
import { createSchema } from '../graphql/schema.ts';
import { StartupError } from '../shared/startup-error.ts';
import { runCommand } from './run-command.ts';

/** What the server checks of its schema when it starts, without starting it: a part of `npm run verify`. */
await runCommand(async () => {
  const schema = await createSchema(allResolvers);
  const errors = validateSchema(schema);
  if (errors.length > 0) throw new StartupError(errors.map(({ message }) => message).join('\n'));
  const hints = readCacheHints(schema);
  process.stdout.write(`The schema is sound: ${hints.size} cache hints, every field of Query among them.\n`);
});
