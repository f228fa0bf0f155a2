import mongoose from 'mongoose';
import { expect, vi } from 'vitest';
import type { Epoch } from '../../../src/cache/epoch.ts';
import type { InvalidationLog } from '../../../src/cache/log/invalidation-log.ts';
import type { Logger } from '../../../src/shared/logger.ts';
import { createGate, type Gate, type GateOptions } from '../../../src/tracking/gate/gate.ts';
import type { GateClock } from '../../../src/tracking/gate/gate-keeper.ts';
import type { GateTimings } from '../../../src/tracking/gate/gate-timings.ts';
import { freshMongo } from '../../testkit/servers.ts';
import { newInstanceId } from './shared-log.ts';

/** As in earnest, six to ten times as fast. */
export const FAST: GateTimings = {
  validityMs: 500,
  closingMs: 600,
  openingMs: 600,
  readEveryMs: 100,
  operationTimeoutMs: 400,
  appendTimeoutMs: 200,
  graceMs: 500,
  vetoMs: 1_500,
  claimMs: 1_000,
  leaseMs: 1_500,
  backOffMs: 50,
  backOffMaxMs: 400,
  withdrawnMs: 100,
  calmMs: 60_000,
};

/** A clock that a test can set; it runs by itself too. */
export interface SettableClock extends GateClock {
  wallAheadMs: number;
}

export const settableClock = (): SettableClock => ({
  wallAheadMs: 0,
  now() {
    return { monotonicMs: performance.now(), wallMs: Date.now() + this.wallAheadMs };
  },
});

export interface GateUnderTest extends Gate {
  readonly log: InvalidationLog;
  /** Messages of its logger at warn and above. */
  readonly warnings: readonly string[];
  /** Every state that it has seen, in order, repeats left out. */
  readonly states: readonly string[];
  /** Acknowledges a mutation with one record, appended to the log. */
  mutate(): Promise<void>;
}

export interface GateRig extends AsyncDisposable {
  readonly uri: string;
  readonly documents: mongoose.mongo.Collection<mongoose.mongo.BSON.Document & { _id: string }>;
  start(
    log: InvalidationLog,
    options?: Partial<GateOptions> & { readonly uri?: string },
  ): Promise<GateUnderTest>;
}

/** Gates over one database of a test's own. */
export const gateRig = (): GateRig => {
  const uri = freshMongo();
  const databaseName = new URL(uri).pathname.slice(1);
  const client = new mongoose.mongo.MongoClient(uri);
  const clients = [client];
  const gates: Gate[] = [];
  return {
    uri,
    documents: client.db(databaseName).collection('marquee.gate'),
    async start(log, { uri: through = uri, ...options } = {}) {
      const own = new mongoose.mongo.MongoClient(through);
      clients.push(own);
      const warnings: string[] = [];
      const states: string[] = [];
      const logger: Logger = {
        debug: () => undefined,
        info: (_, message) => states.push(message),
        warn: (_, message) => warnings.push(message),
        error: (_, message) => warnings.push(message),
      };
      const gate = createGate({
        client: own,
        databaseName,
        log,
        mode: 'redis',
        instanceId: newInstanceId(),
        logger,
        timings: FAST,
        ...options,
      });
      gates.push(gate);
      await gate.start();
      const append = (epoch: Epoch) => log.append(epoch, { tags: ['c'], declarations: '' });
      return { ...gate, log, warnings, states, mutate: () => gate.acknowledge(append) };
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(gates.map((gate) => gate.stop()));
      await client.db(databaseName).dropDatabase();
      await Promise.all(clients.map((one) => one.close()));
    },
  };
};

export const until = <Result>(assertion: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(assertion, { timeout: 20_000, interval: 10 });

/** Waits until the gate is live, by this process' own view. */
export const untilLive = (gate: Gate, notNonce?: string): Promise<Epoch> =>
  until(() => {
    const epoch = gate.live();
    if (epoch === undefined || epoch.nonce === notNonce)
      throw new Error(`The gate is ${gate.state().state}.`);
    return epoch;
  });

export const untilState = (gate: Gate, state: string): Promise<void> =>
  until(() => expect(gate.state().state).toBe(state));
