import { mongo } from 'mongoose';

const { BSON, ObjectId } = mongo;

const STRING = 0x02;
const OBJECT_ID = 0x07;
/** Where the first element of a document begins, behind its size. */
const FIRST = 4;
/** Where its value does, when its name is `_id`. */
const VALUE = FIRST + 5;

/** A document that was left in its bytes, as a whole. */
export const rawDocument = (bytes: Uint8Array): mongo.BSON.Document => BSON.deserialize(bytes);

/** Its `_id` alone, which the server puts first; `undefined` when it has none. */
export const rawDocumentId = (bytes: Uint8Array): unknown => {
  const isFirst =
    bytes[FIRST + 1] === 0x5f &&
    bytes[FIRST + 2] === 0x69 &&
    bytes[FIRST + 3] === 0x64 &&
    bytes[FIRST + 4] === 0;
  const type = isFirst ? bytes[FIRST] : undefined;
  if (type === STRING) {
    const end = VALUE + 4 + BSON.onDemand.NumberUtils.getInt32LE(bytes, VALUE) - 1;
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8', VALUE + 4, end);
  }
  if (type === OBJECT_ID) return new ObjectId(bytes.slice(VALUE, VALUE + 12));
  return rawDocument(bytes)['_id'] as unknown;
};
