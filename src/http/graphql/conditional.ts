import type { ContentCoding, MediaType } from './negotiation.ts';
import { entityTag } from './representations.ts';

/**
 * The tag that `If-None-Match` names of those that the answer has in one of the codings that the client takes;
 * `undefined`: the client has none of them (RFC 9110, 13.1.2). Which of them is kept here does not matter: their
 * contents are the same.
 */
export const matchingTag = (
  ifNoneMatch: string,
  digest: string,
  mediaType: MediaType,
  codings: readonly ContentCoding[],
): string | undefined => {
  for (const coding of codings) {
    const tag = entityTag(digest, mediaType, coding);
    if (ifNoneMatch === tag) return tag;
  }
  const [first = 'identity'] = codings;
  const named = new Set(ifNoneMatch.split(',').map((one) => one.trim().replace(/^W\//, '')));
  if (named.has('*')) return entityTag(digest, mediaType, first);
  return codings.map((coding) => entityTag(digest, mediaType, coding)).find((tag) => named.has(tag));
};
