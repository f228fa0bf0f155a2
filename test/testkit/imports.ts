import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { spawnCommand, type RunningCommand } from './commands.ts';
import type { ImportProcessOptions } from './import-process.ts';
import { scratchFolder } from './servers.ts';

const program = fileURLToPath(new URL('import-process.ts', import.meta.url));

/** A file of these lines, for the length of a test. */
export const fileOf = async (lines: readonly (string | object)[]): Promise<string> => {
  const folder = await scratchFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'films.jsonl');
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  await writeFile(file, `${text}\n`);
  return file;
};

/** An import in a process of its own, ended with the test at the latest. */
export const spawnImport = (options: ImportProcessOptions): RunningCommand => spawnCommand(program, options);
