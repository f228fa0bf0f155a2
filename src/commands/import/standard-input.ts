import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** A stream, read to its end into a temporary file: how long it is and what it holds must be known before it is imported. */
export const spool = async (
  input: NodeJS.ReadableStream,
  signal: AbortSignal,
): Promise<AsyncDisposable & { readonly path: string }> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'marquee-import-'));
  const dispose = () => rm(folder, { recursive: true, force: true });
  const file = path.join(folder, 'input.jsonl');
  try {
    await pipeline(input, createWriteStream(file, { mode: 0o600 }), { signal });
  } catch (error) {
    await dispose();
    throw error;
  }
  return { path: file, [Symbol.asyncDispose]: dispose };
};
