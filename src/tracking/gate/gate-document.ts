import type { mongo } from 'mongoose';
import type { OperationTime } from '../../cache/log/invalidation-log.ts';
import { StartupError } from '../../shared/startup-error.ts';
import { timeOfReply } from '../operation/time.ts';
import type { GateDocument, GateState, Hold } from './gate-machine.ts';

/** A linearizable read of the gate. */
export interface GateReading {
  /** `undefined` when there is none yet. */
  readonly document: GateDocument | undefined;
  /** Mongo's clock, milliseconds since 1970. */
  readonly serverNowMs: number;
  /** At or after every write that was acknowledged before the read began. */
  readonly operationTime: OperationTime | undefined;
}

/** The gate's document in Mongo. Every method rejects when the outcome is not known: a later read will tell. */
export interface GateStore {
  /** @throws StartupError on a standalone server. */
  refuseStandalone(): Promise<void>;
  read(): Promise<GateReading>;
  /** Does nothing when there is one. */
  create(document: GateDocument): Promise<void>;
  /**
   * The step to `next`, if the document still has the version before it.
   * @param unlessVetoed fails on a veto that still holds by Mongo's clock
   * @returns whether it was taken, and a majority has it.
   */
  step(next: GateDocument, unlessVetoed: boolean): Promise<boolean>;
  veto(by: string, forMs: number): Promise<void>;
  liftVeto(by: string): Promise<void>;
  /** Says that the named log is in use. */
  renewUse(version: number): Promise<void>;
}

interface StoredHold {
  readonly by: string;
  readonly until: Date;
}

