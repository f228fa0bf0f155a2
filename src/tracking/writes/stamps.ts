import {
  anyWordTag,
  documentTag,
  membershipTag,
  partitionPathTag,
  pathTag,
  placeTag,
  type Tag,
  textTag,
  valuedTag,
  wideTag,
  wordTag,
} from '../../cache/tags.ts';
import { canonicalId, topOf } from '../canonical.ts';
import type { Declared } from '../facets/declarations.ts';
import { partitionTagsOf } from '../facets/partitions.ts';
import { orderKey } from '../order-key.ts';
import { wideTags } from '../reads/plan.ts';
import { wordsOf } from '../words.ts';
import type { Image } from './image.ts';

/**
 * The values that top-level paths have after a write, so far as they are known; of a path that is there but undefined,
 * that it is missing. They may be of any moment from the write on.
 */
export type ValuesAfter = ReadonlyMap<string, unknown>;

export const nothingKnown: ValuesAfter = new Map();

/** The values of some paths in an image that holds all there is of them. */
export const valuesIn = (image: Image, tops: Iterable<string>): ValuesAfter =>
  new Map([...tops].map((top) => [top, image[top]]));

/** What is stamped of a path: the value it has now, where that is known and has a place in an order. */
const stampOf = (tag: Tag, top: string, values: ValuesAfter): Tag => {
  const key = values.has(top) ? orderKey(values.get(top)) : undefined;
  return key === undefined ? tag : valuedTag(tag, key);
};

/** Stamps of a write that does not know what it touched: whatever read anything of the collection. */
export const anythingStamps = (namespace: string): readonly Tag[] => wideTags(namespace);

/** Facets that a write of these top-level paths names. */
export const facetsNamed = ({ facets }: Declared, tops: ReadonlySet<string>): readonly string[] =>
  facets.filter((facet) => tops.has(topOf(facet)));

/** Where a document, or a part of it, says in which language its words are searched. */
export const LANGUAGE = 'language';

const namesText = ({ textPaths }: Declared, tops: ReadonlySet<string>): boolean =>
  textPaths.length > 0 &&
  (textPaths.includes('$**') || tops.has(LANGUAGE) || textPaths.some((path) => tops.has(topOf(path))));

/** Top-level paths whose values decide what an update of these stamps. */
export const pathsToKnow = (declared: Declared, tops: ReadonlySet<string>): ReadonlySet<string> =>
  declared.textLanguage === 'none' && namesText(declared, tops) ? new Set([...tops, LANGUAGE]) : tops;

/**
 * Words that a search may newly find the document by; `undefined` where they cannot be told.
 * @param tops that were named; `undefined`: all.
 */
const wordsAfter = (
  { textPaths }: Declared,
  tops: ReadonlySet<string> | undefined,
  values: ValuesAfter,
): readonly string[] | undefined => {
  const hasNoLanguage = values.has(LANGUAGE) && values.get(LANGUAGE) === undefined;
  if (tops?.has(LANGUAGE) === true || !hasNoLanguage) return undefined;
  const named = textPaths.filter((path) => tops?.has(path) ?? true);
  return named.every((path) => values.has(path)) ? wordsOf(named.map((path) => values.get(path))) : undefined;
};

/**
 * Stamps of a write that names text. A search by words shows whom it found, and each of those answers for itself; so it
 * is what the text holds afterwards that matters.
 */
const textStamps = (
  declared: Declared,
  tops: ReadonlySet<string> | undefined,
  values: ValuesAfter,
): readonly Tag[] => {
  const { namespace, textLanguage } = declared;
  if (textLanguage === undefined) return [textTag(namespace)];
  const words = wordsAfter(declared, tops, values);
  return words === undefined
    ? [textTag(namespace), anyWordTag(namespace)]
    : [textTag(namespace), ...words.map((word) => wordTag(namespace, word))];
};

/** Paths within partitions are stamped up to so many pairs; beyond, the partitions themselves. */
const MAX_PARTITION_PATHS = 60;

/**
 * What an update of these paths stamps of one partition: the partition itself, where it may be about its facet;
 * else the paths within it. Whoever carries a path within a partition carries the partition too.
 */
