import { randomUUID } from 'node:crypto';
import { Cluster, type ClusterOptions, type Redis, type RedisOptions } from 'ioredis';
import { collapseTags } from '../tags.ts';
import { inTime } from './in-time.ts';
import { type InvalidationLog, LogRefusedError, LogUnavailableError } from './invalidation-log.ts';
import { isRefusalReason, parseProof, parseText } from './redis-replies.ts';
import { APPEND, OPEN, PROOF, type RedisScript } from './redis-scripts.ts';
import { renewable } from './renewable-connection.ts';

export interface RedisLogOptions {
  /**
   * A connection of the log's own, so that no large value delays a proof; `close` ends it. Made with
   * {@link LOG_REDIS_OPTIONS} or {@link LOG_CLUSTER_OPTIONS}.
   */
  readonly client: Redis | Cluster;
  /** Keys are `<prefix>:{log}:head` and `<prefix>:{log}:stream`. */
  readonly prefix: string;
  /** About so many of the newest records are kept. Default 5,000. */
  readonly maxRecords?: number;
  /** Most records that a proof brings; an instance further behind gets `'truncated'`. Default 1,000. */
  readonly maxTail?: number;
  /** How long a proof may take. Default 50. */
  readonly proofTimeoutMs?: number;
  /** How long an append or an opening may take. Default 1,000. */
  readonly appendTimeoutMs?: number;
}

/** How long a connection may owe an answer before it is given up for another: a cut cable tells nobody. */
const SOCKET_TIMEOUT_MS = 2000;

/** Between two attempts to connect: everybody waits for the log to be back. */
const LONGEST_PAUSE_MS = 250;
const pauseMs = (attempt: number): number => Math.min(attempt * 50, LONGEST_PAUSE_MS);

/**
 * What the log needs of its connection. No command is kept for later, and none is sent again: the log's caller
 * knows best what to do about one that failed.
 */
export const LOG_REDIS_OPTIONS = {
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  // Else a command whose connection broke would wait for the next ones.
  maxRetriesPerRequest: 0,
  retryStrategy: pauseMs,
  socketTimeout: SOCKET_TIMEOUT_MS,
} as const satisfies RedisOptions;

/** {@link LOG_REDIS_OPTIONS} for a Redis Cluster. */
export const LOG_CLUSTER_OPTIONS = {
  // This client connects to a server at the first command for it, and would fail those that come meanwhile.
  enableOfflineQueue: true,
  retryDelayOnFailover: 0,
  clusterRetryStrategy: pauseMs,
  scaleReads: 'master',
  redisOptions: { maxRetriesPerRequest: 0, socketTimeout: SOCKET_TIMEOUT_MS },
} as const satisfies ClusterOptions;

/**
 * The log in Redis 6.2 or newer, alone, behind Sentinel or in a Cluster.
 *
 * @throws TypeError listing every option that cannot be used
 */
export const createRedisLog = (options: RedisLogOptions): InvalidationLog => {
  const { client, prefix } = options;
  const { maxRecords = 5000, maxTail = 1000, proofTimeoutMs = 50, appendTimeoutMs = 1000 } = options;
  refuseUnusable(client, { maxRecords, maxTail, proofTimeoutMs, appendTimeoutMs });
  const keys = [`${prefix}:{log}:head`, `${prefix}:{log}:stream`] as const;
  const connection = renewable(client);

  const run = async <Result>(
    { lua, sha1 }: RedisScript,
    limitMs: number,
    args: readonly (string | number)[],
    parse: (reply: unknown) => Result,
  ): Promise<Result> => {
    const { renewal } = connection;
    if (renewal === undefined && client.status !== 'ready')
      throw new LogUnavailableError(`The connection is ${client.status}.`);
    // ioredis keeps a command in line until its reply has come, so that a late one is never taken for another's.
    const reply = await inTime(limitMs, async (isLate) => {
      if (renewal !== undefined) {
        await renewal;
        if (isLate()) throw new LogUnavailableError('The connection was made anew meanwhile.');
      }
      try {
        return await client.evalsha(sha1, keys.length, ...keys, ...args);
      } catch (error) {
        if (!isUnknownScript(error) || isLate()) throw error;
        return client.eval(lua, keys.length, ...keys, ...args);
      }
    });
    if (isRefusalReason(reply)) throw new LogRefusedError(reply);
    return parse(reply);
  };

  return {
    async append({ nonce, logId }, { tags, declarations, operationTime }) {
      const text = JSON.stringify(collapseTags(tags));
      const time = [operationTime?.order ?? '', operationTime?.signed ?? ''];
      const args = [nonce, logId, maxRecords, declarations, text, ...time];
      const append = (): Promise<number> =>
        run(APPEND, appendTimeoutMs, args, (reply) => Number(parseText(reply)));
      try {
        return await append();
      } catch (error) {
        const renewal = isOfAnotherServer(error) ? connection.renew() : undefined;
        if (renewal === undefined) throw error;
        await renewal;
        return append();
      }
    },
    prove: ({ nonce, logId }, applied) =>
      run(PROOF, proofTimeoutMs, [nonce, logId, applied, maxTail], parseProof),
    async open() {
      const nonce = randomUUID();
      await connection.renew();
      try {
        return await run(OPEN, appendTimeoutMs, [nonce], (reply) => ({ nonce, logId: parseText(reply) }));
      } catch (error) {
        if (!(error instanceof LogRefusedError)) throw error;
        throw new LogUnavailableError(`No epoch can begin here: ${error.reason}.`, { cause: error });
      }
    },
    async close() {
      client.disconnect();
    },
  };
};

/** Another server may be the one by now, and this connection lead to the old one still. */
const isOfAnotherServer = (error: unknown): boolean =>
  error instanceof LogRefusedError && (error.reason === 'not-a-master' || error.reason === 'other-log');

const isUnknownScript = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('NOSCRIPT');

const refuseUnusable = (client: Redis | Cluster, numbers: Readonly<Record<string, number>>): void => {
  const faults = Object.entries(numbers)
    .filter(([, value]) => !Number.isSafeInteger(value) || value < 1)
    .map(([name, value]) => `${name}: expected a positive integer but got ${value}`);
  const expect = (name: string, expected: unknown, found: unknown) => {
    if (found !== expected)
      faults.push(`client ${name}: expected ${String(expected)} but got ${String(found)}`);
  };
  if (client instanceof Cluster) {
    expect('retryDelayOnFailover', 0, client.options.retryDelayOnFailover);
    expect('scaleReads', 'master', client.options.scaleReads);
  } else {
    expect('enableOfflineQueue', false, client.options.enableOfflineQueue);
    expect('maxRetriesPerRequest', 0, client.options.maxRetriesPerRequest);
  }
  if (faults.length > 0) throw new TypeError(faults.join('; '));
};
