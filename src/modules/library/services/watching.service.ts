import { fail, ok, type Result } from '../../../shared/faults.ts';
import type { Connection, PageArguments } from '../../../shared/paging/connection.ts';
import type { InTransaction } from '../../../shared/transactions.ts';
import { ownKey, type WatchProgressRecord } from '../models/records.ts';
import type { OwnStore } from '../stores/own.store.ts';
import type { WriteLatest } from './latest-first.ts';
import { byWatchedAt, ownPage } from './own-pages.ts';

export interface Position {
  readonly positionSeconds: number;
  readonly durationSeconds?: number | null | undefined;
}

/** What of a film decides about a position in it. */
export interface WatchedFilm {
  readonly _id: string;
  readonly runtimeMinutes: number | null;
}

export interface Watching {
  /** Those that are not finished. */
  continued(userId: string, page: PageArguments): Promise<Result<Connection<WatchProgressRecord>>>;
  history(userId: string, page: PageArguments): Promise<Result<Connection<WatchProgressRecord>>>;
  /** @returns this position, or one that came in later, which is written then; BAD_USER_INPUT. */
  record(userId: string, film: WatchedFilm, position: Position): Promise<Result<WatchProgressRecord>>;
  remove(userId: string, movieId: string): Promise<void>;
  /** @returns how many there were. */
  clear(userId: string): Promise<number>;
}

/** Where the credits begin, more or less: what share of a film is left when it is finished. */
const creditsShare = 0.05;

/** Whether at most a twentieth is left; never without a duration. */
export const isFinishedAt = (positionSeconds: number, durationSeconds: number | null): boolean =>
  durationSeconds !== null && durationSeconds - positionSeconds <= durationSeconds * creditsShare;

/** Seconds: no film is longer. */
const longest = 360_000;

const badPosition = (path: string, expected: string, came: number) =>
  fail('BAD_USER_INPUT', `input.${path}: expected ${expected}, but got ${came}.`);

export const createWatching = (
  store: OwnStore<WatchProgressRecord>,
  writeLatest: WriteLatest<WatchProgressRecord>,
  inTransaction: InTransaction,
): Watching => ({
  continued: (userId, page) => ownPage(store, byWatchedAt, userId, page, { isFinished: false }),
  history: (userId, page) => ownPage(store, byWatchedAt, userId, page),
  record: async (userId, film, { positionSeconds, durationSeconds: given }) => {
    if (given !== null && given !== undefined && (given < 1 || given > longest)) {
      return badPosition('durationSeconds', `a number from 1 to ${longest}`, given);
    }
    if (positionSeconds < 0 || positionSeconds > (given ?? longest)) {
      return badPosition('positionSeconds', `a number from 0 to ${given ?? longest}`, positionSeconds);
    }
    const durationSeconds = given ?? (film.runtimeMinutes === null ? null : film.runtimeMinutes * 60);
    const _id = ownKey(userId, film._id);
    const progress: WatchProgressRecord = {
      _id,
      userId,
      movieId: film._id,
      positionSeconds,
      durationSeconds,
      isFinished: isFinishedAt(positionSeconds, durationSeconds),
      watchedAt: new Date(),
    };
    return ok(await writeLatest(_id, progress));
  },
  remove: async (userId, movieId) => void (await store.remove(ownKey(userId, movieId))),
  clear: (userId) =>
    inTransaction(async (transaction) => {
      const all = await store.ofUser(userId, transaction);
      // One by one: a removal that names no id would count as one of everybody's history.
      for (const { _id } of all) await store.remove(_id, transaction);
      return all.length;
    }),
});
