import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { isAsyncIterable } from '@graphql-tools/utils';
import type {
  ExecutionResult,
  FormattedExecutionResult,
  GraphQLErrorExtensions,
  GraphQLFormattedError,
} from 'graphql';
import { GraphQLError } from 'graphql';
import { getSSEProcessor, type GraphQLParams, processRegularResult } from 'graphql-yoga';
import { mapEvents } from '../shared/event-streams.ts';
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

/** The answer to a subscription, sent as it comes; whoever returns it ends it. */
export interface EventStream {
  /** Each a result as JSON. */
  readonly results: AsyncIterableIterator<string>;
}

/** The GraphQL side, as the HTTP side uses it. */
export interface GraphqlHost {
  /**
   * Executes one operation. Never rejects.
   * @param params what the client sent, whatever that is.
   * @returns `undefined` when `exchange.served` is the answer.
   */
  execute(params: unknown, asked: Asked, exchange: Exchange): Promise<PlainAnswer | EventStream | undefined>;
  /**
   * Executes one operation for those who send results on by themselves. Never rejects.
   * @returns one result, or as many as come, as they go to clients.
   */
  results(params: unknown, asked: Asked, exchange: Exchange): Promise<SentResult | ResultStream>;
  /** Executes a list of operations at once, each with an exchange of its own. Never rejects. */
  executeBatch(list: readonly unknown[], asked: Asked, exchange: () => Exchange): Promise<PlainAnswer>;
  /** @returns the answer to a request that holds nothing to execute. */
  refuse(refusal: Refusal, mediaType: string): Promise<PlainAnswer>;
  /** @returns the answer to a request that failed before there was anything to execute, its status by the error. */
  fail(error: unknown, mediaType: string): Promise<PlainAnswer>;
  /** Answers those who take no JSON, or send none: pages, streams, forms. */
  handle(request: IncomingMessage, response: ServerResponse, exchange: Exchange): Promise<void>;
}

/** A result without what is for the HTTP side alone. */
export interface SentResult extends Omit<FormattedExecutionResult, 'errors'> {
  readonly errors?: readonly GraphQLFormattedError[];
}

export type ResultStream = AsyncIterableIterator<SentResult>;

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
  /** Whether nothing else would. */
  readonly mustBeEvents: boolean;
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

/** Yoga's plugins tell the HTTP side by `http` which status they mean. */
const withoutHttp = (extensions: GraphQLErrorExtensions | undefined): GraphQLErrorExtensions | undefined => {
  const { http: _http, ...others } = extensions ?? {};
  return Object.keys(others).length > 0 ? others : undefined;
};

const asSent = ({ errors, extensions, ...result }: ExecutionResult): SentResult => {
  const left = withoutHttp(extensions);
  return {
    ...(errors && {
      errors: errors.map((error) => {
        const { extensions: given, ...told } = error.toJSON();
        const ofError = withoutHttp(given);
        return { ...told, ...(ofError && { extensions: ofError }) };
      }),
    }),
    ...result,
    ...(left && { extensions: left }),
  };
};

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

  /** One result as a stream of it alone. */
  const asEvents = async (result: ExecutionResult): Promise<PlainAnswer> => {
    const response = await toEvents(result, yoga.fetchAPI, 'text/event-stream');
    const body = await response.text();
    const retryAfter = response.headers.get('retry-after');
    const headers = {
      'content-type': 'text/event-stream',
      ...(retryAfter !== null && { 'retry-after': retryAfter }),
    };
    return { status: response.status, headers, body };
  };

  return {
    async execute(params, asked, exchange) {
      const result = await resultOf(params, asked, exchange);
      if (!isAsyncIterable(result)) {
        if (asked.mustBeEvents) return asEvents(result);
        return exchange.served ? undefined : written(result, asked.mediaType);
      }
      if (asked.mayBeEvents) return { results: mapEvents(result, (one) => JSON.stringify(asSent(one))) };
      end(result);
      const message = 'A subscription is answered by events: send it alone, with Accept: text/event-stream.';
      return this.refuse({ message, status: 406 }, asked.mediaType);
    },
    async results(params, asked, exchange) {
      const result = await resultOf(params, asked, exchange);
      if (isAsyncIterable(result)) return mapEvents(result, asSent);
      // What is kept is text, which only the HTTP side has a use for.
      return JSON.parse((await written(result, asked.mediaType)).body) as SentResult;
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
