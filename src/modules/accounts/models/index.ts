import { Schema, type Connection, type Model } from 'mongoose';
import { prepareCollections } from '../../../shared/prepare-collections.ts';
import { moment, number, optionalText, recordOptions, text } from '../../../shared/record-schema.ts';
import type {
  AuditEventRecord,
  PasswordResetRecord,
  PendingRegistrationRecord,
  SessionActivityRecord,
  SessionRecord,
  UserRecord,
} from './records.ts';

export interface AccountModels {
  readonly users: Model<UserRecord>;
  readonly sessions: Model<SessionRecord>;
  readonly sessionActivity: Model<SessionActivityRecord>;
  readonly pendingRegistrations: Model<PendingRegistrationRecord>;
  readonly passwordResets: Model<PasswordResetRecord>;
  readonly auditEvents: Model<AuditEventRecord>;
}

/**
 * What the cache may know of how these collections are read. `sessionActivity` is missing since it is written behind its
 * back, and the rest since only mutations read it.
 */
export const accountCollections = [
  { collection: 'users', type: 'User', facets: ['emailKey', 'roles'] },
  { collection: 'sessions', fixedFacets: ['userId'] },
  { collection: 'auditEvents', fixedFacets: ['kind', 'actorId', 'subjectId'] },
] as const;

/** Mongo removes what has expired, within a minute or so; nobody may rely on it being gone. */
const removeExpired = <Value>(schema: Schema<Value>): Schema<Value> =>
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

const auditLifeSeconds = 366 * 86_400;

const userSchema = (): Schema<UserRecord> =>
  new Schema<UserRecord>(
    {
      _id: text,
      email: text,
      emailKey: text,
      passwordHash: text,
      name: text,
      bio: optionalText,
      avatarUrl: optionalText,
      locale: text,
      roles: { type: [String], required: true },
      sessionGeneration: number,
      createdAt: moment,
      bannedAt: { type: Date, default: null },
      banReason: optionalText,
    },
    { ...recordOptions, collection: 'users' },
  )
    .index({ emailKey: 1 }, { unique: true })
    .index({ createdAt: 1, _id: 1 })
    .index({ roles: 1, createdAt: 1, _id: 1 })
    .index({ bannedAt: 1, createdAt: 1, _id: 1 });

const sessionSchema = (): Schema<SessionRecord> =>
  removeExpired(
    new Schema<SessionRecord>(
      {
        _id: text,
        userId: text,
        generation: number,
        familyHash: text,
        refreshHash: text,
        isRemembered: { type: Boolean, required: true },
        locale: text,
        device: text,
        address: { type: String, default: '' },
        createdAt: moment,
        expiresAt: moment,
      },
      { ...recordOptions, collection: 'sessions' },
    ).index({ userId: 1, createdAt: 1 }),
  );

const sessionActivitySchema = (): Schema<SessionActivityRecord> =>
  removeExpired(
    new Schema<SessionActivityRecord>(
      { _id: text, lastActiveAt: moment, expiresAt: moment },
      { ...recordOptions, collection: 'sessionActivity' },
    ),
  );

const pendingRegistrationSchema = (): Schema<PendingRegistrationRecord> =>
  removeExpired(
    new Schema<PendingRegistrationRecord>(
      {
        _id: text,
        email: text,
        emailKey: text,
        name: text,
        locale: text,
        passwordHash: text,
        createdAt: moment,
        expiresAt: moment,
      },
      { ...recordOptions, collection: 'pendingRegistrations' },
    ).index({ emailKey: 1, createdAt: 1 }),
  );

const passwordResetSchema = (): Schema<PasswordResetRecord> =>
  removeExpired(
    new Schema<PasswordResetRecord>(
      { _id: text, userId: { type: String, default: null }, expiresAt: moment },
      { ...recordOptions, collection: 'passwordResets' },
    ).index({ userId: 1 }),
  );

const auditEventSchema = (): Schema<AuditEventRecord> => {
  const schema = new Schema<AuditEventRecord>(
    {
      _id: text,
      at: moment,
      kind: text,
      actorId: optionalText,
      subjectId: optionalText,
      address: optionalText,
      device: optionalText,
      details: { type: Schema.Types.Mixed, default: null },
    },
    { ...recordOptions, collection: 'auditEvents' },
  )
    .index({ at: 1 }, { expireAfterSeconds: auditLifeSeconds })
    .index({ at: 1, _id: 1 });
  for (const path of ['kind', 'actorId', 'subjectId']) schema.index({ [path]: 1, at: 1, _id: 1 });
  return schema;
};

export const createAccountModels = (connection: Connection): AccountModels => ({
  users: connection.model<UserRecord, Model<UserRecord>>('User', userSchema()),
  sessions: connection.model<SessionRecord, Model<SessionRecord>>('Session', sessionSchema()),
  sessionActivity: connection.model<SessionActivityRecord, Model<SessionActivityRecord>>(
    'SessionActivity',
    sessionActivitySchema(),
  ),
  pendingRegistrations: connection.model<PendingRegistrationRecord, Model<PendingRegistrationRecord>>(
    'PendingRegistration',
    pendingRegistrationSchema(),
  ),
  passwordResets: connection.model<PasswordResetRecord, Model<PasswordResetRecord>>(
    'PasswordReset',
    passwordResetSchema(),
  ),
  auditEvents: connection.model<AuditEventRecord, Model<AuditEventRecord>>('AuditEvent', auditEventSchema()),
});

/** Makes the collections and indexes that are missing. Leaves others alone. */
export const prepareAccountCollections = async (models: AccountModels): Promise<void> => {
  await prepareCollections(models);
};
