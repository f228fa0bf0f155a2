import { makeExecutableSchema } from '@graphql-tools/schema';
import { execute as executeDocument, graphql as execute, parse, type GraphQLResolveInfo } from 'graphql';
import { expect, test } from 'vitest';
import { fieldsSelectedOf } from '../../../src/shared/resolving/selection.ts';

const typeDefs = `
  interface Node { id: ID }
  type Film implements Node { id: ID title: String year: Int sequels: FilmPage director: Person }
  type Person implements Node { id: ID name: String films: FilmPage }
  type FilmPage { edges: [FilmEdge] nodes: [Film] count: Int }
  type FilmEdge { cursor: String node: Film }
  union Found = Film | Person
  type Query { film: Film films: FilmPage found: [Found] node: Node }
`;

/** What a root field sees of the two types when it is resolved. */
const seenBy = async (query: string, variableValues: Record<string, unknown> = {}) => {
  const seen: { films: string[]; people: string[] }[] = [];
  const look = (_root: unknown, _arguments: unknown, _context: unknown, info: GraphQLResolveInfo) => {
    const fields = (type: string) => [...fieldsSelectedOf(info, type)].toSorted();
    seen.push({ films: fields('Film'), people: fields('Person') });
    return null;
  };
  const resolvers = { Query: { film: look, films: look, found: look, node: look } };
  const schema = makeExecutableSchema({ typeDefs, resolvers });
  const { errors } = await execute({ schema, source: query, variableValues });
  expect(errors).toBeUndefined();
  return seen;
};
const filmsSeenBy = async (query: string, variables?: Record<string, unknown>) =>
  (await seenBy(query, variables)).map(({ films }) => films);

test('fields of the answer itself are seen, by name and not by alias', async () => {
  expect(await filmsSeenBy('{ film { title label: year } }')).toEqual([['title', 'year']]);
});

test('fields below wrappers are seen, over every path to them', async () => {
  expect(await filmsSeenBy('{ films { count nodes { title } edges { cursor node { year } } } }')).toEqual([
    ['title', 'year'],
  ]);
});

test('each of two aliases of one field sees its own selection', async () => {
  expect(await filmsSeenBy('{ a: film { title } b: film { year } }')).toEqual([['title'], ['year']]);
});

test('two selections of one field are seen as one', async () => {
  expect(await filmsSeenBy('{ film { title } film { year } }')).toEqual([['title', 'year']]);
});

test('fragments are looked into, however deep', async () => {
  const query = `
    { films { ...Page } }
    fragment Page on FilmPage { nodes { ...Fields ... { id } } }
    fragment Fields on Film { ... on Film { title } director { name } }
  `;
  expect(await filmsSeenBy(query)).toEqual([['director', 'id', 'title']]);
});

test('what is skipped or not included is not seen', async () => {
  const query = `query ($yes: Boolean!, $no: Boolean!) {
    film {
      id @skip(if: $yes)
      title @include(if: $yes)
      year @include(if: $no)
      ... @skip(if: $yes) { director { id } }
      ...Sequels @include(if: $no)
    }
  } fragment Sequels on Film { sequels { count } }`;
  expect(await filmsSeenBy(query, { yes: true, no: false })).toEqual([['title']]);
});

test('members of a union are told apart', async () => {
  const query = '{ found { __typename ... on Film { title } ... on Person { name } ... on Node { id } } }';
  const [{ films, people } = { films: [], people: [] }] = await seenBy(query);
  expect(films.filter((field) => field !== '__typename')).toEqual(['id', 'title']);
  expect(people.filter((field) => field !== '__typename')).toEqual(['id', 'name']);
});

test('an interface is looked into for each type that implements it', async () => {
  expect(await seenBy('{ node { id ... on Film { year } } }')).toEqual([
    { films: ['id', 'year'], people: ['id'] },
  ]);
});

test('what lies below another object of the type is not seen: that object has a selection of its own', async () => {
  expect(await filmsSeenBy('{ film { title sequels { nodes { year id } } } }')).toEqual([
    ['sequels', 'title'],
  ]);
});

test('objects of the type below those of another type are seen', async () => {
  expect(await seenBy('{ film { director { name films { nodes { year } } } } }')).toEqual([
    { films: ['director'], people: ['films', 'name'] },
  ]);
});

test('each execution of one document sees what its own variables leave in', async () => {
  const seen: string[][] = [];
  const film = (_root: unknown, _arguments: unknown, _context: unknown, info: GraphQLResolveInfo) => {
    seen.push([...fieldsSelectedOf(info, 'Film')]);
    return null;
  };
  const schema = makeExecutableSchema({ typeDefs, resolvers: { Query: { film } } });
  const document = parse('query ($yes: Boolean! = true) { film { title year @include(if: $yes) } }');
  for (const variableValues of [{ yes: true }, { yes: false }, {}]) {
    await executeDocument({ schema, document, variableValues });
  }
  expect(seen).toEqual([['title', 'year'], ['title'], ['title', 'year']]);
});
