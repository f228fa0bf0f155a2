import { anythingTag, partitionPathTag, partitionTag, type Tag } from '../cache/tags.ts';
import type { CounterGroup } from '../shared/counters.ts';
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

/**
 * Counts that are kept apart from the documents that they are of, read as if the documents were counted: an answer that holds
 * one depends on them. Whoever writes such a document counts it in the same operation, whose writes are told of when it is over.
 */
export const followCounts = <Name extends string>(
  group: CounterGroup<Name>,
  counted: readonly CountedDocuments[],
): CounterGroup<Name> => {
  const tagsOf = (ids: readonly string[]): readonly Tag[] =>
    counted.flatMap(({ namespace, facet, paths, facetOf = (id: string) => id }) => [
      anythingTag(namespace),
      ...ids.flatMap((id) => {
        const value = facetOf(id);
        const partition = partitionTag(namespace, facet, canonicalValue(value, { nullable: true }) ?? value);
        return [partition, ...paths.map((path) => partitionPathTag(partition, path))];
      }),
    ]);
  return {
    ...group,
    read: (ids) => {
      currentOperation()?.addTags(tagsOf(ids));
      return group.read(ids);
    },
  };
};
