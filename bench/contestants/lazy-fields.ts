import {
  defaultFieldResolver,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';

/** Fields without a resolver whose values may be functions, which ask Mongo when they are called. */
const lazyFields = {
  MovieConnection: ['totalCount'],
  SearchConnection: ['totalCount'],
  PageInfo: ['hasNextPage', 'hasPreviousPage'],
} as const;

const eachLazyField = (
  schema: GraphQLSchema,
  change: (field: GraphQLField<object, unknown>) => void,
): void => {
  for (const [typeName, names] of Object.entries(lazyFields)) {
    const type = schema.getType(typeName);
    for (const name of names) {
      const field = isObjectType(type) ? type.getFields()[name] : undefined;
      if (!field) throw new TypeError(`The schema has no ${typeName}.${name} any more.`);
      change(field);
    }
  }
};

/** graphql-jit calls no functions that it finds as values, as graphql-js does, unless a resolver is told to. */
export const resolveLazyFields = (schema: GraphQLSchema): void => {
  eachLazyField(schema, (field) => {
    field.resolve = defaultFieldResolver;
  });
};

/**
 * Some of these functions give Mongoose queries, which run each time that somebody waits for them, and Apollo waits
 * twice. A promise can be waited for as often as one likes.
 */
export const resolveLazyFieldsToPromises = (schema: GraphQLSchema): void => {
  eachLazyField(schema, (field) => {
    field.resolve = async (...given): Promise<unknown> => defaultFieldResolver(...given);
  });
};

/** What can be waited for once, as what can be waited for often. */
const asPromise = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'then' in value ? Promise.resolve(value) : value;

/** As {@link resolveLazyFields}, once a value: a kept page keeps its counts too. Else every hit on it would count again. */
export const resolveLazyFieldsOnce = (schema: GraphQLSchema): void => {
  eachLazyField(schema, (field) => {
    const known = new WeakMap<object, unknown>();
    const resolve: GraphQLFieldResolver<object, unknown> = (source, given, context, info) => {
      if (!known.has(source)) {
        known.set(source, asPromise(defaultFieldResolver(source, given, context, info)));
      }
      return known.get(source);
    };
    field.resolve = resolve;
  });
};
