import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import mercurius from 'mercurius';
import mercuriusCache, { type MercuriusCacheOptions } from 'mercurius-cache';
import type { Contestant, ContestantSettings, StartContestant } from './contestant.ts';
import { resolveLazyFields, resolveLazyFieldsOnce } from './lazy-fields.ts';
import { createCachePolicy } from './mercurius-policy.ts';
import { openProduct, type Product } from './product.ts';

/** Documents that are kept parsed and compiled. */
const documents = 5_000;
/** Values kept of each cached field. */
const valuesPerField = 50_000;

const start = async (
  settings: ContestantSettings,
  prepare: (app: FastifyInstance, product: Product) => Promise<void>,
): Promise<Contestant> => {
  const product = await openProduct(settings);
  const app = Fastify({ logger: false });
  await app.register(mercurius, {
    schema: product.schema,
    jit: 1,
    cache: documents,
    context: (request) => ({ ...product.contextFor(request.headers.authorization) }),
  });
  await prepare(app, product);
  await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    port: (app.server.address() as AddressInfo).port,
    countCommands: product.countCommands,
    commands: product.commands,
  };
};

/** Fastify and Mercurius; an operation is compiled when it is asked for the second time. */
export const startMercurius: StartContestant = (settings) =>
  start(settings, async (_app, { schema }) => resolveLazyFields(schema));

/** Mercurius with its cache of fields: a hit is executed, over values that are there. */
export const startMercuriusWithCache: StartContestant = (settings) =>
  start(settings, async (app, { schema }) => {
    resolveLazyFieldsOnce(schema);
    // Its types describe a module that exports a default, which Node does not see.
    await app.register(mercuriusCache as unknown as FastifyPluginAsync<MercuriusCacheOptions>, {
      ttl: 3_600,
      storage: {
        type: 'memory',
        options: { size: valuesPerField, invalidation: true },
      } as NonNullable<MercuriusCacheOptions['storage']>,
      policy: createCachePolicy(),
    });
  });
