import { hash } from 'node:crypto';
import { useAPQ } from '@graphql-yoga/plugin-apq';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { Plugin } from '@envelop/core';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { unkeptLife } from '../shared/answer-life.ts';
import type { Logger } from '../shared/logger.ts';
import { currentRequestId } from '../shared/request-scope.ts';
import { createBoundedCache } from '../shared/bounded-cache.ts';
import type { Context } from './context.ts';
import { createErrorMask } from './errors.ts';
import { exampleOperations } from './example-operations.ts';
import { usePlannedExecution } from './execution/use-planned-execution.ts';
import { useDocumentLimits } from './plugins/use-document-limits.ts';
import { useErrorStatus } from './plugins/use-error-status.ts';
import { usePhaseClock, type PhaseClock } from './plugins/use-phase-clock.ts';
import { useOperationLog } from './plugins/use-operation-log.ts';
import type { Exchange } from './exchange.ts';
import { createViewerSeam } from './viewer.ts';

export interface YogaOptions {
  readonly schema: GraphQLSchema;
  /** The part of the context that the modules make, for each operation anew. */
  readonly forOperation: () => Omit<Context, 'requestId' | 'log' | 'viewer' | 'client' | 'life' | 'exchange'>;
  /** `undefined`: nothing is cached. */
  readonly responseCache: Plugin<Context> | undefined;
  /** What answers subscriptions, and what stands around operations for their sake. */
  readonly subscriptions: readonly Plugin<Context>[];
  /** Bytes. */
  readonly maxRequestBodySize: number;
  /** Counts how long the phases of GraphQL take. */
  readonly phases: PhaseClock;
  readonly log: Logger;
}

/** Characters of the documents that are kept parsed, which takes some seventy times as many bytes. */
const maxDocumentCharacters = 1_000_000;
const maxErrorCharacters = 200_000;
/** Characters of the documents that clients may ask for by their hash. */
const maxPersistedCharacters = 4_000_000;

export const graphqlEndpoint = '/graphql';

/** What the HTTP side hands over with each request. */
export interface ServerContext extends Record<string, unknown> {
  readonly exchange: Exchange;
}

export type MarqueeYoga = YogaServerInstance<ServerContext, Context>;

export const createMarqueeYoga = ({
  schema,
  forOperation,
  responseCache,
  subscriptions,
  maxRequestBodySize,
  phases,
  log,
}: YogaOptions): MarqueeYoga =>
  createYoga<ServerContext, Context>({
    schema,
    graphqlEndpoint,
    context: ({ exchange }) => ({
      ...forOperation(),
      requestId: currentRequestId(),
      log,
      viewer: createViewerSeam(exchange.viewer),
      client: exchange.client,
      life: unkeptLife,
      exchange,
    }),
    parserAndValidationCache: {
      documentCache: createBoundedCache<DocumentNode>(maxDocumentCharacters),
      errorCache: createBoundedCache(maxErrorCharacters),
    },
    plugins: [
      useAPQ({
        store: createBoundedCache<string>(maxPersistedCharacters),
        hash: async (text) => hash('sha256', text),
        // As clients of persisted queries expect: it is the code that tells them to send the text.
        responseConfig: { forceStatusCodeOk: true },
      }),
      useDocumentLimits(),
      // Before those that stand around execution.
      usePlannedExecution(),
      usePhaseClock(phases),
      // Outermost: its line tells how long the client waited, the cache included.
      useOperationLog(),
      ...(responseCache ? [responseCache] : []),
      ...subscriptions,
      // Last, when the errors have their codes.
      useErrorStatus(),
      // What Yoga's own HTTP side sends is whoever's that asked; of event streams it says otherwise.
      { onResponse: ({ response }) => response.headers.set('cache-control', 'private, no-store') },
    ],
    maskedErrors: { maskError: createErrorMask(log) },
    // Yoga logs every error that is masked as a defect, faults of the client too; the mask logs what matters.
    logging: false,
    // The HTTP side's: answers that never come here need the same headers.
    cors: false,
    graphiql: { title: 'Marquee', defaultTabs: exampleOperations.map((operation) => ({ ...operation })) },
    renderGraphiQL,
    landingPage: false,
    multipart: false,
    maxRequestBodySize,
  });
