import type { Connection, mongo } from 'mongoose';

export interface SeenCommand {
  /** `find`, `aggregate`, … */
  readonly name: string;
  readonly collection: string;
  readonly command: Readonly<Record<string, unknown>>;
}

/** What reads or writes data; the rest is the driver's own, or a health probe's. */
const dataCommands = new Set([
  'aggregate',
  'bulkWrite',
  'count',
  'delete',
  'distinct',
  'find',
  'findAndModify',
  'getMore',
  'insert',
  'update',
]);

/** The data commands that a connection sends while `run` runs, in their order. */
export const commandsDuring = async (
  connection: Connection,
  run: () => Promise<unknown>,
): Promise<readonly SeenCommand[]> => {
  const seen: SeenCommand[] = [];
  const note = ({ commandName, command }: mongo.CommandStartedEvent): void => {
    if (!dataCommands.has(commandName)) return;
    const body = command as Record<string, unknown>;
    seen.push({ name: commandName, collection: String(body[commandName]), command: body });
  };
  const client = connection.getClient();
  client.on('commandStarted', note);
  try {
    await run();
  } finally {
    client.off('commandStarted', note);
  }
  return seen;
};

/** Short names of commands, such as `find movies`, in alphabetical order. */
export const namesOf = (commands: readonly SeenCommand[]): string[] =>
  commands.map(({ name, collection }) => `${name} ${collection}`).toSorted();

/** Names of the paths that the only command on a collection reads. */
export const pathsRead = (commands: readonly SeenCommand[], collection: string): string[] => {
  const [command, ...others] = commands.filter((one) => one.collection === collection);
  if (!command || others.length > 0) throw new Error(`expected one command on ${collection}`);
  return Object.keys(command.command['projection'] ?? {}).toSorted();
};
