import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
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

export interface EndedImport {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly summary: string;
  /** The bar and the faults. */
  readonly told: string;
}

export interface RunningImport {
  readonly child: ChildProcess;
  readonly ended: Promise<EndedImport>;
}

/** An import in a process of its own, ended with the test at the latest. */
export const spawnImport = (options: ImportProcessOptions): RunningImport => {
  const child = spawn(process.execPath, [program, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let summary = '';
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (summary += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (told += text));
  const end = async (): Promise<EndedImport> => {
    await once(child, 'close');
    return { code: child.exitCode, signal: child.signalCode, summary: summary.trim(), told };
  };
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, ended: end() };
};
