import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { addInstructor, addPublishedCourse } from '../../testkit/courses.ts';
import { fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { askSearch, found, foundIn, pageOf, titlesFound, walkSearch } from '../../testkit/search.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import {
  addChannel,
  addPublicVideo,
  addVideo,
  askAs,
  publish,
  remove,
  restore,
  unlist,
  update,
} from '../../testkit/videos.ts';

/** Two servers on one Mongo and one Redis: what one acknowledged, the other may not be behind of. */
let here: RunningApp;
let there: RunningApp;
const files = createMemoryObjectStore();
const maker = as('creator', 'mira');
const teacher = as('instructor', 'tess');
const moderator = as('admin', 'alma');

beforeAll(async () => {
  const shared = {
    mongodbUri: freshMongo(),
    redisUrl: freshRedis().url,
    redisPrefix: `test-${randomUUID()}`,
    extension: signedInByName,
    objectStore: files,
    seedProgress: undefined,
  };
  here = await startEngineApp(shared);
  there = await startEngineApp(shared);
  await Promise.all([live(here), live(there)]);
  await addChannel(here, maker, 'mira', { name: 'Mira makes pottery' });
  await addInstructor(here, teacher, 'Tess');
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

/** A word that nothing else holds. */
const newWord = (): string => `w${randomUUID().slice(0, 8)}`;

const addFilm = async (input: Record<string, unknown>): Promise<string> => {
  const create = 'mutation ($input: CreateMovieInput!) { createMovie(input: $input) { movie { id } } }';
  const answer = await askAs(here, moderator, create, { input });
  return fieldOf<{ movie: { id: string } }>(answer, 'createMovie').movie.id;
};

/** Asks the other server until it keeps the answer. */
const keep = async (query: string): Promise<void> => {
  const isKept = async () => (await askSearch(there, query)).cache.hit === true;
  if (!((await isKept()) || (await isKept()) || (await isKept()))) throw new Error(`Never kept: ${query}`);
};
const isKept = async (query: string): Promise<boolean> => (await askSearch(there, query)).cache.hit === true;

describe('one search', () => {
  test('finds videos, channels, films and courses, by how they match', async () => {
    const word = newWord();
    await addPublicVideo(here, files, maker, { title: `A ${word} at home`, category: 'howto' });
    await addPublicVideo(here, files, maker, { title: 'Something else', description: `With a ${word}.` });
    await addChannel(here, as('creator', word), word, { name: word.toUpperCase() });
    await addFilm({ title: `The ${word}`, releaseDate: '1999-01-01', directors: [`Ann ${word}`] });
    await addPublishedCourse(here, teacher, 1, { title: 'Knots', summary: `For every ${word}.` });

    const all = await found(there, word);
    expect(all.slice(0, 1)).toEqual([{ type: 'Channel', title: word.toUpperCase(), match: 'TITLE_IS' }]);
    expect(all.slice(1, 3)).toEqual([
      { type: 'Video', title: `A ${word} at home`, match: 'TITLE_HAS' },
      { type: 'Movie', title: `The ${word}`, match: 'TITLE_HAS' },
    ]);
    const others = all.slice(3).toSorted((a, b) => a.title.localeCompare(b.title));
    expect(others).toEqual([
      { type: 'Course', title: 'Knots', match: 'TEXT_HAS' },
      { type: 'Video', title: 'Something else', match: 'TEXT_HAS' },
    ]);
    expect(pageOf(await askSearch(there, word)).totalCount).toBe(5);
    expect(await found(there, word, { types: ['COURSE', 'MOVIE'] })).toMatchObject([
      { type: 'Movie' },
      { type: 'Course' },
    ]);
    expect(await found(there, `ann ${word}`)).toEqual([
      { type: 'Movie', title: `The ${word}`, match: 'TEXT_HAS' },
    ]);
    const whole = pageOf(await askSearch(there, word)).edges;
    expect(await walkSearch(there, word, 2)).toEqual(whole);
  });

  test('knows a channel by its handle, and something by its category', async () => {
    const word = newWord();
    await addPublicVideo(here, files, maker, { title: `On ${word}`, category: 'food' });
    expect(await titlesFound(there, `${word} food`)).toEqual([`On ${word}`]);
    expect(await found(there, '@MIRA')).toEqual([
      { type: 'Channel', title: 'Mira makes pottery', match: 'TITLE_IS' },
    ]);
  });

  test.for([
    ['', 'query: expected at least one word, but got "".'],
    ['"-" !?', 'query: expected at least one word, but got "\\"-\\" !?".'],
    ['x'.repeat(201), 'query: expected at most 200 characters, but got 201.'],
  ] as const)('for %j is refused', async ([query, message]) => {
    const { codes } = await askSearch(here, query);
    expect(codes).toEqual(['BAD_USER_INPUT']);
    const response = await fetch(here.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ searchAll(query: ${JSON.stringify(query)}) { totalCount } }` }),
    });
    expect(await response.json()).toMatchObject({ errors: [{ message }] });
  });

  test.for([
    { first: 0 },
    { first: 101 },
    { types: [] },
    { after: 'garbage' },
    { after: Buffer.from('[1,3,1,"Video:x"]').toString('base64url') },
    { after: Buffer.from('[1,0,1,"User:x"]').toString('base64url') },
  ])('with %j is refused', async (options) => {
    expect((await askSearch(here, 'pottery', options)).codes).toEqual(['BAD_USER_INPUT']);
  });

  test('is kept once for everybody, whoever asks', async () => {
    await keep('pottery');
    const answer = await askSearch(there, 'pottery', { who: as('viewer', 'vera') });
    expect(answer.cache).toMatchObject({ hit: true });
    expect(foundIn(answer)).toEqual([{ type: 'Channel', title: 'Mira makes pottery', match: 'TITLE_HAS' }]);
  });
});

type Hiding = 'unlisted' | 'removed' | 'taken down';

const takeDown = async (id: string): Promise<void> => {
  const report = 'mutation ($id: ID!) { reportVideo(id: $id, input: { reason: SPAM }) { id } }';
  await askAs(here, as('viewer', 'vera'), report, { id });
  const reports = await askAs(here, moderator, '{ reports { nodes { id } } }');
  const [first] = fieldOf<{ nodes: { id: string }[] }>(reports, 'reports').nodes;
  const resolve =
    'mutation ($id: ID!) { resolveReport(id: $id, input: { resolution: TAKE_DOWN }) { report { status } } }';
  fieldOf(await askAs(here, moderator, resolve, { id: first?.id }), 'resolveReport');
};

const hide = async (how: Hiding, id: string): Promise<void> => {
  if (how === 'unlisted') await unlist(here, maker, id);
  if (how === 'removed') await remove(here, maker, id);
  if (how === 'taken down') await takeDown(id);
};

const showAgain = async (how: Hiding, id: string): Promise<void> => {
  if (how === 'unlisted') await publish(here, maker, id);
  if (how === 'taken down') await restore(here, moderator, id);
};

describe('on the other server, as soon as it is acknowledged', () => {
  let id: string;
  let word: string;
  let title: string;
  const other = 'pottery';
  beforeEach(async () => {
    word = newWord();
    title = `Song ${word}`;
    id = await addVideo(here, files, maker, { title, category: 'music' });
    await keep(word);
    await keep(other);
  });

  test('a draft is not found, by its owner neither, and drops nothing', async () => {
    await update(here, maker, id, { description: 'Not yet.' });
    expect(await isKept(word)).toBe(true);
    expect(await titlesFound(there, word, { who: maker })).toEqual([]);
  });

  test('a published video is found, and searches for other words stay kept', async () => {
    await publish(here, maker, id);
    expect(await titlesFound(there, word)).toEqual([title]);
    expect(await isKept(other)).toBe(true);
  });

  test.for<Hiding>(['unlisted', 'removed', 'taken down'])(
    'one that is %s is gone, for its owner too',
    async (how) => {
      await publish(here, maker, id);
      await keep(word);
      await hide(how, id);
      for (const who of [{}, maker, moderator]) expect(await titlesFound(there, word, { who })).toEqual([]);
      expect(await isKept(other)).toBe(true);
      await showAgain(how, id);
      expect(await titlesFound(there, word)).toEqual(how === 'removed' ? [] : [title]);
    },
  );

  test('a new title is found, and the old one is not', async () => {
    await publish(here, maker, id);
    const next = newWord();
    await keep(word);
    await keep(next);
    await update(here, maker, id, { title: `Song ${next}` });
    expect(await titlesFound(there, word)).toEqual([]);
    expect(await titlesFound(there, next)).toEqual([`Song ${next}`]);
    await update(here, maker, id, { description: `Once ${word}.` });
    expect(await found(there, word)).toEqual([{ type: 'Video', title: `Song ${next}`, match: 'TEXT_HAS' }]);
  });

  test('a view and a like drop no search', async () => {
    await publish(here, maker, id);
    await keep(word);
    const viewer = as('viewer', 'vera');
    await askAs(here, viewer, 'mutation ($id: ID!) { recordVideoView(id: $id) { counted } }', { id });
    await askAs(
      here,
      viewer,
      'mutation ($id: ID!) { reactToVideo(id: $id, reaction: LIKE) { video { id } } }',
      { id },
    );
    expect(await isKept(word)).toBe(true);
  });

  test('a channel follows its name, and goes', async () => {
    const owner = as('creator', word);
    await addChannel(here, owner, word, { name: `Channel ${word}` });
    expect(await titlesFound(there, word)).toEqual([`Channel ${word}`]);
    await keep(word);
    await askAs(
      here,
      owner,
      'mutation ($input: UpdateChannelInput!) { updateChannel(input: $input) { channel { id } } }',
      { input: { name: 'Renamed' } },
    );
    expect(await found(there, word)).toEqual([{ type: 'Channel', title: 'Renamed', match: 'TITLE_IS' }]);
    await keep(word);
    await askAs(here, owner, 'mutation { deleteChannel { id } }');
    expect(await titlesFound(there, word)).toEqual([]);
  });

  test('a course is found while it is published', async () => {
    const { courseId } = await addPublishedCourse(here, teacher, 1, { title: `Course ${word}` });
    expect(await titlesFound(there, word)).toEqual([`Course ${word}`]);
    await keep(word);
    const unpublish = 'mutation ($id: ID!) { unpublishCourse(id: $id) { course { id } } }';
    await askAs(here, teacher, unpublish, { id: courseId });
    for (const who of [{}, teacher]) expect(await titlesFound(there, word, { who })).toEqual([]);
  });

  test('a film follows its title, and goes', async () => {
    const film = await addFilm({ title: `Film ${word}` });
    expect(await titlesFound(there, word)).toEqual([`Film ${word}`]);
    const next = newWord();
    await keep(word);
    await keep(next);
    const rename =
      'mutation ($id: ID!, $input: UpdateMovieInput!) { updateMovie(id: $id, input: $input) { movie { id } } }';
    await askAs(here, moderator, rename, { id: film, input: { title: `Film ${next}` } });
    expect(await titlesFound(there, word)).toEqual([]);
    expect(await titlesFound(there, next)).toEqual([`Film ${next}`]);
    await keep(next);
    await askAs(here, moderator, 'mutation ($id: ID!) { deleteMovie(id: $id) { movie { id } } }', {
      id: film,
    });
    expect(await titlesFound(there, next)).toEqual([]);
  });
});
