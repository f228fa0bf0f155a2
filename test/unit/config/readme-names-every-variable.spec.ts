import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { environmentNames } from '../../../src/config/environment.ts';

test('the README has one row for each variable of the environment, and for nothing else', async () => {
  const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
  const rows = [...readme.matchAll(/^\|\s*`([A-Z][A-Z0-9_]*)`\s*\|/gm)].map(([, name = '']) => name);
  expect(rows.toSorted()).toEqual([...environmentNames].toSorted());
});