const partitionStamps = (
  declared: Declared,
  tops: ReadonlySet<string>,
  images: readonly Image[],
  values: ValuesAfter,
): readonly Tag[] => {
  const named = facetsNamed(declared, tops);
  const others = declared.facets.filter((facet) => !named.includes(facet));
  const partitionsBy = (facets: readonly string[]) =>
    new Set(images.flatMap((image) => partitionTagsOf(declared, image, facets)));
  const beside = partitionsBy(others);
  const paths = [...tops].filter((top) => top !== '_id');
  const within =
    beside.size * paths.length > MAX_PARTITION_PATHS
      ? beside
      : [...beside].flatMap((partition) =>
          paths.map((path) => stampOf(partitionPathTag(partition, path), path, values)),
        );
  return [...partitionsBy(named), ...within];
};

/**
 * Stamps of an update of one document that was there and stays.
 *
 * @param images where the collection has facets: before and after when one is named, else of any moment from
 *   the update on. A document that is in no partition by then needs none: whoever shows it carries its own tag,
 *   and for whoever does not `showsFirst` of the selection says why.
 */
export const updateStamps = (
  declared: Declared,
  id: unknown,
  tops: ReadonlySet<string>,
  images: readonly Image[],
  values: ValuesAfter,
): readonly Tag[] => {
  const { namespace } = declared;
  const text = canonicalId(id);
  if (text === undefined) return anythingStamps(namespace);
  return [
    wideTag(namespace),
    documentTag(namespace, text),
    ...[...tops].filter((top) => top !== '_id').map((top) => stampOf(pathTag(namespace, top), top, values)),
    ...(namesText(declared, tops) ? textStamps(declared, tops, values) : []),
    ...facetsNamed(declared, tops).map((facet) => placeTag(namespace, text, facet)),
    ...partitionStamps(declared, tops, images, values),
  ];
};

/**
 * Stamps of inserting a document.
 * @param values by default all that the image holds.
 */
export const insertStamps = (
  declared: Declared,
  image: Image,
  values: ValuesAfter = valuesIn(image, [...declared.textPaths, LANGUAGE]),
): readonly Tag[] => existenceStamps(declared, image['_id'], image, values);

/** @param image `undefined` for one that is in no partition. */
const existenceStamps = (
  declared: Declared,
  id: unknown,
  image: Image | undefined,
  values: ValuesAfter,
): readonly Tag[] => {
  const { namespace, textPaths } = declared;
  const text = canonicalId(id);
  if (text === undefined) return anythingStamps(namespace);
  return [
    wideTag(namespace),
    documentTag(namespace, text),
    membershipTag(namespace),
    ...(textPaths.length > 0 ? textStamps(declared, undefined, values) : []),
    ...declared.facets.map((facet) => placeTag(namespace, text, facet)),
    ...(image === undefined ? [] : partitionTagsOf(declared, image)),
  ];
};

/**
 * Stamps of deleting a document, or of putting another in its place.
 *
 * The document may have come here from another partition by a write that is not in the log yet. What does not
 * show it and yet may have been decided by it carries the facet's path tag, hence its stamp.
 */
export const removalStamps = (declared: Declared, before: Image, after?: Image): readonly Tag[] => [
  ...insertStamps(declared, before),
  ...(after === undefined ? [] : insertStamps(declared, after)),
  ...declared.facets
    .filter((facet) => !declared.fixedFacets.has(facet))
    .map((facet) => pathTag(declared.namespace, facet)),
];

/**
 * Stamps that leave no narrow answer standing which contradicts a document as it is at some moment from the write
 * on, whoever made it so. For writes of one id that do not know what they did, or what another did before them:
 * one that matched nothing since its twin was there first promises by its acknowledgement what that one wrote.
 *
 * An answer about this document was either found by its id (`c:id`), shows it (`c:id`), looked at the whole
 * collection (`c`, `c[]`, the text), or at partitions. Those that hold the document now are stamped. Of the
 * others, what shows first documents and does not show it is right without it; anything else carries the path of
 * its facet. Fixed facets have that stamped too: of a document that is gone nobody knows where it was.
 *
 * @param image `undefined` when it is not there.
 */
export const stateStamps = (declared: Declared, id: unknown, image: Image | undefined): readonly Tag[] => [
  ...existenceStamps(declared, id, image, nothingKnown),
  ...declared.facets.map((facet) => pathTag(declared.namespace, facet)),
];
