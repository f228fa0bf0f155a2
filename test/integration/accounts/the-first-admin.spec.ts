import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAdmin } from '../../../src/commands/admin.ts';
import { readEnvironment, type Environment } from '../../../src/config/environment.ts';
import { connectMongo } from '../../../src/infra/mongo.ts';
import { createAccountModels } from '../../../src/modules/accounts/index.ts';
import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import { StartupError } from '../../../src/shared/startup-error.ts';
import {
  AuditTrail,
  BanUser,
  ChangePassword,
  DeleteAccount,
  Me,
  SetRoles,
} from '../../testkit/account-documents.ts';
import { addSignedIn } from '../../testkit/admin.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { createClient } from '../../testkit/client.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import { outcomeOf, signIn } from '../../testkit/people.ts';
import { quiet } from '../../testkit/quiet-log.ts';
import { freshMongo, freshRedis, scratchFolder } from '../../testkit/servers.ts';

const mongodbUri = freshMongo();
const { url: redisUrl, prefix: redisPrefix } = freshRedis();
let running: RunningApp;
let environment: Environment;
let dataDir: string;
beforeAll(async () => {
  dataDir = await scratchFolder();
  environment = readEnvironment({
    MONGODB_URI: mongodbUri,
    REDIS_URL: redisUrl,
    REDIS_PREFIX: redisPrefix.replace(':', ''),
    DATA_DIR: dataDir,
  });
  running = await startEngineApp({
    mongodbUri,
    redisUrl,
    redisPrefix: environment.redisPrefix,
    seedProgress: undefined,
  });
  await live(running);
});
afterAll(async () => {
  await running[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

test('is made by a command, with an account and a password that is told once', async () => {
  const said = await makeAdmin('First@example.com', environment, quiet);
  const [, password = ''] = /^First@example\.com is an admin now\. The password is (\S+) /.exec(said) ?? [];
  const { user, client } = await signIn(running, { email: 'first@example.com', password });
  expect(user.roles).toEqual(['VIEWER', 'ADMIN']);
  const { auditTrail } = await client.query(AuditTrail, { filter: { kind: 'ROLES_SET' } });
  expect(auditTrail.nodes).toMatchObject([{ actor: null, address: null, details: { roles: ['ADMIN'] } }]);
  await client.query(ChangePassword, {
    input: { currentPassword: password, newPassword: 'one of my own' },
  });
  await signIn(running, { email: 'first@example.com', password: 'one of my own' });
});

test('may be somebody who has an account: a server that runs learns of it at once', async () => {
  const { authorization } = await addSignedIn(mongodbUri, 'carol');
  const carol = createClient(running.url, { authorization });
  expect((await carol.query(Me, {})).me?.roles).toEqual(['VIEWER']);
  expect((await carol.send(Me, {})).body.extensions?.responseCache?.hit).toBe(true);
  expect(await makeAdmin('carol@example.com', environment, quiet)).toBe(
    'carol@example.com is an admin now, and signs in as before.',
  );
  expect((await carol.query(Me, {})).me?.roles).toEqual(['VIEWER', 'ADMIN']);
  await makeAdmin('carol@example.com', environment, quiet);
  expect((await carol.query(Me, {})).me?.roles).toEqual(['VIEWER', 'ADMIN']);
});

test('must have an address', async () => {
  await expect(makeAdmin('nobody', environment, quiet)).rejects.toThrow(StartupError);
});

test('can neither step down, nor ban themselves, nor go: so there is always one', async () => {
  const said = await makeAdmin('last@example.com', environment, quiet);
  const [, password = ''] = /The password is (\S+) /.exec(said) ?? [];
  const { user, client } = await signIn(running, { email: 'last@example.com', password });
  const userId = user.id;
  expect(outcomeOf(await client.send(SetRoles, { userId, roles: ['VIEWER'] })).codes).toEqual(['CONFLICT']);
  expect(outcomeOf(await client.send(BanUser, { userId, reason: 'x' })).codes).toEqual(['CONFLICT']);
  expect(outcomeOf(await client.send(DeleteAccount, { password })).codes).toEqual(['CONFLICT']);
});

test('is left of two who take it from one another at the same time', async () => {
  const uri = freshMongo();
  await using app = await startApp({ mongodbUri: uri, seedProgress: undefined });
  const connection = await connectMongo(uri);
  const { users } = createAccountModels(connection);
  for (const how of ['roles', 'ban', 'both'] as const) {
    for (let time = 0; time < 4; time += 1) {
      const names = [`left-${how}-${time}`, `right-${how}-${time}`] as const;
      await users.updateMany({}, { $set: { roles: ['VIEWER'] } });
      const [left, right] = [
        await addSignedIn(uri, names[0], ['VIEWER', 'ADMIN']),
        await addSignedIn(uri, names[1], ['VIEWER', 'ADMIN']),
      ];
      const depose = async (by: typeof left, whom: typeof left, isBan: boolean) => {
        const client = createClient(app.url, { authorization: by.authorization });
        const userId = toGlobalId('User', whom.userId);
        const answer = isBan
          ? await client.send(BanUser, { userId, reason: 'x' })
          : await client.send(SetRoles, { userId, roles: [] });
        return outcomeOf(answer).codes;
      };
      await Promise.all([depose(left, right, how !== 'roles'), depose(right, left, how === 'ban')]);
      expect(await users.countDocuments({ roles: 'ADMIN', bannedAt: null })).toBeGreaterThan(0);
    }
  }
  await connection.close();
});
