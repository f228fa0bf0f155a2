import type { IncomingMessage } from 'node:http';

/**
 * Reads the whole body.
 * @param done called once, with `undefined` when it is larger than `maxBytes`; never when the client goes away before its
 *   end. What is left of one that is too large is the caller's to drop.
 */
export const readBody = (
  request: IncomingMessage,
  maxBytes: number,
  done: (body: Buffer | undefined) => void,
): void => {
  let first: Buffer | undefined;
  let more: Buffer[] | undefined;
  let size = 0;
  const tooLarge = (): void => {
    request.removeAllListeners('data').removeAllListeners('end');
    done(undefined);
  };
  if (Number(request.headers['content-length']) > maxBytes) {
    done(undefined);
    return;
  }
  request.on('data', (chunk: Buffer) => {
    size += chunk.byteLength;
    if (size > maxBytes) tooLarge();
    else if (first === undefined) first = chunk;
    else (more ??= [first]).push(chunk);
  });
  request.on('end', () => done(more ? Buffer.concat(more) : (first ?? Buffer.alloc(0))));
};
