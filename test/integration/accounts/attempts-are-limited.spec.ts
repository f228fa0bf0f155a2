import { expect, test } from 'vitest';
import { ForgotPassword, Login, Register } from '../../testkit/account-documents.ts';
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
