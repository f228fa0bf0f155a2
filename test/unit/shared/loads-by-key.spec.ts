import { describe, expect, test } from 'vitest';
import { createByKeyLoader } from '../../../src/shared/by-key-loader.ts';

interface Film {
  readonly _id: string;
  readonly title?: string;
  readonly votes?: number;
}
type Field = 'title' | 'votes';

/** Films `a`, `b` and `c`, and what was asked of their store. */
const createFilms = () => {
  const asked: { keys: readonly string[]; fields: readonly Field[] }[] = [];
  const known = ['a', 'b', 'c'];
  const loader = createByKeyLoader<Film, Field>(async (keys, fields) => {
    asked.push({ keys, fields });
    const found = known.filter((key) => keys.includes(key)).toReversed();
    return found.map((_id) => ({
      _id,
      ...(fields.includes('title') && { title: `Film ${_id}` }),
      ...(fields.includes('votes') && { votes: 1 }),
    }));
  });
  return { loader, asked, known };
};

describe('loads of one turn', () => {
  test('are one read, of each key once, with the fields of all', async () => {
    const { loader, asked } = createFilms();
    await Promise.all([
      loader.load('a', ['title']),
      loader.load('b', ['votes']),
      loader.load('a', ['votes']),
    ]);
    expect(asked).toEqual([{ keys: ['a', 'b'], fields: ['title', 'votes'] }]);
  });

  test('have at least the fields that they named', async () => {
    const { loader } = createFilms();
    const [one, other] = await Promise.all([loader.load('a', ['title']), loader.load('a', ['votes'])]);
    expect(one).toMatchObject({ _id: 'a', title: 'Film a' });
    expect(other).toMatchObject({ _id: 'a', votes: 1 });
  });

  test('of many keys keep the order asked for, and leave out what does not exist', async () => {
    const { loader, asked } = createFilms();
    const films = await loader.loadMany(['c', 'nobody', 'a', 'c'], []);
    expect(films.map(({ _id }) => _id)).toEqual(['c', 'a', 'c']);
    expect(asked).toEqual([{ keys: ['c', 'nobody', 'a'], fields: [] }]);
  });
});

describe('a later load', () => {
  test('of the same key and fields, in any order, reads nothing', async () => {
    const { loader, asked } = createFilms();
    await loader.load('a', ['title', 'votes']);
    await loader.load('a', ['votes', 'title']);
    expect(asked).toHaveLength(1);
  });

  test('that needs more fields reads again', async () => {
    const { loader, asked } = createFilms();
    await loader.load('a', ['title']);
    expect(await loader.load('a', ['title', 'votes'])).toMatchObject({ title: 'Film a', votes: 1 });
    expect(asked).toHaveLength(2);
  });

  test('of what did not exist still says so, until the loader forgets', async () => {
    const { loader, known, asked } = createFilms();
    expect(await loader.load('new', [])).toBeNull();
    known.push('new');
    expect(await loader.load('new', [])).toBeNull();
    expect(asked).toHaveLength(1);
    loader.clear();
    expect(await loader.load('new', [])).toEqual({ _id: 'new' });
  });
});

test('a read that fails fails every load of its turn', async () => {
  const loader = createByKeyLoader<Film, Field>(() => Promise.reject(new Error('the store is gone')));
  const loads = await Promise.allSettled([loader.load('a', []), loader.loadMany(['b'], [])]);
  expect(loads).toMatchObject([
    { status: 'rejected', reason: { message: 'the store is gone' } },
    { status: 'rejected', reason: { message: 'the store is gone' } },
  ]);
});
