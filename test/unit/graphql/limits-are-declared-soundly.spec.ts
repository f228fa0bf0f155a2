import { readFile } from 'node:fs/promises';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { expect, test } from 'vitest';
import { allResolvers } from '../../../src/domains.ts';
import { withRateLimitDirective } from '../../../src/graphql/rate-limit-directive.ts';
import { createSchema } from '../../../src/graphql/schema.ts';

const base = await readFile(new URL('../../../schema/base.graphql', import.meta.url), 'utf8');

const check = (types: string) =>
  withRateLimitDirective(
    makeExecutableSchema({
      typeDefs: [base, types],
      resolverValidationOptions: { requireResolversToMatchSchema: 'ignore' },
    }),
    undefined,
  );

const faulty: readonly (readonly [types: string, fault: string])[] = [
  [
    'extend type Query { a: Int @cacheControl(maxAge: 60) @rateLimit(name: "a", limit: 1, window: 1) }',
    'Query.a: expected @rateLimit at a mutation, or at a field with @cacheControl(maxAge: 0)',
  ],
  [
    'type Thing { a: Int @rateLimit(name: "a", limit: 1, window: 1) }',
    'Thing.a: expected @rateLimit at a mutation, or at a field with @cacheControl(maxAge: 0)',
  ],
  [
    'type Subscription { a: Int @cacheControl(maxAge: 0) @rateLimit(name: "a", limit: 1, window: 1) }',
    'Subscription.a: expected @rateLimit at a mutation, or at a field with @cacheControl(maxAge: 0)',
  ],
  [
    'interface Thing { a: Int @rateLimit(name: "a", limit: 1, window: 1) }',
    'Thing.a: expected @rateLimit at the fields of types, not of an interface',
  ],
  [
    'extend type Mutation { a: Int @rateLimit(name: "general", limit: 1, window: 1) }',
    'Mutation.a: expected a name of small letters, digits and "-", other than "general", but got "general"',
  ],
  [
    'extend type Mutation { a: Int @rateLimit(name: "A:b", limit: 1, window: 1) }',
    'Mutation.a: expected a name of small letters, digits and "-", other than "general", but got "A:b"',
  ],
  [
    'extend type Mutation { a: Int @rateLimit(name: "a", limit: 0, window: 1) }',
    'Mutation.a: expected a limit from 1, but got 0',
  ],
  [
    'extend type Mutation { a: Int @rateLimit(name: "a", limit: 1, window: 0) }',
    'Mutation.a: expected a window from 1 second, but got 0',
  ],
  [
    `extend type Mutation {
      a: Int @rateLimit(name: "a", limit: 1, window: 60) @rateLimit(name: "a", limit: 5, window: 60)
    }`,
    'Mutation.a: expected the windows of "a" to differ',
  ],
  [
    `extend type Mutation {
      a: Int @rateLimit(name: "a", limit: 1, window: 1)
      b: Int @rateLimit(name: "a", limit: 2, window: 1)
    }`,
    'Mutation.b: expected the limit "a" to be the same as at Mutation.a',
  ],
  [
    `extend type Mutation {
      a: Int @rateLimit(name: "a", limit: 1, window: 1) @rateLimit(name: "a", limit: 2, window: 60, by: ADDRESS)
    }`,
    'Mutation.a: expected all of "a" to count the same subjects and outcomes',
  ],
];

test.for(faulty)('%s is refused', ([types, fault]) => {
  expect(() => check(types)).toThrow(`The limits of the schema have faults:\n  ${fault}`);
});

test('several windows under one name, and one name at several fields, are fine', () => {
  const limits = '@rateLimit(name: "a", limit: 1, window: 1) @rateLimit(name: "a", limit: 5, window: 60)';
  const turned = '@rateLimit(name: "a", limit: 5, window: 60) @rateLimit(name: "a", limit: 1, window: 1)';
  expect(() => check(`extend type Mutation { a: Int ${limits} b: Int ${turned} }`)).not.toThrow();
});

test('the schema of the product is fine', async () => {
  await expect(createSchema(allResolvers)).resolves.toBeDefined();
});
