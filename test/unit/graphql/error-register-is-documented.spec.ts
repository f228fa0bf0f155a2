import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { faultCodes } from '../../../src/shared/faults.ts';

test('docs/errors.md has the codes of the register with their meanings and an HTTP status, and no others', async () => {
  const page = await readFile(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `([A-Z_]+)`\s*\|\s*(.*?)\s*\|\s*(.*?)\s*\|$/gm)];
  expect(Object.fromEntries(rows.map(([, code, meaning]) => [code, meaning]))).toEqual(faultCodes);
  for (const [, , , status] of rows) expect(status).toMatch(/^[2-5]\d\d\b/);
});
