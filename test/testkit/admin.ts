import { connectMongo } from '../../src/infra/mongo.ts';
import { createAccessTokens, createAccountModels } from '../../src/modules/accounts/index.ts';
import type { TokenKey } from '../../src/shared/token-key.ts';
import type { Role } from '../../src/shared/viewer.ts';

/** What signs the access tokens of the tests. */
export const testTokenKeys: readonly [TokenKey] = [{ id: 'tests', secret: Buffer.alloc(32, 'tests') }];

const lifeMs = 604_800_000;
const tokens = createAccessTokens(testTokenKeys);

export interface SignedInUser {
  readonly userId: string;
  readonly sessionId: string;
  /** The value of the header. */
  readonly authorization: string;
}

/** What somebody shows who is signed in; the ids follow from the name. */
export const credentialsOf = async (name: string): Promise<SignedInUser> => {
  const [userId, sessionId] = [`user-${name}`, `session-of-${name}`];
  const token = await tokens.issue({ userId, sessionId, expiresAtMs: Date.now() + lifeMs });
  return { userId, sessionId, authorization: `Bearer ${token}` };
};

/** Adds people who are signed in, without the work of a password. Leaves those alone who are there. */
export const addAllSignedIn = async (
  mongodbUri: string,
  names: readonly string[],
  roles: readonly Role[] = ['VIEWER'],
): Promise<readonly SignedInUser[]> => {
  const added = await Promise.all(names.map(credentialsOf));
  const connection = await connectMongo(mongodbUri);
  try {
    const { users, sessions } = createAccountModels(connection);
    const user = (name: string) => ({
      email: `${name}@example.com`,
      emailKey: `${name}@example.com`,
      passwordHash: 'none',
      name,
      locale: 'en',
      roles: [...roles],
      sessionGeneration: 0,
      createdAt: new Date(),
      bannedAt: null,
    });
    const session = (userId: string) => ({
      userId,
      generation: 0,
      familyHash: 'none',
      refreshHash: 'none',
      isRemembered: false,
      locale: 'en',
      device: 'Test',
      address: '127.0.0.1',
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + lifeMs),
    });
    const upsert = (_id: string, record: object) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: record }, upsert: true },
    });
    await users.bulkWrite(added.map(({ userId }, index) => upsert(userId, user(names[index] ?? ''))));
    await sessions.bulkWrite(added.map(({ userId, sessionId }) => upsert(sessionId, session(userId))));
  } finally {
    await connection.close();
  }
  return added;
};

/** Adds somebody who is signed in. Does nothing when they are there. */
export const addSignedIn = async (
  mongodbUri: string,
  name: string,
  roles: readonly Role[] = ['VIEWER'],
): Promise<SignedInUser> => {
  await addAllSignedIn(mongodbUri, [name], roles);
  return credentialsOf(name);
};

const adminName = 'admin';

/** The admin of every database that {@link addAdmin} was called for: the same token opens them all. */
export const { authorization: adminAuthorization } = await credentialsOf(adminName);

export const addAdmin = (mongodbUri: string): Promise<SignedInUser> =>
  addSignedIn(mongodbUri, adminName, ['VIEWER', 'ADMIN']);
