import { isAsyncIterable } from '@graphql-tools/utils';
import { GraphQLError, GraphQLSchema, parse, type ExecutionArgs, type GraphQLFormattedError } from 'graphql';
import { makeServer, type Server, type SubscribePayload } from 'graphql-ws';
import type { Callers, Recognised } from '../../graphql/callers.ts';
import type { Exchange } from '../../graphql/exchange.ts';
import type { GraphqlHost, ResultStream, SentResult } from '../../graphql/host.ts';
import type { GeneralLimit } from '../../limits/general-limit.ts';
import { limitedFault, subjectOf } from '../../limits/refusal.ts';
import type { Fault } from '../../shared/faults.ts';
import { closeCodes } from './close-codes.ts';
import { authorizationIn, closeForbidden, type Connection } from './connection.ts';

export interface GraphqlProtocolParts {
  readonly host: GraphqlHost;
  readonly callers: Callers;
  /** What every operation is counted by; `undefined`: nothing is. */
  readonly limit: Pick<GeneralLimit, 'take'> | undefined;
  /** Milliseconds that a client has for its first message. Default 10,000. */
  readonly initWaitMs?: number;
}

/** Operations on one connection at once. */
export const maxOperations = 100;

/** What the library has to be given, and does nothing with: operations are executed by the host. */
const unused = { schema: new GraphQLSchema({}), document: parse('{ __typename }'), rootValue: undefined };

const over = { value: undefined, done: true } as const;

const errorOf = ({ message, code, details }: Fault): GraphQLFormattedError => ({
  message,
  extensions: { ...details, code },
});

/**
 * The stream of one operation, on its way to the client. When it ended for a reason that is the connection's too, the client is not
 * told `complete`: it would take that for all that there is, and not come back.
 */
const watched = (results: ResultStream, exchange: Exchange, connection: Connection): ResultStream => ({
  async next() {
    const result = await results.next();
    const { streamEnd } = exchange;
    if (streamEnd !== 'unauthenticated' && streamEnd !== 'stopping') return result;
    if (streamEnd === 'unauthenticated') closeForbidden(connection);
    await connection.closed;
    return over;
  },
  async return() {
    await results.return?.();
    return over;
  },
  [Symbol.asyncIterator]() {
    return this;
  },
});

/**
 * The protocol `graphql-transport-ws`. Queries and mutations are answered too, by the same path as over HTTP, cache included; whoever
 * shows credentials is recognised anew with each operation.
 */
export const createGraphqlProtocol = (parts: GraphqlProtocolParts): Server<Connection> => {
  const { host, callers, limit, initWaitMs = 10_000 } = parts;

  const execute = async (
    connection: Connection,
    payload: SubscribePayload,
    { caller, proof }: Recognised,
  ): Promise<SentResult | ResultStream> => {
    const { authorization, client, request } = connection;
    const { headers, url = '' } = request;
    const exchange: Exchange = {
      viewer: caller,
      client: {
        address: client.address,
        network: client.counted,
        userAgent: headers['user-agent'] ?? '',
      },
      address: client.counted,
      mayExplain: true,
      ...(proof && { proof: Promise.resolve(proof) }),
      ...(authorization !== undefined && {
        standing: {
          now: async () => (await callers.recognise(authorization)).caller,
          endsAtMs: callers.endsAtMs(authorization),
        },
      }),
    };
    const asked = {
      method: 'POST',
      url,
      headers,
      mediaType: 'application/json',
      mayBeEvents: true,
      mustBeEvents: false,
    };
    const result = await host.results(payload, asked, exchange);
    return isAsyncIterable(result) ? watched(result, exchange, connection) : result;
  };

  const recognised = async ({ authorization }: Connection): Promise<Recognised> =>
    authorization === undefined ? { caller: undefined } : callers.recognise(authorization);

  /** @returns what is to be sent, or why nothing is. */
  const answer = async (
    connection: Connection,
    payload: SubscribePayload,
  ): Promise<SentResult | ResultStream> => {
    let who: Recognised;
    try {
      who = await recognised(connection);
    } catch (error) {
      return JSON.parse((await host.fail(error, 'application/json')).body) as SentResult;
    }
    if (connection.authorization !== undefined && !who.caller) {
      closeForbidden(connection);
      const message = 'The credentials are wrong or over.';
      return { errors: [errorOf({ code: 'UNAUTHENTICATED', message })] };
    }
    const taken = limit?.take(subjectOf(who.caller, connection.client.counted));
    if (taken?.isAllowed === false) return { errors: [errorOf(limitedFault(taken.quota))] };
    return execute(connection, payload, who);
  };

  /** Once what is sent now is on its way: else the connection might be closed before it. */
  const answered = ({ answering }: Connection, id: string): void =>
    void setImmediate(() => answering.delete(id));

  return makeServer<Record<string, unknown>, Connection>({
    connectionInitWaitTimeout: initWaitMs,
    onConnect: async ({ connectionParams, extra: connection }) => {
      connection.authorization =
        authorizationIn(connectionParams) ?? connection.request.headers.authorization;
      try {
        const { caller } = await recognised(connection);
        if (connection.authorization !== undefined && !caller) closeForbidden(connection);
      } catch {
        connection.close(closeCodes.tryAgainLater, 'The database does not answer. Try again in a moment.');
      }
      return true;
    },
    onSubscribe: async ({ extra: connection, subscriptions }, id, payload) => {
      let result: SentResult | ResultStream;
      if (!connection.isOpen()) result = { errors: [{ message: 'The connection is closed.' }] };
      else if (Object.keys(subscriptions).length > maxOperations) {
        const message = `Expected at most ${maxOperations} operations at once on one connection. End one of them first.`;
        const details = { policy: 'operations', limit: maxOperations, remaining: 0 };
        result = { errors: [errorOf({ code: 'RATE_LIMITED', message, details })] };
      } else {
        connection.answering.add(id);
        result = await answer(connection, payload);
      }
      if (isAsyncIterable(result)) {
        connection.answering.delete(id);
        return { ...unused, contextValue: result };
      }
      if ('data' in result) return { ...unused, contextValue: result };
      const errors = result.errors ?? [{ message: 'Nothing came of it.' }];
      connection.refusals.set(id, errors);
      return errors.map(({ message }) => new GraphQLError(message));
    },
    execute: ({ contextValue }: ExecutionArgs) => contextValue as AsyncIterable<never>,
    onNext: (_context, _id, _payload, _args, result) => result as SentResult,
    onError: ({ extra: connection }, id) => {
      const errors = connection.refusals.get(id);
      connection.refusals.delete(id);
      answered(connection, id);
      return errors;
    },
    onComplete: ({ extra: connection }, id) => answered(connection, id),
  });
};
