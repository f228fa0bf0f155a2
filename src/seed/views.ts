import type { FilmDraw, SeedFilm } from './films.ts';
import type { Population, SeedUser } from './population.ts';
import type { Rhythm } from './rhythm.ts';
import { randomOf, type SeededRandom } from './seeded-random.ts';

/** Somebody had a film on. */
export interface SeedView {
  /** Place among all views, from 0: the earliest first. */
  readonly index: number;
  readonly filmId: string;
  /** Of the user; `undefined` where nobody was signed in. */
  readonly user: number | undefined;
  readonly at: Date;
  /** How far they came, and how long the film is. */
  readonly positionSeconds: number;
  readonly durationSeconds: number;
  /** When they stopped; never after the end of the time. */
  readonly endedAt: Date;
  /** What they think of it, where they say so: 1 to 10, the same whenever the same user says it of the same film. */
  readonly rating: number | undefined;
  /** Whether they keep it among their favourites now. */
  readonly isFavourite: boolean;
}

export interface ViewsOptions {
  readonly seed: number;
  readonly views: number;
  readonly population: Population;
  readonly films: FilmDraw;
  readonly rhythm: Rhythm;
  /** Milliseconds since 1970. */
  readonly endMs: number;
}

const weekMs = 7 * 86_400_000;

/** Of all views. */
const anonymousShare = 0.35;
const talkedAboutShare = 0.08;
/** Of the others of somebody who is signed in. */
const favouriteGenreShare = 0.55;

/** Of views that came half through the film. */
const ratedShare = 0.14;
const likedShare = 0.03;
const likedBestShare = 0.4;
/** From which rating a film is liked best. */
const best = 9;

/** What a film without a rating is taken to be. */
const usualRating = 6.3;
const tasteBonus = 0.6;
const ratingNoise = 1.1;

const filmOf = (
  { films }: ViewsOptions,
  user: SeedUser | undefined,
  at: number,
  random: SeededRandom,
): SeedFilm => {
  if (random.happens(talkedAboutShare)) return films.ofWeek(Math.floor(at / weekMs), random);
  const favourites = user?.favouriteGenres ?? [];
  if (favourites.length === 0 || !random.happens(favouriteGenreShare)) return films.any(random);
  // The dearer, the oftener: the lesser of two places.
  const place = Math.min(random.below(favourites.length), random.below(favourites.length));
  return films.ofGenre(favourites[place] as string, random);
};

/** Some leave at once, most stay to the credits. */
const watchedShare = (random: SeededRandom): number => {
  switch (random.weighted({ left: 22, stopped: 23, finished: 55 })) {
    case 'left':
      return 0.01 + 0.14 * random.next();
    case 'stopped':
      return 0.15 + 0.8 * random.next();
    case 'finished':
      return 0.955 + 0.045 * random.next();
  }
};

/** Seconds: a film whose length is not known has one all the same. */
const lengthOf = ({ id, runtimeMinutes }: SeedFilm, seed: number): number =>
  60 * (runtimeMinutes ?? 88 + randomOf(seed, 'length', id).below(45));

const opinionOf = (user: SeedUser, film: SeedFilm, seed: number): number => {
  const { genreIds, rating } = film;
  const taste = genreIds.some((id) => user.favouriteGenres.includes(id)) ? tasteBonus : 0;
  const noise = ratingNoise * randomOf(seed, 'opinion', user.index, film.id).normal();
  return Math.min(10, Math.max(1, Math.round((rating ?? usualRating) + user.leniency + taste + noise)));
};

/** Recently drawn users, since the active ones come up again and again. */
const keptUsers = 5_000;

const keeping = (population: Population): ((index: number) => SeedUser) => {
  const kept = new Map<number, SeedUser>();
  return (index) => {
    let user = kept.get(index);
    if (!user) {
      if (kept.size >= keptUsers) kept.clear();
      user = population.at(index);
      kept.set(index, user);
    }
    return user;
  };
};

/** @returns the view at a place, whatever was asked for before. */
const createViewAt = (options: ViewsOptions): ((index: number) => SeedView) => {
  const { seed, views, population, rhythm, endMs } = options;
  const userAt = keeping(population);
  return (index) => {
    const random = randomOf(seed, 'view', index);
    const at = rhythm.at((index + random.next()) / views);
    const isAnonymous = random.happens(anonymousShare);
    const user = isAnonymous ? undefined : userAt(population.draw(random));
    const film = filmOf(options, user, at, random);
    const durationSeconds = lengthOf(film, seed);
    const share = watchedShare(random);
    const positionSeconds = Math.floor(durationSeconds * share);
    const mayJudge = user !== undefined && share >= 0.5;
    const rating = mayJudge && random.happens(ratedShare) ? opinionOf(user, film, seed) : undefined;
    const likes = (rating ?? 0) >= best ? likedBestShare : likedShare;
    return {
      index,
      filmId: film.id,
      user: user?.index,
      at: new Date(at),
      positionSeconds,
      durationSeconds,
      endedAt: new Date(Math.min(at + 1_000 * positionSeconds, endMs)),
      rating,
      isFavourite: mayJudge && random.happens(likes),
    };
  };
};

export interface Views {
  readonly count: number;
  at(index: number): SeedView;
  /** Those from one place to before another, in the order of their time. */
  between(from: number, to: number): Generator<SeedView, void, undefined>;
}

export const createViews = (options: ViewsOptions): Views => {
  const at = createViewAt(options);
  return {
    count: options.views,
    at,
    *between(from, to) {
      for (let index = from; index < Math.min(to, options.views); index += 1) yield at(index);
    },
  };
};
