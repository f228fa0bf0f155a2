import type { mongo } from 'mongoose';
import type { OperationTime } from '../../cache/log/invalidation-log.ts';
import { isRecord } from '../canonical.ts';
import { advanceSession, laterOf, orderOfTimestamp } from './time.ts';

type Command = Readonly<Record<string, unknown>>;

const sessionText = (id: unknown): string | undefined => {
  const binary = typeof id === 'object' && id !== null ? (Reflect.get(id, 'id') as unknown) : undefined;
  const buffer =
    typeof binary === 'object' && binary !== null ? (Reflect.get(binary, 'buffer') as unknown) : undefined;
  return buffer instanceof Uint8Array ? Buffer.from(buffer).toString('hex') : undefined;
};

/** Text of the session that a command belongs to. */
export const sessionOfCommand = (command: Command): string | undefined => sessionText(command['lsid']);

/** The sessions of one operation, one a client, through which all that it reads is causally bound. */
export class ReadSessions {
  readonly #sessions = new Map<mongo.MongoClient, mongo.ClientSession>();
  readonly #readAfter: OperationTime | undefined;
  readonly #maxTimeMs: number;
  #bound: OperationTime | undefined;

  constructor(readAfter: OperationTime | undefined, maxTimeMs: number) {
    this.#readAfter = readAfter;
    this.#bound = readAfter;
    this.#maxTimeMs = maxTimeMs;
  }

  /** Options for one read. A fresh object, since the driver writes into the read concern. */
  optionsFor(client: mongo.MongoClient): {
    readonly session: mongo.ClientSession;
    readonly readConcern: { level: 'majority' };
    readonly readPreference: 'primary';
    readonly maxTimeMS: number;
  } {
    let session = this.#sessions.get(client);
    if (session === undefined) {
      session = client.startSession({ causalConsistency: true });
      if (this.#bound !== undefined) advanceSession(session, this.#bound);
      this.#sessions.set(client, session);
    }
    return {
      session,
      readConcern: { level: 'majority' },
      readPreference: 'primary',
      maxTimeMS: this.#maxTimeMs,
    };
  }

  /** Reads from now on see this time too. */
  advance(time: OperationTime): void {
    this.#bound = laterOf(this.#bound, time);
    for (const session of this.#sessions.values()) advanceSession(session, time);
  }

  /** @returns why the command, as sent, is not bound as reads must be. */
  faultOf(command: Command): string | undefined {
    const session = sessionOfCommand(command);
    if (
      session === undefined ||
      ![...this.#sessions.values()].some(({ id }) => sessionText(id) === session)
    ) {
      return "a read went out without the operation's session";
    }
    const concern = command['readConcern'];
    if (!isRecord(concern) || concern['level'] !== 'majority') {
      return 'a read went out without read concern majority';
    }
    const after = orderOfTimestamp(concern['afterClusterTime']);
    if (this.#readAfter !== undefined && (after === undefined || after < this.#readAfter.order)) {
      return 'a read went out without the time that it must see';
    }
    const preference = command['$readPreference'];
    // A direct connection sends primaryPreferred for primary.
    if (isRecord(preference) && !['primary', 'primaryPreferred'].includes(String(preference['mode']))) {
      return 'a read went out to a secondary';
    }
    return undefined;
  }

  async end(): Promise<void> {
    const sessions = [...this.#sessions.values()];
    this.#sessions.clear();
    await Promise.all(sessions.map((session) => session.endSession()));
  }
}
