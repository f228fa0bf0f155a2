import { makeExecutableSchema } from '@graphql-tools/schema';
import * as fc from 'fast-check';
import { type ExecutionResult, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import type { LiveArguments } from '../../../src/graphql/execution/live-fields.ts';
import { createPlannedExecute } from '../../../src/graphql/execution/use-planned-execution.ts';
import { createHoles, fillIn, fillingBody, pageOf } from '../../../src/graphql/response-cache/live-answer.ts';

const typeDefs = `
  directive @live on FIELD_DEFINITION
  type Film {
    _id: String!  title: String  next: Film  people: [Person!]!  found: [Found]
    views: Int! @live  mine: Mine @live  noted(by: String!): String @live  friends: [Person] @live
  }
  type Person { _id: String!  name: String  films: [Film!]  likes: Int @live }
  type Mine { at: Int  film: Film }
  union Found = Film | Person
  type Query { film(id: String!): Film  films(first: Int!): [Film!]  found: [Found!]! }
`;

/** Whatever an answer may hold: among it, what would break one that is cut or joined wrongly. */
const texts = ['plain', 'a "quoted" \\ word', 'line\nbreak', 'Amélie 🎬', '', 'null', ',"views":'];

const numberOf = (text: string): number => {
  let sum = 7;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return sum;
};
const textOf = (place: string) => texts[numberOf(place) % texts.length];
const object = (__typename: string, _id: string) => ({ __typename, _id });
const film = (id: string) => object('Film', id);
const several = <Value>(place: string, make: (place: string) => Value): readonly Value[] =>
  Array.from({ length: numberOf(place) % 4 }, (_, at) => make(`${place}${at}`));
/** Now or later, as the place says. */
const sometime = <Value>(place: string, given: Value): Value | Promise<Value> =>
  numberOf(`when ${place}`) % 2 === 0 ? given : Promise.resolve(given);

type Source = ReturnType<typeof object>;
const schema = makeExecutableSchema({
  typeDefs,
  resolvers: {
    Film: {
      title: ({ _id }: Source) => textOf(_id),
      next: ({ _id }: Source) => sometime(_id, numberOf(_id) % 5 === 0 ? null : film(`${_id}n`)),
      people: ({ _id }: Source) =>
        sometime(
          _id,
          several(_id, (id) => object('Person', id)),
        ),
      found: ({ _id }: Source) =>
        several(_id, (id) =>
          numberOf(id) % 3 === 0 ? null : object(numberOf(id) % 2 === 0 ? 'Film' : 'Person', id),
        ),
      views: (source: Source) => {
        if (Object.keys(source).join(' ') !== '_id') throw new Error('Expected nothing but the _id.');
        return sometime(`v${source._id}`, numberOf(source._id));
      },
      mine: ({ _id }: Source) => sometime(`m${_id}`, numberOf(_id) % 3 === 0 ? null : { _id }),
      noted: ({ _id }: Source, { by }: { by: string }) => sometime(`t${_id}`, textOf(by + _id)),
      friends: ({ _id }: Source) =>
        several(_id, (id) => (numberOf(id) % 2 === 0 ? null : object('Person', id))),
    },
    Person: {
      name: ({ _id }: Source) => textOf(`name ${_id}`),
      films: ({ _id }: Source) => sometime(_id, several(_id, film)),
      likes: ({ _id }: Source) => sometime(`l${_id}`, numberOf(_id) % 2 === 0 ? null : 3),
    },
    Mine: { at: ({ _id }: Source) => numberOf(_id), film: ({ _id }: Source) => film(`${_id}f`) },
    Query: {
      film: (_root: unknown, { id }: { id: string }) => (id === 'none' ? null : film(id)),
      films: (_root: unknown, { first }: { first: number }) =>
        Array.from({ length: first }, (_, at) => film(`all${at}`)),
      found: () => [film('one'), object('Person', 'two'), film('three')],
    },
  },
});

const ofPerson = fc
  .uniqueArray(fc.constantFrom('name', 'likes', 'again: likes', '__typename', 'films { title views }'), {
    minLength: 1,
  })
  .map((fields) => fields.join(' '));
const ofFilm = (depth: number): fc.Arbitrary<string> => {
  const below = depth === 0 ? fc.constant('title views') : ofFilm(depth - 1);
  const field = fc.oneof(
    fc.constantFrom('title', '_id', 'views', 'seen: views', 'noted(by: "me")', 'second: noted(by: $by)'),
    fc.constantFrom('...Counts', '... @include(if: $yes) { mine { at } }', 'views @skip(if: $yes)'),
    below.map((text) => `next { ${text} }`),
    below.map((text) => `mine { at film { ${text} } }`),
    ofPerson.map((text) => `people { ${text} }`),
    ofPerson.map((text) => `friends { ${text} }`),
    fc
      .tuple(below, ofPerson)
      .map(([one, other]) => `found { ... on Film { ${one} } ... on Person { ${other} } }`),
  );
  return fc.array(field, { minLength: 1, maxLength: 5 }).map((fields) => fields.join(' '));
};
const operations = fc.tuple(ofFilm(2), ofFilm(1), ofPerson).map(
  ([first, second, third]) =>
    `query ($yes: Boolean!, $by: String!) { film(id: "a") { ${first} } films(first: 3) { ${second} }
        none: film(id: "none") { views } found { ... on Film { ${second} } ... on Person { ${third} } } }
      fragment Counts on Film { count: views mine { at } } `,
);
const variables = fc.record({ yes: fc.boolean(), by: fc.constantFrom('you', '"', 'ü') });

const execute = createPlannedExecute(schema, () => {
  throw new Error('Expected the operation to be planned.');
});

test('a page with holes, filled in, is byte for byte the answer that has none', async () => {
  await fc.assert(
    fc.asyncProperty(operations, variables, async (text, variableValues) => {
      const document = parse(text.includes('...Counts') ? text : text.replace(/fragment[\s\S]*/, ''));
      fc.pre(validate(schema, document).length === 0);
      const run = async (more: LiveArguments = {}) =>
        (await execute({ schema, document, variableValues, contextValue: {}, ...more })) as ExecutionResult;

      const whole = await run();
      expect(whole.errors).toBeUndefined();
      const holes = createHoles();
      const { data } = await run({ holes: holes.sink });
      const page = holes.cut(JSON.stringify({ data }), 'question', (coordinate) =>
        coordinate === 'Film.views' || coordinate === 'Person.likes' ? 'shared' : 'own',
      );
      const fillings = await Promise.all(
        pageOf(page).groups.map(async (group) => {
          const filled = await run({ fill: group.holes });
          return fillingBody((filled.data as { values: unknown[] }).values);
        }),
      );
      // As from a store: other bytes than those that were made here.
      const filled = fillIn(
        page.slice(),
        fillings.map((body) => body.slice()),
      );
      expect(Buffer.from(filled).toString('utf8')).toBe(JSON.stringify({ data: whole.data }));
    }),
    { numRuns: 150 },
  );
});

test('pages with the same objects at the same places ask for the same filling, and others for another', () => {
  const questionOf = (ids: readonly string[]) => {
    const holes = createHoles();
    const left = ids.map((id) => holes.sink.leave({ site: 'Query.films/Film.views', id }, 'Film.views'));
    const page = holes.cut(JSON.stringify({ data: left }), 'question', () => 'shared');
    return pageOf(page).groups.map(({ question }) => question);
  };
  expect(questionOf(['a', 'b'])).toEqual(questionOf(['a', 'b']));
  expect(questionOf(['a', 'b'])).not.toEqual(questionOf(['b', 'a']));
  expect(questionOf([])).toEqual([]);
});

test('a live field that may not be null and fails leaves nothing to fill in', async () => {
  const document = parse('{ film(id: "a") { views } }');
  const failing = makeExecutableSchema({
    typeDefs,
    resolvers: {
      Film: { views: () => Promise.reject(new Error('No count.')) },
      Query: { film: () => film('a') },
    },
  });
  const run = createPlannedExecute(failing, () => undefined);
  const fill = [{ site: 'Query.film/Film.views', id: 'a' }];
  const { data, errors } = (await run({ schema: failing, document, fill })) as ExecutionResult;
  expect([data, errors?.length]).toEqual([null, 1]);
});
