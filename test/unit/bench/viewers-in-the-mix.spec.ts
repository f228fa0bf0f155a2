import { describe, expect, it } from 'vitest';
import { signedInRequests } from '../../../bench/workloads/signed-in-requests.ts';

const films = Array.from({ length: 60 }, (_, index) => ({
  id: `film-${index}`,
  title: `Film ${index}`,
  rating: 6,
  votes: 100,
  directors: [],
  genres: [{ slug: index % 2 === 0 ? 'drama' : 'comedy' }],
}));
const viewers = Array.from({ length: 20 }, (_, index) => ({
  userId: `user-${index}`,
  authorization: `Bearer ${index}`,
}));
const requests = (seed: number) =>
  signedInRequests({
    count: 4_000,
    seed,
    viewers,
    authorization: 'Bearer admin',
    mixQueries: Array.from({ length: 30 }, (_, index) => ({ query: `{ a${index} }` })),
    films,
  });

describe('the mix with viewers', () => {
  const { libraries, queries, steps } = requests(1);

  it('is the same for the same seed, and another for another', () => {
    expect(requests(1)).toEqual({ libraries, queries, steps });
    expect(requests(2).steps).not.toEqual(steps);
  });

  it('reads as a viewer and as nobody, and writes now and then', () => {
    const writes = steps.filter(({ kind }) => kind === 'write');
    expect(writes.length / steps.length).toBeGreaterThan(0.03);
    expect(writes.length / steps.length).toBeLessThan(0.08);
    const reads = steps.flatMap((step) => (step.kind === 'read' ? [queries[step.query]] : []));
    const byViewers = reads.filter((read) => read?.authorization !== undefined);
    expect(byViewers.length / reads.length).toBeGreaterThan(0.55);
    expect(byViewers.length / reads.length).toBeLessThan(0.75);
    expect(new Set(byViewers.map((read) => read?.authorization)).size).toBe(viewers.length);
  });

  it('asks what belongs to somebody with their own token alone', () => {
    const mine = queries.filter(
      ({ operationName }) => operationName === 'Home' || operationName === 'MyFilm',
    );
    const tokens = new Set<string | undefined>(viewers.map(({ authorization }) => authorization));
    for (const { authorization } of mine) expect(tokens.has(authorization)).toBe(true);
    for (const [index, own] of libraries.entries()) {
      for (const { authorization } of own) expect(authorization).toBe(viewers[index]?.authorization);
    }
    expect(queries.filter(({ operationName }) => operationName === 'Home')).toHaveLength(viewers.length);
  });
});
