import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** An id that nobody can guess: 22 characters of base64url. */
export const newId = (): string => randomBytes(16).toString('base64url');

/** 256 random bits: 43 characters of base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret. It is random through and through, so that a quick hash is enough. */
export const hashOf = (secret: string): string => hash('sha256', secret, 'base64url');

export const isSameHash = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
