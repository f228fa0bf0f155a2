import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allResolvers } from '../../../src/domains.ts';
import { exampleOperations } from '../../../src/graphql/example-operations.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { addSignedIn, adminAuthorization } from '../../testkit/admin.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { hearBySse, type Result } from '../../testkit/live.ts';
import { startMailbox, tokenIn, type Mailbox } from '../../testkit/mailbox.ts';
import { movieId, popularFilms } from '../../testkit/discovery.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { comment } from '../../testkit/notifications.ts';
import { freshMongo } from '../../testkit/servers.ts';
import { addChannel, addPublicVideo } from '../../testkit/videos.ts';
import { sendText } from '../../testkit/untyped.ts';

let running: RunningApp;
let mailbox: Mailbox;
let video: string;
beforeAll(async () => {
  mailbox = await startMailbox();
  const files = createMemoryObjectStore();
  const mongodbUri = freshMongo();
  running = await startApp({ mongodbUri, smtpUrl: mailbox.url, objectStore: files });
  await running.app.seedCourses(() => undefined);
  const admin = { authorization: adminAuthorization };
  await addChannel(running, admin, 'examples');
  video = await addPublicVideo(running, files, admin, { category: 'music' });
  const fan = await addSignedIn(mongodbUri, 'fan');
  await comment(running, { authorization: fan.authorization }, video, 'What a song!');
  const [film] = await popularFilms(running, 1);
  const view = 'mutation ($id: ID!) { recordView(movieId: $id) { counted } }';
  await sendText(running.url, view, { id: movieId(film ?? { _id: '' }) });
});
afterAll(async () => {
  await running[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

const named = exampleOperations.map(
  (example) =>
    [/^(?:query|mutation|subscription) \w+/m.exec(example.query)?.[0] ?? example.query, example] as const,
);

describe('the tabs that GraphiQL opens with', () => {
  test('are there, each with a name of its own', () => {
    expect(named.length).toBeGreaterThanOrEqual(3);
    expect(new Set(named.map(([name]) => name)).size).toBe(named.length);
  });

  /** What a newcomer has got from the tabs before. */
  let accessToken: string | undefined;

  const given = async (name: string, variables: string | undefined): Promise<unknown> => {
    if (name === 'mutation ConfirmMyAddress')
      return { token: tokenIn(await mailbox.next('you@example.com'), 'verify-email') };
    if (name === 'subscription WatchTheCounters') return { id: video };
    return variables === undefined ? undefined : JSON.parse(variables);
  };
  const forAdmins = new Set([
    'mutation AddAFilm',
    'mutation RequestAnUpload',
    'query MyDashboard',
    'query WhatIAmTold',
  ]);
  const headersOf = (name: string, headers: string | undefined): Record<string, string> => {
    if (forAdmins.has(name)) return { authorization: adminAuthorization };
    return headers === undefined
      ? {}
      : (JSON.parse(headers.replace('<accessToken>', accessToken ?? '')) as Record<string, string>);
  };

  const firstHeard = async (query: string, variables: unknown): Promise<Result> => {
    const heard = hearBySse(running, query, variables as Record<string, unknown>);
    const [first = {}] = await heard.count(1);
    heard.stop();
    return first;
  };

  test.for(named)(
    '%s fits the schema and answers a newcomer with something',
    async ([name, { query, variables, headers }]) => {
      expect(validate(await createSchema(allResolvers), parse(query))).toEqual([]);
      const sent = await given(name, variables);
      const { errors = [], data } = name.startsWith('subscription')
        ? await firstHeard(query, sent)
        : await sendText(running.url, query, sent, headersOf(name, headers));
      expect(errors).toEqual([]);
      expect(Object.values(data ?? {})).not.toContain(null);
      expect(JSON.stringify(data)).not.toMatch(/"(nodes|edges|sections|lessons)":\[\]/);
      const { login } = (data ?? {}) as { login?: { tokens: { accessToken: string } } };
      accessToken = login?.tokens.accessToken ?? accessToken;
    },
  );
});
