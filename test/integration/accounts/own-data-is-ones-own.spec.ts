import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectMongo } from '../../../src/infra/mongo.ts';
import {
  createAccountModels,
  createAccounts,
  createAuthentication,
} from '../../../src/modules/accounts/index.ts';
import { uncachedEntities } from '../../../src/shared/entity-reader.ts';
import type { PersonalDataHolder } from '../../../src/shared/personal-data.ts';
import {
  AuditTrail,
  BanUser,
  DeleteAccount,
  ExportMyData,
  SetRoles,
  UnbanUser,
} from '../../testkit/account-documents.ts';
import { adminAuthorization, testTokenKeys } from '../../testkit/admin.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { keyOf } from '../../testkit/catalogue.ts';
import { createClient } from '../../testkit/client.ts';
import { startMailbox, type Mailbox } from '../../testkit/mailbox.ts';
import { getAccount, signIn } from '../../testkit/people.ts';
import { freshMongo } from '../../testkit/servers.ts';

const who = { email: 'ann@example.com', password: 'correct horse battery', name: 'Ann' };
const mongodbUri = freshMongo();
const home = { 'x-forwarded-for': '192.0.2.1' };
const office = { 'x-forwarded-for': '198.51.100.7' };
let mailbox: Mailbox;
let running: RunningApp;
beforeAll(async () => {
  mailbox = await startMailbox();
  running = await startApp({
    mongodbUri,
    smtpUrl: mailbox.url,
    seedProgress: undefined,
    trustProxy: { header: 'x-forwarded-for', proxies: 1 },
  });
});
afterAll(async () => {
  await running[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

test('what was written down of somebody does not tell them where an admin was, and goes without where they were', async () => {
  const admin = createClient(running.url, { authorization: adminAuthorization, ...office });
  await getAccount(running, mailbox, who);
  const client = createClient(running.url, home);
  const { user } = await signIn({ url: running.url, client }, who);
  const userId = user.id;
  await admin.query(BanUser, { userId, reason: 'A mistake' });
  await admin.query(UnbanUser, { userId });
  await admin.query(SetRoles, { userId, roles: ['VIEWER', 'ADMIN'] });
  const { tokens } = await signIn({ url: running.url, client }, who);
  const ann = createClient(running.url, { authorization: `Bearer ${tokens.accessToken}`, ...home });

  const { exportMyData } = await ann.query(ExportMyData, {});
  const { audit } = (exportMyData as { accounts: { audit: { kind: string; address?: string }[] } }).accounts;
  expect(audit.map(({ kind, address }) => [kind, address]).slice(-5)).toEqual([
    ['LOGIN_SUCCEEDED', '192.0.2.1'],
    ['USER_BANNED', undefined],
    ['USER_UNBANNED', undefined],
    ['ROLES_SET', undefined],
    ['LOGIN_SUCCEEDED', '192.0.2.1'],
  ]);
  expect(JSON.stringify(exportMyData)).not.toContain('198.51.100.7');

  // What she did to others is about her, too.
  const bob = { ...who, email: 'bob@example.com' };
  await getAccount(running, mailbox, bob);
  const { user: other } = await signIn(running, bob);
  await ann.query(BanUser, { userId: other.id, reason: 'Another mistake' });
  await admin.query(SetRoles, { userId, roles: [] });
  await ann.query(DeleteAccount, { password: who.password });
  const addresses = async (filter: object) => {
    const { auditTrail } = await admin.query(AuditTrail, { filter, first: 100 });
    return auditTrail.nodes.map(({ kind, address }) => `${kind} ${address}`);
  };
  expect(await addresses({ actorId: userId })).not.toContain('USER_BANNED 192.0.2.1');
  expect(new Set(await addresses({ subjectId: userId }))).toEqual(
    new Set([
      'ACCOUNT_CREATED null',
      'LOGIN_SUCCEEDED null',
      'ACCOUNT_DELETED null',
      'USER_BANNED 198.51.100.7',
      'USER_UNBANNED 198.51.100.7',
      'ROLES_SET 198.51.100.7',
    ]),
  );
});

test('the other devices of somebody who goes are out before anything of theirs is removed', async () => {
  const cy = { ...who, email: 'cy@example.com' };
  await getAccount(running, mailbox, cy);
  const [phone, laptop] = [await signIn(running, cy), await signIn(running, cy)] as const;
  const connection = await connectMongo(mongodbUri);
  try {
    const models = createAccountModels(connection);
    const { verifyAccessToken, viewerOf } = createAuthentication(models, uncachedEntities, testTokenKeys);
    const viewerOn = async ({ tokens }: typeof phone) => {
      const claims = await verifyAccessToken(`Bearer ${tokens.accessToken}`);
      return claims && (await viewerOf(claims));
    };
    const seen: unknown[] = [];
    const holder: PersonalDataHolder = {
      domain: 'anything',
      exportOf: async () => null,
      eraseOf: async () => {
        seen.push((await viewerOn(phone))?.id, (await viewerOn(laptop))?.id);
        if (seen.length === 2) throw new Error('The database is away.');
      },
    };
    const { ownData } = createAccounts({
      models,
      entities: uncachedEntities,
      tokenKeys: testTokenKeys,
      mailer: { send: () => undefined },
      webUrl: 'https://www.example.com',
      holders: [holder],
    })();
    const userId = keyOf(laptop.user.id);
    const sessionId = (await viewerOn(laptop))?.session?.id ?? '';
    const client = { address: '192.0.2.1', network: 'address:192.0.2.1', userAgent: '' };
    const go = () => ownData.deleteAccount({ userId, sessionId }, cy.password, client);
    await expect(go()).rejects.toThrow('away');
    // Once more, from where they are still signed in.
    expect(await go()).toEqual({ ok: true, value: userId });
    expect(seen).toEqual([undefined, userId, undefined, userId]);
    expect(await viewerOn(laptop)).toBeUndefined();
  } finally {
    await connection.close();
  }
});
