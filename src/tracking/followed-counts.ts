import {
  anythingTag,
  documentTag,
  partitionPathTag,
  partitionTag,
  type Tag,
  wideTag,
} from '../cache/tags.ts';
import type { CounterGroup } from '../shared/counters.ts';
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

/**
 * Counts that no document of a followed collection tells of, read and added to as if the count of a thing were a document: an answer that
 * holds it depends on it, and whoever adds to it writes it.
 * @param namespace that stands for them in tags, such as that of their base: `database.collection`.
 * @param ticks counters of which the cache promises nothing: adding to these alone writes nothing.
 */
export const followAdditions = <Name extends string>(
  group: CounterGroup<Name>,
  namespace: string,
  ticks: readonly NoInfer<Name>[] = [],
): CounterGroup<Name> => {
  const tagOf = (id: string): Tag => documentTag(namespace, canonicalId(id) ?? id);
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
    read: (ids) => {
      currentOperation()?.addTags([anythingTag(namespace), ...ids.map(tagOf)]);
      return group.read(ids);
    },
    set: (entries) =>
      writing(
        entries.map(([id]) => id),
        () => group.set(entries),
      ),
    forget: (ids) => writing(ids, () => group.forget(ids)),
  };
};
