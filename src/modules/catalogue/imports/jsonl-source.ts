import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { StartupError } from '../../../shared/startup-error.ts';
import type { ImportSource, SourceItem } from './import-items.ts';
import { longestLine, readLine } from './jsonl-line.ts';

const lineFeed = 0x0a;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this user may not read it',
  EISDIR: 'it is a folder',
};

const unreadable = (path: string, error: unknown): StartupError => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new StartupError(`${path} cannot be read: ${reasons[code] ?? String(error)}.`, { cause: error });
};

/** The digest of a file, and how many lines it has; the last one need not end in a line feed. */
const measure = async (path: string): Promise<{ digest: string; lines: number }> => {
  const hash = createHash('sha256');
  let lines = 0;
  let last = lineFeed;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    for (let at = chunk.indexOf(lineFeed); at !== -1; at = chunk.indexOf(lineFeed, at + 1)) lines += 1;
    last = chunk.at(-1) ?? last;
  }
  return { digest: hash.digest('hex'), lines: lines + (last === lineFeed ? 0 : 1) };
};

/** Ends lines at line feeds alone, as JSON lines do. Of a line that is too long to be one, no more than shows that. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let line = '';
  for await (const chunk of chunks) {
    const [first = '', ...others] = chunk.split('\n');
    line = (line + first).slice(0, longestLine + 1);
    for (const next of others) {
      yield line;
      line = next.slice(0, longestLine + 1);
    }
  }
  if (line !== '') yield line;
}

/**
 * The lines of a file, told by its content: a file that was changed is another one.
 *
 * @param name for people
 * @throws StartupError when it cannot be read
 */
export const openJsonLines = async (path: string, name: string): Promise<ImportSource> => {
  let size: { digest: string; lines: number };
  try {
    size = await measure(path);
  } catch (error) {
    throw unreadable(name, error);
  }
  const { digest, lines } = size;
  async function* read(from: number): AsyncGenerator<SourceItem> {
    const input = createReadStream(path, { encoding: 'utf8' });
    let number = 0;
    try {
      for await (const line of linesOf(input as AsyncIterable<string>)) {
        number += 1;
        if (number <= from) continue;
        yield { place: `line ${number}`, found: readLine(number === 1 ? line.replace(/^\uFEFF/, '') : line) };
      }
    } catch (error) {
      throw unreadable(name, error);
    } finally {
      input.destroy();
    }
  }
  return { id: `jsonl:${digest}`, name, total: lines, read };
};
