import { anythingTag, partitionPathTag, partitionTag, type Tag } from '../cache/tags.ts';
import type { CounterGroup, Counts } from '../shared/counters.ts';
import { canonicalValue } from './canonical.ts';
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
    read: async (ids) => {
      const operation = currentOperation();
      operation?.addTags(tagsOf(ids));
      const { counts, isWhole } = await group.reading(ids);
      if (!isWhole) operation?.taint('not all that was counted could be read');
      return counts;
    },
  };
};
