import { afterAll, beforeAll, expect, test } from 'vitest';
import { Register, UpdateProfile } from '../../testkit/account-documents.ts';
import { addSignedIn } from '../../testkit/admin.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { createClient, type Client } from '../../testkit/client.ts';
import { freshMongo } from '../../testkit/servers.ts';

const mongodbUri = freshMongo();
let running: RunningApp;
let ann: Client;
beforeAll(async () => {
  running = await startApp({ mongodbUri, seedProgress: undefined });
  const { authorization } = await addSignedIn(mongodbUri, 'ann');
  ann = createClient(running.url, { authorization });
});
afterAll(() => running[Symbol.asyncDispose]());

const sound = { email: 'new@example.com', password: 'long enough to do', name: 'New' };

test.for([
  [{ email: 'nobody' }, 'input.email: expected an address such as ann@example.com, but got "nobody".'],
  [{ email: 'a b@example.com' }, /^input\.email: expected an address/],
  [{ email: 'a@b@example.com' }, /^input\.email: expected an address/],
  [{ email: 'a@example.com\r\nBcc: x@example.com' }, /^input\.email: expected an address/],
  [{ email: `${'a'.repeat(250)}@example.com` }, /^input\.email: expected at most 254 characters/],
  [{ password: 'too short' }, 'input.password: expected at least 10 characters.'],
  [{ password: 'x'.repeat(201) }, 'input.password: expected at most 200 characters.'],
  [{ name: ' ' }, 'input.name: expected some text, but got " ".'],
  [{ name: 'two\nlines' }, /^input\.name: expected one line of plain text/],
  [{ name: '\u202Eevil' }, /^input\.name: expected one line of plain text/],
  [
    { locale: 'not a language' },
    'input.locale: expected a language such as "de-CH", but got "not a language".',
  ],
] as const)('a registration with %j is refused, and says why', async ([fault, message]) => {
  const { body } = await running.client.send(Register, { input: { ...sound, ...fault } });
  expect(body.errors).toMatchObject([
    { message: expect.stringMatching(message) as unknown, extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

test('all faults are told at once, and a password is never shown', async () => {
  const { body } = await running.client.send(Register, {
    input: { email: 'x', password: 'hunter2', name: '' },
  });
  const message = body.errors?.[0]?.message ?? '';
  expect(message.split('; ')).toHaveLength(3);
  expect(message).not.toContain('hunter2');
});

test.for([
  [{ avatarUrl: 'http://example.com/me.jpg' }, 'expected an address such as https://example.com/me.jpg'],
  [{ avatarUrl: 'javascript:alert(1)' }, 'expected an address such as https://example.com/me.jpg'],
  [{ bio: 'x'.repeat(1_001) }, 'expected at most 1,000 characters'],
] as const)('a profile with %j is refused', async ([input, reason]) => {
  const { body } = await ann.send(UpdateProfile, { input });
  expect(body.errors?.[0]?.message).toContain(reason);
});

test('a profile keeps what is left out, and clears what is null', async () => {
  const all = { name: 'Ann', bio: 'Writes.', avatarUrl: 'https://example.com/me.jpg', locale: 'fr' };
  expect((await ann.query(UpdateProfile, { input: all })).updateProfile.user).toMatchObject(all);
  const { updateProfile } = await ann.query(UpdateProfile, { input: { bio: null } });
  expect(updateProfile.user).toMatchObject({ ...all, bio: null });
});
