import {
  anythingTag,
  documentTag,
  partitionPathTag,
  partitionTag,
  type Tag,
  wideTag,
} from '../cache/tags.ts';
import type { CounterGroup, Counts } from '../shared/counters.ts';
import { canonicalId, canonicalValue } from './canonical.ts';
import { currentOperation } from './operation/operation.ts';

/** Documents that a count is of: those whose facet tells the thing. */
export interface CountedDocuments {
  /** `database.collection`. */
  readonly namespace: string;
  /** A declared facet. */
  readonly facet: string;
  /** Paths of theirs that decide what is counted. */
  readonly paths: readonly string[];
  /** The facet's value for a thing. Default: its id. */
  readonly facetOf?: (id: string) => string;
}

/** Counters that tell whether a reading is the whole. */
export interface ReadCounters<Name extends string> extends CounterGroup<Name> {
  reading(
    ids: readonly string[],
  ): Promise<{ readonly counts: readonly Counts<Name>[]; readonly isWhole: boolean }>;
}

/** The partitions of documents that the counts of a thing are of. */
export const countedPartitions = (counted: readonly CountedDocuments[], id: string): readonly Tag[] =>
  counted.map(({ namespace, facet, facetOf = (id: string) => id }) => {
    const value = facetOf(id);
    return partitionTag(namespace, facet, canonicalValue(value, { nullable: true }) ?? value);
  });

/** What stands for the counts of a thing of which no document tells. */
export const additionTag = (namespace: string, id: string): Tag =>
  documentTag(namespace, canonicalId(id) ?? id);

/** Reads for the operation, whose answer depends on these tags, and is not kept if the counts may lack something. */
const wholeOnly = async <Name extends string>(
  group: ReadCounters<Name>,
  ids: readonly string[],
  tags: readonly Tag[],
): Promise<readonly Counts<Name>[]> => {
  const operation = currentOperation();
  operation?.addTags(tags);
  const { counts, isWhole } = await group.reading(ids);
  if (!isWhole) operation?.taint('not all that was counted could be read');
  return counts;
};

/**
 * Counts that are kept apart from the documents that they are of, read as if the documents were counted: an answer that holds
 * one depends on them. Whoever writes such a document counts it in the same operation, whose writes are told of when it is over.
 * An answer that holds a count which may lack something is not kept: nobody would tell when it is complete.
 */
export const followCounts = <Name extends string>(
  group: ReadCounters<Name>,
  counted: readonly CountedDocuments[],
): CounterGroup<Name> => {
  const tagsOf = (ids: readonly string[]): readonly Tag[] => [
    ...counted.map(({ namespace }) => anythingTag(namespace)),
    ...ids.flatMap((id) =>
      countedPartitions(counted, id).flatMap((partition, place) => [
        partition,
        ...(counted[place]?.paths ?? []).map((path) => partitionPathTag(partition, path)),
      ]),
    ),
  ];
  return {
    ...group,
    read: (ids) => wholeOnly(group, ids, tagsOf(ids)),
  };
};

/**
 * Counts that no document of a followed collection tells of, read and added to as if the count of a thing were a document: an answer that
 * holds it depends on it, and whoever adds to it writes it.
 * @param namespace that stands for them in tags, such as that of their base: `database.collection`.
 * @param ticks counters of which the cache promises nothing: adding to these alone writes nothing.
 */
export const followAdditions = <Name extends string>(
  group: ReadCounters<Name>,
  namespace: string,
  ticks: readonly NoInfer<Name>[] = [],
): CounterGroup<Name> => {
  const tagOf = (id: string): Tag => additionTag(namespace, id);
  const isTick = (by: object): boolean =>
    Object.entries(by).every(([name, delta]) => delta === undefined || ticks.some((tick) => tick === name));
  const writing = async <T>(ids: readonly string[], write: () => Promise<T>): Promise<T> => {
    const intent = currentOperation()?.ledger.begin();
    try {
      return await write();
    } finally {
      intent?.settle([wideTag(namespace), ...ids.map(tagOf)]);
    }
  };
  return {
    ...group,
    add: (id, by) => (isTick(by) ? group.add(id, by) : writing([id], () => group.add(id, by))),
    addOnce: (id, by, once) =>
      isTick(by) ? group.addOnce(id, by, once) : writing([id], () => group.addOnce(id, by, once)),
    read: (ids) => wholeOnly(group, ids, [anythingTag(namespace), ...ids.map(tagOf)]),
    set: (entries) =>
      writing(
        entries.map(([id]) => id),
        () => group.set(entries),
      ),
    forget: (ids) => writing(ids, () => group.forget(ids)),
  };
};
