import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { Movies } from '../../testkit/documents.ts';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running[Symbol.asyncDispose]());

describe('a list of films', () => {
  test('holds the whole catalogue, twenty to a page unless told otherwise', async () => {
    const { movies } = await running.client.query(Movies, {});
    expect(movies.totalCount).toBe(3201);
    expect(movies.edges).toHaveLength(20);
    expect(movies.edges[0]?.node.title).toBe('The Shawshank Redemption');
  });

  test('takes null for an argument that is not given', async () => {
    const nothing = { filter: null, sort: null, first: null, after: null, last: null, before: null };
    expect(await running.client.query(Movies, nothing)).toEqual(await running.client.query(Movies, {}));
  });
});
