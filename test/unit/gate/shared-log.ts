import { randomUUID } from 'node:crypto';
import {
  type InvalidationLog,
  LogUnavailableError,
  type Position,
} from '../../../src/cache/log/invalidation-log.ts';
import { createMemoryLog } from '../../../src/cache/log/memory-log.ts';

/** A log as one instance reaches it. */
export interface LogConnection extends InvalidationLog {
  /** `cut` fails at once, `hung` never answers. */
  fault: 'cut' | 'hung' | undefined;
}

/** A log that several instances share, as they share one in Redis. */
export interface SharedLog {
  connect(): LogConnection;
  /** Its memory is gone, and its log id with it. */
  restart(): void;
  /** Records since the epoch was opened, that one included. */
  position(): Promise<Position>;
}

export const createSharedLog = (): SharedLog => {
  let server = createMemoryLog();
  let nonce = '';
  let logId = '';
  return {
    restart() {
      server = createMemoryLog();
    },
    position: async () => (await server.prove({ nonce, logId }, 0)).position,
    connect() {
      const connection: LogConnection = {
        fault: undefined,
        append: (...given) => reach(() => server.append(...given)),
        prove: (...given) => reach(() => server.prove(...given)),
        open: () =>
          reach(async () => {
            const epoch = await server.open();
            ({ nonce, logId } = epoch);
            return epoch;
          }),
        close: async () => undefined,
      };
      const reach = async <Result>(act: () => Promise<Result>): Promise<Result> => {
        if (connection.fault === 'cut') throw new LogUnavailableError('The connection is cut.');
        if (connection.fault === 'hung') return new Promise<never>(() => undefined);
        return act();
      };
      return connection;
    },
  };
};

export const newInstanceId = (): string => randomUUID();
