import {
  asImage,
  byState,
  forbidFixedFacets,
  idNamedBy,
  type Options,
  type WriteCall,
  type Written,
} from './call.ts';
import { asStored, type Image, sameBytes } from './image.ts';
import { insertStamps, removalStamps } from './stamps.ts';
import { answersBefore, asAsked, BEFORE, modifiedOf, updateResult } from './update-one.ts';
import { withImages } from './with-images.ts';

const replaced = (replacement: unknown, id: unknown): Image => ({
  ...asStored(asImage(replacement) ?? {}),
  _id: id,
});

export const replaceOne = async (
  call: WriteCall,
  filter: unknown,
  replacement: unknown,
): Promise<Written> => {
  forbidFixedFacets(call.declared, undefined);
  const reply = await call.call('findOneAndReplace', filter, replacement, { ...call.options, ...BEFORE });
  const { image: before, upsertedId } = modifiedOf(reply);
  if (before !== undefined) {
    const after = replaced(replacement, before['_id']);
    const { _id: _before, ...old } = before;
    const { _id: _after, ...new_ } = after;
    return {
      result: updateResult(true, !sameBytes(old, new_)),
      tags: removalStamps(call.declared, before, after),
    };
  }
  if (upsertedId === undefined) return byState(call, filter, updateResult(false, false));
  return {
    result: updateResult(false, false, upsertedId),
    tags: insertStamps(call.declared, replaced(replacement, upsertedId.id)),
  };
};

/** Removes one document, or what was in its place. */
const removeInTransaction = (
  call: WriteCall,
  filter: unknown,
  act: (filter: unknown, options: Options) => Promise<unknown>,
): Promise<Written> =>
  withImages(call, filter, act, (before, after) => removalStamps(call.declared, before, after));

export const findOneAndReplace = async (
  call: WriteCall,
  filter: unknown,
  replacement: unknown,
): Promise<Written> => {
  forbidFixedFacets(call.declared, undefined);
  const run = (one: unknown, options: Options) => call.call('findOneAndReplace', one, replacement, options);
  if (call.options['upsert'] === true) return byState(call, filter, await run(filter, call.options));
  if (!answersBefore(call)) {
    return removeInTransaction(call, filter, run);
  }
  const reply = await run(filter, { ...call.options, includeResultMetadata: true });
  const { image: before } = modifiedOf(reply);
  if (before === undefined) return byState(call, filter, asAsked(call, reply));
  return {
    result: asAsked(call, reply),
    tags: removalStamps(call.declared, before, replaced(replacement, before['_id'])),
  };
};

export const deleteOne = async (call: WriteCall, filter: unknown): Promise<Written> => {
  const byId = idNamedBy(filter, call);
  if (byId !== undefined && call.declared.facets.length === 0) {
    const result = await call.call('deleteOne', filter, call.options);
    if (asImage(result)?.['deletedCount'] !== 1) return byState(call, filter, result);
    return { result, tags: removalStamps(call.declared, { _id: byId.id }) };
  }
  const options = { ...call.options, includeResultMetadata: true };
  const { image: before } = modifiedOf(await call.call('findOneAndDelete', filter, options));
  const result = { acknowledged: true, deletedCount: before === undefined ? 0 : 1 };
  return before === undefined
    ? byState(call, filter, result)
    : { result, tags: removalStamps(call.declared, before) };
};

export const findOneAndDelete = async (call: WriteCall, filter: unknown): Promise<Written> => {
  const run = (one: unknown, options: Options) => call.call('findOneAndDelete', one, options);
  if (!answersBefore(call)) {
    return removeInTransaction(call, filter, run);
  }
  const reply = await run(filter, { ...call.options, includeResultMetadata: true });
  const { image: before } = modifiedOf(reply);
  const result = asAsked(call, reply);
  return before === undefined
    ? byState(call, filter, result)
    : { result, tags: removalStamps(call.declared, before) };
};
