import { mongo } from 'mongoose';
import type { Batch } from './reply.ts';

const { BSON, ObjectId } = mongo;

/** Where the parts of an element stand, as `onDemand` of BSON tells it. */
type Element = Iterable<number>;

const STRING = 0x02;
const OBJECT_ID = 0x07;

const elementsAt = (bytes: Uint8Array, offset: number): Iterable<Element> =>
  BSON.onDemand.parseToElements(bytes, offset);

const sizeAt = (bytes: Uint8Array, offset: number): number =>
  BSON.onDemand.NumberUtils.getInt32LE(bytes, offset);

const documentAt = (bytes: Uint8Array, offset: number): mongo.BSON.Document =>
  BSON.deserialize(bytes.subarray(offset, offset + sizeAt(bytes, offset)));

/** The `_id` of a document, which the server puts first; `undefined` when it has none. */
const idAt = (bytes: Uint8Array, offset: number): unknown => {
  const start = offset + 9;
  const isFirst =
    bytes[offset + 5] === 0x5f &&
    bytes[offset + 6] === 0x69 &&
    bytes[offset + 7] === 0x64 &&
    bytes[offset + 8] === 0;
  const type = isFirst ? bytes[offset + 4] : undefined;
  if (type === STRING) {
    const end = start + 4 + sizeAt(bytes, start) - 1;
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8', start + 4, end);
  }
  if (type === OBJECT_ID) return new ObjectId(bytes.slice(start, start + 12));
  return documentAt(bytes, offset)['_id'] as unknown;
};

const nameOf = (bytes: Uint8Array, offset: number, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + offset, length).toString('latin1');

/** The batch of a cursor that was left in its bytes: of each document, its `_id` alone is decoded at once. */
export const rawBatch = (cursor: Uint8Array): Batch | undefined => {
  let documents: { _id?: unknown }[] | undefined;
  let id = '0';
  let lastAt: number | undefined;
  for (const [, nameOffset = 0, nameLength = 0, offset = 0] of elementsAt(cursor, 0)) {
    const name = nameOf(cursor, nameOffset, nameLength);
    if (name === 'id') id = String(BSON.onDemand.NumberUtils.getBigInt64LE(cursor, offset));
    if (name !== 'firstBatch' && name !== 'nextBatch') continue;
    documents = [];
    for (const [, , , at = 0] of elementsAt(cursor, offset)) {
      const _id = idAt(cursor, at);
      documents.push(_id === undefined ? {} : { _id });
      lastAt = at;
    }
  }
  const last = () => (lastAt === undefined ? undefined : documentAt(cursor, lastAt));
  return documents && { documents, cursor: id === '0' ? undefined : id, last };
};
