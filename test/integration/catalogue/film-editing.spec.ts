import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import { popularityOf } from '../../../src/modules/catalogue/services/popularity.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { addMovie, keyOf, moviesIn } from '../../testkit/catalogue.ts';
import { CreateMovie, DeleteMovie, MovieDetail, UpdateMovie } from '../../testkit/documents.ts';
import type { CreateMovieInput, UpdateMovieInput } from '../../testkit/generated/graphql.ts';
import { graphql } from '../../testkit/generated/index.ts';

const UpdateTwice = graphql(`
  mutation UpdateTwice($id: ID!) {
    before: updateMovie(id: $id, input: { title: "Before", directors: ["Ann Early"] }) {
      movie {
        title
        directors {
          name
          movies {
            totalCount
          }
        }
      }
    }
    after: updateMovie(id: $id, input: { title: "After", directors: ["Ann Early", "Bob Late"] }) {
      movie {
        title
        directors {
          name
          movies {
            totalCount
            nodes {
              title
            }
          }
        }
      }
    }
  }
`);

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running[Symbol.asyncDispose]());

const detail = async (id: string) => (await running.client.query(MovieDetail, { id })).movie;
const update = (id: string, input: UpdateMovieInput) => running.admin.query(UpdateMovie, { id, input });

const everything = {
  releaseDate: '2011-11-11',
  runtimeMinutes: 111,
  mpaaRating: 'PG-13',
  distributor: 'Nobody Pictures',
  source: 'Original Screenplay',
  creativeType: 'Historical Fiction',
  budgetUsd: 1,
  usGrossUsd: 2 ** 31,
  worldwideGrossUsd: 2 ** 53 - 1,
  usDvdSalesUsd: 0,
  rating: 7.5,
  votes: 2_147_483_647,
  rottenTomatoesRating: 100,
  posterPath: '/poster.jpg',
} satisfies Omit<CreateMovieInput, 'title'>;

const refusal = (code: string, message: string | RegExp) => [
  {
    message: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
    extensions: { code },
  },
];

