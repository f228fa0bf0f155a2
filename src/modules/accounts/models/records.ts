import type { AuditKind } from '../../../graphql/generated/resolvers.ts';
import type { Role } from '../../../shared/viewer.ts';

/** Someone with an account, in `users`. Their address is confirmed: before that there is no user. */
export interface UserRecord {
  /** 22 characters of base64url, random. */
  _id: string;
  /** As they wrote it. */
  email: string;
  /** What addresses are told apart by: see `emailKeyOf`. Unique. */
  emailKey: string;
  /** A PHC string; see `createPasswordHashing`. */
  passwordHash: string;
  name: string;
  bio: string | null;
  avatarUrl: string | null;
  locale: string;
  /** In the order of `roles`, always with VIEWER. */
  roles: Role[];
  /** Sessions of an earlier generation are over, whether they are still there or not. */
  sessionGeneration: number;
  createdAt: Date;
  bannedAt: Date | null;
  banReason: string | null;
}

/** One sign-in, in `sessions`: a family of refresh tokens, of which the last one counts. */
export interface SessionRecord {
  /** 22 characters of base64url, random. */
  _id: string;
  userId: string;
  /** `sessionGeneration` of the user when it began. */
  generation: number;
  /** SHA-256 of what all refresh tokens of the session have in common. */
  familyHash: string;
  /** SHA-256 of what only the last one has. */
  refreshHash: string;
  isRemembered: boolean;
  locale: string;
  device: string;
  address: string;
  createdAt: Date;
  expiresAt: Date;
}

/** When a session was last used, in `sessionActivity`: apart, since that changes nothing else. */
export interface SessionActivityRecord {
  /** Of the session. */
  _id: string;
  lastActiveAt: Date;
  expiresAt: Date;
}

/** An account that was asked for, in `pendingRegistrations`. */
export interface PendingRegistrationRecord {
  /** SHA-256 of the mailed token. */
  _id: string;
  email: string;
  emailKey: string;
  name: string;
  locale: string;
  passwordHash: string;
  createdAt: Date;
  expiresAt: Date;
}

/** A mailed token that sets a new password, in `passwordResets`. */
export interface PasswordResetRecord {
  /** SHA-256 of the mailed token. */
  _id: string;
  /** `null`: the address was nobody's, and the record is there so that the work was the same. */
  userId: string | null;
  expiresAt: Date;
}

/** Something that was done, in `auditEvents`. */
export interface AuditEventRecord {
  /** 22 characters of base64url, random. */
  _id: string;
  at: Date;
  kind: AuditKind;
  actorId: string | null;
  subjectId: string | null;
  address: string | null;
  device: string | null;
  details: Record<string, unknown> | null;
}
