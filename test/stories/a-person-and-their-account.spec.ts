import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AuditTrail,
  BanUser,
  ChangePassword,
  DeleteAccount,
  EndSession,
  ExportMyData,
  ForgotPassword,
  Login,
  Logout,
  LogoutEverywhere,
  Me,
  MySessions,
  Refresh,
  Register,
  ResendVerification,
  ResetPassword,
  SetRoles,
  UnbanUser,
  UpdateProfile,
  Users,
  VerifyEmail,
} from '../testkit/account-documents.ts';
import type { RunningApp } from '../testkit/app.ts';
import { live, startEngineApp } from '../testkit/engine-app.ts';
import { startMailbox, tokenIn, type Mailbox } from '../testkit/mailbox.ts';
import {
  clientWith,
  getAccount,
  outcomeOf,
  refreshed,
  safari,
  signIn,
  type Device,
} from '../testkit/people.ts';
import { freshMongo, freshRedis } from '../testkit/servers.ts';

let mailbox: Mailbox;
let here: RunningApp;
/** Another instance on the same MongoDB and Redis. */
let there: RunningApp;
beforeAll(async () => {
  mailbox = await startMailbox();
  const { url, prefix } = freshRedis();
  const shared = { mongodbUri: freshMongo(), redisUrl: url, redisPrefix: prefix, smtpUrl: mailbox.url };
  here = await startEngineApp({ ...shared, seedProgress: undefined });
  there = await startEngineApp({ ...shared, seedProgress: undefined });
  await Promise.all([live(here), live(there)]);
});
afterAll(async () => {
  await there[Symbol.asyncDispose]();
  await here[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

const over = { status: 401, codes: ['UNAUTHENTICATED'] };
const refused = { status: 200, codes: ['UNAUTHENTICATED'] };
const fine = { status: 200, codes: [] };

const onBoth = (device: Pick<Device, 'tokens'>) =>
  Promise.all(
    [here, there].map(async ({ url }) => outcomeOf(await clientWith(url, device.tokens).send(Me, {}))),
  );

describe('a person', () => {
  const email = 'Ann@Example.com';
  const password = 'correct horse battery';
  let laptop: Device;
  let phone: Device;

  test('registers, and cannot sign in before they have opened the mailed link', async () => {
    const { register } = await here.client.query(Register, { input: { email, password, name: 'Ann' } });
    expect(register).toEqual({ email });
    const early = await here.client.send(Login, { input: { email, password } });
    expect(outcomeOf(early)).toEqual(refused);
    const letter = await mailbox.next(email);
    expect(letter).toMatchObject({ from: 'no-reply@example.com', to: ['ann@example.com'] });
    expect(letter.text).toContain('Hello Ann,');

    await here.client.query(ResendVerification, { email });
    const token = tokenIn(await mailbox.next(email), 'verify-email');
    const { verifyEmail } = await there.client.query(VerifyEmail, { token });
    expect(verifyEmail).toEqual({ email });
    expect((await here.client.send(VerifyEmail, { token })).body.errors?.[0]?.extensions?.['code']).toBe(
      'NOT_FOUND',
    );
  });

  test('signs in on two devices, whatever the case of the address, and sees both', async () => {
    laptop = await signIn(here, { email, password });
    phone = await signIn(there, {
      email: 'ann@example.COM',
      password,
      rememberMe: true,
      userAgent: safari,
    });
    expect(laptop.user).toMatchObject({ email, name: 'Ann', roles: ['VIEWER'] });
    const { mySessions } = await laptop.client.query(MySessions, {});
    expect(mySessions).toMatchObject([
      { device: 'Safari on iPhone', address: '127.0.0.1', isCurrent: false },
      { device: 'Firefox on Linux', address: '127.0.0.1', isCurrent: true },
    ]);
    const days = mySessions.map(({ createdAt, expiresAt }) =>
      Math.round((Date.parse(expiresAt) - Date.parse(createdAt)) / 86_400_000),
    );
    expect(days).toEqual([7, 1]);
    for (const { lastActiveAt, createdAt } of mySessions)
      expect(Date.parse(lastActiveAt)).toBeGreaterThanOrEqual(Date.parse(createdAt));
  });

  test('is answered as who they are, from the cache as well', async () => {
    const { me } = await laptop.client.query(Me, {});
    expect(me).toMatchObject({ email, permissions: [] });
    const again = await laptop.client.send(Me, {});
    expect(again.body.extensions?.responseCache?.hit).toBe(true);
    expect(again.body.data).toEqual({ me });
    expect((await here.client.query(Me, {})).me).toBeNull();
  });

  test('changes their profile, and sees it at once on the other device', async () => {
    const input = { name: 'Ann Author', bio: 'Writes.', locale: 'de-ch' };
    const { updateProfile } = await laptop.client.query(UpdateProfile, { input });
    expect(updateProfile.user).toMatchObject({ ...input, locale: 'de-CH', avatarUrl: null });
    expect((await phone.client.query(Me, {})).me).toMatchObject({ name: 'Ann Author', bio: 'Writes.' });
  });

  test('refreshes: the session goes on, longer where it was asked for', async () => {
    const before = phone.tokens;
    const tokens = await refreshed(here, before);
    expect(Date.parse(tokens.sessionExpiresAt)).toBeGreaterThan(Date.parse(before.sessionExpiresAt));
    phone = { ...phone, tokens, client: clientWith(there.url, tokens) };
    const fixed = await refreshed(there, laptop.tokens);
    expect(fixed.sessionExpiresAt).toBe(laptop.tokens.sessionExpiresAt);
    laptop = { ...laptop, tokens: fixed, client: clientWith(here.url, fixed) };
    expect(await onBoth(phone)).toEqual([fine, fine]);
  });

  test('loses a session when one of its refresh tokens is used twice, and no other session', async () => {
    const stolen = phone.tokens.refreshToken;
    const tokens = await refreshed(here, phone.tokens);
    const again = await there.client.send(Refresh, { refreshToken: stolen });
    expect(outcomeOf(again)).toEqual(refused);
    expect(await onBoth({ tokens })).toEqual([over, over]);
    expect(outcomeOf(await here.client.send(Refresh, { refreshToken: tokens.refreshToken }))).toEqual(
      refused,
    );
    expect(await onBoth(laptop)).toEqual([fine, fine]);
  });

  test('cannot be signed out by a refresh token that somebody makes up', async () => {
    const [session] = laptop.tokens.refreshToken.split('.');
    const made = `${session}.${'A'.repeat(43)}.${'B'.repeat(43)}`;
    expect(outcomeOf(await here.client.send(Refresh, { refreshToken: made }))).toEqual(refused);
    expect(outcomeOf(await here.client.send(Refresh, { refreshToken: 'x' }))).toEqual(refused);
    expect(await onBoth(laptop)).toEqual([fine, fine]);
  });

  test('ends one of their sessions from another, on every instance at once', async () => {
    phone = await signIn(there, { email, password, userAgent: safari });
    expect(await onBoth(phone)).toEqual([fine, fine]);
    const { mySessions } = await laptop.client.query(MySessions, {});
    const other = mySessions.find(({ isCurrent }) => !isCurrent);
    await laptop.client.query(EndSession, { id: other?.id ?? '' });
    expect(await onBoth(phone)).toEqual([over, over]);
    expect((await laptop.client.query(MySessions, {})).mySessions).toHaveLength(1);
    const gone = await laptop.client.send(EndSession, { id: other?.id ?? '' });
    expect(outcomeOf(gone).codes).toEqual(['NOT_FOUND']);
  });

  test('changes the password with the current one: other devices are out, this one stays', async () => {
    phone = await signIn(there, { email, password, userAgent: safari });
    const wrong = { currentPassword: 'not this one', newPassword: 'staple staple staple' };
    expect(outcomeOf(await laptop.client.send(ChangePassword, { input: wrong })).codes).toEqual([
      'FORBIDDEN',
    ]);
    const short = { currentPassword: password, newPassword: 'short' };
    expect(outcomeOf(await laptop.client.send(ChangePassword, { input: short })).codes).toEqual([
      'BAD_USER_INPUT',
    ]);
    const { changePassword } = await laptop.client.query(ChangePassword, {
      input: { currentPassword: password, newPassword: 'staple staple staple' },
    });
    expect(changePassword).toEqual({ endedSessions: 1 });
    expect(await onBoth(phone)).toEqual([over, over]);
    expect(await onBoth(laptop)).toEqual([fine, fine]);
    expect(outcomeOf(await here.client.send(Login, { input: { email, password } }))).toEqual(refused);
    expect((await mailbox.next(email)).text).toContain('Subject: Your password was changed');
  });

  test('forgets the password, and sets another with the mailed link, once: everybody is out', async () => {
    expect((await here.client.query(ForgotPassword, { email })).forgotPassword).toEqual({ email });
    const token = tokenIn(await mailbox.next(email), 'reset-password');
    const newPassword = 'a third one, remembered';
    const refusedFirst = await here.client.send(ResetPassword, { input: { token, newPassword: 'short' } });
    expect(outcomeOf(refusedFirst).codes).toEqual(['BAD_USER_INPUT']);
    const { resetPassword } = await there.client.query(ResetPassword, { input: { token, newPassword } });
    expect(resetPassword).toEqual({ email });
    expect((await mailbox.next(email)).text).toContain('Subject: Your password was changed');
    expect(await onBoth(laptop)).toEqual([over, over]);
    const again = await here.client.send(ResetPassword, { input: { token, newPassword } });
    expect(outcomeOf(again).codes).toEqual(['NOT_FOUND']);
    laptop = await signIn(here, { email, password: newPassword });
  });

  test('logs out of one device, and then everywhere', async () => {
    const secret = { email, password: 'a third one, remembered' };
    phone = await signIn(there, secret);
    expect((await phone.client.query(Logout, {})).logout).toEqual({ endedSessions: 1 });
    expect(await onBoth(phone)).toEqual([over, over]);
    expect(outcomeOf(await here.client.send(Refresh, { refreshToken: phone.tokens.refreshToken }))).toEqual(
      refused,
    );
    phone = await signIn(there, secret);
    expect((await laptop.client.query(LogoutEverywhere, {})).logoutEverywhere).toEqual({ endedSessions: 2 });
    expect(await onBoth(phone)).toEqual([over, over]);
    expect(await onBoth(laptop)).toEqual([over, over]);
  });

  test('is banned by an admin, and is out at once on both instances, until the ban is lifted', async () => {
    const secret = { email, password: 'a third one, remembered' };
    laptop = await signIn(here, secret);
    phone = await signIn(there, secret);
    expect([...(await onBoth(laptop)), ...(await onBoth(phone))]).toEqual([fine, fine, fine, fine]);
    const userId = laptop.user.id;
    const { banUser } = await there.admin.query(BanUser, { userId, reason: 'Spam.' });
    expect(banUser.user).toMatchObject({ id: userId, banReason: 'Spam.' });
    expect([...(await onBoth(laptop)), ...(await onBoth(phone))]).toEqual([over, over, over, over]);
    expect(outcomeOf(await here.client.send(Refresh, { refreshToken: laptop.tokens.refreshToken }))).toEqual(
      refused,
    );
    const login = await here.client.send(Login, { input: secret });
    expect(login.body.errors?.[0]).toMatchObject({
      message: 'This account is banned: Spam.',
      extensions: { code: 'FORBIDDEN' },
    });
    const banned = await here.admin.query(Users, { filter: { isBanned: true } });
    expect(banned.users).toMatchObject({ totalCount: 1, nodes: [{ id: userId }] });
    await there.admin.query(UnbanUser, { userId });
    expect((await here.admin.query(Users, { filter: { isBanned: true } })).users.totalCount).toBe(0);
    laptop = await signIn(here, secret);
  });

  test('is given a role, and may do more at once, with the token they have', async () => {
    const audit = () => clientWith(there.url, laptop.tokens).send(AuditTrail, { first: 1 });
    expect(outcomeOf(await audit()).codes).toEqual(['FORBIDDEN']);
    const userId = laptop.user.id;
    await here.admin.query(SetRoles, { userId, roles: ['ADMIN'] });
    expect(outcomeOf(await audit())).toEqual(fine);
    await here.admin.query(SetRoles, { userId, roles: ['CREATOR'] });
    expect(outcomeOf(await audit()).codes).toEqual(['FORBIDDEN']);
    expect((await laptop.client.query(Me, {})).me).toMatchObject({
      roles: ['VIEWER', 'CREATOR'],
      permissions: ['PUBLISH_VIDEOS'],
    });
  });

  test('takes all that is kept of them, without what only proves who they are', async () => {
    const { exportMyData } = await laptop.client.query(ExportMyData, {});
    expect(exportMyData).toMatchObject({
      accounts: {
        user: { email, name: 'Ann Author', roles: ['VIEWER', 'CREATOR'] },
        sessions: [{ device: 'Firefox on Linux', address: '127.0.0.1' }],
      },
    });
    expect(JSON.stringify(exportMyData)).not.toMatch(/hash|argon2/i);
  });

  test('deletes the account with the password, and is gone; the trail knows what happened', async () => {
    const wrong = await laptop.client.send(DeleteAccount, { password: 'not this one' });
    expect(outcomeOf(wrong).codes).toEqual(['FORBIDDEN']);
    const password = 'a third one, remembered';
    const { deleteAccount } = await laptop.client.query(DeleteAccount, { password });
    expect(deleteAccount).toEqual({ id: laptop.user.id });
    expect(await onBoth(laptop)).toEqual([over, over]);
    expect(outcomeOf(await here.client.send(Login, { input: { email, password } }))).toEqual(refused);
    const { auditTrail } = await here.admin.query(AuditTrail, {
      filter: { subjectId: laptop.user.id },
      first: 100,
    });
    expect(auditTrail.nodes.map(({ kind }) => kind).toReversed()).toEqual([
      'ACCOUNT_CREATED',
      'LOGIN_SUCCEEDED',
      'LOGIN_SUCCEEDED',
      'REFRESH_TOKEN_REUSED',
      'LOGIN_SUCCEEDED',
      'SESSION_ENDED',
      'LOGIN_SUCCEEDED',
      'PASSWORD_CHANGED',
      'LOGIN_FAILED',
      'PASSWORD_RESET_ASKED',
      'PASSWORD_RESET',
      'LOGIN_SUCCEEDED',
      'LOGIN_SUCCEEDED',
      'LOGGED_OUT',
      'LOGIN_SUCCEEDED',
      'LOGGED_OUT_EVERYWHERE',
      'LOGIN_SUCCEEDED',
      'LOGIN_SUCCEEDED',
      'USER_BANNED',
      'LOGIN_FAILED',
      'USER_UNBANNED',
      'LOGIN_SUCCEEDED',
      'ROLES_SET',
      'ROLES_SET',
      'ACCOUNT_DELETED',
    ]);
    const byAdmins = new Set(['USER_BANNED', 'USER_UNBANNED', 'ROLES_SET']);
    for (const { kind, subject, address, device } of auditTrail.nodes) {
      const where = byAdmins.has(kind)
        ? { address: '127.0.0.1', device: 'node' }
        : { address: null, device: null };
      expect({ kind, subject, address, device }).toEqual({ kind, subject: null, ...where });
    }
  });

  test('can come back with the same address, as somebody new', async () => {
    const who = { email, password: 'here I am again', name: 'Ann' };
    await getAccount(here, mailbox, who);
    expect((await signIn(there, who)).user.id).not.toBe(laptop.user.id);
  });
});
