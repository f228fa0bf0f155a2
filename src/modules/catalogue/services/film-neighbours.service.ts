import type { NeighbourFilm } from '../models/viewing-records.ts';
import type { NeighbourStore } from '../stores/neighbour.store.ts';
import { leastSharedViewers, recommendationScore } from './recommendation-score.ts';

export interface FilmNeighbours {
  /** Works out the neighbours of films that nothing is kept for. */
  prepare(filmIds: readonly string[]): Promise<void>;
  /** Works them out anew for films that were viewed since an hour, and for some of those worked out long ago. */
  renew(sinceHour: number, stop: AbortSignal): Promise<void>;
}

/** Films that are kept for one: three pages of twenty. */
export const neighbourhoodSize = 60;

/** Films that one run works out anew. */
const perRun = 500;
/** Milliseconds after which the neighbours of a film that nobody views are worked out anew. */
const oldAfterMs = 86_400_000;

const compare = (a: NeighbourFilm, b: NeighbourFilm): number =>
  b.score - a.score || (a.filmId < b.filmId ? 1 : a.filmId > b.filmId ? -1 : 0);

/** @param store on a connection whose commands are not followed. */
export const createFilmNeighbours = (store: NeighbourStore): FilmNeighbours => {
  const workOut = async (filmId: string): Promise<void> => {
    const [film, together] = await Promise.all([store.film(filmId), store.viewedWith(filmId)]);
    if (!film) return;
    const sharedBy = new Map(
      together
        .filter(({ shared }) => shared >= leastSharedViewers)
        .map(({ filmId: other, shared }) => [other, shared]),
    );
    const [similar, viewed, viewers] = await Promise.all([
      store.similarTo(film),
      store.films([...sharedBy.keys()]),
      store.viewersOf([...sharedBy.keys()]),
    ]);
    const candidates = new Map([...similar, ...viewed].map((other) => [other._id, other]));
    candidates.delete(filmId);
    const ranked = [...candidates.values()].map((other): NeighbourFilm => {
      const sharedViewers = sharedBy.get(other._id) ?? 0;
      const viewing = {
        shared: sharedViewers,
        ofOne: viewers.get(filmId) ?? 0,
        ofOther: viewers.get(other._id) ?? 0,
      };
      return { filmId: other._id, score: recommendationScore(film, other, viewing), sharedViewers };
    });
    const best = ranked
      .filter(({ score }) => score > 0)
      .toSorted(compare)
      .slice(0, neighbourhoodSize);
    await store.keep(filmId, best, new Date());
  };

  const underWay = new Map<string, Promise<void>>();
  const workOutOnce = (filmId: string): Promise<void> => {
    let working = underWay.get(filmId);
    if (!working) {
      working = workOut(filmId).finally(() => underWay.delete(filmId));
      underWay.set(filmId, working);
    }
    return working;
  };

  return {
    prepare: async (filmIds) => {
      const missing = await store.missingOf(filmIds);
      await Promise.all(missing.map(workOutOnce));
    },
    renew: async (sinceHour, stop) => {
      const due = await store.due(sinceHour, new Date(Date.now() - oldAfterMs), perRun);
      // One after another: nobody waits.
      for (const filmId of due) {
        if (stop.aborted) return;
        await workOutOnce(filmId);
      }
    },
  };
};
