import type { Tag } from '../../cache/tags.ts';
import { canonicalId, isRecord } from '../canonical.ts';
import { onOwnErrand } from './announcement.ts';
import { asImage, pickFacets, type WriteCall } from './call.ts';
import { stateStamps } from './stamps.ts';

const DUPLICATE_KEY = 11_000;

/** The `_id` that was taken already, of an error that says nothing else was in the way. */
const takenId = (error: unknown): { readonly id: unknown } | undefined => {
  if (!isRecord(error) || error['code'] !== DUPLICATE_KEY) return undefined;
  const { keyPattern, keyValue } = error;
  if (!isRecord(keyPattern) || Object.keys(keyPattern).join() !== '_id' || !isRecord(keyValue))
    return undefined;
  const id = keyValue['_id'];
  return canonicalId(id) === undefined ? undefined : { id };
};

/**
 * Stamps of a write of one document that the server refused since its `_id` was taken. It changed nothing, but whoever
 * hears of it knows that the document is there, as by the acknowledgement of an insert.
 * @returns `undefined` when the error does not say so: then it may have touched anything.
 */
export const stampsOfRefusal = async (
  { declared, session, maxTimeMs, call }: WriteCall,
  error: unknown,
): Promise<readonly Tag[] | undefined> => {
  const taken = session === undefined ? takenId(error) : undefined;
  if (taken === undefined) return undefined;
  try {
    // No majority may have the document yet that was in the way, and an error brings no time to read after.
    const options = {
      readConcern: { level: 'linearizable' },
      readPreference: 'primary',
      maxTimeMS: maxTimeMs,
      projection: pickFacets(declared),
    };
    const image = asImage(await onOwnErrand(() => call('findOne', { _id: taken.id }, options)));
    return stateStamps(declared, taken.id, image);
  } catch {
    return undefined;
  }
};
