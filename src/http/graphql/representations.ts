import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RawHeaders } from './cors.ts';
import type { ContentCoding, MediaType } from './negotiation.ts';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Bytes below which compressing saves less than the packet that it travels in. */
const worthCompressing = 1_024;
/** Compressions at once: a burst of answers asked for again must not keep every thread of the pool. */
const maxCompressions = 2;
/** Of 11: near what gzip takes in time, a fifth smaller. */
const brotliQuality = 5;

const compress: Readonly<Record<Exclude<ContentCoding, 'identity'>, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) => brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } }),
  gzip: (body) => gzipped(body),
};

/** The bytes of an answer in one content-coding. */
export interface Coded {
  readonly coding: ContentCoding;
  readonly bytes: Buffer;
  /** Headers that were made for these bytes before, in places that their maker knows. */
  readonly headers: (RawHeaders | undefined)[];
}

/** One answer in the codings in which it travels; made once for as long as the answer is kept. */
export interface Representations {
  /** Digest of the content, of which each form makes its `ETag`. */
  readonly digest: string;
  /** The best that is there of the codings allowed; has a better one made when it was wanted before. */
  choose(allowed: readonly ContentCoding[]): Coded;
}

/** A strong validator: other bytes, another media type or another coding, another tag (RFC 9110, 8.8.3). */
export const entityTag = (digest: string, mediaType: MediaType, coding: ContentCoding): string => {
  const type = mediaType === 'application/json' ? '' : '.g';
  return coding === 'identity' ? `"${digest}${type}"` : `"${digest}${type}.${coding}"`;
};

/** Makes and keeps the forms of answers. They live as long as the body that the cache keeps. */
export const createRepresentations = (): ((body: Uint8Array) => Representations) => {
  const known = new WeakMap<Uint8Array, Representations>();
  let compressions = 0;

  const make = (body: Uint8Array): Representations => {
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    const identity: Coded = { coding: 'identity', bytes, headers: [] };
    const made = new Map<ContentCoding, Coded>([['identity', identity]]);
    const wanted = new Set<ContentCoding>();

    const begin = async (coding: keyof typeof compress): Promise<void> => {
      compressions += 1;
      // Until there is something better, and for good if there will be none.
      made.set(coding, identity);
      try {
        const smaller = await compress[coding](bytes);
        if (smaller.byteLength < bytes.byteLength) made.set(coding, { coding, bytes: smaller, headers: [] });
      } catch {
        // It travels as it is, like what does not shrink.
      }
      compressions -= 1;
    };
    return {
      digest: hash('sha256', bytes, 'base64url').slice(0, 22),
      choose([first = 'identity']) {
        const found = made.get(first);
        if (found) return found;
        if (first !== 'identity' && bytes.byteLength >= worthCompressing) {
          if (!wanted.has(first)) wanted.add(first);
          else if (compressions < maxCompressions) void begin(first);
        }
        return identity;
      },
    };
  };

  return (body) => {
    let found = known.get(body);
    if (!found) {
      found = make(body);
      known.set(body, found);
    }
    return found;
  };
};
