import type { ServedObject } from '../../shared/served-objects.ts';

/** What browsers show by themselves and that cannot run anything. */
const isShown = (contentType: string): boolean =>
  /^(?:audio|image|video)\//.test(contentType) && !contentType.startsWith('image/svg');

/**
 * What says of an object what it is and what may be done with it. Uploads come from anybody: none is ever taken for a page of
 * this server.
 */
export const objectHeaders = (
  key: string,
  { contentType, entityTag }: Pick<ServedObject, 'contentType' | 'entityTag'>,
  lifeSeconds: number,
): Readonly<Record<string, string>> => ({
  'content-type': contentType,
  'content-disposition': `${isShown(contentType) ? 'inline' : 'attachment'}; filename="${key.split('/').at(-1)}"`,
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
  // The address is good for as long, for whoever has it; what is at one never becomes something else.
  'cache-control': `private, max-age=${lifeSeconds}, immutable`,
  'accept-ranges': 'bytes',
  etag: entityTag,
});

const namedTags = (header: string): readonly string[] => header.split(',').map((tag) => tag.trim());

/** Whether `If-Match` asks for something else than this (RFC 9110, 13.1.1). */
export const failsIfMatch = (header: string | undefined, entityTag: string): boolean =>
  header !== undefined && header.trim() !== '*' && !namedTags(header).includes(entityTag);

/** Whether `If-None-Match` says that the client has this (RFC 9110, 13.1.2). */
export const hasAlready = (header: string | undefined, entityTag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || namedTags(header).some((tag) => tag.replace(/^W\//, '') === entityTag));

/** Whether a range may be answered: what the client has of it is of this very upload (RFC 9110, 13.1.5). */
export const allowsRange = (ifRange: string | undefined, entityTag: string): boolean =>
  ifRange === undefined || ifRange.trim() === entityTag;
