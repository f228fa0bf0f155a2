import type { SeedFilm } from '../../../src/seed/index.ts';

const genres = ['drama', 'comedy', 'western', 'horror', 'musical'];

/** Films that differ in all that decides who views them; the most popular first. */
export const filmsToView = (count: number): readonly SeedFilm[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `film-${index}`,
    genreIds: [genres[index % genres.length] ?? 'drama'],
    popularity: count - index,
    rating: index % 7 === 0 ? null : 3 + (index % 6),
    runtimeMinutes: index % 3 === 0 ? null : 80 + (index % 60),
  }));
