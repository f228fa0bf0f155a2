import { anythingTag, partitionPathTag, partitionTag, type Tag } from '../cache/tags.ts';
import type { CounterGroup } from '../shared/counters.ts';
import { canonicalValue } from './canonical.ts';
import { currentOperation } from './operation/operation.ts';

/** The documents that a count is of: those whose facet is the id of the thing. */
export interface CountedDocuments {
  /** `database.collection`. */
  readonly namespace: string;
  /** A declared facet. */
  readonly facet: string;
  /** Paths of theirs that decide what is counted. */
  readonly paths: readonly string[];
}

/**
 * Counts that are kept apart from the documents that they are of, read as if the documents were counted: an answer that holds
 * one depends on them. Whoever writes such a document counts it in the same operation, whose writes are told of when it is over.
 */
export const followCounts = <Name extends string>(
  group: CounterGroup<Name>,
  { namespace, facet, paths }: CountedDocuments,
): CounterGroup<Name> => {
  const tagsOf = (id: string): readonly Tag[] => {
    const partition = partitionTag(namespace, facet, canonicalValue(id, { nullable: true }) ?? id);
    return [partition, ...paths.map((path) => partitionPathTag(partition, path))];
  };
  return {
    ...group,
    read: (ids) => {
      const operation = currentOperation();
      if (operation) {
        operation.addTags([anythingTag(namespace)]);
        for (const id of ids) operation.addTags(tagsOf(id));
      }
      return group.read(ids);
    },
  };
};
