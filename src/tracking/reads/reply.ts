import { boundedTag, documentTag, type Tag } from '../../cache/tags.ts';
import { canonicalId, isRecord } from '../canonical.ts';
import { orderKey } from '../order-key.ts';
import { tagsOfCount } from './count.ts';
import { rawDocument, rawDocumentId } from './raw-document.ts';
import { type ReadPlan, type ShownOrder, wideTags } from './plan.ts';

type Tracked = Extract<ReadPlan, { kind: 'tracked' }>;

/** A batch of a cursor, `undefined` when the reply holds none. */
export interface Batch {
  /** Of those that were left in their bytes, their `_id` alone. */
  readonly documents: readonly unknown[];
  /** Text of the cursor's id, `undefined` when it is exhausted. */
  readonly cursor: string | undefined;
  /** The last of the documents, as a whole. */
  readonly last: () => unknown;
}

const withId = (bytes: Uint8Array): { readonly _id?: unknown } => {
  const _id = rawDocumentId(bytes);
  return _id === undefined ? {} : { _id };
};

export const batchOf = (reply: unknown): Batch | undefined => {
  const cursor = isRecord(reply) ? reply['cursor'] : undefined;
  if (!isRecord(cursor)) return undefined;
  const documents = cursor['firstBatch'] ?? cursor['nextBatch'];
  if (!Array.isArray(documents)) return undefined;
  const id = String(cursor['id']);
  const open = id === '0' ? undefined : id;
  const last: unknown = documents.at(-1);
  if (!(last instanceof Uint8Array)) return { documents, cursor: open, last: () => last };
  return { documents: (documents as Uint8Array[]).map(withId), cursor: open, last: () => rawDocument(last) };
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
 * The tags of the path of an order, as far as its values matter: a document that is not shown comes among those that are
 * only with a value up to the last one's. Where all that are selected are shown, the tags stay as they are: each document
 * there answers for itself, and one that came unreported is found by them.
 */
const tagsOfOrder = (
  { path, bound, tags, limit }: ShownOrder,
  { documents, cursor, last }: Batch,
): readonly Tag[] => {
  if (cursor !== undefined || documents.length < limit) return tags;
  const document = last();
  const key = isRecord(document) ? orderKey(document[path]) : undefined;
  return key === undefined ? tags : tags.map((tag) => boundedTag(tag, bound, key));
};

/**
 * The tags that a first reply adds to its plan's.
 * @returns `undefined` when the reply is not of the shape that the plan expects.
 */
export const tagsOfReply = (plan: Tracked, batch: Batch | undefined): readonly Tag[] | undefined => {
  const { documentsOf, order, counted } = plan;
  if (documentsOf === undefined && counted === undefined) return [];
  if (batch === undefined) return undefined;
  if (counted !== undefined) return tagsOfCount(counted.namespace, counted.facets, batch.documents);
  if (documentsOf === undefined) return [];
  const shown = tagsOfBatch(documentsOf, batch.documents);
  return order === undefined ? shown : [...shown, ...tagsOfOrder(order, batch)];
};
