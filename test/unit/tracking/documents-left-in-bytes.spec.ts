import * as fc from 'fast-check';
import { mongo } from 'mongoose';
import { describe, expect, test } from 'vitest';
import { batchOf } from '../../../src/tracking/reads/reply.ts';

const { BSON, Long, ObjectId } = mongo;

const ids = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.constant(null),
  fc.record({ part: fc.integer() }),
);
const others = fc.dictionary(
  fc.constantFrom('a', '_id2', '_i', 'title'),
  fc.oneof(fc.string(), fc.integer()),
);
const documents = fc.array(
  fc
    .tuple(fc.option(ids, { nil: undefined }), others, fc.boolean())
    .map(([_id, rest, isFirst]) =>
      _id === undefined ? rest : isFirst ? { _id, ...rest } : { ...rest, _id },
    ),
);

const left = { promoteLongs: false, fieldsAsRaw: { firstBatch: true, nextBatch: true } };

describe('a batch whose documents were left in their bytes', () => {
  test('tells the same ids as one that was decoded, wherever its bytes begin', () => {
    fc.assert(
      fc.property(documents, fc.boolean(), fc.nat({ max: 9 }), (batch, isFirst, offset) => {
        const id = Long.fromBigInt(123_456_789_012_345_678n);
        const cursor = { [isFirst ? 'firstBatch' : 'nextBatch']: batch, id, ns: 'db.films' };
        const bytes = Buffer.concat([Buffer.alloc(offset), BSON.serialize(cursor)]).subarray(offset);
        const decoded = batchOf({ cursor: BSON.deserialize(bytes, { promoteLongs: false }) });
        const idsOf = (found: typeof decoded) =>
          found?.documents.map((document) =>
            BSON.EJSON.stringify(BSON.serialize({ x: Reflect.get(document as object, '_id') as unknown })),
          );
        const raw = batchOf({ cursor: BSON.deserialize(bytes, left) });
        expect(idsOf(raw)).toEqual(idsOf(decoded));
        expect(raw?.cursor).toBe('123456789012345678');
        expect(raw?.last()).toEqual(decoded?.last());
      }),
    );
  });

  test('tells that its cursor is at its end', () => {
    const bytes = BSON.serialize({ firstBatch: [], id: Long.ZERO, ns: 'db.films' });
    expect(batchOf({ cursor: BSON.deserialize(bytes, left) })).toMatchObject({
      documents: [],
      cursor: undefined,
    });
  });
});
