import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ForgotPassword, Login, Register, ResendVerification } from '../../testkit/account-documents.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import type { Answer } from '../../testkit/client.ts';
import { startMailbox, type Mailbox } from '../../testkit/mailbox.ts';
import { commandsDuring, namesOf } from '../../testkit/mongo-commands.ts';
import { getAccount } from '../../testkit/people.ts';

const hashes = vi.spyOn(crypto, 'argon2');
syncBuiltinESMExports();

const known = 'known@example.com';
const unknown = 'unknown@example.com';
const password = 'correct horse battery';

let mailbox: Mailbox;
let running: RunningApp;
beforeAll(async () => {
  mailbox = await startMailbox();
  running = await startApp({ smtpUrl: mailbox.url, seedProgress: undefined });
  await getAccount(running, mailbox, { email: known, password, name: 'Known' });
});
afterAll(async () => {
  await running[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
  hashes.mockRestore();
  syncBuiltinESMExports();
});

/** What a request answers and what it costs, its address left out. */
const workOf = async (email: string, send: (email: string) => Promise<Answer<unknown>>) => {
  hashes.mockClear();
  let answer: Answer<unknown> | undefined;
  const commands = await commandsDuring(running.app.mongo, async () => {
    answer = await send(email);
  });
  return {
    status: answer?.status,
    body: JSON.stringify(answer?.body).replaceAll(email, '…'),
    hashes: hashes.mock.calls.map(([algorithm, { memory, passes, parallelism, tagLength }]) => ({
      algorithm,
      memory,
      passes,
      parallelism,
      tagLength,
    })),
    commands: namesOf(commands),
  };
};

const hash = { algorithm: 'argon2id', memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

const requests: readonly [
  name: string,
  send: (email: string) => Promise<Answer<unknown>>,
  hashes: readonly object[],
  commands: readonly string[],
][] = [
  [
    'signing in with a wrong password',
    (email) => running.client.send(Login, { input: { email, password: 'not this one' } }),
    [hash],
    ['find users', 'insert auditEvents'],
  ],
  [
    'asking for an account',
    (email) => running.client.send(Register, { input: { email, password, name: 'Somebody' } }),
    [hash],
    ['find users', 'insert auditEvents', 'insert pendingRegistrations'],
  ],
  [
    'asking for the mail of the registration again',
    (email) => running.client.send(ResendVerification, { email }),
    [],
    ['find pendingRegistrations', 'find users', 'insert pendingRegistrations'],
  ],
  [
    'forgetting the password',
    (email) => running.client.send(ForgotPassword, { email }),
    [],
    ['find users', 'insert auditEvents', 'insert passwordResets'],
  ],
];

describe('an address with an account and one without get the same answer for the same work', () => {
  test.for(requests)('%s', async ([, send, expectedHashes, commands]) => {
    const withAccount = await workOf(known, send);
    expect(await workOf(unknown, send)).toEqual(withAccount);
    expect(withAccount).toMatchObject({ status: 200, hashes: expectedHashes, commands });
  });
});

test('whoever has the account is told by mail that somebody asked for one', async () => {
  await running.client.query(Register, { input: { email: known, password: 'of a stranger', name: 'X' } });
  const texts = mailbox.letters.filter(({ to }) => to.includes(known)).map(({ text }) => text);
  expect(texts.some((text) => text.includes('Subject: You have an account already'))).toBe(true);
  const login = await running.client.send(Login, { input: { email: known, password: 'of a stranger' } });
  expect(login.body.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
});
