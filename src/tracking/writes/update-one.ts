import { isPlainObject, isRecord } from '../canonical.ts';
import {
  anything,
  asImage,
  byState,
  forbidFixedFacets,
  idNamedBy,
  type Options,
  pickFacets,
  placeAfter,
  readAfter,
  stampsOrAnything,
  type WriteCall,
  type Written,
} from './call.ts';
import { type Image, imageAfter, sameBytes } from './image.ts';
import { namedPaths, type NamedPaths } from './named.ts';
import {
  facetsNamed,
  insertStamps,
  nothingKnown,
  pathsToKnow,
  updateStamps,
  type ValuesAfter,
  valuesIn,
} from './stamps.ts';
import { withImages } from './with-images.ts';
import type { Tag } from '../../cache/tags.ts';

/** The reply of `findOneAnd…` with its metadata. */
interface Modified {
  readonly image: Image | undefined;
  readonly upsertedId: { readonly id: unknown } | undefined;
}

export const modifiedOf = (result: unknown): Modified => {
  const { value, lastErrorObject } = asImage(result) ?? {};
  const upserted =
    isRecord(lastErrorObject) && 'upserted' in lastErrorObject ? lastErrorObject['upserted'] : null;
  return { image: asImage(value), upsertedId: upserted === null ? undefined : { id: upserted } };
};

/** What `updateOne` and `replaceOne` answer. */
export const updateResult = (matched: boolean, modified: boolean, upsertedId?: { readonly id: unknown }) => ({
  acknowledged: true,
  matchedCount: matched ? 1 : 0,
  modifiedCount: modified ? 1 : 0,
  upsertedCount: upsertedId === undefined ? 0 : 1,
  upsertedId: upsertedId === undefined ? null : upsertedId.id,
});

export const BEFORE: Options = {
  returnDocument: 'before',
  includeResultMetadata: true,
  projection: undefined,
};

/** Whether the facets after the update follow from the document before it and the update alone. */
const facetsFollow = (named: NamedPaths, call: WriteCall): boolean =>
  !named.positional && facetsNamed(call.declared, named.computed).length === 0;

/** Whether an increment by something other than nothing is among it. */
const increments = (update: Image): boolean =>
  isPlainObject(update['$inc']) && Object.values(update['$inc']).some((by) => Number(by) !== 0);

/** Whether it can be told, without asking the server, if the update modified the document. */
const modificationFollows = (named: NamedPaths, update: Image): boolean =>
  named.otherOperators.length === 0 || (named.otherOperators.join() === '$inc' && increments(update));

/** Numbers after `$inc`, for paths without dots. */
const valuesIncremented = (before: Image, update: Image): readonly [string, number][] =>
  Object.entries(isPlainObject(update['$inc']) ? update['$inc'] : {}).flatMap(([path, by]) => {
    const from = before[path] ?? 0;
    return typeof from === 'number' && typeof by === 'number' ? [[path, from + by]] : [];
  });

/** What is known of the values after an update, given an image that {@link imageAfter} made. */
const valuesComputed = (
  { declared }: WriteCall,
  before: Image,
  after: Image,
  { tops, computed, positional }: NamedPaths,
  update: Image,
): ValuesAfter => {
  if (positional) return nothingKnown;
  const plain = [...pathsToKnow(declared, tops)].filter((top) => !computed.has(top));
  return new Map([...valuesIn(after, plain), ...valuesIncremented(before, update)]);
};

const stampsOf = (
  { declared }: WriteCall,
  { tops }: NamedPaths,
  before: Image,
  after: Image | undefined,
  values: ValuesAfter,
) => updateStamps(declared, before['_id'], tops, after === undefined ? [before] : [before, after], values);

/** Stamps of an update by id that names no facet, so that any later look tells where the document is. */
export const plainStamps = (call: WriteCall, id: unknown, { tops }: NamedPaths): Promise<readonly Tag[]> =>
  stampsOrAnything(call, async () => {
    const paths = pathsToKnow(call.declared, tops);
    const now = await placeAfter(call, id, paths);
    if (now === undefined) return updateStamps(call.declared, id, tops, [], nothingKnown);
    return updateStamps(call.declared, id, tops, [now], valuesIn(now, paths));
  });

/** What an image that was read tells of the values after an update. */
const valuesRead = ({ declared }: WriteCall, after: Image | undefined, { tops }: NamedPaths): ValuesAfter =>
  after === undefined ? nothingKnown : valuesIn(after, pathsToKnow(declared, tops));

/** Updates one document whose facets after it can only be read. */
const updateInTransaction = (
  call: WriteCall,
  filter: unknown,
  named: NamedPaths,
  act: (filter: unknown, options: Options) => Promise<unknown>,
): Promise<Written> =>
  withImages(call, filter, act, (before, after) =>
    stampsOf(call, named, before, after, valuesRead(call, after, named)),
  );

/** Stamps of an upsert: it says that the document is there, which may be news even when it changed nothing. */
const upsertStamps = async (call: WriteCall, named: NamedPaths, update: Image, modified: Modified) => {
  const { declared } = call;
  const { image: before, upsertedId } = modified;
  const id = upsertedId === undefined ? before?.['_id'] : upsertedId.id;
  const computed = before !== undefined && facetsFollow(named, call);
  const after = computed ? imageAfter(before, update) : await readAfter(call, id);
  if (after === undefined) return { after, tags: anything(call, undefined).tags };
  if (before === undefined) return { after, tags: insertStamps(declared, after) };
  const tags = [before, after].flatMap((image) => insertStamps(declared, image, nothingKnown));
  const values = computed
    ? valuesComputed(call, before, after, named, update)
    : valuesRead(call, after, named);
  return { after, tags: [...tags, ...stampsOf(call, named, before, after, values)] };
};

