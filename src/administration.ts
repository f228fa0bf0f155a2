import { parse, validate, type GraphQLSchema } from 'graphql';
import type { Cluster, Redis } from 'ioredis';
import type { Inspected } from './cache/inspection.ts';
import { bypassedOf, hitRateOf, hitsOf, missesOf, totalOf, type Tally } from './cache/statistics.ts';
import {
  anythingTag,
  documentTag,
  EVERYTHING_TAG,
  operationTag,
  placeTag,
  viewerTag,
  wideTag,
  type Tag,
} from './cache/tags.ts';
import type { Caching } from './caching.ts';
import type {
  CacheAudience,
  CacheCounts,
  CacheEntry,
  CacheEntryState,
  CountedReason,
  Durations,
  NamedCacheCounts,
  RedisHealth,
} from './graphql/generated/resolvers.ts';
import { viewerKey } from './graphql/response-cache/computation-context.ts';
import type { PlanOperation } from './graphql/response-cache/operation-plan.ts';
import type { RequestClock } from './http/timed-response.ts';
import { readRedisState } from './infra/redis-state.ts';
import type { CacheAdministration, CachePart } from './modules/admin/index.ts';
import { fail, ok } from './shared/faults.ts';
import { merged, quantile, type HistogramSnapshot } from './shared/histogram.ts';
import type { CollectionDeclaration } from './tracking/facets/declarations.ts';

export interface CacheAdministrationParts {
  readonly caching: Caching;
  readonly requests: RequestClock;
  readonly redis: Redis | Cluster | undefined;
  readonly schema: GraphQLSchema;
  readonly plan: PlanOperation;
  readonly databaseName: string;
  readonly collections: readonly CollectionDeclaration[];
}

const inMs = (seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : Math.round(seconds * 1_000_000) / 1_000;

const durations = (seconds: HistogramSnapshot): Durations => ({
  count: seconds.count,
  meanMs: seconds.count === 0 ? undefined : inMs(seconds.sum / seconds.count),
  p50Ms: inMs(quantile(seconds, 0.5)),
  p95Ms: inMs(quantile(seconds, 0.95)),
  p99Ms: inMs(quantile(seconds, 0.99)),
});

const reasons = (counts: Readonly<Record<string, number>>): CountedReason[] =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => ({ reason, count }))
    .toSorted((a, b) => b.count - a.count);

const counts = (tally: Readonly<Tally>): CacheCounts => ({
  hits: hitsOf(tally),
  misses: missesOf(tally),
  hitRate: hitRateOf(tally),
  hitsFromMemory: tally.hits.memory,
  hitsFromRedis: tally.hits.remote,
  staleHits: tally.hits.stale,
  missReasons: reasons(tally.misses),
  joined: tally.joined,
  bypassed: bypassedOf(tally),
  bypassReasons: reasons(tally.bypassed),
  stored: tally.stored,
  storedBytes: tally.storedBytes,
  notStoredReasons: reasons(tally.notStored),
});

const named = (tallies: ReadonlyMap<string, Readonly<Tally>>): NamedCacheCounts[] => {
  const asked = ({ hits, misses, bypassed }: CacheCounts): number => hits + misses + bypassed;
  return [...tallies]
    .map(([name, tally]) => ({ name, counts: counts(tally) }))
    .toSorted((a, b) => asked(b.counts) - asked(a.counts));
};

const states: Readonly<Record<Inspected['state'], CacheEntryState>> = {
  fresh: 'FRESH',
  early: 'FRESH',
  stale: 'STALE',
  expired: 'EXPIRED',
  invalidated: 'INVALIDATED',
  'other-epoch': 'OTHER_EPOCH',
  unproven: 'UNPROVEN',
  // An entry is judged for whom it belongs to, and there is one.
  absent: 'UNPROVEN',
  'other-audience': 'UNPROVEN',
};

const audienceOf = (audience: Inspected['entry']['audience']): CacheAudience => {
  if (typeof audience === 'object') return 'VIEWER';
  return audience === 'everyone' ? 'EVERYONE' : 'ANONYMOUS';
};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const shown = ({
  key,
  tier,
  entry,
  state,
  stamped,
  ageMs,
  bodyBytes,
  memoryBytes,
}: Inspected): CacheEntry => ({
  key,
  tier: tier === 'memory' ? 'MEMORY' : 'REDIS',
  audience: audienceOf(entry.audience),
  state: states[state],
  asOf: entry.asOf,
  ageSeconds: ageMs / 1_000,
  ttlSeconds: entry.ttlMs / 1_000,
  diesInSeconds: (entry.ttlMs - ageMs) / 1_000,
  costMs: entry.costMs,
  bodyBytes,
  memoryBytes,
  operation: textOf(entry.meta['operation']),
  type: textOf(entry.meta['type']),
  tags: entry.tags.toSorted(),
  invalidatedBy: stamped.toSorted(),
});

/** Ids are texts or ObjectIds; which of them a collection has is not known here. */
const idTexts = (key: string): readonly string[] =>
  /^[0-9a-f]{24}$/.test(key) ? [`s${key}`, `o${key}`] : [`s${key}`];

