import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccessTokens, createAccountModels } from '../../../src/modules/accounts/index.ts';
import { connectMongo } from '../../../src/infra/mongo.ts';
import { Me, MySessions, Refresh, Register } from '../../testkit/account-documents.ts';
import { addSignedIn, testTokenKeys } from '../../testkit/admin.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { createClient } from '../../testkit/client.ts';
import { startMailbox, type Mailbox } from '../../testkit/mailbox.ts';
import { createRecordingLog } from '../../testkit/recording-log.ts';
import { clientWith, getAccount, outcomeOf, refreshed, signIn } from '../../testkit/people.ts';
import { freshMongo } from '../../testkit/servers.ts';

const who = { email: 'ann@example.com', password: 'correct horse battery', name: 'Ann' };
const mongodbUri = freshMongo();
const newer = { id: 'newer', secret: Buffer.alloc(32, 'newer') };
let mailbox: Mailbox;
let running: RunningApp;
beforeAll(async () => {
  mailbox = await startMailbox();
  // Signs with the older key, and knows the newer one.
  running = await startApp({
    mongodbUri,
    smtpUrl: mailbox.url,
    seedProgress: undefined,
    tokenKeys: [...testTokenKeys, newer],
  });
  await getAccount(running, mailbox, who);
});
afterAll(async () => {
  await running[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

const over = { status: 401, codes: ['UNAUTHENTICATED'] };
const askAs = async (authorization: string) =>
  outcomeOf(await createClient(running.url, { authorization }).send(Me, {}));

test('of refreshes with one token at the same time, at most one is answered, and the session ends', async () => {
  const { tokens } = await signIn(running, who);
  const { refreshToken } = tokens;
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => running.client.send(Refresh, { refreshToken })),
  );
  const good = answers.flatMap(({ body }) => body.data?.refresh?.tokens ?? []);
  expect(good.length).toBeLessThanOrEqual(1);
  for (const left of [tokens, ...good]) {
    expect(outcomeOf(await clientWith(running.url, left).send(Me, {}))).toEqual(over);
  }
});

test('a refresh token of long ago still counts as used', async () => {
  const first = (await signIn(running, who)).tokens;
  let last = first;
  for (let turn = 0; turn < 5; turn += 1) last = await refreshed(running, last);
  expect(outcomeOf(await clientWith(running.url, last).send(Me, {})).codes).toEqual([]);
  await running.client.send(Refresh, { refreshToken: first.refreshToken });
  expect(outcomeOf(await clientWith(running.url, last).send(Me, {}))).toEqual(over);
});

test('a token by a key that this process knows but does not sign with is taken, by an unknown one not', async () => {
  const { userId, sessionId } = await addSignedIn(mongodbUri, 'bob');
  const claims = { userId, sessionId, expiresAtMs: Date.now() + 60_000 };
  const by = async (key: { id: string; secret: Buffer }) =>
    askAs(`Bearer ${await createAccessTokens([key]).issue(claims)}`);
  expect(await by(newer)).toEqual({ status: 200, codes: [] });
  expect(await by({ ...newer, secret: Buffer.alloc(32, 'forged') })).toEqual(over);
  expect(await by({ ...newer, id: 'unknown' })).toEqual(over);
});

test('a session does not outlive its time, its user, or its generation', async () => {
  const connection = await connectMongo(mongodbUri);
  try {
    const { users, sessions } = createAccountModels(connection);
    const [expired, orphan, outdated, others] = [
      await addSignedIn(mongodbUri, 'expired'),
      await addSignedIn(mongodbUri, 'orphan'),
      await addSignedIn(mongodbUri, 'outdated'),
      await addSignedIn(mongodbUri, 'others'),
    ] as const;
    await sessions.updateOne({ _id: expired.sessionId }, { $set: { expiresAt: new Date(Date.now() - 1) } });
    await users.deleteOne({ _id: orphan.userId });
    await users.updateOne({ _id: outdated.userId }, { $inc: { sessionGeneration: 1 } });
    await sessions.updateOne({ _id: others.sessionId }, { $set: { userId: 'user-admin' } });
    for (const somebody of [expired, orphan, outdated, others])
      expect(await askAs(somebody.authorization)).toEqual(over);
  } finally {
    await connection.close();
  }
});

test('when a session was last used is written at most once a minute, and shown', async () => {
  const { client, tokens } = await signIn(running, who);
  const connection = await connectMongo(mongodbUri);
  try {
    const { sessionActivity } = createAccountModels(connection);
    for (let turn = 0; turn < 5; turn += 1) await client.query(Me, {});
    const [session] = tokens.refreshToken.split('.');
    await expect.poll(() => sessionActivity.findById(session).lean()).not.toBeNull();
    const first = await sessionActivity.findById(session).lean();
    await client.query(Me, {});
    const { mySessions } = await client.query(MySessions, {});
    const shown = mySessions.find(({ isCurrent }) => isCurrent)?.lastActiveAt;
    expect(shown).toBe(first?.lastActiveAt.toISOString());
    expect(await sessionActivity.findById(session).lean()).toEqual(first);
  } finally {
    await connection.close();
  }
});

test('a mail server that does not answer delays nobody, and is told of in the log', async () => {
  const log = createRecordingLog();
  await using alone = await startApp({ smtpUrl: 'smtp://127.0.0.1:1', seedProgress: undefined, log });
  const { register } = await alone.client.query(Register, { input: who });
  expect(register).toEqual({ email: who.email });
  await expect.poll(() => log.lines.map(({ message }) => message)).toContain('A mail could not be sent.');
});
