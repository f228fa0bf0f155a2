import type { Tag } from '../../cache/tags.ts';
import { isPlainObject, isRecord } from '../canonical.ts';
import {
  anything,
  asImage,
  byState,
  forbidFixedFacets,
  idNamedBy,
  type Options,
  type WriteCall,
  type Written,
} from './call.ts';
import { asStored } from './image.ts';
import { namedPaths, type NamedPaths } from './named.ts';
import { facetsNamed, insertStamps } from './stamps.ts';
import { plainStamps } from './update-one.ts';

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

/** An update by id that names no facet, and inserts nothing. */
const plainUpdate = (
  call: WriteCall,
  { filter, update, upsert }: Options,
): { readonly id: unknown; readonly named: NamedPaths } | undefined => {
  const named = namedPaths(update);
  const byId = idNamedBy(filter, call);
  if (named === undefined || byId === undefined || upsert === true) return undefined;
  return facetsNamed(call.declared, named.tops).length > 0 ? undefined : { id: byId.id, named };
};

export const updateMany = async (call: WriteCall, filter: unknown, update: unknown): Promise<Written> => {
  const named = namedPaths(update);
  forbidFixedFacets(call.declared, named);
  const result = await call.call('updateMany', filter, update, call.options);
  const plain = plainUpdate(call, { filter, update, ...call.options });
  if (plain === undefined || asImage(result)?.['matchedCount'] !== 1) return byState(call, filter, result);
  return { result, tags: await plainStamps(call, plain.id, plain.named) };
};

export const deleteMany = async (call: WriteCall, filter: unknown): Promise<Written> =>
  byState(call, filter, await call.call('deleteMany', filter, call.options));

/**
 * Stamps of one operation of a bulk, once that is answered; `undefined` when it does not name one document.
 * @param matched whether every update of the bulk found its document.
 */
const stampsOfItem = (
  call: WriteCall,
  item: unknown,
  matched: boolean,
): (() => Promise<readonly Tag[]>) | undefined => {
  if (!isPlainObject(item)) return undefined;
  const [name, operation] = Object.entries(item)[0] ?? [];
  if (!isRecord(operation)) return undefined;
  if (name === 'insertOne') return async () => inserted(call, operation['document']);
  const { filter, collation } = operation;
  if (collation !== undefined || idNamedBy(filter, call) === undefined) return undefined;
  const plain = name === 'updateOne' && matched ? plainUpdate(call, operation) : undefined;
  if (plain !== undefined) return () => plainStamps(call, plain.id, plain.named);
  return async () => (await byState(call, filter, undefined)).tags;
};

const forbidFixedInItem = (call: WriteCall, item: unknown): void => {
  if (!isRecord(item)) return;
  const update = item['updateOne'] ?? item['updateMany'];
  if (isRecord(update)) forbidFixedFacets(call.declared, namedPaths(update['update']));
  if (item['replaceOne'] !== undefined) forbidFixedFacets(call.declared, undefined);
};

/** Their documents are looked at afterwards, one after the other; a longer bulk is not told apart. */
const MAX_LOOKS = 20;

const isInsert = (item: unknown): boolean => isRecord(item) && item['insertOne'] !== undefined;

/** A bulk whose every operation names one document is told apart; any other may have touched anything. */
export const bulkWrite = async (call: WriteCall, items: unknown): Promise<Written> => {
  const list: readonly unknown[] = Array.isArray(items) ? items : [];
  for (const item of list) forbidFixedInItem(call, item);
  const result = await call.call('bulkWrite', items, call.options);
  const updates = list.filter((item) => isRecord(item) && item['updateOne'] !== undefined).length;
  const matched = asImage(result)?.['matchedCount'] === updates;
  const stamps = list.map((item) => stampsOfItem(call, item, matched));
  const looks = list.filter((item) => !isInsert(item)).length;
  if (looks > MAX_LOOKS || !stamps.every((stamp) => stamp !== undefined)) return anything(call, result);
  const tags: Tag[] = [];
  // A session has one command under way at a time.
  for (const stamp of stamps) tags.push(...(await stamp()));
  return { result, tags };
};
