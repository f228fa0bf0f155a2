import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'graphql';
import type { AppExtension } from '../../../src/app.ts';
import { createLiveEvents } from '../../../src/live/live-events.ts';
import { createAccessTokens } from '../../../src/modules/accounts/index.ts';
import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import { addSignedIn, adminAuthorization, testTokenKeys, type SignedInUser } from '../../testkit/admin.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import { hearBySocket, hearBySse, metricOf, openSocket } from '../../testkit/live.ts';
import { freshMongo } from '../../testkit/servers.ts';
import { sendText } from '../../testkit/untyped.ts';
import { waitFor } from '../../testkit/wait-for.ts';

/** Events that the test gives. */
const events = createLiveEvents();
let subscribed = 0;
/** Who listens. */
const ticking = {
  subscribe: () => {
    subscribed += 1;
    return events.subscribe('tick');
  },
  resolve: (
    _event: unknown,
    _given: unknown,
    { viewer }: { viewer: { look(): { id: string } | undefined } },
  ) => viewer.look()?.id ?? 'nobody',
};
const extension: AppExtension = {
  typeDefs: [
    parse(`extend type Subscription {
      mine: String! @auth(requires: SIGNED_IN)
      everybodys: String!
      operators: String! @auth(requires: OPERATE)
    }`),
  ],
  resolvers: { Subscription: { mine: ticking, everybodys: ticking, operators: ticking } },
  open: async () => () => ({}),
};
const tellAll = (): void => events.publish('tick', {});

const mongodbUri = freshMongo();
let running: RunningApp;
beforeAll(async () => {
  running = await startEngineApp({
    mongodbUri,
    extension,
    seedProgress: undefined,
    pulse: { recheckEveryMs: 50 },
  });
  await live(running);
});
afterAll(() => running[Symbol.asyncDispose]());

const mine = 'subscription { mine }';
const asWho = ({ authorization }: SignedInUser) => ({ authorization });
const codesIn = ({ errors = [] }: { errors?: readonly { extensions?: Record<string, unknown> }[] } = {}) =>
  errors.map(({ extensions }) => extensions?.['code']);
const open = (streams: number): Promise<void> =>
  waitFor(async () => (await metricOf(running, 'live_streams')) === streams, `${streams} streams are open`);

const asAdmin = async (mutation: string, { userId }: SignedInUser): Promise<void> => {
  const variables = { id: toGlobalId('User', userId) };
  const { errors } = await sendText(running.url, mutation, variables, { authorization: adminAuthorization });
  expect(errors).toEqual([]);
};

/** How streams of both kinds end for somebody, after one event. */
const endsOf = async (who: SignedInUser, over: () => Promise<unknown>) => {
  const bySse = hearBySse(running, mine, {}, asWho(who));
  const socket = openSocket(running, asWho(who));
  const bySocket = socket.hear(mine);
  await open(2);
  tellAll();
  await Promise.all([bySse.count(1), bySocket.count(1)]);
  expect([bySse.results[0], bySocket.results[0]]).toEqual([
    { data: { mine: who.userId } },
    { data: { mine: who.userId } },
  ]);
  await over();
  const { code, reason } = await socket.closed;
  const sse = await bySse.ended;
  await open(0);
  return {
    sse,
    lastBySse: codesIn(bySse.results[1]),
    results: [bySse.results.length, bySocket.results.length],
    socket: [code, reason.includes('access token')],
  };
};
const closedOut = {
  sse: 'complete',
  lastBySse: ['UNAUTHENTICATED'],
  results: [2, 1],
  socket: [4403, true],
};

describe('a stream of somebody who is signed in', () => {
  test('ends when the session does, though nothing happens', async () => {
    const who = await addSignedIn(mongodbUri, 'leaves');
    const logout = () => sendText(running.url, 'mutation { logout { __typename } }', {}, asWho(who));
    expect(await endsOf(who, logout)).toEqual(closedOut);
  });

  test('ends when they are banned', async () => {
    const who = await addSignedIn(mongodbUri, 'banned');
    const ban = () =>
      asAdmin('mutation ($id: ID!) { banUser(userId: $id, reason: "Spam") { __typename } }', who);
    expect(await endsOf(who, ban)).toEqual(closedOut);
  });

  test('ends when the access token does', async () => {
    const who = await addSignedIn(mongodbUri, 'shortly');
    const token = await createAccessTokens(testTokenKeys).issue({ ...who, expiresAtMs: Date.now() + 10_000 });
    const signedIn = { ...who, authorization: `Bearer ${token}` };
    expect(await endsOf(signedIn, async () => undefined)).toEqual(closedOut);
  });
});

describe('who may not listen', () => {
  test('is told so before anything is listened to', async () => {
    const who = await addSignedIn(mongodbUri, 'viewer');
    const before = subscribed;
    const refusals: (readonly [ReturnType<typeof hearBySse>, string])[] = [
      [hearBySse(running, mine, {}), 'UNAUTHENTICATED'],
      [hearBySse(running, 'subscription { operators }', {}, asWho(who)), 'FORBIDDEN'],
    ];
    for (const [heard, code] of refusals) {
      expect(await heard.ended).toBe('complete');
      expect(codesIn(heard.results[0])).toEqual([code]);
    }
    expect(await hearBySocket(running, mine, {}).ended).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
    expect(subscribed).toBe(before);
    await open(0);
  });

  test('is closed out when what they show is wrong, and over HTTP answered with 401', async () => {
    const socket = openSocket(running, { authorization: 'Bearer nonsense' });
    void socket.hear('subscription { everybodys }');
    expect((await socket.closed).code).toBe(4403);
    const wrong = hearBySse(running, 'subscription { everybodys }', {}, { authorization: 'Bearer nonsense' });
    expect(await wrong.ended).toMatchObject({ response: { status: 401 } });
  });

  test('does not learn from a stream what a role that was taken away shows', async () => {
    const who = await addSignedIn(mongodbUri, 'operator', ['VIEWER', 'ADMIN']);
    const heard = hearBySse(running, 'subscription { operators }', {}, asWho(who));
    await open(1);
    tellAll();
    expect(await heard.count(1)).toEqual([{ data: { operators: who.userId } }]);
    await asAdmin('mutation ($id: ID!) { setRoles(userId: $id, roles: [VIEWER]) { __typename } }', who);
    tellAll();
    const [, after] = await heard.count(2);
    expect([after?.data, codesIn(after)]).toEqual([null, ['FORBIDDEN']]);
    heard.stop();
    await open(0);
  });
});
