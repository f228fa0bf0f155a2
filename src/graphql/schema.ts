import { readFile, readdir } from 'node:fs/promises';
import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  GraphQLDate,
  GraphQLDateTimeISO,
  GraphQLJSON,
  GraphQLJSONObject,
  GraphQLSafeInt,
} from 'graphql-scalars';
import { GraphQLScalarType, parse, Source, type DocumentNode, type GraphQLSchema } from 'graphql';
import { withAuthDirective } from './auth-directive.ts';
import { withRateLimitDirective } from './rate-limit-directive.ts';
import type { LimitCounter } from '../limits/policy.ts';
import type { Resolvers } from './generated/resolvers.ts';

const schemaFolder = new URL('../../schema/', import.meta.url);

/** The SDL of all domains, a document a file, in the order of their names. Its nodes know the file they stand in. */
export const readSchemaFiles = async (): Promise<DocumentNode[]> => {
  const files = (await readdir(schemaFolder)).filter((file) => file.endsWith('.graphql')).toSorted();
  return Promise.all(
    files.map(async (file) => parse(new Source(await readFile(new URL(file, schemaFolder), 'utf8'), file))),
  );
};

/** SDL and resolvers beyond those of `schema/` and `src/modules`. */
export interface SchemaExtension {
  readonly typeDefs: readonly DocumentNode[];
  readonly resolvers: object;
}

/** Of the name that the schema gives it: its own would be what clients have to call their variables. */
const dateTime = new GraphQLScalarType({ ...GraphQLDateTimeISO.toConfig(), name: 'DateTime' });

/**
 * @param resolvers of each domain; they may not overlap.
 * @param counter of the fields' limits; `undefined`: they are read, and not held.
 * @throws StartupError when a mutation or a private field does not say who may ask for it, or limits have faults; Error when a
 *   resolver has no field.
 */
export const createSchema = async (
  resolvers: readonly Resolvers[],
  extension?: SchemaExtension,
  counter?: LimitCounter,
): Promise<GraphQLSchema> => {
  const schema = makeExecutableSchema({
    typeDefs: [...(await readSchemaFiles()), ...(extension?.typeDefs ?? [])],
    resolvers: [
      {
        Date: GraphQLDate,
        DateTime: dateTime,
        JSON: GraphQLJSON,
        JSONObject: GraphQLJSONObject,
        SafeInt: GraphQLSafeInt,
      },
      ...resolvers,
      ...(extension ? [extension.resolvers as Resolvers] : []),
    ],
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
  // Guards stand in front: who may not ask at all uses no limit up.
  return withAuthDirective(withRateLimitDirective(schema, counter));
};
