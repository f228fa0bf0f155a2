import type { ContentCoding, MediaType } from './negotiation.ts';
import { entityTag, type Representations } from './representations.ts';

const opaqueTags = (ifNoneMatch: string): ReadonlySet<string> =>
  new Set(ifNoneMatch.split(',').map((one) => one.trim().replace(/^W\//, '')));

/**
 * The tag that `If-None-Match` names of those that the answer has in one of the codings that the client takes;
 * `undefined`: the client has none of them (RFC 9110, 13.1.2). Which of them is kept here does not matter: their
 * contents are the same.
 */
export const matchingTag = (
  ifNoneMatch: string,
  { digest }: Pick<Representations, 'digest'>,
  mediaType: MediaType,
  codings: readonly ContentCoding[],
): string | undefined => {
  // Only alone: a tag may have it in it.
  if (ifNoneMatch === '*') {
    return entityTag(
      digest,
      mediaType,
      codings.includes('identity') ? 'identity' : (codings[0] ?? 'identity'),
    );
  }
  // A tag of other content, as most that do not match: no need to take it apart.
  if (!ifNoneMatch.includes(digest)) return undefined;
  const own = codings.map((coding) => entityTag(digest, mediaType, coding));
  if (own.includes(ifNoneMatch)) return ifNoneMatch;
  const named = opaqueTags(ifNoneMatch);
  return own.find((tag) => named.has(tag));
};
