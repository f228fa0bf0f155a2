import { readFile, readdir } from 'node:fs/promises';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLDate, GraphQLDateTimeISO, GraphQLSafeInt } from 'graphql-scalars';
import { parse, Source, type DocumentNode, type GraphQLSchema } from 'graphql';
import { withAuthDirective } from './auth-directive.ts';
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

/**
 * @param resolvers of each domain; they may not overlap.
 * @throws StartupError when a mutation does not say who may call it; Error when a resolver has no field.
 */
export const createSchema = async (
  resolvers: readonly Resolvers[],
  extension?: SchemaExtension,
): Promise<GraphQLSchema> =>
  withAuthDirective(
    makeExecutableSchema({
      typeDefs: [...(await readSchemaFiles()), ...(extension?.typeDefs ?? [])],
      resolvers: [
        { Date: GraphQLDate, DateTime: GraphQLDateTimeISO, SafeInt: GraphQLSafeInt },
        ...resolvers,
        ...(extension ? [extension.resolvers as Resolvers] : []),
      ],
      resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
    }),
  );
