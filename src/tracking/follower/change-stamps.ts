import type { Tag } from '../../cache/tags.ts';
import { topOf } from '../canonical.ts';
import type { Declared } from '../facets/declarations.ts';
import type { Image } from '../writes/image.ts';
import {
  anythingStamps,
  facetsNamed,
  insertStamps,
  pathsToKnow,
  removalStamps,
  stateStamps,
  updateStamps,
  type ValuesAfter,
  valuesIn,
} from '../writes/stamps.ts';
import { type Change, imagePaths } from './change.ts';

/**
 * What the images of a stream are.
 * - `exact`: the document right before and right after the change, or nothing where Mongo does not know it any more.
 * - `looked up`: none from before; after an update, the document at some later moment, or nothing when it is gone by then.
 */
export type Images = 'exact' | 'looked up';

/** What paths hold after an update, as far as the event says: an image tells facets and texts only. */
const valuesAfter = (declared: Declared, tops: ReadonlySet<string>, change: Change): ValuesAfter => {
  const { updated, removed, after } = change;
  const told = new Set(imagePaths([declared]));
  const isWhole = (path: string): boolean => !path.includes('.');
  return new Map<string, unknown>([
    ...(after === undefined
      ? []
      : valuesIn(
          after,
          [...pathsToKnow(declared, tops)].filter((top) => told.has(top)),
        )),
    ...Object.entries(updated).filter(([path]) => isWhole(path)),
    ...removed.filter(isWhole).map((path): [string, unknown] => [path, undefined]),
  ]);
};

/** The images that tell the partitions of an update; `undefined` where they are needed and not known. */
const imagesOfUpdate = (
  declared: Declared,
  tops: ReadonlySet<string>,
  { before, after }: Change,
  images: Images,
): readonly Image[] | undefined => {
  if (declared.facets.length === 0) return [];
  if (images === 'exact' && before !== undefined && after !== undefined) return [before, after];
  if (facetsNamed(declared, tops).length > 0) return undefined;
  // Where no facet changed, any moment from the update on will do; see `updateStamps`.
  const any = after ?? before;
  if (any !== undefined) return [any];
  return images === 'looked up' ? [] : undefined;
};

const stampsOfUpdate = (declared: Declared, change: Change, images: Images): readonly Tag[] => {
  const tops = new Set([...Object.keys(change.updated), ...change.removed, ...change.truncated].map(topOf));
  const known = imagesOfUpdate(declared, tops, change, images);
  return known === undefined
    ? anythingStamps(declared.namespace)
    : updateStamps(declared, change.id, tops, known, valuesAfter(declared, tops, change));
};

/**
 * What a change of one document stamps: what the write itself would have, as far as the event tells; else whatever read
 * anything of the collection.
 */
export const stampsOfChange = (declared: Declared, change: Change, images: Images): readonly Tag[] => {
  const { operation, id, before, after } = change;
  const whole = (image: Image): Image => ({ ...image, _id: id });
  // Without facets, where a document was is of no matter.
  const removed = before ?? (declared.facets.length === 0 ? {} : undefined);
  switch (operation) {
    case 'insert':
      if (after !== undefined) return insertStamps(declared, whole(after));
      break;
    case 'update':
      return stampsOfUpdate(declared, change, images);
    case 'replace':
      if (removed !== undefined && after !== undefined)
        return removalStamps(declared, whole(removed), whole(after));
      break;
    case 'delete':
      if (removed !== undefined) return removalStamps(declared, whole(removed));
      break;
    default:
  }
  return anythingStamps(declared.namespace);
};

/**
 * Other stamps after which no answer from before the change stands that it made wrong: those of a write that looked what
 * became of the document (see `stateStamps`), had it found what the change left.
 * @returns `undefined` where that is not known.
 */
export const stateAfter = (
  declared: Declared,
  change: Change,
  images: Images,
): readonly Tag[] | undefined => {
  const { operation, id, after } = change;
  if (operation === 'delete') return stateStamps(declared, id, undefined);
  const isExact = images === 'exact' || operation !== 'update';
  return isExact && after !== undefined ? stateStamps(declared, id, { ...after, _id: id }) : undefined;
};
