import { createFilmDraw, type SeedFilm } from './films.ts';
import { createPopulation, type Population } from './population.ts';
import { createRhythm } from './rhythm.ts';
import { createViews, type Views } from './views.ts';

export { byPopularity, type SeedFilm } from './films.ts';
export type { Population, SeedUser } from './population.ts';
export { createSeededRandom, createZipf, randomOf, type SeededRandom } from './seeded-random.ts';
export type { SeedChannel } from './channels.ts';
export type { SiteEvent } from './events.ts';
export type { SeedComment } from './remarks.ts';
export { createSite, type Site, type SiteOptions, type SiteSizes } from './site.ts';
export type { SeedVideo } from './videos.ts';
export type { SeedView, Views } from './views.ts';

export interface AudienceOptions {
  /** A whole number from 0, below 2³². */
  readonly seed: number;
  /** One at least. */
  readonly users: number;
  readonly views: number;
  /** The time in which the views are. */
  readonly days: number;
  /** And its end. */
  readonly endAt: Date;
  /** In any order; one at least. */
  readonly films: readonly SeedFilm[];
}

/** People, and what they view. */
export interface Audience {
  readonly population: Population;
  readonly views: Views;
}

/**
 * People who view these films: the same for the same options, in whatever order parts of it are asked for. Each user and
 * each view is made when it is asked for, so a million of them take no room.
 */
export const createAudience = ({ seed, users, views, days, endAt, films }: AudienceOptions): Audience => {
  const drawn = createFilmDraw(films, seed);
  const population = createPopulation({ seed, users, genreSizes: drawn.genreSizes });
  const endMs = endAt.getTime();
  const rhythm = createRhythm(endMs, days);
  return { population, views: createViews({ seed, views, population, films: drawn, rhythm, endMs }) };
};
