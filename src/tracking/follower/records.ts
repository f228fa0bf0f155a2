import { anythingTag, MAX_TAGS_PER_RECORD, type Tag } from '../../cache/tags.ts';
import type { Declared } from '../facets/declarations.ts';
import { anythingStamps } from '../writes/stamps.ts';
import type { Change } from './change.ts';
import { type Images, stampsOfChange, stateAfter } from './change-stamps.ts';
import type { Coverage } from './coverage.ts';

/** What became of changes. */
export interface ChangeCounts {
  /** Told to the log. */
  readonly stamped: number;
  /** The log had them already. */
  readonly covered: number;
  /** Of those told: the ones that drop all that is kept of a collection. */
  readonly wide: number;
}

export interface FollowedRecord {
  readonly tags: readonly Tag[];
  /** The time of the last change in it. */
  readonly order: string;
}

/** More tags of one collection at once, and all that is kept of it is dropped: finding out what need not be costs more. */
const MAX_TAGS_PER_COLLECTION = 2_000;

/** Tags in records that need not be collapsed, all as of the last change. */
const inRecords = (tags: readonly Tag[], order: string): readonly FollowedRecord[] =>
  Array.from({ length: Math.ceil(tags.length / MAX_TAGS_PER_RECORD) }, (_, index) => ({
    tags: tags.slice(index * MAX_TAGS_PER_RECORD, (index + 1) * MAX_TAGS_PER_RECORD),
    order,
  }));

/**
 * What the log has to be told of changes: what their writes would have stamped, as far as the log does not have it.
 * @param byCollection those that are followed, by the name of the collection.
 */
export const recordsOf = (
  byCollection: ReadonlyMap<string, Declared>,
  changes: readonly Change[],
  images: Images,
  coverage: Coverage,
): { readonly records: readonly FollowedRecord[]; readonly counts: ChangeCounts } => {
  const tagsOf = new Map<Declared, Set<Tag>>();
  const counts = { stamped: 0, covered: 0, wide: 0 };
  for (const change of changes) {
    const declared = change.collection === undefined ? undefined : byCollection.get(change.collection);
    if (declared === undefined) continue;
    const stamps = stampsOfChange(declared, change, images);
    const isCovered = (tags: readonly Tag[] | undefined): boolean =>
      tags !== undefined && coverage.covers(declared.namespace, tags, change.order);
    if (isCovered(stamps) || isCovered(stateAfter(declared, change, images))) {
      counts.covered += 1;
      continue;
    }
    counts.stamped += 1;
    if (stamps.includes(anythingTag(declared.namespace))) counts.wide += 1;
    const tags = tagsOf.get(declared) ?? new Set();
    for (const stamp of stamps) tags.add(stamp);
    tagsOf.set(declared, tags);
  }
  const order = changes.at(-1)?.order ?? '';
  const all = [...tagsOf].flatMap(([{ namespace }, tags]) =>
    tags.has(anythingTag(namespace)) || tags.size > MAX_TAGS_PER_COLLECTION
      ? anythingStamps(namespace)
      : [...tags],
  );
  return { records: inRecords(all, order), counts };
};
