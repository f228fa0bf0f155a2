import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { isAsyncIterable } from '@graphql-tools/utils';
import type { ExecutionResult } from 'graphql';
import { GraphQLError } from 'graphql';
import { getSSEProcessor, type GraphQLParams, processRegularResult } from 'graphql-yoga';
import type { FaultCode } from '../shared/faults.ts';
import type { Logger } from '../shared/logger.ts';
import { createErrorMask, retryAfterSeconds } from './errors.ts';
import type { Exchange } from './exchange.ts';
import type { MarqueeYoga } from './yoga.ts';

/** An answer that the response cache did not give. */
export interface PlainAnswer {
  readonly status: number;
  /** By name; the length of the body is not among them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The answer to a subscription, sent as it comes; whoever stops reading it ends it. */
export interface EventStream {
  readonly events: AsyncIterable<Uint8Array>;
}

/** The GraphQL side, as the HTTP side uses it. */
export interface GraphqlHost {
  /**
   * Executes one operation. Never rejects.
   * @param params what the client sent, whatever that is.
   * @returns `undefined` when `exchange.served` is the answer.
   */
  execute(params: unknown, asked: Asked, exchange: Exchange): Promise<PlainAnswer | EventStream | undefined>;
  /** Executes a list of operations at once, each with an exchange of its own. Never rejects. */
  executeBatch(list: readonly unknown[], asked: Asked, exchange: () => Exchange): Promise<PlainAnswer>;
  /** @returns the answer to a request that holds nothing to execute. */
  refuse(refusal: Refusal, mediaType: string): Promise<PlainAnswer>;
  /** @returns the answer to a request that failed before there was anything to execute, its status by the error. */
  fail(error: unknown, mediaType: string): Promise<PlainAnswer>;
  /** Answers those who take no JSON, or send none: pages, streams, forms. */
  handle(request: IncomingMessage, response: ServerResponse, exchange: Exchange): Promise<void>;
}

/** What of the HTTP request the GraphQL side goes by. */
export interface Asked {
  /** GET or POST. */
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** What the answer is to be: `application/json` or `application/graphql-response+json`. */
  readonly mediaType: string;
  /** Whether a stream of events would do where there is no single answer. */
  readonly mayBeEvents: boolean;
}

/** Bytes. A document of this API has no use for more; uploads go elsewhere. */
export const maxRequestBodySize = 1_000_000;

/** Why a request is none. */
export interface Refusal {
  readonly message: string;
  /** By default BAD_REQUEST. */
  readonly code?: FaultCode;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Operations that one request may hold. */
export const maxBatchSize = 10;

type Result = ExecutionResult | AsyncIterable<ExecutionResult>;

/** The request as resolvers and hooks may look at it. A real one would cost more than all that is done with it. */
class RequestView {
  readonly method: string;
  readonly #asked: Asked;
  #headers: Headers | undefined;

  constructor(asked: Asked) {
    this.method = asked.method;
    this.#asked = asked;
  }

  get url(): string {
    return this.#asked.url;
  }

  get headers(): Headers {
    if (!this.#headers) {
      this.#headers = new Headers();
      for (const [name, value] of Object.entries(this.#asked.headers)) {
        if (value !== undefined) this.#headers.set(name, String(value));
      }
    }
    return this.#headers;
  }
}

const end = (result: AsyncIterable<ExecutionResult>): void => {
  void result[Symbol.asyncIterator]().return?.();
};

/** What is no single answer has no place in a list of them. */
const asMember = (result: Result): ExecutionResult => {
  if (!isAsyncIterable(result)) return result;
  end(result);
  const message = 'A batch holds queries and mutations only.';
  return { errors: [new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } })] };
};

/**
 * @param began told of each operation; what it returns is called when that ends.
 */
export const createGraphqlHost = (
  yoga: MarqueeYoga,
  log: Logger,
  began: () => () => void = () => () => undefined,
): GraphqlHost => {
  const mask = createErrorMask(log);
  const toEvents = getSSEProcessor();

  const resultOf = async (params: unknown, asked: Asked, exchange: Exchange): Promise<Result> => {
    const end = began();
    try {
      const given = {
        params: params as GraphQLParams,
        request: new RequestView(asked) as unknown as Request,
      };
      return (await yoga.getResultForParams(given, { exchange })) ?? { errors: [] };
    } catch (error) {
      return { errors: [mask(error)] };
    } finally {
      end();
    }
  };

  const written = async (result: Result | ExecutionResult[], mediaType: string): Promise<PlainAnswer> => {
    const response = processRegularResult(result as ExecutionResult, yoga.fetchAPI, mediaType);
    const { 'content-length': _ofBody, ...headers } = Object.fromEntries(response.headers);
    return { status: response.status, headers, body: await response.text() };
  };

  const streamed = async (result: AsyncIterable<ExecutionResult>): Promise<EventStream> => {
    const { body } = await toEvents(result, yoga.fetchAPI, 'text/event-stream');
    return { events: body ?? Readable.from([]) };
  };

  return {
    async execute(params, asked, exchange) {
      const result = await resultOf(params, asked, exchange);
      if (exchange.served) return undefined;
      if (!isAsyncIterable(result)) return written(result, asked.mediaType);
      if (asked.mayBeEvents) return streamed(result);
      end(result);
      const message = 'A subscription is answered by events: send it alone, with Accept: text/event-stream.';
      return this.refuse({ message, status: 406 }, asked.mediaType);
    },
    async executeBatch(list, asked, exchange) {
      if (list.length === 0) {
        return this.refuse({ message: 'Expected at least one operation.', status: 400 }, asked.mediaType);
      }
      if (list.length > maxBatchSize) {
        const message = `Batching is limited to ${maxBatchSize} operations per request.`;
        return this.refuse({ message, status: 413 }, asked.mediaType);
      }
      const results = await Promise.all(list.map((params) => resultOf(params, asked, exchange())));
      return written(results.map(asMember), asked.mediaType);
    },
    refuse: ({ message, code = 'BAD_REQUEST', ...http }, mediaType) =>
      written({ errors: [new GraphQLError(message, { extensions: { code, http } })] }, mediaType),
    fail(error, mediaType) {
      const { message, extensions } = mask(error);
      const code = extensions['code'] as FaultCode;
      const headers = { 'retry-after': String(retryAfterSeconds) };
      const http = code === 'UNAVAILABLE' ? { status: 503, headers } : { status: 500 };
      return this.refuse({ message, code, ...http }, mediaType);
    },
    async handle(request, response, exchange) {
      await yoga.handle(request, response, { exchange });
    },
  };
};
