import { hash } from 'node:crypto';
import { fail, ok, type Result } from '../../../shared/faults.ts';
import type { PersonalDataHolder } from '../../../shared/personal-data.ts';
import { toGlobalId } from '../../../shared/resolving/global-id.ts';
import { hourMs, type ViewStore } from '../stores/view.store.ts';

/** Who views: the user where somebody is signed in, else the network, of whose addresses one customer has any number. */
export type ViewSource = { readonly userId: string } | { readonly network: string };

export interface ViewRecording {
  /**
   * @param movie as it was found; `null` when it was not.
   * @returns the film, and whether the view counts: another one from the same source shortly before it does not. NOT_FOUND.
   */
  record<Movie extends { readonly _id: string }>(
    movie: Movie | null,
    source: ViewSource,
  ): Promise<Result<{ readonly movie: Movie; readonly counted: boolean }>>;
}

/** Milliseconds within which the views of a film from one source count as one. */
export const repeatWindowMs = 600_000;

/** Films that a trail holds. Who shares a film is counted pair by pair, so this bounds the work. */
export const trailLength = 50;

/** A network is kept as a hash with the film, for minutes: it is there to tell repeats, and not people. */
const markOf = (filmId: string, source: ViewSource): string =>
  hash('sha256', JSON.stringify([filmId, source]), 'base64url');

/** @param store on a connection whose commands are not followed. */
export const createViewRecording = (store: ViewStore): ViewRecording => ({
  record: async (movie, source) => {
    if (!movie) return fail('NOT_FOUND', 'There is no film with this id.');
    const { _id: filmId } = movie;
    const nowMs = Date.now();
    const until = new Date(nowMs + repeatWindowMs);
    // First, so that of two at once one counts; should the rest fail, a view is lost, and none is counted twice.
    if (!(await store.mark(markOf(filmId, source), new Date(nowMs), until)))
      return ok({ movie, counted: false });
    await Promise.all([
      store.add(filmId, new Date(nowMs - (nowMs % hourMs))),
      'userId' in source ? store.follow(source.userId, filmId, new Date(nowMs), trailLength) : undefined,
    ]);
    return ok({ movie, counted: true });
  },
});

/** What somebody viewed, as their own. */
export const createViewHolder = (store: ViewStore): PersonalDataHolder => ({
  domain: 'catalogue',
  exportOf: async (userId) => {
    const trail = await store.trailOf(userId);
    return {
      viewed: (trail?.filmIds ?? []).map((id) => toGlobalId('Movie', id)),
      lastAt: trail?.lastAt ?? null,
    };
  },
  eraseOf: (userId) => store.forget(userId),
});