export const updateOne = async (call: WriteCall, filter: unknown, update: unknown): Promise<Written> => {
  const named = namedPaths(update);
  forbidFixedFacets(call.declared, named);
  const { options } = call;
  if (named === undefined || !isPlainObject(update)) {
    return byState(call, filter, await call.call('updateOne', filter, update, options));
  }
  if (options['upsert'] === true) return upsertOne(call, filter, named, update);
  const named1 = idNamedBy(filter, call);
  const follows = facetsFollow(named, call) && modificationFollows(named, update);
  const namesFacet = facetsNamed(call.declared, named.tops).length > 0;
  if (named1 !== undefined && (call.declared.facets.length === 0 || !(follows || namesFacet))) {
    const result = await call.call('updateOne', filter, update, options);
    if (asImage(result)?.['matchedCount'] !== 1) return byState(call, filter, result);
    return { result, tags: await plainStamps(call, named1.id, named) };
  }
  if (!follows) {
    return updateInTransaction(call, filter, named, (one, inside) =>
      call.call('updateOne', one, update, inside),
    );
  }
  const picked = { ...BEFORE, projection: pickFacets(call.declared, pathsToKnow(call.declared, named.tops)) };
  const { image: before } = modifiedOf(
    await call.call('findOneAndUpdate', filter, update, { ...options, ...picked }),
  );
  if (before === undefined) return byState(call, filter, updateResult(false, false));
  const after = imageAfter(before, update);
  const modified = increments(update) || !sameBytes(before, after);
  const tags = stampsOf(call, named, before, after, valuesComputed(call, before, after, named, update));
  return { result: updateResult(true, modified), tags };
};

const upsertOne = async (
  call: WriteCall,
  filter: unknown,
  named: NamedPaths,
  update: Image,
): Promise<Written> => {
  const reply = await call.call('findOneAndUpdate', filter, update, { ...call.options, ...BEFORE });
  const modified = modifiedOf(reply);
  if (modified.image === undefined && modified.upsertedId === undefined) {
    return byState(call, filter, updateResult(false, false));
  }
  const { after, tags } = await upsertStamps(call, named, update, modified);
  const { image: before, upsertedId } = modified;
  if (before === undefined) return { result: updateResult(false, false, upsertedId), tags };
  const changed = increments(update) || !sameBytes(before, after);
  return { result: updateResult(true, changed), tags };
};

const isEmpty = (projection: unknown): boolean =>
  projection === undefined ||
  projection === null ||
  (isPlainObject(projection) && Object.keys(projection).length === 0);

/** Whether the reply to the call is the whole document as it was before. */
export const answersBefore = ({ options }: WriteCall): boolean =>
  options['returnDocument'] !== 'after' && isEmpty(options['projection']);

/** What the caller of `findOneAnd…` asked for, of a reply with its metadata. */
export const asAsked = ({ options }: WriteCall, reply: unknown): unknown =>
  options['includeResultMetadata'] === true ? reply : (asImage(reply)?.['value'] ?? null);

export const findOneAndUpdate = async (
  call: WriteCall,
  filter: unknown,
  update: unknown,
): Promise<Written> => {
  const named = namedPaths(update);
  forbidFixedFacets(call.declared, named);
  const withMetadata = { ...call.options, includeResultMetadata: true };
  const run = (one: unknown, options: Options) => call.call('findOneAndUpdate', one, update, options);
  if (named === undefined || !isPlainObject(update)) {
    return byState(call, filter, await run(filter, call.options));
  }
  const byId = idNamedBy(filter, call);
  const needsImages = byId === undefined || facetsNamed(call.declared, named.tops).length > 0;
  const upserts = call.options['upsert'] === true;
  if (needsImages && !upserts && !(answersBefore(call) && facetsFollow(named, call))) {
    return updateInTransaction(call, filter, named, (one, inside) => run(one, inside));
  }
  const reply = await run(filter, withMetadata);
  const { image, upsertedId } = modifiedOf(reply);
  const result = asAsked(call, reply);
  if (image === undefined && upsertedId === undefined) return byState(call, filter, result);
  if (upserts) {
    // An image of the document as it is now says nothing about where it was.
    if (upsertedId === undefined && !answersBefore(call)) return byState(call, filter, result);
    const before = upsertedId === undefined ? image : undefined;
    return { result, tags: (await upsertStamps(call, named, update, { image: before, upsertedId })).tags };
  }
  if (image === undefined) return anything(call, result);
  if (needsImages) {
    const after = imageAfter(image, update);
    return {
      result,
      tags: stampsOf(call, named, image, after, valuesComputed(call, image, after, named, update)),
    };
  }
  // What the caller picked of the document need not tell where it is.
  if (!isEmpty(call.options['projection'])) return { result, tags: await plainStamps(call, byId.id, named) };
  const values = answersBefore(call)
    ? valuesComputed(call, image, imageAfter(image, update), named, update)
    : valuesRead(call, image, named);
  return { result, tags: updateStamps(call.declared, byId.id, named.tops, [image], values) };
};
