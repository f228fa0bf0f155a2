import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { Plugin } from '@envelop/core';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Logger } from '../shared/logger.ts';
import { currentRequestId } from '../shared/request-scope.ts';
import { createBoundedCache } from './bounded-cache.ts';
import type { Context } from './context.ts';
import { createErrorMask } from './errors.ts';
import { exampleOperations } from './example-operations.ts';
import { useDocumentLimits } from './plugins/use-document-limits.ts';
import { useErrorStatus } from './plugins/use-error-status.ts';
import { useOperationLog } from './plugins/use-operation-log.ts';
import { createViewerSeam, type Authenticate } from './viewer.ts';

export interface YogaOptions {
  readonly schema: GraphQLSchema;
  readonly authenticate: Authenticate;
  /** The part of the context that the modules make, for each operation anew. */
  readonly forOperation: () => Omit<Context, 'requestId' | 'log' | 'viewer'>;
  /** `undefined`: nothing is cached. */
  readonly responseCache: Plugin<Context> | undefined;
  /** `undefined`: every origin, without credentials. */
  readonly corsOrigins: readonly string[] | undefined;
  readonly log: Logger;
}

/** Bytes. A document of this API has no use for more; uploads go elsewhere. */
const maxRequestBodySize = 1_000_000;

/** Characters of the documents that are kept parsed, which takes some seventy times as many bytes. */
const maxDocumentCharacters = 1_000_000;
const maxErrorCharacters = 200_000;

export const graphqlEndpoint = '/graphql';

export type MarqueeYoga = YogaServerInstance<object, Context>;

export const createMarqueeYoga = ({
  schema,
  authenticate,
  forOperation,
  responseCache,
  corsOrigins,
  log,
}: YogaOptions): MarqueeYoga =>
  createYoga<object, Context>({
    schema,
    graphqlEndpoint,
    context: ({ request }) => ({
      ...forOperation(),
      requestId: currentRequestId(),
      log,
      viewer: createViewerSeam(authenticate(request.headers.get('authorization'))),
    }),
    parserAndValidationCache: {
      documentCache: createBoundedCache<DocumentNode>(maxDocumentCharacters),
      errorCache: createBoundedCache(maxErrorCharacters),
    },
    plugins: [
      useDocumentLimits(),
      // Outermost: its line tells how long the client waited, the cache included.
      useOperationLog(),
      ...(responseCache ? [responseCache] : []),
      // Last, when the errors have their codes.
      useErrorStatus(),
    ],
    maskedErrors: { maskError: createErrorMask(log) },
    // Yoga logs every error that is masked as a defect, faults of the client too; the mask logs what matters.
    logging: false,
    cors: corsOrigins ? { origin: [...corsOrigins], credentials: true } : { origin: '*', credentials: false },
    graphiql: { title: 'Marquee', defaultTabs: exampleOperations.map((operation) => ({ ...operation })) },
    renderGraphiQL,
    landingPage: false,
    multipart: false,
    maxRequestBodySize,
  });
