import { Buffer } from 'node:buffer';

/** Base64url of UTF-8: what clients must not read, but may put into an address. */
export const toOpaque = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

/** `undefined` when `opaque` was not made by {@link toOpaque}. */
export const fromOpaque = (opaque: string): string | undefined => {
  const text = Buffer.from(opaque, 'base64url').toString('utf8');
  return toOpaque(text) === opaque ? text : undefined;
};
