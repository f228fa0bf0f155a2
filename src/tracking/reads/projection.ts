import { isPlainObject, topOf } from '../canonical.ts';

const isTrue = (value: unknown): boolean => value === true || (value !== 0 && Number(value) > 0);

/**
 * Whether the documents of a reply hold their own `_id`.
 * @param projection of `find` or `$project`; both also take expressions, which could replace it.
 */
export const keepsId = (projection: unknown): boolean => {
  if (projection === undefined || projection === null) return true;
  if (!isPlainObject(projection)) return false;
  return Object.entries(projection).every(
    ([path, value]) => topOf(path) !== '_id' || (path === '_id' && isTrue(value)),
  );
};

/**
 * Whether the documents of a reply hold a path as it is stored.
 * @param path top-level.
 */
export const keepsPath = (projection: unknown, path: string): boolean => {
  if (projection === undefined || projection === null) return true;
  if (!isPlainObject(projection) || !onlyPicks(projection)) return false;
  const others = Object.entries(projection).filter(([picked]) => picked !== '_id');
  if (others.length === 0)
    return projection['_id'] === undefined || !isTrue(projection['_id']) || path === '_id';
  if (others.some(([, value]) => isTrue(value))) return others.some(([picked]) => picked === path);
  return others.every(([dropped]) => topOf(dropped) !== path);
};

/** Whether a projection only picks and drops paths, so that those that stay keep their meaning. */
export const onlyPicks = (projection: Readonly<Record<string, unknown>>): boolean =>
  Object.values(projection).every((value) => typeof value === 'number' || typeof value === 'boolean');
