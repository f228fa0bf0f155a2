import { type mongo, Schema } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { currentOperation } from '../../src/tracking/operation/operation.ts';
import { orderOfTimestamp } from '../../src/tracking/operation/time.ts';
import { partsOfTag } from '../../src/cache/tags.ts';
import { trackedDatabase, type TrackedDatabase, valueOf } from './tracking-kit.ts';

let db: TrackedDatabase;

/** What a read carries on the wire. */
interface Bound {
  readonly readConcern: { readonly level: string; readonly afterClusterTime: unknown };
  readonly maxTimeMS: number;
  readonly lsid: { readonly id: mongo.Binary };
}

interface Film {
  _id: string;
  title: string;
  genreIds: string[];
  directorIds: string[];
  rating: number;
}
interface Person {
  _id: string;
  name: string;
}

const filmSchema = new Schema<Film>({
  _id: String,
  title: String,
  genreIds: [{ type: String, ref: 'Genre' }],
  directorIds: [{ type: String, ref: 'Person' }],
  rating: Number,
});
const personSchema = new Schema<Person>({ _id: String, name: String });

const makeModels = () => ({
  Film: db.connection.model('Film', filmSchema, 'films'),
  Person: db.connection.model('Person', personSchema, 'people'),
});
let made: ReturnType<typeof makeModels>;
const models = () => made;

beforeAll(async () => {
  db = await trackedDatabase([
    { collection: 'films', facets: ['genreIds', 'directorIds'], textPaths: ['title'] },
    { collection: 'people' },
  ]);
  await db.unseen.collection<Film>('films').insertMany([
    { _id: 'f1', title: 'Alien', genreIds: ['horror', 'drama'], directorIds: ['p1'], rating: 8 },
    { _id: 'f2', title: 'Brazil', genreIds: ['drama'], directorIds: ['p2'], rating: 7 },
    { _id: 'f3', title: 'Clue', genreIds: ['comedy'], directorIds: ['p3'], rating: 6 },
  ]);
  await db.unseen.collection<Person>('people').insertMany([
    { _id: 'p1', name: 'Scott' },
    { _id: 'p2', name: 'Gilliam' },
  ]);
  made = makeModels();
});
afterAll(() => db[Symbol.asyncDispose]());
beforeEach(() => {
  db.commands.length = 0;
});

/** Tags without the database's name, in order. */
/** Without the database, and without values of paths. */
const short = (tags: readonly string[]) =>
  tags.map((tag) => partsOfTag(tag).tag.replace(`${db.database}.`, '')).toSorted();

describe('what a query reads through Mongoose', () => {
  it('depends on a document that it did not find', async () => {
    const { reads, outcome } = await db.query(() => models().Film.findById('nope').lean());
    expect(outcome).toEqual({ status: 'fulfilled', value: null });
    expect(reads.uncacheable).toEqual([]);
    expect(short(reads.tags)).toEqual(['films!', 'films:snope']);
  });

  it('depends on a partition, the order and the documents of a list', async () => {
    const { reads } = await db.query(() =>
      models().Film.find({ genreIds: 'drama' }).sort({ rating: -1 }).lean(),
    );
    expect(reads.uncacheable).toEqual([]);
    expect(short(reads.tags)).toEqual([
      'films!',
      'films:sf1',
      'films:sf2',
      'films[genreIds=sdrama]',
      'films[genreIds=sdrama]~rating',
    ]);
  });

  it('depends on the places of those that it counts, and on moves where it takes a window behind others', async () => {
    const count = await db.query(() => models().Film.countDocuments({ genreIds: 'drama' }));
    expect(valueOf(count)).toBe(2);
    expect(short(count.reads.tags)).toEqual([
      'films!',
      'films:sf1@genreIds',
      'films:sf2@genreIds',
      'films[genreIds=sdrama]',
    ]);
    const page = await db.query(() =>
      models().Film.find({ genreIds: 'drama' }).sort({ _id: 1 }).skip(1).limit(1).lean(),
    );
    expect(short(page.reads.tags)).toEqual([
      'films!',
      'films:sf2',
      'films[genreIds=sdrama]',
      'films~genreIds',
    ]);
  });

  it('depends on what populate read, be it there or not', async () => {
    const { reads } = await db.query(() =>
      models()
        .Film.find({ _id: { $in: ['f1', 'f3'] } })
        .populate('directorIds'),
    );
    expect(reads.uncacheable).toEqual([]);
    expect(short(reads.tags)).toEqual([
      'films!', 'films:sf1', 'films:sf3', 'people!', 'people:sp1', 'people:sp3',
    ]); // prettier-ignore
  });

  it('depends on the documents of every batch of a cursor', async () => {
    const { reads } = await db.query(async () => {
      const titles: string[] = [];
      for await (const film of models().Film.find().batchSize(1).lean().cursor()) titles.push(film.title);
      return titles;
    });
    expect(reads.uncacheable).toEqual([]);
    expect(short(reads.tags)).toEqual(['films!', 'films:sf1', 'films:sf2', 'films:sf3', 'films[]']);
    expect(db.commands.map(({ commandName }) => commandName)).toContain('getMore');
  });

  it('depends on a foreign collection as a whole', async () => {
    const { reads } = await db.query(() =>
      models().Film.aggregate([
        { $match: { genreIds: 'comedy' } },
        { $lookup: { from: 'people', localField: 'directorIds', foreignField: '_id', as: 'directors' } },
      ]),
    );
    expect(reads.uncacheable).toEqual([]);
    expect(short(reads.tags)).toEqual([
      'films!',
      'films:sf3',
      'films[genreIds=scomedy]',
      'people',
      'people!',
    ]);
  });

  it('depends on what a loader replays', async () => {
    const { reads } = await db.query(async () =>
      currentOperation()?.replay({ tags: ['x:1'], uncacheable: ['so'] }),
    );
    expect(reads).toEqual({ tags: ['x:1'], uncacheable: ['so'] });
  });
});

