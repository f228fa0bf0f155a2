import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Logger } from '../../shared/logger.ts';
import type { StoredObject } from '../../shared/object-store.ts';
import { objectsPath, type Admit, type Receipt, type ServedObjects } from '../../shared/served-objects.ts';
import { createCors } from '../graphql/cors.ts';
import { allowLongUpload, type Handler } from '../server.ts';
import { readRange } from './byte-ranges.ts';
import { allowsRange, failsIfMatch, hasAlready, objectHeaders } from './object-headers.ts';

/** Milliseconds in which nothing moves until a connection is given up: players that pause ask again. */
const idleMs = 60_000;

/** Milliseconds that an upload may take however it flows: whoever drips does not hold its room for ever. */
const longestUploadMs = 86_400_000;

/** Bytes that a refused client may send on, so that it comes to read why; browsers do not before. */
const lingeringBytes = 4_000_000;

/** Seconds after which to try again when the files cannot be reached. */
const retryAfterSeconds = 5;

const methods = 'GET, HEAD, PUT';

type Headers = Readonly<Record<string, string | number>>;

/**
 * Sends the answer, but ends it only once what the client still sends was read, or too much of that: else it is cut off
 * before it reads the answer.
 */
const endLingering = (request: IncomingMessage, response: ServerResponse, body: Buffer): void => {
  if (request.complete || request.destroyed) {
    response.end(body);
    return;
  }
  response.write(body);
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength;
    if (bytes > lingeringBytes) request.socket.destroy();
  });
  request.once('end', () => void response.end());
  request.on('error', () => undefined);
};

const answer = (response: ServerResponse, status: number, sentence: string, headers: Headers = {}): void => {
  const body = Buffer.from(`${sentence}\n`);
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': body.byteLength,
    'cache-control': 'no-store',
    ...headers,
  });
  endLingering(response.req, response, body);
};

const isGoneClient = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE', 'ECONNRESET', 'EPIPE'].includes(
    String(error.code),
  );

const receipts: Readonly<Record<Receipt, readonly [status: number, sentence: string]>> = {
  kept: [201, 'It is there.'],
  'is-there': [412, 'There is a file already: it was uploaded before.'],
  'too-large': [413, 'There is more than was declared: nothing was kept.'],
  'too-small': [400, 'There is less than was declared: nothing was kept.'],
  'broken-off': [400, 'The upload was broken off: nothing was kept.'],
  'no-room': [507, 'There is no room for this file: nothing was kept.'],
};

/** What is wrong with an upload before its first byte. */
const refusalOf = (
  { headers }: IncomingMessage,
  { contentType, sizeBytes }: StoredObject,
): readonly [status: number, sentence: string] | undefined => {
  if (headers['content-encoding'] !== undefined) return [415, 'Expected no Content-Encoding.'];
  if (headers['content-range'] !== undefined) return [400, 'Expected the whole file, and no Content-Range.'];
  if (headers['content-type']?.toLowerCase() !== contentType.toLowerCase()) {
    return [415, `Expected Content-Type: ${contentType}, which this address was made for.`];
  }
  const length = headers['content-length'];
  if (length === undefined || Number(length) === sizeBytes) return undefined;
  return [
    Number(length) > sizeBytes ? 413 : 400,
    `Expected ${sizeBytes} bytes, which this address was made for, but Content-Length says ${length}.`,
  ];
};

export interface ObjectsEndpointOptions {
  readonly objects: ServedObjects;
  readonly admit: Admit;
  readonly corsOrigins: readonly string[] | undefined;
  readonly now?: () => number;
  readonly log: Logger;
}

