import { expect, test } from 'vitest';
import { ChangePassword, Login } from '../../testkit/account-documents.ts';
import { startApp } from '../../testkit/app.ts';
import { startMailbox } from '../../testkit/mailbox.ts';
import { getAccount, outcomeOf, signIn } from '../../testkit/people.ts';

const who = { email: 'ann@example.com', password: 'correct horse battery', name: 'Ann' };

test('of changes of a password at the same time one is made, and whoever is told so can sign in with it', async () => {
  await using mailbox = await startMailbox();
  await using running = await startApp({ smtpUrl: mailbox.url, seedProgress: undefined });
  await getAccount(running, mailbox, who);
  const devices = await Promise.all([1, 2, 3, 4].map(() => signIn(running, who)));
  const passwords = devices.map((_device, index) => `the password of device ${index}`);
  const outcomes = await Promise.all(
    devices.map(async ({ client }, index) => {
      const input = { currentPassword: who.password, newPassword: passwords[index] ?? '' };
      return outcomeOf(await client.send(ChangePassword, { input })).codes.length === 0;
    }),
  );
  expect(outcomes.filter(Boolean)).toHaveLength(1);
  const signsIn = await Promise.all(
    passwords.map(async (password) => {
      const answer = await running.client.send(Login, { input: { email: who.email, password } });
      return outcomeOf(answer).codes.length === 0;
    }),
  );
  expect(signsIn).toEqual(outcomes);
});
