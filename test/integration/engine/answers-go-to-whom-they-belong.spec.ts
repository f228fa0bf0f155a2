import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { ask, live, startEngineApp } from '../../testkit/engine-app.ts';
import { privateNotes } from '../../testkit/private-notes.ts';

let running: RunningApp;
beforeAll(async () => {
  running = await startEngineApp({ extension: privateNotes });
  await live(running);
});
afterAll(() => running[Symbol.asyncDispose]());

const setNote = (as: string, text: string) =>
  ask(running, 'mutation ($text: String!) { setMyNote(text: $text) }', { variables: { text }, as });

describe('an answer that looked at the viewer', () => {
  test('is kept for that viewer alone, whatever the hints say', async () => {
    await setNote('ada', 'of Ada');
    await setNote('bob', 'of Bob');
    for (const _time of [1, 2]) {
      expect((await ask(running, '{ myNote }', { as: 'ada' })).data).toEqual({ myNote: 'of Ada' });
      expect((await ask(running, '{ myNote }', { as: 'bob' })).data).toEqual({ myNote: 'of Bob' });
      expect((await ask(running, '{ myNote }')).data).toEqual({ myNote: 'nobody' });
    }
    expect((await ask(running, '{ myNote }', { as: 'ada' })).cache).toMatchObject({
      hit: true,
      scope: 'viewer',
    });
    expect((await ask(running, '{ myNote }')).cache).toMatchObject({ hit: true, scope: 'anonymous' });
  });

  test('is each one their own when many ask at once', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `v${index}`);
    await Promise.all(names.map((name) => setNote(name, `of ${name}`)));
    const asked = names.flatMap((name) => [name, name, name]);
    const answers = await Promise.all(
      asked.map((name) => ask(running, '{ myNote genres { name } }', { as: name })),
    );
    expect(answers.map(({ data }) => data?.['myNote'])).toEqual(asked.map((name) => `of ${name}`));
  });
});

test('an answer that did not look at the viewer is for everyone, signed in or not', async () => {
  const query = '{ genre(slug: "drama") { name } }';
  expect((await ask(running, query, { as: 'ada' })).cache).toMatchObject({ hit: false, scope: 'everyone' });
  expect((await ask(running, query, { as: 'bob' })).cache).toMatchObject({ hit: true, scope: 'everyone' });
  expect((await ask(running, query)).cache.hit).toBe(true);
});

test('a hint narrows an answer to who asked', async () => {
  const ask1 = (as: string) => ask(running, '{ hinted }', { as });
  expect((await ask1('ada')).cache).toMatchObject({ hit: false, scope: 'viewer' });
  expect((await ask1('ada')).cache.hit).toBe(true);
  expect((await ask1('bob')).cache.hit).toBe(false);
});

describe('an answer is not kept', () => {
  test('when it looked at a header', async () => {
    const askAs = (agent: string) => ask(running, '{ agent }', { headers: { 'x-agent': agent } });
    const first = await askAs('one');
    expect(first.cache).toMatchObject({ hit: false, didCache: false });
    expect(first.cache.reasons?.join()).toContain('context.request');
    expect((await askAs('two')).data).toEqual({ agent: 'two' });
  });

  test('when it has errors, in whole or in part', async () => {
    for (const _time of [1, 2]) {
      const { cache, codes, data } = await ask(running, '{ failing genres { slug } }');
      expect(cache).toMatchObject({ hit: false, didCache: false });
      expect(codes).toEqual(['INTERNAL_SERVER_ERROR']);
      expect(data?.['genres']).toHaveLength(16);
    }
  });

  test('when the schema does not say how long it may live', async () => {
    const { cache } = await ask(running, '{ __schema { queryType { name } } }');
    expect(cache).toMatchObject({ hit: false, didCache: false, reasons: ['Query.__schema has no maxAge'] });
  });
});
