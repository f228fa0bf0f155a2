import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MovieRecord } from '../../../src/modules/catalogue/index.ts';
import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { keyOf, moviesIn } from '../../testkit/catalogue.ts';
import { MovieDetail } from '../../testkit/documents.ts';
import { graphql } from '../../testkit/generated/index.ts';

const AnyNode = graphql(`
  query AnyNode($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Movie {
        title
      }
      ... on Person {
        name
      }
      ... on Genre {
        slug
      }
    }
  }
`);

const Genres = graphql(`
  query Genres {
    genres {
      id
      slug
      name
    }
  }
`);

const GenreBySlug = graphql(`
  query GenreBySlug($slug: String!) {
    genre(slug: $slug) {
      id
      slug
      name
    }
  }
`);

const PersonWithMovies = graphql(`
  query PersonWithMovies($slug: String!, $sort: MovieSort, $first: Int, $after: String, $last: Int) {
    person(slug: $slug) {
      id
      slug
      name
      movies(sort: $sort, first: $first, after: $after, last: $last) {
        totalCount
        edges {
          cursor
          node {
            id
            title
            directors {
              slug
            }
          }
        }
        nodes {
          id
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          endCursor
        }
      }
    }
  }
`);

const Images = graphql(`
  query Images {
    imageConfiguration {
      baseUrl
      secureBaseUrl
      posterSizes
      backdropSizes
      profileSizes
    }
  }
`);

let running: RunningApp;
let shawshank: MovieRecord;
beforeAll(async () => {
  running = await startApp();
  shawshank = (await moviesIn(running).findOne({ title: 'The Shawshank Redemption' })) as MovieRecord;
});
afterAll(() => running[Symbol.asyncDispose]());

const missing = '000000000000';

