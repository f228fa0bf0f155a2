import { isRecord, topOf } from '../canonical.ts';
import type { Declared } from '../facets/declarations.ts';
import { orderOfTimestamp } from '../operation/time.ts';
import type { Image } from '../writes/image.ts';
import { LANGUAGE } from '../writes/stamps.ts';

/** A change event, as much of it as stamps are made of. */
export interface Change {
  /** As Mongo calls it: `insert`, `update`, `rename`, … */
  readonly operation: string;
  /** `undefined`: the whole database. */
  readonly collection: string | undefined;
  /** The new name, of a rename. */
  readonly to: string | undefined;
  /** When it was, as sixteen hex digits: see `OperationTime`. */
  readonly order: string;
  /** Milliseconds since 1970, by the server that took the write; `undefined` before Mongo 6.0. */
  readonly wallMs: number | undefined;
  readonly id: unknown;
  /** Paths with what they hold after an update, dotted where it changed less than a top-level path. */
  readonly updated: Image;
  /** Paths that an update removed. */
  readonly removed: readonly string[];
  /** Paths whose list an update made shorter. */
  readonly truncated: readonly string[];
  /** What {@link imagePaths} names of the document; `undefined` where Mongo does not know it. */
  readonly before: Image | undefined;
  readonly after: Image | undefined;
}

/** The top-level paths that stamps want to know of a document. */
export const imagePaths = (declared: Iterable<Declared>): readonly string[] => [
  ...new Set(
    [...declared].flatMap(({ facets, textPaths }) => [
      ...facets.map(topOf),
      ...textPaths.filter((path) => path !== '$**').map(topOf),
      ...(textPaths.length > 0 ? [LANGUAGE] : []),
    ]),
  ),
];

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const imageOf = (value: unknown): Image | undefined => (isRecord(value) ? value : undefined);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** @throws Error when it is no change event */
export const parseChange = (event: unknown): Change => {
  if (!isRecord(event)) throw new Error('expected a change event but got something else');
  const { operationType, ns, to, clusterTime, wallTime, documentKey, updateDescription } = event;
  const order = orderOfTimestamp(clusterTime);
  if (typeof operationType !== 'string' || order === undefined) {
    throw new Error('expected a change event with its type and time');
  }
  const description = imageOf(updateDescription) ?? {};
  return {
    operation: operationType,
    collection: textOf(imageOf(ns)?.['coll']),
    to: textOf(imageOf(to)?.['coll']),
    order,
    wallMs: wallTime instanceof Date ? wallTime.getTime() : undefined,
    id: imageOf(documentKey)?.['_id'],
    updated: imageOf(description['updatedFields']) ?? {},
    removed: listOf(description['removedFields']).filter((path) => typeof path === 'string'),
    truncated: listOf(description['truncatedArrays'])
      .map((array) => textOf(imageOf(array)?.['field']))
      .filter((path) => path !== undefined),
    before: imageOf(event['fullDocumentBeforeChange']),
    after: imageOf(event['fullDocument']),
  };
};