describe('createMovie', () => {
  test('adds a film with all it is given, amounts above 2^31 included', async () => {
    const title = 'A Film With Everything';
    const directors = ['Steven Spielberg', 'Someone Entirely New'];
    const id = await addMovie(running.admin, {
      ...everything,
      title,
      genres: ['drama', 'western'],
      directors,
    });
    expect(await detail(id)).toEqual({
      ...everything,
      id,
      title,
      year: 2011,
      genres: [{ slug: 'drama' }, { slug: 'western' }],
      directors: [
        { slug: 'steven-spielberg', name: 'Steven Spielberg' },
        { slug: 'someone-entirely-new', name: 'Someone Entirely New' },
      ],
      importedRating: 7.5,
      viewerRating: null,
      viewerRatingCount: 0,
      popularity: popularityOf({ rating: 7.5, votes: 2_147_483_647 }),
    });
  });

  test('needs nothing but a title, and tidies it', async () => {
    const id = await addMovie(running.admin, { title: '  The   Bare\tMinimum ' });
    expect(await detail(id)).toMatchObject({
      title: 'The Bare Minimum',
      releaseDate: null,
      year: null,
      genres: [],
      directors: [],
      rating: null,
      votes: 0,
      popularity: 0,
    });
    expect(await moviesIn(running).findOne({ _id: keyOf(id) })).toMatchObject({ titleKey: 'bare minimum' });
  });

  test('refuses a film whose title and date are taken, and takes the same title of another day', async () => {
    const first = { title: 'Taken', releaseDate: '2001-01-01' };
    const id = await addMovie(running.admin, first);
    const { body } = await running.admin.send(CreateMovie, { input: { ...first, votes: 5 } });
    expect(body.errors).toMatchObject(
      refusal('CONFLICT', 'There is a film with the title "Taken" of 2001-01-01 already.'),
    );
    expect(await detail(id)).toMatchObject({ votes: 0 });
    expect(await addMovie(running.admin, { ...first, releaseDate: '2001-01-02' })).not.toBe(id);
  });

  test('lists every fault of its input at once, and adds nothing', async () => {
    const count = await moviesIn(running).countDocuments();
    const input: CreateMovieInput = {
      title: '   ',
      runtimeMinutes: 0,
      rating: 11,
      votes: -1,
      budgetUsd: -5,
      rottenTomatoesRating: 101,
      posterPath: 'poster.jpg',
      distributor: '',
      directors: ['Somebody', ' '],
    };
    const { body } = await running.admin.send(CreateMovie, { input });
    const [error, ...others] = body.errors ?? [];
    expect(others).toEqual([]);
    expect(error?.extensions?.['code']).toBe('BAD_USER_INPUT');
    expect(error?.message.split('; ').toSorted()).toEqual(
      [
        'input.title: expected some text, but got "   "',
        'input.runtimeMinutes: expected a number from 1, but got 0',
        'input.rating: expected a number from 0 to 10, but got 11',
        'input.votes: expected a number from 0, but got -1',
        'input.budgetUsd: expected a number from 0, but got -5',
        'input.rottenTomatoesRating: expected a number from 0 to 100, but got 101',
        'input.posterPath: expected a path such as "/abc.jpg", but got "poster.jpg".',
        'input.distributor: expected some text, but got ""',
        'input.directors.1: expected some text, but got " "',
      ].toSorted(),
    );
    expect(await moviesIn(running).countDocuments()).toBe(count);
  });

  test('refuses genres that do not exist, all of them named, and adds no director either', async () => {
    const input = { title: 'Genreless', genres: ['drama', 'nope', 'nah'], directors: ['Never Added'] };
    const { body } = await running.admin.send(CreateMovie, { input });
    expect(body.errors).toMatchObject(
      refusal('BAD_USER_INPUT', 'input.genres: expected slugs of genres, but got ["nope","nah"].'),
    );
    expect(await running.app.mongo.collection('people').findOne({ name: 'Never Added' })).toBeNull();
  });

  test('takes one person under two spellings for one, and keeps the name they had', async () => {
    const id = await addMovie(running.admin, {
      title: 'Spellings',
      directors: ['STEVEN SPIELBERG', 'Steven  Spielberg'],
      genres: ['drama', 'drama'],
    });
    expect(await detail(id)).toMatchObject({
      directors: [{ slug: 'steven-spielberg', name: 'Steven Spielberg' }],
      genres: [{ slug: 'drama' }],
    });
  });
});