describe('movie', () => {
  test('gives every field of the film', async () => {
    const id = toGlobalId('Movie', shawshank._id);
    const { movie } = await running.client.query(MovieDetail, { id });
    const { _id, titleKey, tmdbId, genreIds, directorIds, releaseDate, viewerRatingSum, ...same } = shawshank;
    expect({ _id, titleKey, tmdbId, viewerRatingSum }).toEqual({
      _id: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
      titleKey: 'shawshank redemption',
      tmdbId: null,
      viewerRatingSum: 0,
    });
    expect(movie).toEqual({
      ...same,
      id,
      viewerRating: null,
      releaseDate: releaseDate?.toISOString().slice(0, 10),
      year: releaseDate?.getUTCFullYear(),
      genres: genreIds.map((slug) => ({ slug })),
      directors: directorIds.map((slug) => ({ slug, name: expect.any(String) as string })),
    });
    expect(movie).toMatchObject({
      year: 1994,
      genres: [{ slug: 'drama' }],
      directors: [{ name: 'Frank Darabont' }],
    });
  });

  test('is null for a film that does not exist', async () => {
    expect(await running.client.query(MovieDetail, { id: toGlobalId('Movie', missing) })).toEqual({
      movie: null,
    });
  });

  const faulty: [id: string, sentence: string][] = [
    [toGlobalId('Person', 'frank-darabont'), 'Expected the id of a Movie, but got the id of a Person.'],
    ['shawshank', 'Expected an id as answers of this API give them, but got "shawshank".'],
    ['', 'Expected an id as answers of this API give them, but got "".'],
    [`${toGlobalId('Movie', missing)}=`, 'Expected an id as answers of this API give them, but got "'],
  ];
  test.for(faulty)('refuses %j with what was expected', async ([id, sentence]) => {
    const { body } = await running.client.send(MovieDetail, { id });
    expect(body.data).toEqual({ movie: null });
    expect(body.errors).toMatchObject([
      {
        message: expect.stringContaining(sentence) as string,
        path: ['movie'],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });
});

describe('node', () => {
  test('finds an object of each type by the id that answers give', async () => {
    const found = async (typeName: string, key: string) =>
      (await running.client.query(AnyNode, { id: toGlobalId(typeName, key) })).node;
    const id = (typeName: string, key: string) => ({ __typename: typeName, id: toGlobalId(typeName, key) });
    expect(await found('Movie', shawshank._id)).toEqual({
      ...id('Movie', shawshank._id),
      title: 'The Shawshank Redemption',
    });
    expect(await found('Person', 'frank-darabont')).toEqual({
      ...id('Person', 'frank-darabont'),
      name: 'Frank Darabont',
    });
    expect(await found('Genre', 'western')).toEqual({ ...id('Genre', 'western'), slug: 'western' });
  });

  test.for(['Movie', 'Person', 'Genre'])('is null for a %s that does not exist', async (typeName) => {
    expect(await running.client.query(AnyNode, { id: toGlobalId(typeName, missing) })).toEqual({
      node: null,
    });
  });

  test.for(['MovieConnection', 'Planet', 'Query'])(
    'refuses the id of a %s, which is no object',
    async (typeName) => {
      const { body } = await running.client.send(AnyNode, { id: toGlobalId(typeName, '1') });
      expect(body.errors).toMatchObject([
        {
          message: `Expected the id of an object, but got one of ${typeName}.`,
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ]);
    },
  );

  test.for(['x', toGlobalId('movie', missing), Buffer.from('Movie').toString('base64url')])(
    'refuses %j, which is no id',
    async (id) => {
      const { body } = await running.client.send(AnyNode, { id });
      expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    },
  );
});

describe('genres', () => {
  test('come all, by name, and each by its slug', async () => {
    const { genres } = await running.client.query(Genres, {});
    expect(genres.map(({ name }) => name)).toEqual(genres.map(({ name }) => name).toSorted());
    expect(genres.map(({ slug }) => slug)).toContain('science-fiction');
    const films = await moviesIn(running).find().toArray();
    const used = new Set(films.flatMap(({ genreIds }) => genreIds));
    expect(genres.map(({ slug }) => slug).toSorted()).toEqual([...used].toSorted());
    const { genre } = await running.client.query(GenreBySlug, { slug: 'science-fiction' });
    expect(genre).toEqual({
      id: toGlobalId('Genre', 'science-fiction'),
      slug: 'science-fiction',
      name: 'Science Fiction',
    });
  });

  test.for(['no-such-genre', 'Science Fiction', ''])('that are none, such as %j, are null', async (slug) => {
    expect(await running.client.query(GenreBySlug, { slug })).toEqual({ genre: null });
  });
});

describe('a person', () => {
  test('has the films they directed, the newest first', async () => {
    const { person } = await running.client.query(PersonWithMovies, { slug: 'steven-spielberg', first: 100 });
    const films = await moviesIn(running)
      .find({ directorIds: 'steven-spielberg' })
      .sort({ releaseDate: -1, _id: -1 })
      .toArray();
    expect(person).toMatchObject({
      id: toGlobalId('Person', 'steven-spielberg'),
      slug: 'steven-spielberg',
      name: 'Steven Spielberg',
    });
    expect(person?.movies.totalCount).toBe(films.length);
    expect(person?.movies.edges.map(({ node }) => keyOf(node.id))).toEqual(films.map(({ _id }) => _id));
    expect(person?.movies.nodes.map(({ id }) => keyOf(id))).toEqual(films.map(({ _id }) => _id));
    expect(
      person?.movies.edges.every(({ node }) =>
        node.directors.some(({ slug }) => slug === 'steven-spielberg'),
      ),
    ).toBe(true);
  });

  test('pages through them in any order', async () => {
    const variables = { slug: 'steven-spielberg', sort: { field: 'TITLE' } as const };
    const { person: whole } = await running.client.query(PersonWithMovies, { ...variables, first: 100 });
    const { person: head } = await running.client.query(PersonWithMovies, { ...variables, first: 5 });
    const after = head?.movies.pageInfo.endCursor ?? null;
    const { person: rest } = await running.client.query(PersonWithMovies, {
      ...variables,
      first: 100,
      after,
    });
    const { person: tail } = await running.client.query(PersonWithMovies, { ...variables, last: 3 });
    const edges = whole?.movies.edges ?? [];
    expect(head?.movies.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect([...(head?.movies.edges ?? []), ...(rest?.movies.edges ?? [])]).toEqual(edges);
    expect(rest?.movies.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(tail?.movies.edges).toEqual(edges.slice(-3));
  });

  test('who does not exist is null', async () => {
    expect(await running.client.query(PersonWithMovies, { slug: 'nobody-at-all' })).toEqual({ person: null });
  });

  test('refuses a bad page of their films, and keeps the rest of the answer null', async () => {
    const { body } = await running.client.send(PersonWithMovies, { slug: 'steven-spielberg', first: 0 });
    expect(body.data).toEqual({ person: null });
    expect(body.errors).toMatchObject([
      { path: ['person', 'movies'], extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});

test('imageConfiguration says how addresses of pictures are made', async () => {
  const { imageConfiguration } = await running.client.query(Images, {});
  expect(URL.canParse(imageConfiguration.baseUrl)).toBe(true);
  expect(imageConfiguration.secureBaseUrl).toMatch(/^https:\/\/.*\/$/);
  for (const sizes of [
    imageConfiguration.posterSizes,
    imageConfiguration.backdropSizes,
    imageConfiguration.profileSizes,
  ]) {
    expect(sizes).toContain('original');
  }
});
