import { mongo } from 'mongoose';
import { isRecord } from '../canonical.ts';

/** The log would not take a record: the same changes are asked for again. */
export class AppendFailedError extends Error {
  override readonly name = 'AppendFailedError';
}

/** Codes of MongoDB for what cannot be gone on from, and what they mean. */
const LOST = new Map([
  [286, 'the oplog no longer goes back to where following stopped'],
  [260, 'where following stopped is not known to this server'],
  [280, 'the stream of changes cannot be gone on with'],
  [10_334, 'a change is too large to be told'],
]);

/** Of a server that has no primary, or is about to have none: another will answer. */
const MOVING = new Set([
  6, 7, 43, 50, 63, 89, 91, 112, 133, 134, 136, 150, 175, 189, 202, 234, 237, 262, 9_001, 10_107, 11_600, 11_601, 11_602,
  13_388, 13_435, 13_436,
]); // prettier-ignore
const UNAUTHORIZED = 13;

/**
 * - `lost`: what comes next cannot be known any more.
 * - `refused`: this user may not follow.
 * - `strange`: there was an answer, and there would perhaps be the same one for ever.
 * - `passing`: nobody answered, or one that is on its way out; or the log is in trouble, which is the gate's to judge.
 */
export type Trouble = 'lost' | 'refused' | 'strange' | 'passing';

/** What an error that ended a stream means for the place that was followed up to. */
export const troubleOf = (error: unknown): { readonly kind: Trouble; readonly reason: string } => {
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof AppendFailedError) return { kind: 'passing', reason };
  const code = isRecord(error) ? error['code'] : undefined;
  if (typeof code !== 'number') {
    // Of a command that went out and came to nothing; anything else is a mistake of ours.
    return { kind: error instanceof mongo.MongoError ? 'passing' : 'strange', reason };
  }
  const lost = LOST.get(code);
  if (lost !== undefined) return { kind: 'lost', reason: lost };
  if (code === UNAUTHORIZED) return { kind: 'refused', reason };
  return {
    kind: error instanceof mongo.MongoNetworkError || MOVING.has(code) ? 'passing' : 'strange',
    reason,
  };
};
