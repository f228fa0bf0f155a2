import type { Cluster, Redis } from 'ioredis';
import type { Connection } from 'mongoose';
import type { Caching } from './caching.ts';
import type { Callers } from './graphql/callers.ts';
import { type GraphqlHost, maxRequestBodySize } from './graphql/host.ts';
import { type PhaseClock, reportPhases } from './graphql/plugins/use-phase-clock.ts';
import { createStreams, type StreamLimits, type Streams } from './graphql/subscriptions/streams.ts';
import { graphqlEndpoint } from './graphql/yoga.ts';
import type { Pulse } from './http/graphql/event-stream.ts';
import type { GraphqlEndpoint, GraphqlEndpointOptions } from './http/graphql/graphql-endpoint.ts';
import { createHealthProbes, isUp } from './http/health.ts';
import { createMetrics } from './http/metrics/exposition.ts';
import { createMetricsEndpoint } from './http/metrics/metrics-endpoint.ts';
import { createHttpServer, type Handler, type HttpServer } from './http/server.ts';
import type { RequestClock } from './http/timed-response.ts';
import { createGraphqlProtocol } from './http/websocket/graphql-protocol.ts';
import { createOriginCheck } from './http/websocket/origins.ts';
import { createWebSocketEndpoint } from './http/websocket/websocket-endpoint.ts';
import type { MongoClock } from './infra/mongo-clock.ts';
import { readRedisState } from './infra/redis-state.ts';
import type { GeneralLimit } from './limits/general-limit.ts';
import type { LocalEvents } from './live/live-events.ts';
import type { Logger } from './shared/logger.ts';

export interface ServingParts {
  readonly mongo: Connection;
  readonly mongoCommands: MongoClock;
  readonly redis: Redis | Cluster | undefined;
  readonly caching: Caching | undefined;
  readonly requests: RequestClock;
  readonly phases: PhaseClock;
  readonly events: LocalEvents;
  readonly streams: Streams;
  readonly streamLimits: StreamLimits;
  readonly pulse: Pulse;
  readonly endpoint: GraphqlEndpoint;
  readonly host: GraphqlHost;
  readonly callers: Callers;
  readonly limit: GeneralLimit | undefined;
  readonly addressOf: GraphqlEndpointOptions['addressOf'];
  readonly corsOrigins: readonly string[] | undefined;
  readonly publicUrl: string | undefined;
  readonly metricsToken: string | undefined;
  /** Asked for what is not the API. */
  readonly handlers: readonly Handler[];
  readonly isStopping: () => boolean;
  readonly log: Logger;
}

/** All that is reached over HTTP: the API and its WebSockets, probes, metrics, files. */
export const createServing = (parts: ServingParts): HttpServer => {
  const { mongo, redis, caching, streams, events, limit, log } = parts;
  const pingMongo = () => mongo.db?.command({ ping: 1 }) ?? Promise.reject(new Error('not connected'));
  const probes = createHealthProbes({
    dependencies: [
      { name: 'mongo', isNeeded: true, check: pingMongo },
      // Without it requests are answered from MongoDB: an outage of Redis must not take every instance out of service.
      ...(redis ? [{ name: 'redis', isNeeded: false, check: () => redis.ping() }] : []),
    ],
    isStopping: parts.isStopping,
  });
  const toTheApi: Handler = ({ url = '/' }, response) => {
    if (url.split('?', 1)[0] !== '/') return false;
    response.writeHead(302, { location: graphqlEndpoint }).end();
    return true;
  };

  const places = createStreams(parts.streamLimits);
  const sockets = createWebSocketEndpoint({
    path: graphqlEndpoint,
    protocol: createGraphqlProtocol({ host: parts.host, callers: parts.callers, limit }),
    places,
    limit,
    addressOf: parts.addressOf,
    mayConnect: createOriginCheck(
      parts.corsOrigins,
      parts.publicUrl === undefined ? undefined : new URL(parts.publicUrl).origin,
    ),
    maxMessageBytes: maxRequestBodySize,
    pulse: parts.pulse,
    log,
  });

  const metrics = createMetrics({
    requests: parts.requests,
    phases: () => reportPhases(parts.phases),
    mongoCommands: () => parts.mongoCommands.report(),
    mongo: async () => ({ up: await isUp(pingMongo) }),
    redis:
      redis &&
      (async () => {
        const state = await readRedisState(redis);
        return { up: state !== undefined, ...state };
      }),
    cache: caching && {
      report: () => caching.report(),
      maxBytes: caching.memoryBytes,
      catchUp: () => caching.catchUp(),
    },
    live: () => ({
      events: events.report(),
      streams: streams.report(),
      sockets: { ...places.report(), slow: sockets.slow() },
    }),
  });
  const exposition = createMetricsEndpoint({ token: parts.metricsToken, ...metrics });
  return createHttpServer({
    api: { path: graphqlEndpoint, endpoint: parts.endpoint },
    handlers: [probes, exposition, toTheApi, ...parts.handlers],
    upgrades: sockets,
    onStopping: () => streams.stop(),
    clock: parts.requests,
    log,
  });
};