/** What operators see of the engine and can do to it, in the words of the API. */
export const createCacheAdministration = (parts: CacheAdministrationParts): CacheAdministration => {
  const { caching, requests, redis, schema, plan, databaseName } = parts;
  const byType = new Map<string, CollectionDeclaration[]>();
  for (const declaration of parts.collections) {
    if (declaration.type === undefined) continue;
    byType.set(declaration.type, [...(byType.get(declaration.type) ?? []), declaration]);
  }
  const namespaceOf = ({ collection }: CollectionDeclaration): string => `${databaseName}.${collection}`;

  const tagsOf = (part: CachePart): readonly Tag[] => {
    switch (part.kind) {
      case 'everything':
        return [EVERYTHING_TAG];
      case 'operation':
        return [operationTag(part.name)];
      case 'user':
        return [viewerTag(part.id)];
      case 'type':
        return (byType.get(part.type) ?? [])
          .map(namespaceOf)
          .flatMap((namespace) => [anythingTag(namespace), wideTag(namespace)]);
      case 'entity':
        return (byType.get(part.type) ?? []).flatMap((declaration) => {
          const namespace = namespaceOf(declaration);
          const facets = [...(declaration.facets ?? []), ...(declaration.fixedFacets ?? [])];
          return idTexts(part.key)
            .flatMap((id) => [
              documentTag(namespace, id),
              ...facets.map((facet) => placeTag(namespace, id, facet)),
            ])
            .concat(wideTag(namespace));
        });
    }
  };

  const redisHealth = async (storesDown: number): Promise<RedisHealth | undefined> => {
    if (redis === undefined) return undefined;
    const state = await readRedisState(redis);
    return { isUp: state !== undefined, isLeftAlone: storesDown > 0, ...state };
  };

  const latency = () => {
    const ofUse = (...uses: readonly string[]): HistogramSnapshot =>
      merged(
        requests
          .report()
          .filter(({ cache }) => uses.includes(cache))
          .map(({ seconds }) => seconds),
      );
    return {
      cached: durations(ofUse('hit', 'miss')),
      hits: durations(ofUse('hit')),
      misses: durations(ofUse('miss')),
      uncached: durations(ofUse('bypass')),
    };
  };

  return {
    types: [...byType.keys()],
    async statistics() {
      const { instanceId, statistics, log, gate, memory } = caching.report();
      const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
      return {
        instance: instanceId,
        uptimeSeconds: process.uptime(),
        process: {
          residentBytes: rss,
          heapUsedBytes: heapUsed,
          heapTotalBytes: heapTotal,
          externalBytes: external,
        },
        epoch: {
          isLive: gate.isLive,
          state: gate.state,
          nonce: gate.epoch?.nonce,
          reason: gate.reason,
          doubt: gate.doubt,
          failures: gate.failures,
          waitingMutations: gate.waitingMutations,
        },
        log: {
          position: log.position,
          lagRecords: log.lag,
          proofAgeSeconds: log.sinceProofSeconds,
          proofs: log.proofs,
          failedProofs: log.failedProofs,
          proofTimes: durations(log.proofSeconds),
          appends: log.appends,
          failedAppends: log.failedAppends,
          appendTimes: durations(log.appendSeconds),
          invalidations: statistics.invalidations,
          skips: statistics.skips,
          clears: statistics.clears,
        },
        memory: {
          ...memory,
          maxBytes: caching.memoryBytes,
          evictedForSpace: statistics.evicted.space,
          evictedByAge: statistics.evicted.expired,
        },
        redis: await redisHealth(statistics.storesDown),
        answers: counts(totalOf(statistics.answersByType.values())),
        byType: named(statistics.answersByType),
        byOperation: named(statistics.answersByOperation),
        entities: named(statistics.entities),
        latency: latency(),
      };
    },

    async ofQuestion({ query, operationName, variables, viewer }) {
      try {
        const document = parse(query);
        const [fault] = validate(schema, document);
        if (fault) return fail('BAD_USER_INPUT', `The query does not fit the schema: ${fault.message}`);
        const planned = plan(document, operationName);
        if (planned.kind !== 'query')
          return fail('BAD_USER_INPUT', 'Expected one query, by its operationName where there are several.');
        const { name, policy, key } = planned;
        const kept =
          policy.refused === undefined
            ? await caching.inspection.ofQuestion(key(variables), viewer && viewerKey(viewer))
            : [];
        return ok({
          operation: {
            name,
            type: policy.type,
            isCacheable: policy.refused === undefined,
            refused: policy.refused,
            maxAgeSeconds: policy.maxAgeMs / 1_000,
            decidedBy: policy.decidedBy,
            isPrivate: policy.isPrivate,
          },
          entries: kept.map(shown),
        });
      } catch (error) {
        // Of the parser: whatever else throws here is a defect, and not for clients.
        if (error instanceof Error && error.name === 'GraphQLError')
          return fail('BAD_USER_INPUT', `The query is not GraphQL: ${error.message}`);
        throw error;
      }
    },

    ofKey: async (key) => ({ entries: (await caching.inspection.ofKey(key)).map(shown) }),

    async clear(part) {
      const tags = tagsOf(part);
      await caching.stamp(tags);
      return tags;
    },
  };
};
