import type { LogRecord } from '../../cache/log/invalidation-log.ts';
import { anythingTag, partitionOfPath, partsOfTag, type Tag } from '../../cache/tags.ts';

/**
 * Which tags records of the log have stamped, as of which time of Mongo's.
 *
 * A record that carries a time tells that whoever computes from its position on reads Mongo as of that time or later.
 * So where every tag of a change was stamped by records as of the time of the change or later, an answer from before
 * the change is dropped by the log as it is, and one from after those records has seen the change: whoever wrote it,
 * it need not be stamped again. A time alone would not say so: another write may have been told of first.
 */
export interface Coverage {
  /** Takes in records of the epoch, in any order. */
  learn(records: readonly LogRecord[]): void;
  /** @param namespace of all the tags. */
  covers(namespace: string, tags: readonly Tag[], order: string): boolean;
  /** Nothing from before that time will be asked for again. */
  forgetBefore(order: string): void;
  readonly size: number;
}

/** @param declarations hash of those that the asked tags are spelt by: a record of others may mean something else. */
export const createCoverage = (declarations: string): Coverage => {
  const latest = new Map<Tag, string>();

  const isCovered = (tag: Tag, order: string): boolean => {
    const at = latest.get(tag);
    return at !== undefined && at >= order;
  };

  return {
    learn(records) {
      for (const { tags, order, declarations: writers } of records) {
        if (order === undefined || writers !== declarations) continue;
        for (const tag of tags) {
          const known = latest.get(tag);
          if (known === undefined || known < order) latest.set(tag, order);
        }
      }
    },
    covers(namespace, tags, order) {
      // Whatever read anything of the collection carries it.
      if (isCovered(anythingTag(namespace), order)) return true;
      return tags.every((tag) => {
        if (isCovered(tag, order)) return true;
        const { tag: plain } = partsOfTag(tag);
        const partition = partitionOfPath(plain);
        return isCovered(plain, order) || (partition !== undefined && isCovered(partition, order));
      });
    },
    forgetBefore(order) {
      for (const [tag, at] of latest) if (at < order) latest.delete(tag);
    },
    get size() {
      return latest.size;
    },
  };
};
