import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { CheckSummary } from '../../checker/report.ts';

const program = fileURLToPath(new URL('../../checker/main.ts', import.meta.url));

/** Runs the checker as a command. */
const check = (...given: string[]): Promise<{ code: number; output: string; summary: CheckSummary }> =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, [program, '--json', '--seed', '1', ...given], (error, stdout, stderr) => {
      const last = stdout.trim().split('\n').at(-1) ?? '';
      if (!last.startsWith('{')) {
        reject(new Error(`The checker printed no summary:\n${stdout}\n${stderr}`));
        return;
      }
      resolve({
        code: typeof error?.code === 'number' ? error.code : 0,
        output: stdout,
        summary: JSON.parse(last) as CheckSummary,
      });
    });
  });

test(
  'without a cache nothing stale is found, so what it finds is the cache’s',
  { timeout: 60_000 },
  async () => {
    const { code, summary } = await check('--engine', 'off', '--seconds', '4', '--delay');
    expect(summary).toMatchObject({ violations: 0, needlessShare: null });
    expect(summary.judged).toBeGreaterThan(100);
    expect(summary.writes.acknowledged).toBeGreaterThan(10);
    expect(code).toBe(0);
  },
);

test('stale answers of the stock cache are found, counted and shown', { timeout: 60_000 }, async () => {
  const { code, output, summary } = await check('--engine', 'stock', '--seconds', '5', '--delay');
  expect(summary.violations).toBeGreaterThan(0);
  expect(output).toContain('what was written to');
  expect(code).toBe(0);
});

test(
  'while Redis loses its log and hangs, nothing stale is found, and the report says what was broken',
  {
    timeout: 240_000,
  },
  async () => {
    const given = [
      '--faults',
      'log-deleted,redis-paused',
      '--seconds',
      '16',
      '--readers',
      '8',
      '--writers',
      '4',
    ];
    const { code, output, summary } = await check(...given);
    expect(summary).toMatchObject({ violations: 0, crashes: 0 });
    expect(summary.faultReports).not.toEqual([]);
    for (const { happened, proofs, reads } of summary.faultReports) {
      expect({ happened, proofs: proofs.length > 0 }).toEqual({ happened: true, proofs: true });
      expect(reads.answered).toBeGreaterThan(0);
    }
    expect(output).toContain('Each kind of fault, at its worst:');
    expect(code).toBe(0);
  },
);
