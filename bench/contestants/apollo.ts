import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControl } from '@apollo/server/plugin/cacheControl';
import responseCachePlugin from '@apollo/server-plugin-response-cache';
import { startStandaloneServer } from '@apollo/server/standalone';
import { KeyvAdapter } from '@apollo/utils.keyvadapter';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import KeyvRedis from '@keyv/redis';
import { Keyv } from 'keyv';
import type { ContestantSettings, StartContestant } from './contestant.ts';
import { resolveLazyFieldsToPromises } from './lazy-fields.ts';
import { openProduct, type ProductContext } from './product.ts';

/** The adapter's types are not made for `exactOptionalPropertyTypes`. */
type AdapterKeyv = NonNullable<ConstructorParameters<typeof KeyvAdapter<string>>[0]>;

const cacheOf = ({ redisUrl, memoryBytes }: ContestantSettings) =>
  redisUrl === undefined
    ? new InMemoryLRUCache({ maxSize: memoryBytes })
    : new KeyvAdapter(new Keyv<string>(new KeyvRedis(redisUrl)) as unknown as AdapterKeyv);

/** For the same reason as {@link resolveLazyFieldsToPromises}. */
const settled = ({ catalogue, ...others }: ProductContext): ProductContext => ({
  ...others,
  catalogue: {
    ...catalogue,
    allGenres: async (fields) => catalogue.allGenres(fields),
    imageConfiguration: async () => catalogue.imageConfiguration(),
  },
});

/** Seconds. Apollo never keeps an object without a hint unless told otherwise; every field of `Query` has one here. */
const defaultMaxAge = 86_400;

/** Apollo Server with its response cache plugin. Mutations drop nothing: answers live as long as their hints say. */
export const startApollo: StartContestant = async (settings) => {
  const product = await openProduct(settings);
  resolveLazyFieldsToPromises(product.schema);
  const server = new ApolloServer<ProductContext>({
    schema: product.schema,
    cache: cacheOf(settings),
    plugins: [
      ApolloServerPluginCacheControl({ defaultMaxAge }),
      responseCachePlugin<ProductContext>({ sessionId: async () => null }),
    ],
    nodeEnv: 'production',
    introspection: false,
    includeStacktraceInErrorResponses: false,
    // It would ask the requests by GET for a header more, which the others do not need.
    csrfPrevention: false,
  });
  const { url } = await startStandaloneServer(server, {
    listen: { port: 0, host: '127.0.0.1' },
    context: async ({ req }) => settled(product.contextFor(req.headers.authorization)),
  });
  return {
    port: Number(new URL(url).port),
    countCommands: product.countCommands,
    commands: product.commands,
  };
};
