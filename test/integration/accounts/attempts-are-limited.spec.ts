import { expect, test } from 'vitest';
import {
  ChangePassword,
  DeleteAccount,
  ForgotPassword,
  Login,
  Register,
} from '../../testkit/account-documents.ts';
import { startApp } from '../../testkit/app.ts';
import { startMailbox } from '../../testkit/mailbox.ts';
import { getAccount, outcomeOf, signIn } from '../../testkit/people.ts';

const who = { email: 'ann@example.com', password: 'correct horse battery', name: 'Ann' };

test('passwords are guessed five times, and accounts and new passwords asked for three times, from one address', async () => {
  await using mailbox = await startMailbox();
  await using running = await startApp({
    rateLimits: true,
    trustProxy: { header: 'x-forwarded-for', proxies: 1 },
    smtpUrl: mailbox.url,
    seedProgress: undefined,
  });
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
  await getAccount(running, mailbox, who);
  const attempt = async (password: string, address: string) =>
    outcomeOf(await running.client.send(Login, { input: { email: who.email, password } }, from(address)));

  for (let time = 0; time < 7; time += 1) await signIn(running, who);
  for (let time = 0; time < 5; time += 1) {
    expect((await attempt('a wrong guess', '192.0.2.1')).codes).toEqual(['UNAUTHENTICATED']);
  }
  expect(await attempt(who.password, '192.0.2.1')).toEqual({ status: 429, codes: ['RATE_LIMITED'] });
  expect((await attempt(who.password, '192.0.2.2')).codes).toEqual([]);

  const ask = async (time: number) => [
    ...outcomeOf(
      await running.client.send(
        Register,
        { input: { ...who, email: `ben${time}@example.com` } },
        from('192.0.2.3'),
      ),
    ).codes,
    ...outcomeOf(await running.client.send(ForgotPassword, { email: who.email }, from('192.0.2.3'))).codes,
  ];
  for (let time = 0; time < 3; time += 1) expect(await ask(time)).toEqual([]);
  expect(await ask(3)).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
});

test('who is signed in guesses their own password five times, by whatever asks for it, from wherever', async () => {
  await using mailbox = await startMailbox();
  await using running = await startApp({
    rateLimits: true,
    trustProxy: { header: 'x-forwarded-for', proxies: 1 },
    smtpUrl: mailbox.url,
    seedProgress: undefined,
  });
  await getAccount(running, mailbox, who);
  const thief = await signIn(running, who);
  const change = (currentPassword: string, from: number) =>
    thief.client.send(
      ChangePassword,
      { input: { currentPassword, newPassword: 'a password of the thief' } },
      { headers: { 'x-forwarded-for': `192.0.2.${from}` } },
    );
  for (let time = 0; time < 3; time += 1)
    expect(outcomeOf(await change('a wrong guess', time)).codes).toEqual(['FORBIDDEN']);
  for (let time = 0; time < 2; time += 1) {
    const answer = await thief.client.send(DeleteAccount, { password: 'a wrong guess' });
    expect(outcomeOf(answer).codes).toEqual(['FORBIDDEN']);
  }
  expect(outcomeOf(await change(who.password, 9)).codes).toEqual(['RATE_LIMITED']);
  expect(outcomeOf(await thief.client.send(DeleteAccount, { password: who.password })).codes).toEqual([
    'RATE_LIMITED',
  ]);
});
