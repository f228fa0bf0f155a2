import { AsyncLocalStorage } from 'node:async_hooks';
import { mongo } from 'mongoose';
import type { ComputedEntity, EntityCache, EntityKey } from '../cache/entity-cache.ts';
import type { ComputationStart } from '../cache/response/answers.ts';
import { documentTag, type Tag } from '../cache/tags.ts';
import type { EntityReader } from '../shared/entity-reader.ts';
import { canonicalId } from './canonical.ts';
import { currentOperation } from './operation/operation.ts';
import type { Tracking } from './tracking.ts';

/** What a computation builds on, and how long what it took from the entity cache may still live. */
interface Computation {
  readonly start: ComputationStart;
  expiresAtMs: number;
}

const computations = new AsyncLocalStorage<Computation>();

/** Lets `run` take entities that are current as of `start`. */
export const withEntities = async <T>(
  start: ComputationStart | undefined,
  run: () => Promise<T>,
): Promise<{ readonly value: T; readonly expiresAtMs: number }> => {
  if (start === undefined) return { value: await run(), expiresAtMs: Infinity };
  const computation: Computation = { start, expiresAtMs: Infinity };
  const value = await computations.run(computation, run);
  return { value, expiresAtMs: computation.expiresAtMs };
};

export interface EntityReaderOptions {
  readonly cache: EntityCache;
  readonly tracking: Tracking;
  readonly databaseName: string;
  /** How long a record may be kept. */
  readonly maxAgeMs: number;
}

/** BSON keeps dates and ids what they are; it needs a document around. */
const encode = (record: object | null): Uint8Array => mongo.BSON.serialize({ record });

/** Bytes. What is made of a larger body is not kept beside it, where nobody counts what it takes. */
const maxDecodedBytes = 1_000;

/** Records of bodies that are kept: a genre is decoded once, and not for each film of each page. */
const decoded = new WeakMap<Uint8Array, { readonly record: object | null }>();

const decode = (body: Uint8Array): object | null => {
  const known = decoded.get(body);
  if (known) return known.record;
  const record = mongo.BSON.deserialize(body)['record'] as object | null;
  if (body.byteLength <= maxDecodedBytes) decoded.set(body, { record: record && Object.freeze(record) });
  return record;
};

/** The name of what was read of a record, by the list of its fields, which is made once a selection. */
const attributes = new WeakMap<readonly string[], string>();

const attributeOf = (fields: readonly string[]): string => {
  let attribute = attributes.get(fields);
  if (attribute === undefined) {
    attribute = ['_id', ...fields.toSorted()].join('+');
    attributes.set(fields, attribute);
  }
  return attribute;
};

/**
 * Reads by key through the entity cache: what it returns passes its tags on to the operation that asked. A mutation, and
 * a computation without a proof, read from Mongo.
 */
export const createEntityReader = ({
  cache,
  tracking,
  databaseName,
  maxAgeMs,
}: EntityReaderOptions): EntityReader => ({
  read: async <Value extends { readonly _id: string }, Field extends string>(
    collection: string,
    keys: readonly string[],
    fields: readonly Field[],
    find: (keys: readonly string[], fields: readonly Field[]) => Promise<readonly Value[]>,
  ): Promise<readonly Value[]> => {
    const operation = currentOperation();
    const computation = computations.getStore();
    if (operation?.kind !== 'query' || operation.ledger.wrote || computation === undefined)
      return find(keys, fields);
    const { readAfter } = operation;
    const ownTag = (id: string): Tag => documentTag(`${databaseName}.${collection}`, canonicalId(id) ?? id);

    const computeMissing = async (missing: readonly EntityKey[]): Promise<readonly ComputedEntity[]> => {
      const ids = missing.map(({ id }) => id);
      const { outcome, reads } = await tracking.run({ kind: 'query', readAfter }, () => find(ids, fields));
      if (outcome.status === 'rejected') {
        operation.taint('a read failed');
        throw outcome.reason;
      }
      const found = new Map(outcome.value.map((record) => [record._id, record]));
      const ofOneRecord = new Set(ids.map(ownTag));
      const ofAll = reads.tags.filter((tag) => !ofOneRecord.has(tag));
      const uncacheable = reads.uncacheable.join('; ');
      return ids.map((id) => ({
        body: encode(found.get(id) ?? null),
        tags: [ownTag(id), ...ofAll],
        maxAgeMs,
        meta: {},
        ...(uncacheable !== '' && { uncacheable }),
      }));
    };

    const attribute = attributeOf(fields);
    const entityKeys = keys.map((id) => ({ entity: collection, id, attribute }));
    const results = await cache.getMany(entityKeys, computeMissing, computation.start.proof);
    const records: Value[] = [];
    for (const result of results) {
      if (result instanceof Error) throw result;
      const { tags, uncacheable, expiresAtMs, body } = result;
      operation.addTags(tags);
      if (uncacheable !== undefined) operation.taint(uncacheable);
      computation.expiresAtMs = Math.min(computation.expiresAtMs, expiresAtMs);
      const record = decode(body) as Value | null;
      if (record !== null) records.push(record);
    }
    return records;
  },
});
