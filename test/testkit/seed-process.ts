/**
 * A program that seeds, for tests that look on from another process or kill it: `node … <SeedProcessOptions as JSON>`.
 * It prints the summary on standard output and ends with the command's exit code.
 */
import { readSeedArguments } from '../../src/commands/seed/arguments.ts';
import { runSeedCommand } from '../../src/commands/seed/seed-command.ts';
import { quickGate } from './engine-app.ts';
import { quiet } from './quiet-log.ts';

export interface SeedProcessOptions {
  readonly args: readonly string[];
  readonly mongodbUri: string;
  readonly redisUrl?: string;
  readonly redisPrefix: string;
  /** Of the server whose files it may add to. */
  readonly dataDir: string;
}

const { args, ...options } = JSON.parse(process.argv[2] ?? '{}') as SeedProcessOptions;
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
process.exitCode = await runSeedCommand({
  ...options,
  redisUrl: options.redisUrl,
  request: readSeedArguments(args, false),
  gateTimings: quickGate,
  print: (line) => process.stdout.write(`${line}\n`),
  signal: stop.signal,
  log: quiet,
});
