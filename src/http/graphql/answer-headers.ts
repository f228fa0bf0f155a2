import type { Served } from '../../cache/response/answers.ts';
import { cacheTag } from './cache-tag.ts';
import type { RawHeaders } from './cors.ts';
import type { MediaType } from './negotiation.ts';
import { entityTag, type Coded } from './representations.ts';

/** What browsers and CDNs may do with answers that are everyone's. */
export type HttpMaxAge =
  | 'none' /** keep, but ask each time: the promise holds through them */
  | 'hints'; /** keep for as long as `@cacheControl` says, without asking: it does not */

/** Makes the headers of answers that the response cache gave. */
export interface AnswerHeaders {
  /**
   * All but the ones that differ from request to request.
   * @param isGet CDNs keep nothing else.
   */
  of(served: Served, digest: string, coded: Coded, mediaType: MediaType, isGet: boolean): RawHeaders;
  /** Those of a 304: what a 200 would have had that a cache needs (RFC 9110, 15.4.5). */
  ofNotModified(served: Served, etag: string): RawHeaders;
  /** For bytes that nobody will ask for again: without a validator. */
  withoutTag(served: Served): RawHeaders;
  /** Whether caches on the way may give the answer to others without asking. */
  isSharedUnasked(served: Served): boolean;
  /** What says how old the answer is; nothing where nobody may keep it without asking. */
  age(served: Served): RawHeaders;
}

const none: RawHeaders = [];
const varyOfEveryone = 'Accept, Accept-Encoding';
const varyOfOthers = 'Accept, Accept-Encoding, Authorization';

/** A member of RFC 9211's list: what this cache did, for whoever watches. */
const cacheStatus = ({ how, notStored }: Served): string => {
  switch (how) {
    case 'hit':
      return 'Marquee; hit';
    case 'stale-while-revalidate':
      return 'Marquee; hit; detail=stale-while-revalidate';
    case 'joined':
      return 'Marquee; fwd=miss; collapsed';
    case 'computed':
      return notStored ? 'Marquee; fwd=miss' : 'Marquee; fwd=miss; stored';
    case 'bypassed':
      return 'Marquee; fwd=bypass';
  }
};

const seconds = (ms: number): string => String(Math.max(0, Math.floor(ms / 1_000)));

export interface AnswerHeadersOptions {
  readonly maxAge: HttpMaxAge;
  readonly variesByOrigin: boolean;
}

export const createAnswerHeaders = ({ maxAge, variesByOrigin }: AnswerHeadersOptions): AnswerHeaders => {
  const byOrigin = variesByOrigin ? ', Origin' : '';

  /** Everyone's, and kept here: what a shared cache may have too. */
  const isPublic = ({ audience, notStored }: Served): boolean =>
    audience === 'everyone' && notStored === undefined;
  const hasMaxAge = (served: Served): boolean => maxAge === 'hints' && isPublic(served);

  const cacheControl = (served: Served): string => {
    if (isPublic(served)) return hasMaxAge(served) ? `public, max-age=${seconds(served.ttlMs)}` : 'no-cache';
    const mayBrowserKeep = served.audience === 'anonymous' && served.notStored === undefined;
    return mayBrowserKeep ? 'private, no-cache' : 'private, no-store';
  };
  const vary = ({ audience }: Served): string =>
    (audience === 'everyone' ? varyOfEveryone : varyOfOthers) + byOrigin;

  const shared = (served: Served): RawHeaders => [
    'Vary',
    vary(served),
    'Cache-Control',
    cacheControl(served),
    'Cache-Status',
    cacheStatus(served),
  ];

  const make = (
    served: Served,
    digest: string,
    { coding, bytes }: Coded,
    mediaType: MediaType,
    isGet: boolean,
  ): RawHeaders => [
    'Content-Type',
    `${mediaType}; charset=utf-8`,
    'Content-Length',
    String(bytes.byteLength),
    ...(coding === 'identity' ? [] : ['Content-Encoding', coding]),
    'ETag',
    entityTag(digest, mediaType, coding),
    ...shared(served),
    ...(isGet && hasMaxAge(served) ? ['CDN-Cache-Control', cacheControl(served)] : []),
    ...(isGet && isPublic(served) && served.tags.length > 0 ? ['Cache-Tag', cacheTag(served.tags)] : []),
  ];

  return {
    of(served, digest, coded, mediaType, isGet) {
      // Only what is kept is asked for again.
      if (served.how !== 'hit') return make(served, digest, coded, mediaType, isGet);
      const place = (mediaType === 'application/json' ? 0 : 2) + (isGet ? 1 : 0);
      return (coded.headers[place] ??= make(served, digest, coded, mediaType, isGet));
    },
    ofNotModified: (served, etag) => [
      'ETag',
      etag,
      ...shared(served),
      ...(hasMaxAge(served) ? ['CDN-Cache-Control', cacheControl(served)] : []),
    ],
    withoutTag: shared,
    isSharedUnasked: hasMaxAge,
    age: (served) => (hasMaxAge(served) ? ['Age', seconds(served.ageMs)] : none),
  };
};