interface StoredGate {
  readonly _id: string;
  readonly format: number;
  readonly version: number;
  readonly state: GateState;
  readonly nonce: string | null;
  readonly logId: string | null;
  readonly logKind: string;
  readonly enteredAt: Date;
  readonly usedAt: Date;
  readonly failures: number;
  readonly reopenAt: Date;
  readonly vetoes: readonly StoredHold[];
  readonly claim: StoredHold | null;
  readonly reason: string;
  readonly followFrom: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

const ID = 'gate';
const STATES: readonly unknown[] = ['live', 'closing', 'none', 'opening'] satisfies GateState[];
const isState = (value: unknown): value is GateState => STATES.includes(value);
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;
const msOr = (value: unknown, otherwise: number): number =>
  value instanceof Date ? value.getTime() : otherwise;

const holdOf = (value: unknown): Hold | undefined =>
  isFields(value) && typeof value['by'] === 'string'
    ? { by: value['by'], untilMs: msOr(value['until'], 0) }
    : undefined;

/** Anything that is no gate of a known shape becomes one of a foreign format that names a log: it gets closed. */
const FOREIGN = -1;

const parseGate = (stored: Fields): GateDocument => {
  const { version, state, nonce, logId, logKind, vetoes, reason } = stored;
  if (typeof version !== 'number') throw new Error('The gate has no version.');
  const epoch = typeof nonce === 'string' && typeof logId === 'string' ? { nonce, logId } : undefined;
  const isWhole =
    isState(state) &&
    (logKind === 'redis' || logKind === 'memory') &&
    (epoch !== undefined || state !== 'live');
  const holds: readonly unknown[] = Array.isArray(vetoes) ? vetoes : [];
  return {
    format: isWhole ? numberOr(stored['format'], FOREIGN) : FOREIGN,
    version,
    state: isState(state) ? state : 'live',
    epoch,
    logKind: logKind === 'memory' ? 'memory' : 'redis',
    enteredAtMs: msOr(stored['enteredAt'], 0),
    usedAtMs: msOr(stored['usedAt'], 0),
    failures: numberOr(stored['failures'], 0),
    reopenAtMs: msOr(stored['reopenAt'], 0),
    vetoes: holds.map(holdOf).filter((hold) => hold !== undefined),
    claim: holdOf(stored['claim']),
    reason: typeof reason === 'string' ? reason : '',
    followFrom: typeof stored['followFrom'] === 'string' ? stored['followFrom'] : undefined,
  };
};

/** Without the vetoes, which are not a step's to change, and the id. */
const storedStep = (document: GateDocument): Omit<StoredGate, '_id' | 'vetoes'> => ({
  format: document.format,
  version: document.version,
  state: document.state,
  nonce: document.epoch?.nonce ?? null,
  logId: document.epoch?.logId ?? null,
  logKind: document.logKind,
  enteredAt: new Date(document.enteredAtMs),
  usedAt: new Date(document.usedAtMs),
  failures: document.failures,
  reopenAt: new Date(document.reopenAtMs),
  claim:
    document.claim === undefined ? null : { by: document.claim.by, until: new Date(document.claim.untilMs) },
  reason: document.reason,
  followFrom: document.followFrom ?? null,
});

const VETOES = { $ifNull: ['$vetoes', []] };
const NO_VETO = {
  $expr: {
    $not: [{ $anyElementTrue: [{ $map: { input: VETOES, in: { $gt: ['$$this.until', '$$NOW'] } } }] }],
  },
};

export interface GateStoreOptions {
  /** A client of background work: a command of it must not count as a request's. */
  readonly client: mongo.MongoClient;
  readonly databaseName: string;
  /** Default `marquee.gate`. */
  readonly collectionName?: string | undefined;
  readonly timeoutMs: number;
}

export const createGateStore = ({
  client,
  databaseName,
  collectionName = 'marquee.gate',
  timeoutMs,
}: GateStoreOptions): GateStore => {
  const database = client.db(databaseName);
  /** Ends at the time limit also when the server is silent, with its connection; the driver's timeoutMS does nothing. */
  const run = (command: Fields): Promise<Fields> =>
    database.command(
      { ...command, maxTimeMS: timeoutMs },
      { readPreference: 'primary', signal: AbortSignal.timeout(timeoutMs) },
    );
  /** @returns whether there was a document that matched, and a majority has it as it is now. */
  const change = async (filter: Fields, u: Fields | readonly Fields[], upsert = false): Promise<boolean> => {
    const reply = await run({
      update: collectionName,
      updates: [{ q: { ...filter, _id: ID }, u, upsert }],
      writeConcern: { w: 'majority', wtimeout: timeoutMs },
    });
    const fault: unknown = reply['writeConcernError'] ?? reply['writeErrors'];
    if (fault !== undefined) throw new Error('The gate was not written for certain.', { cause: fault });
    return reply['n'] === 1;
  };

  return {
    async refuseStandalone() {
      const hello = await run({ hello: 1 });
      if (typeof hello['setName'] === 'string' || hello['msg'] === 'isdbgrid') return;
      throw new StartupError(
        'MongoDB runs as a standalone server, which cannot tell whether what it reads is current. Start it as a ' +
          'replica set, of one member if you like: give mongod --replSet, then run rs.initiate() once. Or leave ' +
          'MONGODB_URI out to use the embedded server.',
      );
    },

    async read() {
      const reply = await run({
        aggregate: collectionName,
        pipeline: [{ $match: { _id: ID } }, { $set: { now: '$$NOW' } }],
        cursor: {},
        readConcern: { level: 'linearizable' },
      });
      const { cursor } = reply;
      const batch: unknown = isFields(cursor) ? cursor['firstBatch'] : undefined;
      const found: unknown = Array.isArray(batch) ? batch[0] : undefined;
      if (!isFields(found)) return { document: undefined, serverNowMs: 0, operationTime: undefined };
      const operationTime = timeOfReply(reply);
      return { document: parseGate(found), serverNowMs: msOr(found['now'], 0), operationTime };
    },

    async create(document) {
      const whole = { ...storedStep(document), vetoes: [] };
      await change({}, { $setOnInsert: whole }, true);
    },

    step: (next, unlessVetoed) =>
      change({ version: next.version - 1, ...(unlessVetoed && NO_VETO) }, { $set: storedStep(next) }),

    async veto(by, forMs) {
      const others = {
        $filter: {
          input: VETOES,
          cond: { $and: [{ $ne: ['$$this.by', { $literal: by }] }, { $gt: ['$$this.until', '$$NOW'] }] },
        },
      };
      const own = { by: { $literal: by }, until: { $add: ['$$NOW', forMs] } };
      await change({}, [{ $set: { vetoes: { $concatArrays: [others, [own]] } } }]);
    },

    async liftVeto(by) {
      await change({}, { $pull: { vetoes: { by } } });
    },

    async renewUse(version) {
      await change({ version }, [{ $set: { usedAt: '$$NOW' } }]);
    },
  };
};
