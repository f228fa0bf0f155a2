import { documentTag, type Tag } from '../../cache/tags.ts';
import { canonicalId, isRecord } from '../canonical.ts';
import { tagsOfCount } from './count.ts';
import { rawBatch } from './raw-batch.ts';
import { type ReadPlan, wideTags } from './plan.ts';

type Tracked = Extract<ReadPlan, { kind: 'tracked' }>;

/** A batch of a cursor, `undefined` when the reply holds none. */
export interface Batch {
  readonly documents: readonly unknown[];
  /** Text of the cursor's id, `undefined` when it is exhausted. */
  readonly cursor: string | undefined;
}

export const batchOf = (reply: unknown): Batch | undefined => {
  const cursor = isRecord(reply) ? reply['cursor'] : undefined;
  if (cursor instanceof Uint8Array) return rawBatch(cursor);
  if (!isRecord(cursor)) return undefined;
  const documents = cursor['firstBatch'] ?? cursor['nextBatch'];
  if (!Array.isArray(documents)) return undefined;
  const id = String(cursor['id']);
  return { documents, cursor: id === '0' ? undefined : id };
};

/** Tags of the documents that a batch showed. */
export const tagsOfBatch = (namespace: string, documents: readonly unknown[]): readonly Tag[] => {
  const tags: Tag[] = [];
  for (const document of documents) {
    const id = isRecord(document) && '_id' in document ? canonicalId(document['_id']) : undefined;
    if (id === undefined) return wideTags(namespace);
    tags.push(documentTag(namespace, id));
  }
  return tags;
};

/**
 * The tags that a first reply adds to its plan's.
 * @returns `undefined` when the reply is not of the shape that the plan expects.
 */
export const tagsOfReply = (plan: Tracked, batch: Batch | undefined): readonly Tag[] | undefined => {
  const { documentsOf, counted } = plan;
  if (documentsOf === undefined && counted === undefined) return [];
  if (batch === undefined) return undefined;
  if (counted !== undefined) return tagsOfCount(counted.namespace, counted.facets, batch.documents);
  if (documentsOf === undefined) return [];
  return tagsOfBatch(documentsOf, batch.documents);
};
