import { randomUUID } from 'node:crypto';
import type { Epoch } from '../epoch.ts';
import { collapseTags } from '../tags.ts';
import {
  type InvalidationLog,
  LogRefusedError,
  LogUnavailableError,
  type LogRecord,
  type OperationTime,
  type Position,
  type ProofReply,
} from './invalidation-log.ts';

export interface MemoryLogOptions {
  /** At least so many of the newest records are kept, at most twice as many. Default 5,000. */
  readonly maxRecords?: number;
}

/** The log of a process that is the only one to cache. */
export interface MemoryLog extends InvalidationLog {
  /**
   * {@link InvalidationLog.prove} without waiting.
   * @throws LogRefusedError, LogUnavailableError
   */
  proveNow(epoch: Epoch, applied: Position): ProofReply;
}

interface Head {
  readonly nonce: string;
  position: Position;
  operationTime: OperationTime | undefined;
  /** The newest records, without gaps, the last at `position`. */
  records: LogRecord[];
}

/**
 * A log in this process, under an id of its own: an epoch of another process is refused.
 *
 * @throws TypeError when `maxRecords` is no positive integer
 */
export const createMemoryLog = ({ maxRecords = 5000 }: MemoryLogOptions = {}): MemoryLog => {
  if (!Number.isSafeInteger(maxRecords) || maxRecords < 1) {
    throw new TypeError(`maxRecords: expected a positive integer but got ${maxRecords}`);
  }
  const logId = randomUUID();
  let head: Head | undefined;
  let closed = false;

  const refuseUnopened = (): void => {
    if (closed) throw new LogUnavailableError('The invalidation log is closed.');
  };

  const headOf = (epoch: Epoch): Head => {
    refuseUnopened();
    if (epoch.logId !== logId) throw new LogRefusedError('other-log');
    if (head === undefined) throw new LogRefusedError('head-missing');
    if (epoch.nonce !== head.nonce) throw new LogRefusedError('other-epoch');
    return head;
  };

  const proveNow = (epoch: Epoch, applied: Position): ProofReply => {
    const { position, operationTime, records } = headOf(epoch);
    const missed = position - applied;
    if (missed < 0) throw new LogRefusedError('behind-applied');
    const tail = missed > records.length ? 'truncated' : records.slice(records.length - missed);
    return { position, records: tail, operationTime };
  };

  return {
    async append(epoch, { tags, declarations, operationTime }) {
      const current = headOf(epoch);
      current.position += 1;
      const { position } = current;
      const order = operationTime?.order;
      current.records.push({ position, tags: collapseTags(tags), declarations, order });
      // Twice as many before cutting, so that cutting costs little a record.
      if (current.records.length > 2 * maxRecords) current.records = current.records.slice(-maxRecords);
      if (operationTime !== undefined && operationTime.order > (current.operationTime?.order ?? '')) {
        current.operationTime = operationTime;
      }
      return position;
    },
    prove: async (epoch, applied) => proveNow(epoch, applied),
    proveNow,
    async open() {
      refuseUnopened();
      const nonce = randomUUID();
      head = {
        nonce,
        position: 1,
        operationTime: undefined,
        records: [{ position: 1, tags: [], declarations: '' }],
      };
      return { nonce, logId };
    },
    async close() {
      closed = true;
      head = undefined;
    },
  };
};
