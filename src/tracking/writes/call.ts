import type { mongo } from 'mongoose';
import type { Tag } from '../../cache/tags.ts';
import { canonicalId, isPlainObject, isRecord, topOf } from '../canonical.ts';
import type { Declared } from '../facets/declarations.ts';
import type { Operation } from '../operation/operation.ts';
import { onOwnErrand } from './announcement.ts';
import type { Image } from './image.ts';
import type { NamedPaths } from './named.ts';
import { anythingStamps, stateStamps } from './stamps.ts';

export type Options = Readonly<Record<string, unknown>>;

/** What a write did: the reply for its caller, and its stamps. */
export interface Written {
  readonly result: unknown;
  readonly tags: readonly Tag[];
}

/** One call of a collection's method that writes. */
export interface WriteCall {
  readonly declared: Declared;
  readonly operation: Operation;
  readonly client: mongo.MongoClient;
  /** With a majority's acknowledgement and an upper bound of time, unless in a transaction. */
  readonly options: Options;
  /** The caller's session, where it is in a transaction. */
  readonly session: mongo.ClientSession | undefined;
  readonly maxTimeMs: number;
  /** The collection's own method of that name. */
  call(method: string, ...args: readonly unknown[]): Promise<unknown>;
}

export const anything = ({ declared }: WriteCall, result: unknown): Written => ({
  result,
  tags: anythingStamps(declared.namespace),
});

/** The `_id` that a filter names, wrapped since it may be null. Under a collation one text names several. */
export const idNamedBy = (
  filter: unknown,
  { declared, options }: WriteCall,
): { readonly id: unknown } | undefined => {
  if (!isPlainObject(filter) || !('_id' in filter)) return undefined;
  const condition = filter['_id'];
  const id = isPlainObject(condition) && '$eq' in condition ? condition['$eq'] : condition;
  if (canonicalId(id) === undefined) return undefined;
  const collated = declared.hasCollation || options['collation'] !== undefined;
  return collated && typeof id === 'string' ? undefined : { id };
};

export const asImage = (value: unknown): Image | undefined => (isRecord(value) ? value : undefined);

/** The document as it is now, for a majority, or what is asked of it; nothing when it is gone. */
export const readAfter = async (
  call: WriteCall,
  id: unknown,
  projection: Options = {},
): Promise<Image | undefined> => {
  const { operation, client, session } = call;
  const options = session === undefined ? operation.sessions.optionsFor(client) : { session };
  return asImage(await onOwnErrand(() => call.call('findOne', { _id: id }, { ...options, projection })));
};

/** As much of a document as tells its partitions, and these paths. */
export const pickFacets = ({ facets }: Declared, tops: Iterable<string> = []): Options =>
  Object.fromEntries(['_id', ...facets.map(topOf), ...tops].map((top) => [top, 1]));

/** The partitions of a document as they are now, and these paths; without facets there is nothing to ask for. */
export const placeAfter = async (
  call: WriteCall,
  id: unknown,
  tops: Iterable<string> = [],
): Promise<Image | undefined> =>
  call.declared.facets.length === 0 ? undefined : readAfter(call, id, pickFacets(call.declared, tops));

/**
 * Stamps that take a look at what was written. That it fails says nothing about the write, so its caller need not know;
 * only a transaction of the caller's does not survive it.
 */
export const stampsOrAnything = async (
  { declared, session }: WriteCall,
  look: () => Promise<readonly Tag[]>,
): Promise<readonly Tag[]> => {
  try {
    return await look();
  } catch (error) {
    if (session !== undefined) throw error;
    return anythingStamps(declared.namespace);
  }
};

/**
 * An answered write that cannot tell what it did: where its filter names an id, it was to this document, and how that
 * is now tells enough.
 */
export const byState = async (call: WriteCall, filter: unknown, result: unknown): Promise<Written> => {
  const named = idNamedBy(filter, call);
  if (named === undefined) return anything(call, result);
  const tags = await stampsOrAnything(call, async () =>
    stateStamps(call.declared, named.id, await placeAfter(call, named.id)),
  );
  return { result, tags };
};

/**
 * Runs several commands as one atomic step: in the caller's transaction, or in one of its own, which may run
 * `step` more than once.
 */
export const atomically = async <T>(
  { client, session: given, options: { writeConcern: _w, maxTimeMS: _m, ...options }, maxTimeMs }: WriteCall,
  step: (options: Options) => Promise<T>,
): Promise<T> => {
  if (given !== undefined) return step(options);
  await using session = client.startSession();
  return await session.withTransaction(() => step({ ...options, session }), {
    readConcern: { level: 'snapshot' },
    writeConcern: { w: 'majority' },
    readPreference: 'primary',
    maxCommitTimeMS: maxTimeMs,
  });
};

/** @throws Error when a command names a facet that its collection declares to be fixed. */
export const forbidFixedFacets = (
  { namespace, fixedFacets }: Declared,
  named: NamedPaths | undefined,
): void => {
  for (const facet of fixedFacets) {
    if (named === undefined) {
      throw new Error(
        `${namespace} declares ${facet} a fixed facet: a pipeline or a replacement could change it, use update operators.`,
      );
    }
    if (named.changing.has(facet.split('.', 1)[0] ?? facet)) {
      throw new Error(`${namespace} declares ${facet} a fixed facet, but an update names it.`);
    }
  }
};