/** Takes in and hands out files, to whoever has a signed address. */
export const createObjectsEndpoint = ({
  objects,
  admit,
  corsOrigins,
  now = Date.now,
  log,
}: ObjectsEndpointOptions): Handler => {
  const cors = createCors(corsOrigins, {
    methods,
    allowedMethods: methods,
    exposedHeaders: 'Accept-Ranges, Content-Disposition, Content-Range, ETag, Retry-After, X-Request-Id',
  });

  const takeIn = async (
    request: IncomingMessage,
    response: ServerResponse,
    key: string,
    declared: StoredObject,
  ): Promise<void> => {
    const refusal = refusalOf(request, declared);
    if (refusal) {
      answer(response, ...refusal);
      return;
    }
    using _long = allowLongUpload(request);
    // All is here: putting it in place may take a while.
    request.once('end', () => void response.setTimeout(0));
    // Not destroyed by its reader, which would take the answer's socket along.
    const bytes: AsyncIterator<Buffer> = request.iterator({ destroyOnReturn: false });
    const cut = setTimeout(() => request.socket.destroy(), longestUploadMs);
    const receive = async (): Promise<Receipt> => {
      try {
        return await objects.receive(key, declared, bytes);
      } finally {
        clearTimeout(cut);
        await bytes.return?.();
      }
    };
    const receipt = await receive();
    if (receipt === 'no-room') log.error({ key, ...declared }, 'The disk has no room for an upload.');
    answer(response, ...receipts[receipt]);
  };

  const handOut = async (
    request: IncomingMessage,
    response: ServerResponse,
    key: string,
    lifeSeconds: number,
  ): Promise<void> => {
    await using found = await objects.open(key);
    if (!found) {
      answer(response, 404, 'There is no such file.');
      return;
    }
    const { sizeBytes, entityTag } = found;
    const { headers } = request;
    const told = objectHeaders(key, found, lifeSeconds);
    if (failsIfMatch(headers['if-match'], entityTag)) {
      answer(response, 412, 'The file is another one.', { etag: entityTag });
      return;
    }
    if (hasAlready(headers['if-none-match'], entityTag)) {
      response.writeHead(304, { etag: entityTag, 'cache-control': told['cache-control'] }).end();
      return;
    }
    const isRanged = request.method === 'GET' && allowsRange(headers['if-range']?.toString(), entityTag);
    const asked = readRange(isRanged ? headers.range : undefined, sizeBytes);
    if (asked === 'none') {
      answer(response, 416, `There is nothing in that range of ${sizeBytes} bytes.`, {
        'accept-ranges': 'bytes',
        'content-range': `bytes */${sizeBytes}`,
        etag: entityTag,
      });
      return;
    }
    const { first, last } = asked === 'whole' ? { first: 0, last: sizeBytes - 1 } : asked;
    response.writeHead(asked === 'whole' ? 200 : 206, {
      ...told,
      'content-length': last - first + 1,
      ...(asked !== 'whole' && { 'content-range': `bytes ${first}-${last}/${sizeBytes}` }),
    });
    if (request.method === 'HEAD' || sizeBytes === 0) {
      response.end();
      return;
    }
    await pipeline(found.read(first, last), response);
  };

  const act = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method, url = '' } = request;
    if (method !== 'GET' && method !== 'HEAD' && method !== 'PUT') {
      answer(response, 405, `Expected one of ${methods}.`, { allow: `${methods}, OPTIONS` });
      return;
    }
    const admission = admit(method === 'PUT' ? 'PUT' : 'GET', url);
    if (!admission.ok) {
      answer(
        response,
        403,
        admission.reason === 'over'
          ? 'This address is no longer good. Ask for a new one.'
          : 'This address was not made by this server for this: its signature does not fit.',
      );
      return;
    }
    const { key, declared, expiresAt } = admission;
    if (declared) {
      await takeIn(request, response, key, declared);
      return;
    }
    await handOut(request, response, key, Math.max(0, Math.floor((expiresAt.getTime() - now()) / 1_000)));
  };

  return async (request, response) => {
    const { url = '', headers, method } = request;
    if (!url.startsWith(objectsPath)) return false;
    if (method === 'OPTIONS') {
      cors.answerPreflight(request, response, String(response.getHeader('x-request-id')));
      return true;
    }
    const granted = cors.headersFor(headers.origin);
    for (let at = 0; at < granted.length; at += 2) {
      response.setHeader(granted[at] ?? '', granted[at + 1] ?? '');
    }
    if (cors.variesByOrigin) response.setHeader('vary', 'Origin');
    response.setTimeout(idleMs, () => request.socket.destroy());
    try {
      await act(request, response);
    } catch (error) {
      if (!isGoneClient(error)) log.error({ err: error }, 'A file could not be read or written.');
      if (response.headersSent) response.destroy();
      else {
        answer(response, 503, 'The file cannot be reached. Try again in a moment.', {
          'retry-after': retryAfterSeconds,
        });
      }
    }
    return true;
  };
};
