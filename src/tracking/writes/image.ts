import { mongo } from 'mongoose';
import { isPlainObject } from '../canonical.ts';

const { BSON } = mongo;

/** A document as the server holds it. */
export type Image = Readonly<Record<string, unknown>>;

/**
 * The form that a document takes on its way to the server: `toBSON` applied, class instances made plain. What is
 * undefined becomes null; where the client leaves it out instead, that is the same to a partition.
 */
export const asStored = (document: object): Image =>
  BSON.deserialize(BSON.serialize(document, { ignoreUndefined: false }));

/** Whether two values are the same bytes. */
export const sameBytes = (a: unknown, b: unknown): boolean =>
  Buffer.from(BSON.serialize({ value: a })).equals(BSON.serialize({ value: b }));

const withValue = (image: Image, [segment = '', ...rest]: readonly string[], value: unknown): Image => {
  if (rest.length === 0) {
    if (value !== undefined) return { ...image, [segment]: value };
    const { [segment]: _, ...others } = image;
    return others;
  }
  const inner = image[segment];
  if (!isPlainObject(inner) && value === undefined) return image;
  return { ...image, [segment]: withValue(isPlainObject(inner) ? inner : {}, rest, value) };
};

/**
 * The document after `$set` and `$unset`, which must not go through arrays by position.
 * @param update whose other operators are left out of account.
 */
export const imageAfter = (before: Image, update: Image): Image => {
  const stored = asStored({ $set: update['$set'] ?? {}, $unset: update['$unset'] ?? {} });
  let after = before;
  for (const [path, value] of Object.entries(isPlainObject(stored['$set']) ? stored['$set'] : {})) {
    // A stored undefined is null.
    after = withValue(after, path.split('.'), value ?? null);
  }
  for (const path of Object.keys(isPlainObject(stored['$unset']) ? stored['$unset'] : {})) {
    after = withValue(after, path.split('.'), undefined);
  }
  return after;
};
