import { readFile } from 'node:fs/promises';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { graphql as execute, print, type GraphQLSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { allResolvers } from '../../../src/domains.ts';
import { withAuthDirective } from '../../../src/graphql/auth-directive.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import type { Viewer } from '../../../src/shared/viewer.ts';

const base = await readFile(new URL('../../../schema/base.graphql', import.meta.url), 'utf8');
const declarations = /directive @auth[\s\S]*?\nenum Access \{[\s\S]*?\n\}/.exec(base)?.[0] ?? '';

const schemaOf = (fields: string): GraphQLSchema =>
  makeExecutableSchema({
    typeDefs: `${declarations} type Query { a: Int } type Mutation { ${fields} }`,
    resolvers: { Mutation: { open: () => 1, closed: () => 2 } },
  });

const run = async (source: string, viewer: Viewer | undefined) => {
  let looks = 0;
  const look = () => {
    looks += 1;
    return viewer;
  };
  const schema = withAuthDirective(
    schemaOf('open: Int @auth(requires: ANYONE) closed: Int @auth(requires: EDIT_CATALOGUE)'),
  );
  const { data, errors } = await execute({ schema, source, contextValue: { viewer: { look } } });
  const codes =
    errors?.map(({ originalError }) => (originalError as { code?: string } | undefined)?.code) ?? [];
  return { data: { ...data }, codes, looks };
};

describe('a guard', () => {
  test('lets everybody through where everybody may, and does not look who asks', async () => {
    expect(await run('mutation { open }', undefined)).toEqual({ data: { open: 1 }, codes: [], looks: 0 });
  });

  test('lets a role through that brings the permission', async () => {
    const admin: Viewer = { id: 'admin', roles: ['ADMIN'] };
    expect(await run('mutation { closed }', admin)).toEqual({ data: { closed: 2 }, codes: [], looks: 1 });
  });

  test('stops nobody in particular, and somebody without the role, each with a code of its own', async () => {
    expect(await run('mutation { closed }', undefined)).toMatchObject({
      data: { closed: null },
      codes: ['UNAUTHENTICATED'],
    });
    const someone: Viewer = { id: 'someone', roles: ['VIEWER', 'CREATOR', 'INSTRUCTOR'] };
    expect(await run('mutation { closed }', someone)).toMatchObject({
      data: { closed: null },
      codes: ['FORBIDDEN'],
    });
  });
});

describe('a schema', () => {
  test('is refused when a mutation does not say who may call it, with every such mutation named', () => {
    expect(() => withAuthDirective(schemaOf('open: Int closed: Int'))).toThrow(
      'Every mutation and every private field must say who may ask for it, with @auth: Mutation.open, Mutation.closed.',
    );
  });

  test.for([
    ['by its own hint', 'mine: Int @cacheControl(maxAge: 1, scope: PRIVATE)'],
    ['by the hint of its type', 'mine: [Mine!]'],
  ] as const)('is refused when a field that is private %s does not say who may ask', ([, field]) => {
    const hinted = (auth: string) =>
      makeExecutableSchema({
        typeDefs: `${base.slice(0, base.indexOf('"A day, as'))}
          type Mine @cacheControl(maxAge: 1, scope: PRIVATE) { a: Int mine: Mine }
          type Query { ${field} ${auth} }`,
      });
    expect(() => withAuthDirective(hinted(''))).toThrow(/with @auth: Query\.mine\.$/);
    expect(() => withAuthDirective(hinted('@auth(requires: SIGNED_IN)'))).not.toThrow();
  });

  test('lets the answer of a mutation hold what is private, but no type that others show too', () => {
    const hinted = (more: string) =>
      makeExecutableSchema({
        typeDefs: `${base.slice(0, base.indexOf('"A day, as'))}
          type Mine @cacheControl(maxAge: 1, scope: PRIVATE) { a: Int }
          type Answer { mine: Mine }
          type Mutation { change: Answer @auth(requires: SIGNED_IN) }
          type Query { a: Int ${more} }`,
      });
    expect(() => withAuthDirective(hinted(''))).not.toThrow();
    expect(() => withAuthDirective(hinted('answer: Answer'))).toThrow(/with @auth: Answer\.mine\.$/);
  });

  test('of the product lets nobody but who may edit the catalogue change films', async () => {
    const fields = Object.values((await createSchema(allResolvers)).getMutationType()?.getFields() ?? {});
    const accesses = fields.map(({ name, astNode }) => [
      name,
      astNode && /@auth\(requires: (\w+)\)/.exec(print(astNode))?.[1],
    ]);
    expect(Object.fromEntries(accesses)).toMatchObject({
      createMovie: 'EDIT_CATALOGUE',
      updateMovie: 'EDIT_CATALOGUE',
      deleteMovie: 'EDIT_CATALOGUE',
    });
  });
});
