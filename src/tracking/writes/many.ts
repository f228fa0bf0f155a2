import type { Tag } from '../../cache/tags.ts';
import { isPlainObject, isRecord } from '../canonical.ts';
import { anything, asImage, forbidFixedFacets, idNamedBy, type WriteCall, type Written } from './call.ts';
import { asStored } from './image.ts';
import { namedPaths } from './named.ts';
import { facetsNamed, insertStamps, updateStamps } from './stamps.ts';

const inserted = (call: WriteCall, document: unknown): readonly Tag[] =>
  // The driver has given it an `_id` by now, if it had none.
  insertStamps(call.declared, asStored(typeof document === 'object' && document !== null ? document : {}));

export const insertOne = async (call: WriteCall, document: unknown): Promise<Written> => {
  const result = await call.call('insertOne', document, call.options);
  return { result, tags: inserted(call, document) };
};

export const insertMany = async (call: WriteCall, documents: unknown): Promise<Written> => {
  const result = await call.call('insertMany', documents, call.options);
  if (!Array.isArray(documents)) return anything(call, result);
  return { result, tags: documents.flatMap((document: unknown) => inserted(call, document)) };
};

export const updateMany = async (call: WriteCall, filter: unknown, update: unknown): Promise<Written> => {
  forbidFixedFacets(call.declared, namedPaths(update));
  return anything(call, await call.call('updateMany', filter, update, call.options));
};

export const deleteMany = async (call: WriteCall, filter: unknown): Promise<Written> =>
  anything(call, await call.call('deleteMany', filter, call.options));

/** Stamps of one operation of a bulk, given that it inserts or matches; `undefined` when it cannot be told. */
const stampsOfItem = (call: WriteCall, item: unknown): (() => readonly Tag[]) | undefined => {
  if (!isPlainObject(item)) return undefined;
  const { insertOne: insert, updateOne: update } = item;
  if (isPlainObject(insert)) return () => inserted(call, insert['document']);
  if (!isPlainObject(update)) return undefined;
  const { filter, update: operators, upsert, collation } = update;
  const named = namedPaths(operators);
  const byId = collation === undefined ? idNamedBy(filter, call) : undefined;
  if (named === undefined || byId === undefined || upsert === true) return undefined;
  if (facetsNamed(call.declared, named.tops).length > 0) return undefined;
  return () => updateStamps(call.declared, byId.id, named.tops, []);
};

const forbidFixedInItem = (call: WriteCall, item: unknown): void => {
  if (!isRecord(item)) return;
  const update = item['updateOne'] ?? item['updateMany'];
  if (isRecord(update)) forbidFixedFacets(call.declared, namedPaths(update['update']));
  if (item['replaceOne'] !== undefined) forbidFixedFacets(call.declared, undefined);
};

/** Inserts and updates by `_id` that name no facet are told apart; any other bulk may have touched anything. */
export const bulkWrite = async (call: WriteCall, items: unknown): Promise<Written> => {
  const list: readonly unknown[] = Array.isArray(items) ? items : [];
  for (const item of list) forbidFixedInItem(call, item);
  const stamps = list.map((item) => stampsOfItem(call, item));
  const result = await call.call('bulkWrite', items, call.options);
  const updates = list.filter((item) => isRecord(item) && item['updateOne'] !== undefined).length;
  const matched = asImage(result)?.['matchedCount'];
  if (!stamps.every((stamp) => stamp !== undefined) || matched !== updates) return anything(call, result);
  return { result, tags: stamps.flatMap((stamp) => stamp()) };
};
