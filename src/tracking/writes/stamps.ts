import { documentTag, membershipTag, pathTag, type Tag, textTag, wideTag } from '../../cache/tags.ts';
import { canonicalId, topOf } from '../canonical.ts';
import type { Declared } from '../facets/declarations.ts';
import { partitionTagsOf } from '../facets/partitions.ts';
import { wideTags } from '../reads/plan.ts';
import type { Image } from './image.ts';

/** Stamps of a write that does not know what it touched: whatever read anything of the collection. */
export const anythingStamps = (namespace: string): readonly Tag[] => wideTags(namespace);

/** Facets that a write of these top-level paths names. */
export const facetsNamed = ({ facets }: Declared, tops: ReadonlySet<string>): readonly string[] =>
  facets.filter((facet) => tops.has(topOf(facet)));

/** The language of a document, or of a part of it, decides how its words are searched. */
const namesText = ({ textPaths }: Declared, tops: ReadonlySet<string>): boolean =>
  textPaths.length > 0 &&
  (textPaths.includes('$**') || tops.has('language') || textPaths.some((path) => tops.has(topOf(path))));

/**
 * Stamps of an update of one document that was there and stays.
 * @param images before and after; needed where a facet is named.
 */
export const updateStamps = (
  declared: Declared,
  id: unknown,
  tops: ReadonlySet<string>,
  images: readonly Image[],
): readonly Tag[] => {
  const { namespace } = declared;
  const text = canonicalId(id);
  if (text === undefined) return anythingStamps(namespace);
  return [
    wideTag(namespace),
    documentTag(namespace, text),
    ...[...tops].filter((top) => top !== '_id').map((top) => pathTag(namespace, top)),
    ...(namesText(declared, tops) ? [textTag(namespace)] : []),
    ...(facetsNamed(declared, tops).length > 0
      ? images.flatMap((image) => partitionTagsOf(declared, image))
      : []),
  ];
};

/** Stamps of inserting a document. */
export const insertStamps = (declared: Declared, image: Image): readonly Tag[] => {
  const { namespace, textPaths } = declared;
  const text = canonicalId(image['_id']);
  if (text === undefined) return anythingStamps(namespace);
  return [
    wideTag(namespace),
    documentTag(namespace, text),
    membershipTag(namespace),
    ...(textPaths.length > 0 ? [textTag(namespace)] : []),
    ...partitionTagsOf(declared, image),
  ];
};

/**
 * Stamps of deleting a document, or of putting another in its place.
 *
 * The document may have come here from another partition by a write that is not in the log yet. Counts and
 * windows of that partition carry the facet's path tag, hence its stamp.
 */
export const removalStamps = (declared: Declared, before: Image, after?: Image): readonly Tag[] => [
  ...insertStamps(declared, before),
  ...(after === undefined ? [] : insertStamps(declared, after)),
  ...declared.facets
    .filter((facet) => !declared.fixedFacets.has(facet))
    .map((facet) => pathTag(declared.namespace, facet)),
];
