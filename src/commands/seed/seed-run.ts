import type { AccountAudience } from '../../modules/accounts/index.ts';
import type { AudienceRecording } from '../../modules/catalogue/index.ts';
import type { LibraryAudience } from '../../modules/library/index.ts';
import type { Audience, SeedUser, SeedView } from '../../seed/index.ts';
import { StartupError } from '../../shared/startup-error.ts';
import type { InTransaction } from '../../shared/transactions.ts';
import type { SeedRunRecord, SeedRunStore } from './run.store.ts';

/** Where what an audience does goes. */
export interface SeedTargets {
  readonly accounts: AccountAudience;
  readonly catalogue: AudienceRecording;
  readonly library: LibraryAudience;
  readonly inTransaction: InTransaction;
  /** Resolves when everyone can see what `run` wrote, in what is cached too. */
  readonly write: <T>(run: () => Promise<T>) => Promise<T>;
}

export interface SeedRunOptions extends SeedTargets {
  readonly run: SeedRunRecord;
  readonly store: SeedRunStore;
  readonly audience: Audience;
  readonly days: number;
  readonly passwordHash: string;
  /** Told after each batch. */
  readonly onProgress: (done: number, total: number) => void;
  /** Ends it after the batch that is under way. */
  readonly signal: AbortSignal;
}

const usersAtOnce = 1_000;
/** A transaction stays in MongoDB's memory until it is over, so it is kept small. */
const viewsAtOnce = 1_000;

const dayMs = 86_400_000;
/** How long before the first view the first of them came, at most. */
const longestSeniorityMs = 3 * 365 * dayMs;

const createUsers = async (options: SeedRunOptions): Promise<void> => {
  const { run, store, accounts, audience, days, passwordHash, write, onProgress, signal } = options;
  const { population, views } = audience;
  const startMs = run.endAt.getTime() - days * dayMs;
  const madeUp = ({ id, name, email, locale, seniority }: SeedUser) => {
    const createdAt = new Date(startMs - Math.floor(seniority * longestSeniorityMs));
    return { id, name, email, locale, createdAt };
  };
  for (let from = 0; from < population.size && !signal.aborted; from += usersAtOnce) {
    const to = Math.min(from + usersAtOnce, population.size);
    const users = Array.from({ length: to - from }, (_, index) => madeUp(population.at(from + index)));
    const { added, taken } = await write(() => accounts.addMissing(users, passwordHash));
    if (taken.length > 0) {
      throw new StartupError(
        `Expected addresses that are free, but ${taken.slice(0, 3).join(', ')} belongs to another account. ` +
          'Another --seed makes other people.',
      );
    }
    if (added > 0) await store.add(run._id, { users: added });
    onProgress(to, population.size + views.count);
  }
};

/** Views, with all that follows from them, in one step: they are all there or none of them, and then how far it is. */
const settle = async (options: SeedRunOptions, from: number, to: number): Promise<void> => {
  const { run, store, audience, catalogue, library, inTransaction, write } = options;
  const { population, views } = audience;
  const drawn = [...views.between(from, to)];
  const userIds = new Map<number, string>();
  for (const { user } of drawn) {
    if (user !== undefined && !userIds.has(user)) userIds.set(user, population.at(user).id);
  }
  const userIdOf = ({ user }: SeedView): string | undefined =>
    user === undefined ? undefined : userIds.get(user);
  const filmIds = [...new Set(drawn.map(({ filmId }) => filmId))];

  const isNext = await write(() =>
    inTransaction(async (transaction) => {
      const present = await catalogue.present(filmIds, transaction);
      const had = drawn.filter(({ filmId }) => present.has(filmId));
      const past = had.map((view) => ({ filmId: view.filmId, at: view.at, userId: userIdOf(view) }));
      await catalogue.addViews(past, run.endAt, transaction);
      const watched = had.flatMap((view) => {
        const userId = userIdOf(view);
        const { filmId: movieId, positionSeconds, durationSeconds, endedAt, rating, isFavourite } = view;
        return userId === undefined
          ? []
          : [{ userId, movieId, positionSeconds, durationSeconds, endedAt, rating, isFavourite }];
      });
      const added = await library.add(watched, transaction);
      await catalogue.addRatings(added.ratings, transaction);
      const counts = {
        views: had.length,
        signedIn: watched.length,
        ratings: added.ratings.length,
        favourites: added.favourites,
        watched: added.watched,
      };
      const isNextHere = await store.advance(run._id, from, to, counts, transaction);
      // Nothing of it may stay.
      if (!isNextHere) await transaction.abortTransaction();
      return isNextHere;
    }),
  );
  if (!isNext) throw new StartupError('The same run goes on in another process, and is left to it.');
};

/** Adds an audience and what it does, from where an earlier part of the run ended. @returns whether it is done. */
export const runSeed = async (options: SeedRunOptions): Promise<boolean> => {
  const { run, audience, onProgress, signal } = options;
  const { population, views } = audience;
  await createUsers(options);
  for (let from = run.position; from < views.count && !signal.aborted; from += viewsAtOnce) {
    const to = Math.min(from + viewsAtOnce, views.count);
    await settle(options, from, to);
    onProgress(population.size + to, population.size + views.count);
  }
  return !signal.aborted;
};
