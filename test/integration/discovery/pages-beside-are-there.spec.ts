import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSignedIn } from '../../testkit/admin.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { movieId, popularFilms } from '../../testkit/discovery.ts';
import { ask, fieldOf, live, neverBusy, startEngineApp } from '../../testkit/engine-app.ts';
import { privateNotes } from '../../testkit/private-notes.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';

interface Page {
  readonly nodes: readonly { id: string }[];
  readonly pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

const films = `query Films($genre: String, $first: Int, $after: String) {
  movies(filter: { genre: $genre }, first: $first, after: $after) {
    nodes { id }
    pageInfo { endCursor hasNextPage }
  }
}`;

/** As clients have it that go both ways. */
const bothWays = `query BothWays($genre: String, $first: Int, $after: String, $last: Int, $before: String) {
  movies(filter: { genre: $genre }, first: $first, after: $after, last: $last, before: $before) {
    nodes { id }
    pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
  }
}`;

const mongodbUri = freshMongo();
const redis = { redisUrl: freshRedis().url, redisPrefix: `test-${randomUUID()}` };
let running: RunningApp;

beforeAll(async () => {
  running = await startEngineApp({ mongodbUri, ...redis, loadLimits: neverBusy });
  await live(running);
});
afterAll(() => running[Symbol.asyncDispose]());

const read = async (
  variables: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<{ page: Page; hit: boolean | undefined }> => {
  const answer = await ask(running, films, { variables, headers });
  return { page: fieldOf<Page>(answer, 'movies'), hit: answer.cache.hit };
};

describe('whoever walks a list', () => {
  test('computes its first page, and finds each further one kept', async () => {
    const ids = new Set<string>();
    let after: string | null = null;
    for (let place = 0; place < 5; place += 1) {
      const { page, hit } = await read({ genre: 'western', first: 5, after });
      expect(hit).toBe(place > 0);
      for (const { id } of page.nodes) ids.add(id);
      after = page.pageInfo.endCursor;
      await running.app.idle();
    }
    expect(ids.size).toBe(25);
  });

  test('reads the same as one who computes each page', async () => {
    const walkWith = async (uncached: boolean): Promise<string[]> => {
      const found: string[] = [];
      let after: string | null = null;
      for (let place = 0; place < 4; place += 1) {
        const own = uncached ? `# ${randomUUID()}\n${films.replace('Films(', `F${place}(`)}` : films;
        const answer = await ask(running, own, { variables: { genre: 'horror', first: 3, after } });
        const page = fieldOf<Page>(answer, 'movies');
        found.push(...page.nodes.map(({ id }) => id));
        after = page.pageInfo.endCursor;
        await running.app.idle();
      }
      return found;
    };
    expect(await walkWith(false)).toEqual(await walkWith(true));
  });

  test('has no page computed ahead that nobody is about to read: one, not two', async () => {
    const first = await read({ genre: 'comedy', first: 4 });
    await running.app.idle();
    // Another name is another question: it tells where the third page begins without asking for it.
    const other = films.replace('Films', 'OtherFilms');
    const second = await ask(running, other, {
      variables: { genre: 'comedy', first: 4, after: first.page.pageInfo.endCursor },
    });
    await running.app.idle();
    const { endCursor } = fieldOf<Page>(second, 'movies').pageInfo;
    expect((await read({ genre: 'comedy', first: 4, after: endCursor })).hit).toBe(false);
  });

  test('finds further recommendations of a film likewise', async () => {
    const [film] = await popularFilms(running, 1);
    const similar = `query ($id: ID!, $after: String) {
      movie(id: $id) { recommendations(first: 5, after: $after) { nodes { id } pageInfo { endCursor } } }
    }`;
    const id = movieId(film ?? { _id: '' });
    const one = await ask(running, similar, { variables: { id } });
    await running.app.idle();
    const after = fieldOf<{ recommendations: Page }>(one, 'movie').recommendations.pageInfo.endCursor;
    expect((await ask(running, similar, { variables: { id, after } })).cache.hit).toBe(true);
  });

  test('is helped by who is signed in too, where the pages are everybody’s', async () => {
    const { authorization } = await addSignedIn(mongodbUri, 'ann');
    const one = await read({ genre: 'musical', first: 4 }, { authorization });
    await running.app.idle();
    expect((await read({ genre: 'musical', first: 4, after: one.page.pageInfo.endCursor })).hit).toBe(true);
  });
});

describe('whoever turns around', () => {
  const readBothWays = async (variables: Record<string, unknown>) => {
    const answer = await ask(running, bothWays, { variables });
    await running.app.idle();
    const { nodes, pageInfo } = fieldOf<Page & { pageInfo: { startCursor: string } }>(answer, 'movies');
    return { ids: nodes.map(({ id }) => id), ...pageInfo, hit: answer.cache.hit };
  };

  test('finds the page before kept, and the one after it again', async () => {
    const genre = 'adventure';
    const one = await readBothWays({ genre, first: 4 });
    const two = await readBothWays({ genre, first: 4, after: one.endCursor });
    const three = await readBothWays({ genre, first: 4, after: two.endCursor });
    const twoAgain = await readBothWays({ genre, last: 4, before: three.startCursor });
    expect(twoAgain).toMatchObject({ ids: two.ids, hit: true });
    const oneAgain = await readBothWays({ genre, last: 4, before: twoAgain.startCursor });
    expect(oneAgain).toMatchObject({ ids: one.ids, hit: true, hasPreviousPage: false });
    const onwards = await readBothWays({ genre, first: 4, after: oneAgain.endCursor });
    expect(onwards).toMatchObject({ ids: two.ids, hit: true });
  });

  test('finds it too who came to a page by its address, and sends null for what it does not give', async () => {
    const asNull = { first: null, after: null, last: null, before: null };
    const genre = 'drama';
    const elsewhere = fieldOf<Page>(
      await ask(running, films.replace('Films', 'Elsewhere'), { variables: { genre, first: 6 } }),
      'movies',
    );
    const after = elsewhere.pageInfo.endCursor;
    const here = await readBothWays({ ...asNull, genre, first: 3, after });
    const before = await readBothWays({ ...asNull, genre, last: 3, before: here.startCursor });
    expect(before).toMatchObject({ ids: elsewhere.nodes.slice(3).map(({ id }) => id), hit: true });
  });

  test('finds the pages both ways who begins at the end', async () => {
    const genre = 'black-comedy';
    const last = await readBothWays({ genre, last: 4 });
    const before = await readBothWays({ genre, last: 4, before: last.startCursor });
    const beforeThat = await readBothWays({ genre, last: 4, before: before.startCursor });
    expect([last.hit, before.hit, beforeThat.hit]).toEqual([false, true, true]);
    const onwards = await readBothWays({ genre, first: 4, after: beforeThat.endCursor });
    expect(onwards).toMatchObject({ ids: before.ids, hit: true });
  });
});

test('nothing is computed ahead of answers that are somebody’s own', async () => {
  await using notes = await startEngineApp({
    mongodbUri: freshMongo(),
    extension: privateNotes,
    loadLimits: neverBusy,
  });
  await live(notes);
  const mine = `query ($after: String) {
    myNote
    movies(first: 3, after: $after) { nodes { title } pageInfo { endCursor hasNextPage } }
  }`;
  const one = await ask(notes, mine, { as: 'ann' });
  expect(one.cache.scope).toBe('viewer');
  await notes.app.idle();
  const { endCursor } = fieldOf<Page>(one, 'movies').pageInfo;
  expect((await ask(notes, mine, { as: 'ann', variables: { after: endCursor } })).cache.hit).toBe(false);
  const two = await ask(notes, mine);
  expect(two.cache.scope).toBe('anonymous');
  await notes.app.idle();
  expect((await ask(notes, mine, { variables: { after: endCursor } })).cache.hit).toBe(false);
});
