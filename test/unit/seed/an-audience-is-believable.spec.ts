import { describe, expect, test } from 'vitest';
import { createAudience, type SeedView } from '../../../src/seed/index.ts';
import { filmsToView } from './films-to-view.ts';

const films = filmsToView(1_500);
const users = 400;
const count = 120_000;
const { population, views } = createAudience({
  seed: 11,
  users,
  views: count,
  days: 28,
  endAt: new Date('2026-03-02T00:00:00Z'),
  films,
});
const all: readonly SeedView[] = [...views.between(0, count)];
const signedIn = all.filter(({ user }) => user !== undefined);
const people = Array.from({ length: users }, (_, index) => population.at(index));

const counted = <Key>(keys: Iterable<Key>): Map<Key, number> => {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};
const share = (part: number): number => part / count;

/** Slope of a line through points, by least squares. */
const slope = (points: readonly (readonly [x: number, y: number])[]): number => {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const top = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return top / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
};

describe('people', () => {
  test('have names, and an address of their own that belongs to nobody', () => {
    expect(new Set(people.map(({ email }) => email)).size).toBe(users);
    for (const { name, email, id } of people) {
      expect(name).toMatch(/^\p{Lu}\S*( \S+)+$/u);
      expect(email).toMatch(/^[a-z]+(\.[a-z]+)*\d+@seed-11\.example\.com$/);
      expect(id).toMatch(/^[\w-]{22}$/);
    }
    // Not one language alone.
    expect(new Set(people.map(({ locale }) => locale)).size).toBeGreaterThan(4);
  });

  test('like some genres, and view films of these more than others do', () => {
    for (const { favouriteGenres } of people) {
      expect(favouriteGenres.length).toBeGreaterThan(0);
      expect(new Set(favouriteGenres).size).toBe(favouriteGenres.length);
    }
    const genreOf = new Map(films.map(({ id, genreIds }) => [id, genreIds[0] ?? '']));
    const isLiked = ({ user, filmId }: SeedView) =>
      people[user ?? 0]?.favouriteGenres.includes(genreOf.get(filmId) ?? '') === true;
    const liked = signedIn.filter(isLiked).length / signedIn.length;
    const byChance = people.reduce((sum, { favouriteGenres }) => sum + favouriteGenres.length / 5, 0) / users;
    expect(liked).toBeGreaterThan(byChance + 0.1);
  });

  test('are active to a very different degree', () => {
    const activity = [...counted(signedIn.map(({ user }) => user)).values()].toSorted((a, b) => b - a);
    const most = activity.slice(0, users / 10).reduce((sum, views) => sum + views, 0);
    expect(most / signedIn.length).toBeGreaterThan(0.25);
    expect(most / signedIn.length).toBeLessThan(0.6);
  });

  test('are not signed in for a good third of all views', () => {
    expect(1 - signedIn.length / count).toBeCloseTo(0.35, 1);
  });
});

describe('films', () => {
  test('are viewed by Zipf’s law, the popular ones most', () => {
    const byFilm = counted(all.map(({ filmId }) => filmId));
    const line = films
      .slice(0, 300)
      .map(({ id }, rank): [number, number] => [Math.log(rank + 1), Math.log(byFilm.get(id) ?? 1)]);
    expect(slope(line)).toBeGreaterThan(-1.15);
    expect(slope(line)).toBeLessThan(-0.75);
  });

  test('are talked about in a week of which they are not the most popular', () => {
    const week = (index: number) => counted(all.slice(index, index + count / 4).map(({ filmId }) => filmId));
    const [first, third] = [week(0), week(count / 2)];
    const risen = films.slice(100).filter(({ id }) => (first.get(id) ?? 0) > 4 * (third.get(id) ?? 1));
    expect(risen.length).toBeGreaterThan(0);
  });

  test('are watched to their end, in part, or left at once', () => {
    const parts = all.map(({ positionSeconds, durationSeconds }) => positionSeconds / durationSeconds);
    expect(share(parts.filter((part) => part > 0.95).length)).toBeGreaterThan(0.5);
    expect(share(parts.filter((part) => part < 0.15).length)).toBeGreaterThan(0.15);
    expect(share(parts.filter((part) => part > 0.2 && part < 0.9).length)).toBeGreaterThan(0.1);
  });
});

describe('a day and a week', () => {
  test('have their peak in the evening, and a rest by night', () => {
    const byHour = counted(all.map(({ at }) => at.getUTCHours()));
    const [peak] = [...byHour].toSorted(([, a], [, b]) => b - a)[0] ?? [];
    expect(peak).toBeGreaterThanOrEqual(19);
    expect(peak).toBeLessThanOrEqual(22);
    expect((byHour.get(20) ?? 0) / (byHour.get(4) ?? 1)).toBeGreaterThan(10);
  });

  test('are heavier at the weekend', () => {
    const byDay = counted(all.map(({ at }) => at.getUTCDay()));
    const [saturday, tuesday] = [byDay.get(6) ?? 0, byDay.get(2) ?? 1];
    expect(saturday / tuesday).toBeGreaterThan(1.4);
  });
});

describe('ratings', () => {
  const rated = signedIn.filter(({ rating }) => rating !== undefined);

  test('are about the film’s own, and the user’s, and the same whenever they are given', () => {
    expect(share(rated.length)).toBeGreaterThan(0.02);
    const ratingOf = new Map(films.map(({ id, rating }) => [id, rating ?? 6.3]));
    const points = rated.map(({ filmId, rating }): [number, number] => [
      ratingOf.get(filmId) ?? 0,
      rating ?? 0,
    ]);
    expect(slope(points)).toBeGreaterThan(0.7);
    const byLeniency = rated.map(({ user, filmId, rating }): [number, number] => [
      people[user ?? 0]?.leniency ?? 0,
      (rating ?? 0) - (ratingOf.get(filmId) ?? 0),
    ]);
    expect(slope(byLeniency)).toBeGreaterThan(0.7);
    const said = new Map<string, number | undefined>();
    for (const { user, filmId, rating } of rated) {
      const key = `${user}:${filmId}`;
      expect(said.get(key) ?? rating).toBe(rating);
      said.set(key, rating);
    }
    expect(said.size).toBeLessThan(rated.length);
  });

  test('lead to favourites', () => {
    const kept = (some: readonly SeedView[]) =>
      some.filter(({ isFavourite }) => isFavourite).length / some.length;
    expect(kept(rated.filter(({ rating }) => (rating ?? 0) >= 9))).toBeGreaterThan(
      4 * kept(rated.filter(({ rating }) => (rating ?? 0) < 9)),
    );
  });
});

test('a million views are there at once, and take no room', () => {
  const many = createAudience({
    seed: 1,
    users: 1_000,
    views: 1_000_000,
    days: 30,
    endAt: new Date(),
    films,
  });
  expect(many.views.at(999_999).index).toBe(999_999);
  expect(many.views.between(0, 1_000_000).next().value?.index).toBe(0);
});
