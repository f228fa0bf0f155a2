import Negotiator from 'negotiator';
import { createBoundedCache } from '../../shared/bounded-cache.ts';

/** What an answer that is no stream and no page can be. */
export type MediaType = 'application/json' | 'application/graphql-response+json';

/** What an answer's bytes can be wrapped in. */
export type ContentCoding = 'identity' | 'br' | 'gzip';

/** The first is what a client gets that takes anything, as GraphQL over HTTP asks for those that send no `Accept`. */
const mediaTypes: readonly MediaType[] = ['application/json', 'application/graphql-response+json'];
const compressions = ['br', 'gzip'] as const satisfies ContentCoding[];

/** Characters of the headers whose meaning is remembered: there are few, and clients repeat them. */
const maxHeaderCharacters = 50_000;

const remembered = <Meaning>(
  read: (header: string) => Meaning,
): ((header: string | undefined) => Meaning) => {
  const known = createBoundedCache<{ readonly header: string; readonly meaning: Meaning }>(
    maxHeaderCharacters,
  );
  let last: { readonly header: string | undefined; readonly meaning: Meaning } | undefined;
  return (header) => {
    // Most requests say what the last one said.
    if (last && last.header === header) return last.meaning;
    const text = header ?? '';
    let found = known.get(text);
    if (!found) {
      found = { header: text, meaning: read(text) };
      known.set(text, found);
    }
    last = header === undefined ? { header, meaning: found.meaning } : found;
    return found.meaning;
  };
};

/** All JSON is UTF-8, so asking for it changes nothing; the negotiator would take it for another type. */
const withoutCharset = (accept: string): string => accept.replaceAll(/;\s*charset="?utf-?8"?/gi, '');

export interface Accepted {
  /** `undefined`: none of them fits. */
  readonly mediaType: MediaType | undefined;
  /** An event stream would do where there is no single answer. */
  readonly mayBeEvents: boolean;
  /** An event stream or a multipart answer would do. */
  readonly mayBeOther: boolean;
  /** A page is what is wanted most. */
  readonly isPage: boolean;
}

const best = <Type extends string>(accept: string, types: readonly Type[]): Type | undefined =>
  new Negotiator({ headers: { accept } }).mediaType([...types]) as Type | undefined;

const refused = /;\s*q=0(?:\.0*)?\s*(?:;|$)/i;

/** Whether it is named itself, with whatever parameters: a wildcard means that the client takes what is usual. */
const names = (accept: string, type: string): boolean =>
  accept
    .split(',')
    .some((range) => range.split(';', 1)[0]?.trim().toLowerCase() === type && !refused.test(range));

/** What a value of `Accept` asks for. */
export const acceptedBy = remembered((given): Accepted => {
  if (given === '') {
    return { mediaType: 'application/json', mayBeEvents: false, mayBeOther: false, isPage: false };
  }
  const accept = withoutCharset(given);
  const mayBeEvents = names(accept, 'text/event-stream');
  return {
    mediaType: best(accept, mediaTypes),
    mayBeEvents,
    mayBeOther: mayBeEvents || names(accept, 'multipart/mixed'),
    isPage: names(accept, 'text/html') && best(accept, ['text/html', ...mediaTypes]) === 'text/html',
  };
});

/** The codings that a value of `Accept-Encoding` allows, the best for us first; identity may be missing. */
export const codingsAllowedBy = remembered((acceptEncoding): readonly ContentCoding[] => {
  if (acceptEncoding === '') return ['identity'];
  const allowed = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } }).encodings([
    ...compressions,
    'identity',
  ]) as ContentCoding[];
  const preferred = allowed[0] === 'identity' ? allowed : compressions.filter((one) => allowed.includes(one));
  return preferred === allowed ? allowed : [...preferred, ...allowed.filter((one) => one === 'identity')];
});
