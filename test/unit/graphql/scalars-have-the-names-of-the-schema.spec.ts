import { buildSchema, isScalarType, isSpecifiedScalarType } from 'graphql';
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { allResolvers } from '../../../src/domains.ts';
import { createSchema } from '../../../src/graphql/schema.ts';

test('a variable may be of every scalar, by the name that the schema gives it', async () => {
  const folder = new URL('../../../schema/', import.meta.url);
  const files = (await readdir(folder)).map((file) => readFile(new URL(file, folder), 'utf8'));
  const written = buildSchema((await Promise.all(files)).join('\n'));
  const names = (schema: typeof written): readonly string[] =>
    Object.values(schema.getTypeMap())
      .filter((type) => isScalarType(type) && !isSpecifiedScalarType(type))
      .map(({ name }) => name)
      .toSorted();
  expect(names(await createSchema(allResolvers))).toEqual(names(written));
});
