import type { ClientSession, Connection } from 'mongoose';

/** A transaction under way: handed to the stores that take part in it. */
export type Transaction = ClientSession;

/**
 * Runs commands as one step: all of them happened, or none. `work` runs again when another transaction was in the way,
 * so it must do nothing else.
 */
export type InTransaction = <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>;

/** The option of a command that takes part in a transaction, if there is one. */
export const within = (transaction: Transaction | undefined): { session?: Transaction } =>
  transaction ? { session: transaction } : {};

/** Milliseconds. */
const maxCommitTimeMS = 10_000;

export const createTransactions = (connection: Connection): InTransaction => {
  return async (work) => {
    await using session = await connection.startSession();
    return await session.withTransaction(() => work(session), {
      readConcern: { level: 'snapshot' },
      writeConcern: { w: 'majority' },
      readPreference: 'primary',
      maxCommitTimeMS,
    });
  };
};
