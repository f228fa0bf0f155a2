import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allResolvers } from '../../../src/app.ts';
import { exampleOperations } from '../../../src/graphql/example-operations.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { adminAuthorization } from '../../testkit/admin.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { movieId, popularFilms } from '../../testkit/discovery.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { addChannel, addPublicVideo } from '../../testkit/videos.ts';
import { sendText } from '../../testkit/untyped.ts';

let running: RunningApp;
beforeAll(async () => {
  const files = createMemoryObjectStore();
  running = await startApp({ objectStore: files });
  const admin = { authorization: adminAuthorization };
  await addChannel(running, admin, 'examples');
  await addPublicVideo(running, files, admin, { category: 'music' });
  const [film] = await popularFilms(running, 1);
  const view = 'mutation ($id: ID!) { recordView(movieId: $id) { counted } }';
  await sendText(running.url, view, { id: movieId(film ?? { _id: '' }) });
});
afterAll(() => running[Symbol.asyncDispose]());

const named = exampleOperations.map(
  (example) => [/^(?:query|mutation) \w+/m.exec(example.query)?.[0] ?? example.query, example] as const,
);

describe('the tabs that GraphiQL opens with', () => {
  test('are there, each with a name of its own', () => {
    expect(named.length).toBeGreaterThanOrEqual(3);
    expect(new Set(named.map(([name]) => name)).size).toBe(named.length);
  });

  test.for(named)('%s fits the schema and answers with something', async ([, { query, variables }]) => {
    expect(validate(await createSchema(allResolvers), parse(query))).toEqual([]);
    const given: unknown = variables === undefined ? undefined : JSON.parse(variables);
    const headers = { authorization: adminAuthorization };
    const { errors, data } = await sendText(running.url, query, given, headers);
    expect(errors).toEqual([]);
    const lists = JSON.stringify(data).match(/\[/g) ?? [];
    expect(lists.length).toBeGreaterThan(0);
    expect(JSON.stringify(data)).not.toMatch(/"(nodes|edges)":\[\]/);
  });
});
