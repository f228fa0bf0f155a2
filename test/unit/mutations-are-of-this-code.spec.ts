import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { mutations } from '../mutations/mutations.ts';

test.for(mutations)('what check:mutations takes out stands in the code once: $rule', async (mutation) => {
  const source = await readFile(new URL(`../../${mutation.file}`, import.meta.url), 'utf8');
  expect(source.split(mutation.find)).toHaveLength(2);
  expect(mutation.replace).not.toBe(mutation.find);
});
