import type { Connection, mongo } from 'mongoose';

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

export interface CommandCount {
  begin(): void;
  total(): number;
}

/** @param connection made with `monitorCommands`. */
export const createCommandCount = (connection: Connection): CommandCount => {
  let total = 0;
  let counting = false;
  const note = ({ commandName }: mongo.CommandStartedEvent): void => {
    if (dataCommands.has(commandName)) total += 1;
  };
  return {
    begin: () => {
      if (!counting) connection.getClient().on('commandStarted', note);
      counting = true;
    },
    total: () => total,
  };
};
