import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ratingOf, viewerRatingOf } from '../../../src/modules/catalogue/services/film-rating.ts';
import { addSignedIn } from '../../testkit/admin.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { addMovie } from '../../testkit/catalogue.ts';
import { createClient, type Client } from '../../testkit/client.ts';
import { UpdateMovie } from '../../testkit/documents.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import {
  BestRated,
  MyMovie,
  RateMovie,
  RatingOf,
  RemoveMovieRating,
} from '../../testkit/library-documents.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';

const people = ['ann', 'ben', 'cy', 'dee', 'eli', 'fay'] as const;

let instances: readonly RunningApp[];
/** Of each of the people, on each instance. */
let clients: readonly (readonly Client[])[];

beforeAll(async () => {
  const { url, prefix } = freshRedis();
  const mongodbUri = freshMongo();
  const shared = { mongodbUri, redisUrl: url, redisPrefix: prefix, seedProgress: undefined };
  instances = [await startEngineApp(shared), await startEngineApp(shared)];
  clients = await Promise.all(
    people.map(async (name) => {
      const { authorization } = await addSignedIn(mongodbUri, name);
      return instances.map(({ url: api }) => createClient(api, { authorization }));
    }),
  );
  await Promise.all(instances.map(live));
});
afterAll(async () => {
  for (const instance of instances) await instance[Symbol.asyncDispose]();
});

const clientOf = (person: number, instance: number): Client => {
  const client = clients[person]?.[instance];
  if (!client) throw new Error('There is nobody like this.');
  return client;
};

/** What one of the people does, one thing after the other; 0 takes a rating back. */
const deeds = fc.array(
  fc.record({
    film: fc.nat(1),
    instance: fc.nat(1),
    rating: fc.integer({ min: 0, max: 10 }),
  }),
  { maxLength: 5 },
);
const everybody = fc.tuple(deeds, deeds, deeds, deeds, deeds, deeds);
/** What an editor sets meanwhile. */
const edits = fc.array(
  fc.record({
    film: fc.nat(1),
    rating: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
    votes: fc.nat(300),
  }),
  { maxLength: 3 },
);

let round = 0;

test('however many rate at once, a film is rated by those whose ratings are there', async () => {
  await fc.assert(
    fc.asyncProperty(everybody, edits, async (all, changes) => {
      const [here, there] = instances;
      if (!here || !there) throw new Error('Two instances were expected.');
      round += 1;
      const films = await Promise.all(
        [5, null].map((rating, index) =>
          addMovie(here.admin, {
            title: `Round ${round}, ${index}`,
            rating,
            votes: rating === null ? 0 : 40,
          }),
        ),
      );
      const film = (index: number) => films[index] ?? '';

      /** By film, then by person: what they said last. */
      const truth = films.map(() => new Map<number, number>());
      const people = all.map(async (list, person) => {
        for (const { film: index, instance, rating } of list) {
          const client = clientOf(person, instance);
          const movieId = film(index);
          if (rating === 0) {
            await client.query(RemoveMovieRating, { movieId });
            truth[index]?.delete(person);
          } else {
            await client.query(RateMovie, { movieId, rating });
            truth[index]?.set(person, rating);
          }
          // On the other instance, in an answer that may be kept.
          const { movie } = await clientOf(person, 1 - instance).query(MyMovie, { id: movieId });
          expect(movie?.myRating ?? 0).toBe(rating);
        }
      });
      const editor = changes.map(({ film: index, rating, votes }) =>
        there.admin.query(UpdateMovie, { id: film(index), input: { rating, votes } }),
      );
      await Promise.all([...people, ...editor]);

      for (const [index, given] of truth.entries()) {
        const values = [...given.values()];
        const sums = {
          viewerRatingSum: values.reduce((sum, value) => sum + value, 0),
          viewerRatingCount: values.length,
        };
        for (const { client } of instances) {
          const { movie } = await client.query(RatingOf, { id: film(index) });
          expect(movie).toMatchObject({
            viewerRatingCount: sums.viewerRatingCount,
            viewerRating: viewerRatingOf(sums),
            rating: ratingOf({
              importedRating: movie?.importedRating ?? null,
              votes: movie?.votes ?? 0,
              ...sums,
            }),
          });
          const { movies } = await client.query(BestRated, { first: 100 });
          const shown = movies.nodes.map(({ rating }) => rating ?? -1);
          expect(shown).toEqual(shown.toSorted((a, b) => b - a));
          expect(movies.nodes.find(({ id }) => id === film(index))?.rating).toBe(movie?.rating);
        }
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