describe('how a query reads', () => {
  it('sends the time that it must see, with read concern majority, in one session', async () => {
    await db.unseen.collection('people').updateOne({ _id: 'p1' as never }, { $set: { name: 'Ridley' } });
    const readAfter = await db.time();
    const { reads } = await db.query(
      async () => {
        await Promise.all([
          models().Film.findById('f1').lean(),
          models().Film.countDocuments({ genreIds: 'drama' }),
        ]);
        await models().Film.distinct('title');
        return models().Film.aggregate([{ $match: { _id: 'f1' } }]);
      },
      { readAfter },
    );
    expect(reads.uncacheable).toEqual([]);
    const sent = db.commands
      .map(({ commandName, command }) => ({ commandName, ...(command as Bound) }))
      .map(({ commandName, readConcern, maxTimeMS, lsid }) => ({
        commandName,
        level: readConcern.level,
        isBound: (orderOfTimestamp(readConcern.afterClusterTime) ?? '') >= readAfter.order,
        maxTimeMS,
        session: lsid.id.toString('hex'),
      }));
    expect(sent.map(({ commandName }) => commandName).toSorted()).toEqual([
      'aggregate',
      'aggregate',
      'distinct',
      'find',
    ]);
    const expected = { level: 'majority', isBound: true, maxTimeMS: 5000, session: sent[0]?.session };
    for (const command of sent) expect(command).toMatchObject(expected);
  });

  it('is not bound by what Mongoose is told otherwise, and says so', async () => {
    const { reads } = await db.query(() =>
      db.connection.getClient().db(db.database).collection('films').find().toArray(),
    );
    expect(reads.uncacheable).toEqual(["a read went out without the operation's session"]);
  });

  it('makes every running query uncacheable when a command lost its context', async () => {
    const { promise: reading, resolve } = Promise.withResolvers<void>();
    const running = db.query(() => reading);
    await models().Film.findById('f1').lean();
    resolve();
    expect((await running).reads.uncacheable).toEqual(['a find went out without its operation']);
  });

  it('loses the context of a query that is created inside and awaited outside', async () => {
    const { promise: reading, resolve } = Promise.withResolvers<void>();
    const created: { query?: PromiseLike<unknown> } = {};
    const running = db.query(() => {
      created.query = models().Film.findById('f1').lean();
      return reading;
    });
    await created.query;
    resolve();
    expect((await running).reads.uncacheable).toHaveLength(1);
  });

  it('is uncacheable without a time to read after, when a read fails, and when it writes', async () => {
    const blind = await db.query(async () => {}, { readAfter: undefined });
    expect(blind.reads.uncacheable).toEqual(['there is no time that its reads must see']);
    const failing = await db.query(() =>
      models()
        .Film.find({ $text: { $search: 'no index' } })
        .then(null, () => []),
    );
    expect(failing.reads.uncacheable).toEqual(['a read failed']);
    const writing = await db.query(() => models().Person.updateOne({ _id: 'p1' }, { name: 'Ridley Scott' }));
    expect(writing.reads.uncacheable).toEqual(['it wrote']);
    expect(short(writing.writes.tags)).toEqual(['people', 'people:sp1', 'people~name']);
  });
});
