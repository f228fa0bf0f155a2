import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Bench } from '../bench.ts';
import type { InvalidationFigures } from '../results.ts';

const script = fileURLToPath(new URL('../invalidation-cost.ts', import.meta.url));

/** What a write costs the cache by how much is kept; in a process of its own, since it fills its memory. */
export const runInvalidation = async ({ pace, say }: Bench): Promise<readonly InvalidationFigures[]> => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--max-old-space-size=8192',
    script,
    '--json',
    `--sizes=${pace.invalidationSizes.join(',')}`,
    `--writes=${pace.invalidationWrites}`,
  ]);
  const figures = JSON.parse(stdout) as InvalidationFigures[];
  for (const { entries, microseconds } of figures) {
    say(`  ${entries} entries: ${microseconds.toFixed(0)} µs`);
  }
  return figures;
};
