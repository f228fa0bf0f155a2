import { pathTag, placeTag, type Tag } from '../../cache/tags.ts';
import { canonicalId, isPlainObject, isRecord } from '../canonical.ts';
import type { Declared } from '../facets/declarations.ts';
import { parseFilter } from './filter.ts';
import { selectionOf } from './selection.ts';

/** A count of up to so many documents names them, each by a tag; a longer one depends on every move. */
const MAX_COUNTED = 50;

/** What a count that names its documents calls their number, and their ids. */
const NUMBER = 'n';
const IDS = 'ids';

const idsOfCount = { $firstN: { input: '$_id', n: MAX_COUNTED + 1 } };

/** Whether this accumulator gathers the ids of documents that were counted. */
export const isIdsOfCount = (accumulator: unknown): boolean =>
  JSON.stringify(accumulator) === JSON.stringify(idsOfCount);

/** Whether a group holds the ids beside the number. */
export const showsCounted = (group: unknown): boolean => isPlainObject(group) && isIdsOfCount(group[IDS]);

/**
 * A pipeline that counts what the filter selects and names it, where that makes the answer depend on less.
 * @returns `undefined` where a plain count depends on no more.
 */
export const namingCount = (filter: unknown, declared: Declared): object[] | undefined => {
  const selection = selectionOf(parseFilter(filter), [], declared, { collated: false, shows: 'counted' });
  if (selection.kind === 'wide' || selection.facets.length === 0) return undefined;
  return [{ $match: filter }, { $group: { _id: 1, [NUMBER]: { $sum: 1 }, [IDS]: idsOfCount } }];
};

export const numberOf = (documents: unknown): number => {
  const [first] = Array.isArray(documents) ? (documents as readonly unknown[]) : [];
  return isRecord(first) ? Number(first[NUMBER]) : 0;
};

/** The tags that the documents of a count add, given those that its reply holds. */
export const tagsOfCount = (
  namespace: string,
  facets: readonly string[],
  documents: readonly unknown[],
): readonly Tag[] => {
  const lists = documents.map((document) => (isRecord(document) ? document[IDS] : undefined));
  const ids = lists
    .flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : [undefined]))
    .map(canonicalId);
  if (ids.length > MAX_COUNTED || !ids.every((id) => id !== undefined)) {
    return facets.map((facet) => pathTag(namespace, facet));
  }
  return ids.flatMap((id) => facets.map((facet) => placeTag(namespace, id, facet)));
};
