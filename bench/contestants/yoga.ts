import { createServer } from 'node:http';
import { createInMemoryCache, useResponseCache } from '@envelop/response-cache';
import { createRedisCache } from '@envelop/response-cache-redis';
import { createYoga, type Plugin } from 'graphql-yoga';
import { Redis } from 'ioredis';
import type { Contestant, ContestantSettings, StartContestant } from './contestant.ts';
import { listening } from './listening.ts';
import { openProduct, type ProductContext } from './product.ts';

/** Answers; its own default of 1,000 would evict. */
const maxEntries = 50_000;

const start = async (settings: ContestantSettings, plugins: readonly object[]): Promise<Contestant> => {
  const product = await openProduct(settings);
  const yoga = createYoga<object, ProductContext>({
    schema: product.schema,
    context: ({ request }) => product.contextFor(request.headers.get('authorization') ?? undefined),
    plugins: plugins as Plugin<ProductContext>[],
    logging: false,
    graphiql: false,
    landingPage: false,
    multipart: false,
  });
  return {
    port: await listening(createServer((request, response) => void yoga(request, response))),
    countCommands: product.countCommands,
    commands: product.commands,
  };
};

/** GraphQL Yoga as it comes; it keeps parsed and validated documents. */
export const startYoga: StartContestant = (settings) => start(settings, []);

/**
 * Yoga with the response cache of its makers. It reads the lives of answers from `@cacheControl`, and drops on a
 * mutation the answers that hold what the mutation's own answer holds.
 */
export const startYogaWithCache: StartContestant = (settings) => {
  const cache =
    settings.redisUrl === undefined
      ? createInMemoryCache({ max: maxEntries })
      : createRedisCache({ redis: new Redis(settings.redisUrl) });
  return start(settings, [useResponseCache<ProductContext>({ cache, session: () => null, ttl: 0 })]);
};
