import { mongo, Schema } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { trackedDatabase, type TrackedDatabase, valueOf } from './tracking-kit.ts';

let db: TrackedDatabase;

interface Item {
  _id: number;
  name: string;
  at: Date;
  key: mongo.ObjectId;
  large: number;
  kinds: string[];
  inner: { bytes: Buffer };
}

const itemSchema = new Schema<Item>({
  _id: Number,
  name: String,
  at: Date,
  key: Schema.Types.ObjectId,
  large: Number,
  kinds: [String],
  inner: { bytes: Buffer },
});
const makeModel = () => db.connection.model('Item', itemSchema, 'items');
let items: ReturnType<typeof makeModel>;

const count = 300;

beforeAll(async () => {
  db = await trackedDatabase([{ collection: 'items', facets: ['kinds'] }]);
  await db.unseen.collection<Item>('items').insertMany(
    Array.from({ length: count }, (_, _id) => ({
      _id,
      name: `item ${_id} ü`,
      at: new Date(Date.UTC(2000, 0, 1 + _id)),
      key: new mongo.ObjectId(),
      large: 2 ** 40 + _id,
      kinds: [_id % 2 ? 'odd' : 'even'],
      inner: { bytes: Buffer.from([_id % 256]) },
    })),
  );
  items = makeModel();
});
afterAll(() => db[Symbol.asyncDispose]());
beforeEach(() => {
  db.commands.length = 0;
});

const sent = () => db.commands.map(({ commandName }) => commandName);
const newestOdd = () => items.find({ kinds: 'odd' }, null, { sort: { at: -1, _id: -1 }, limit: 20 }).lean();

describe('a find that says how much it wants', () => {
  it('is one command, and gives and depends on the same as one that is read by a cursor', async () => {
    const small = await db.query(() => newestOdd());
    expect(sent()).toEqual(['find']);
    const byCursor = await db.query(async () => {
      const found: unknown[] = [];
      for await (const item of newestOdd().cursor()) found.push(item);
      return found;
    });
    expect(valueOf(small)).toHaveLength(20);
    expect(valueOf(small)).toEqual(valueOf(byCursor));
    expect(small.reads.uncacheable).toEqual([]);
    expect(small.reads.tags.toSorted()).toEqual(byCursor.reads.tags.toSorted());
  });

  it('is bound as every read is', async () => {
    await db.query(() => items.find({ _id: 7 }).limit(1).lean());
    expect(db.commands[0]?.command).toMatchObject({
      readConcern: { level: 'majority', afterClusterTime: expect.anything() as unknown },
      maxTimeMS: expect.any(Number) as unknown,
      lsid: expect.anything() as unknown,
    });
  });

  it('leaves what a server at fault says of itself readable for the driver', async () => {
    const said: unknown[] = [];
    const hear = ({ failure }: mongo.CommandFailedEvent): void => {
      if (failure instanceof mongo.MongoServerError) said.push(failure.errorResponse['$clusterTime']);
    };
    const client = db.connection.getClient();
    client.on('commandFailed', hear);
    const { outcome } = await db.query(() =>
      items
        .find({ $expr: { $nothing: 1 } })
        .limit(5)
        .lean(),
    );
    client.off('commandFailed', hear);
    expect(outcome.status).toBe('rejected');
    expect(said.length).toBeGreaterThan(0);
    for (const time of said)
      expect(time).toMatchObject({ clusterTime: expect.any(mongo.Timestamp) as unknown });
  });

  it('gives all of it when that is more than one reply', async () => {
    const { outcome, reads } = await db.query(() => items.find().batchSize(200).sort({ _id: 1 }).lean());
    const found = outcome.status === 'fulfilled' ? outcome.value : [];
    expect(found.map(({ _id }) => _id)).toEqual(Array.from({ length: count }, (_, index) => index));
    expect(sent()).toEqual(['find', 'killCursors', 'find', 'getMore']);
    expect(reads.uncacheable).toEqual([]);
    expect(reads.tags).toContain(`${db.database}.items:n${count - 1}`);
  });

  it('fails as one that is read by a cursor', async () => {
    const { outcome, reads } = await db.query(() =>
      items.collection.find({ $nonsense: 1 }, { limit: 1 }).toArray(),
    );
    expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'MongoServerError', code: 2 } });
    expect(reads.uncacheable).toContain('a read failed');
  });

  it('is not sent again when it took too long', async () => {
    const slow = {
      $expr: { $function: { body: 'function () { sleep(2000); return true; }', args: [], lang: 'js' } },
    };
    const { outcome } = await db.query(() => items.collection.find(slow, { limit: 1 }).toArray(), {
      readMaxTimeMs: 400,
    });
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 50 } });
    expect(sent()).toEqual(['find']);
  });
});

describe('a cursor of a small find', () => {
  it('takes what is said to it before it is read', async () => {
    const found = await db.query(() =>
      items.collection.find({}, { limit: 3 }).sort({ _id: -1 }).project({ _id: 1 }).toArray(),
    );
    expect(valueOf(found)).toEqual([{ _id: 299 }, { _id: 298 }, { _id: 297 }]);
    expect(sent()).toEqual(['find']);
  });

  it('can be read one by one, and knows what it is', async () => {
    const found = await db.query(async () => {
      const cursor = items.collection.find({}, { limit: 2, sort: { _id: 1 } });
      expect(cursor).toBeInstanceOf(mongo.FindCursor);
      return [await cursor.next(), await cursor.next(), await cursor.next()];
    });
    expect(valueOf(found)).toMatchObject([{ _id: 0 }, { _id: 1 }, null]);
  });

  it('sorts by what the driver alone understands', async () => {
    const found = await db.query(() =>
      items.collection.find({}, { limit: 2, sort: [['_id', 'desc']], projection: { _id: 1 } }).toArray(),
    );
    expect(valueOf(found)).toEqual([{ _id: 299 }, { _id: 298 }]);
  });
});
