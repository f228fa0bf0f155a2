import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnCommand, type RunningCommand } from './commands.ts';
import type { SeedProcessOptions } from './seed-process.ts';

const program = fileURLToPath(new URL('seed-process.ts', import.meta.url));

/** For what makes no videos, and so keeps no film. */
const noFiles = path.join(tmpdir(), 'marquee-no-files');

/** A seed in a process of its own, ended with the test at the latest. */
export const spawnSeed = ({
  dataDir = noFiles,
  ...options
}: Omit<SeedProcessOptions, 'dataDir'> & Partial<Pick<SeedProcessOptions, 'dataDir'>>): RunningCommand =>
  spawnCommand(program, { ...options, dataDir });
