import { readFile, readdir } from 'node:fs/promises';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLDate, GraphQLSafeInt } from 'graphql-scalars';
import type { GraphQLSchema } from 'graphql';
import { withAuthDirective } from './auth-directive.ts';
import type { Resolvers } from './generated/resolvers.ts';

const schemaFolder = new URL('../../schema/', import.meta.url);

/** The SDL of all domains, one text a file, in the order of their names. */
export const readSchemaFiles = async (): Promise<string[]> => {
  const files = (await readdir(schemaFolder)).filter((file) => file.endsWith('.graphql')).toSorted();
  return Promise.all(files.map((file) => readFile(new URL(file, schemaFolder), 'utf8')));
};

/**
 * @param resolvers of each domain; they may not overlap.
 * @throws StartupError when a mutation does not say who may call it; Error when a resolver has no field.
 */
export const createSchema = async (resolvers: readonly Resolvers[]): Promise<GraphQLSchema> =>
  withAuthDirective(
    makeExecutableSchema({
      typeDefs: await readSchemaFiles(),
      resolvers: [{ Date: GraphQLDate, SafeInt: GraphQLSafeInt }, ...resolvers],
      resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
    }),
  );
