import { createDraw, randomOf, zipfWeights, type DrawPlace, type SeededRandom } from './seeded-random.ts';

/** What of a film decides who views it, for how long, and what they think of it. */
export interface SeedFilm {
  readonly id: string;
  /** Slugs. */
  readonly genreIds: readonly string[];
  readonly popularity: number;
  /** 0 to 10, before anybody here rated it; `null` when not known. */
  readonly rating: number | null;
  readonly runtimeMinutes: number | null;
}

/** The films as they are drawn. */
export interface FilmDraw {
  /** Of all films, by Zipf's law over their popularity. */
  any(random: SeededRandom): SeedFilm;
  /** Likewise, of those of a genre; of all if there are none. */
  ofGenre(genreId: string, random: SeededRandom): SeedFilm;
  /** Of those that a week talks about, whatever their popularity. */
  ofWeek(week: number, random: SeededRandom): SeedFilm;
  /** Genres, each with as many films of it. */
  readonly genreSizes: ReadonlyMap<string, number>;
}

/** Films that a week talks about. */
const weekLength = 12;
/** Of so many of the most popular ones. */
const weekAmong = 1_200;

/** The most popular first; their ids decide among equals. */
export const byPopularity = <Film extends Pick<SeedFilm, 'id' | 'popularity'>>(
  films: readonly Film[],
): readonly Film[] =>
  films.toSorted((a, b) => b.popularity - a.popularity || (a.id < b.id ? -1 : Number(a.id > b.id)));

/**
 * @param given in any order.
 * @throws RangeError without films.
 */
export const createFilmDraw = (given: readonly SeedFilm[], seed: number): FilmDraw => {
  if (given.length === 0) throw new RangeError('expected films to draw from, but got none');
  const films = byPopularity(given);
  const drawFrom = (some: readonly SeedFilm[]): ((random: SeededRandom) => SeedFilm) => {
    const draw: DrawPlace = createDraw(zipfWeights(some.length));
    return (random) => some[draw(random)] as SeedFilm;
  };
  const any = drawFrom(films);
  const byGenre = new Map<string, SeedFilm[]>();
  for (const film of films) {
    for (const genreId of film.genreIds) {
      const known = byGenre.get(genreId);
      if (known) known.push(film);
      else byGenre.set(genreId, [film]);
    }
  }
  const draws = new Map([...byGenre].map(([genreId, some]) => [genreId, drawFrom(some)]));
  const weeks = new Map<number, (random: SeededRandom) => SeedFilm>();
  const drawOfWeek = (week: number) => {
    let draw = weeks.get(week);
    if (!draw) {
      const random = randomOf(seed, 'week', week);
      const among = Math.min(weekAmong, films.length);
      draw = drawFrom(Array.from({ length: weekLength }, () => films[random.below(among)] as SeedFilm));
      weeks.set(week, draw);
    }
    return draw;
  };
  return {
    any,
    ofGenre: (genreId, random) => (draws.get(genreId) ?? any)(random),
    ofWeek: (week, random) => drawOfWeek(week)(random),
    genreSizes: new Map([...byGenre].map(([genreId, some]) => [genreId, some.length])),
  };
};
