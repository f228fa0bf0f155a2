/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Movies($filter: MovieFilter, $sort: MovieSort, $first: Int, $after: String, $last: Int, $before: String) {\n    movies(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          title\n          year\n          rating\n          votes\n          genres {\n            slug\n          }\n          directors {\n            slug\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.MoviesDocument,
};
const documents: Documents = {
    "\n  query Movies($filter: MovieFilter, $sort: MovieSort, $first: Int, $after: String, $last: Int, $before: String) {\n    movies(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          title\n          year\n          rating\n          votes\n          genres {\n            slug\n          }\n          directors {\n            slug\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": types.MoviesDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Movies($filter: MovieFilter, $sort: MovieSort, $first: Int, $after: String, $last: Int, $before: String) {\n    movies(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          title\n          year\n          rating\n          votes\n          genres {\n            slug\n          }\n          directors {\n            slug\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoviesDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