describe('updateMovie', () => {
  const add = (title: string) =>
    addMovie(running.admin, { ...everything, title, genres: ['drama'], directors: ['Somebody'] });

  test('leaves what is absent as it was', async () => {
    const id = await add('Absent Keeps');
    const before = await detail(id);
    await update(id, { mpaaRating: 'R' });
    expect(await detail(id)).toEqual({ ...before, mpaaRating: 'R' });
    await update(id, {});
    expect(await detail(id)).toEqual({ ...before, mpaaRating: 'R' });
  });

  test('clears what is null', async () => {
    const id = await add('Null Clears');
    const cleared = Object.fromEntries(Object.keys(everything).map((field) => [field, null]));
    await update(id, { ...cleared, genres: null, directors: null });
    expect(await detail(id)).toEqual({
      ...cleared,
      id,
      title: 'Null Clears',
      importedRating: null,
      viewerRating: null,
      viewerRatingCount: 0,
      year: null,
      genres: [],
      directors: [],
      votes: 0,
      popularity: 0,
    });
  });

  test('refuses null for the title', async () => {
    const id = await add('Titled');
    const { body } = await running.admin.send(UpdateMovie, { id, input: { title: null, votes: 1 } });
    expect(body.errors).toMatchObject(
      refusal('BAD_USER_INPUT', /^input\.title: expected .*, but got null\.$/),
    );
    expect(await detail(id)).toMatchObject({ title: 'Titled', votes: everything.votes });
  });

  test('keeps the id when title and date change, and sorts by the new title', async () => {
    const id = await add('Old Name');
    await update(id, { title: 'The New Name', releaseDate: '1999-12-31' });
    expect(await detail(id)).toMatchObject({ id, title: 'The New Name', year: 1999 });
    expect(await moviesIn(running).findOne({ _id: keyOf(id) })).toMatchObject({ titleKey: 'new name' });
  });

  test('lets popularity follow rating and votes', async () => {
    const id = await add('Popularity');
    await update(id, { votes: 5000 });
    expect(await detail(id)).toMatchObject({ popularity: popularityOf({ rating: 7.5, votes: 5000 }) });
    await update(id, { rating: 2 });
    expect(await detail(id)).toMatchObject({ popularity: popularityOf({ rating: 2, votes: 5000 }) });
    await update(id, { rating: null });
    expect(await detail(id)).toMatchObject({ popularity: popularityOf({ rating: null, votes: 5000 }) });
  });

  test('leaves a popularity that fits when rating and votes are changed at the same time', async () => {
    const id = await add('Raced');
    await Promise.all(
      Array.from({ length: 20 }, (_, turn) =>
        update(id, turn % 2 ? { rating: turn / 2 } : { votes: turn * 1000 + 1 }),
      ),
    );
    const movie = await detail(id);
    expect(movie?.popularity).toBe(popularityOf({ rating: movie?.rating ?? null, votes: movie?.votes ?? 0 }));
  });

  test('lists every fault of its input at once', async () => {
    const id = await add('Faulty Update');
    const { body } = await running.admin.send(UpdateMovie, {
      id,
      input: { rating: -1, runtimeMinutes: -1 },
    });
    expect(body.errors).toMatchObject(
      refusal(
        'BAD_USER_INPUT',
        'input.runtimeMinutes: expected a number from 1, but got -1; input.rating: expected a number from 0 to 10, but got -1.',
      ),
    );
  });

  test('refuses genres that do not exist', async () => {
    const id = await add('Genre Update');
    const { body } = await running.admin.send(UpdateMovie, { id, input: { genres: ['nope'] } });
    expect(body.errors).toMatchObject(
      refusal('BAD_USER_INPUT', 'input.genres: expected slugs of genres, but got ["nope"].'),
    );
    expect(await detail(id)).toMatchObject({ genres: [{ slug: 'drama' }] });
  });

  test('answers each mutation of a request with what it has written', async () => {
    const id = await add('In One Request');
    expect(await running.admin.query(UpdateTwice, { id })).toEqual({
      before: { movie: { title: 'Before', directors: [{ name: 'Ann Early', movies: { totalCount: 1 } }] } },
      after: {
        movie: {
          title: 'After',
          directors: ['Ann Early', 'Bob Late'].map((name) => ({
            name,
            movies: { totalCount: 1, nodes: [{ title: 'After' }] },
          })),
        },
      },
    });
  });
});

describe('deleteMovie', () => {
  test('removes the film and answers with it as it was', async () => {
    const id = await addMovie(running.admin, { title: 'Short-Lived' });
    const { deleteMovie } = await running.admin.query(DeleteMovie, { id });
    expect(deleteMovie.movie).toEqual({ id, title: 'Short-Lived' });
    expect(await detail(id)).toBeNull();
  });
});

describe.for([
  ['updateMovie', UpdateMovie],
  ['deleteMovie', DeleteMovie],
] as const)('%s', ([, document]) => {
  const send = (id: string) =>
    document === UpdateMovie
      ? running.admin.send(UpdateMovie, { id, input: { votes: 3 } })
      : running.admin.send(DeleteMovie, { id });

  test('says so when there is no such film', async () => {
    const { body } = await send(toGlobalId('Movie', '000000000000'));
    expect(body.errors).toMatchObject(refusal('NOT_FOUND', 'There is no film with this id.'));
  });

  test('refuses an id of something else', async () => {
    const { body } = await send(toGlobalId('Genre', 'drama'));
    expect(body.errors).toMatchObject(
      refusal('BAD_USER_INPUT', 'Expected the id of a Movie, but got the id of a Genre.'),
    );
  });
});

describe('an input that GraphQL itself refuses', () => {
  test.for([
    { title: 'X', budgetUsd: 2 ** 53 },
    { title: 'X', budgetUsd: 1.5 },
    { title: 'X', releaseDate: '2011-02-30' },
    { title: 'X', releaseDate: 'yesterday' },
    { title: null },
    { title: 'X', votes: 2 ** 31 },
    { title: 'X', unknownField: 1 },
  ])('such as %j is the fault of the client', async (input) => {
    const { body } = await running.admin.send(CreateMovie, { input: input as CreateMovieInput });
    expect(body.data ?? null).toBeNull();
    expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
