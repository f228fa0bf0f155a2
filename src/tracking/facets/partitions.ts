import { canonicalValue, isPlainObject } from '../canonical.ts';
import { partitionTag, type Tag } from '../../cache/tags.ts';
import type { Declared } from './declarations.ts';

/**
 * The values at a path as equality in a filter sees them: through arrays, and an array's elements besides.
 * Nested arrays are opened too, which Mongo does not: a partition too many is harmless, one too few is not.
 */
const valuesAt = (value: unknown, segments: readonly string[]): readonly unknown[] => {
  const [segment, ...rest] = segments;
  if (Array.isArray(value)) return value.flatMap((element: unknown) => valuesAt(element, segments));
  if (segment === undefined) return [value];
  return isPlainObject(value) ? valuesAt(value[segment], rest) : [undefined];
};

/**
 * The partitions that a document is a member of.
 * @param document as Mongo returns or stores it; values of BSON types, no class instances besides.
 * @param facets those that are asked for.
 */
export const partitionTagsOf = (
  { namespace, facets: all }: Declared,
  document: Readonly<Record<string, unknown>>,
  facets: readonly string[] = all,
): readonly Tag[] =>
  facets.flatMap((facet) => {
    const nullable = !facet.includes('.');
    return valuesAt(document, facet.split('.')).flatMap((value) => {
      const text = canonicalValue(value ?? null, { nullable });
      return text === undefined ? [] : [partitionTag(namespace, facet, text)];
    });
  });
