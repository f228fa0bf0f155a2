import { fileURLToPath } from 'node:url';
import { spawnCommand, type RunningCommand } from './commands.ts';
import type { SeedProcessOptions } from './seed-process.ts';

const program = fileURLToPath(new URL('seed-process.ts', import.meta.url));

/** A seed in a process of its own, ended with the test at the latest. */
export const spawnSeed = (options: SeedProcessOptions): RunningCommand => spawnCommand(program, options);
