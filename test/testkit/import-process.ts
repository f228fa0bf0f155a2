/**
 * A program that imports, for tests that look on from another process or kill it: `node … <ImportProcessOptions as JSON>`.
 * It prints the summary on standard output and ends with the command's exit code.
 */
import { readImportArguments } from '../../src/commands/import/arguments.ts';
import { runImportCommand } from '../../src/commands/import/import-command.ts';
import { quickGate } from './engine-app.ts';
import { quiet } from './quiet-log.ts';

export interface ImportProcessOptions {
  readonly args: readonly string[];
  readonly mongodbUri: string;
  readonly redisUrl?: string;
  readonly redisPrefix: string;
}

const { args, ...options } = JSON.parse(process.argv[2] ?? '{}') as ImportProcessOptions;
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
process.exitCode = await runImportCommand({
  ...options,
  redisUrl: options.redisUrl,
  request: readImportArguments(args),
  gateTimings: quickGate,
  tmdb: undefined,
  input: process.stdin,
  print: (line) => process.stdout.write(`${line}\n`),
  signal: stop.signal,
  log: quiet,
});
