import { type mongo, Schema } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { partsOfTag } from '../../src/cache/tags.ts';
import { trackedDatabase, type TrackedDatabase, valueOf } from './tracking-kit.ts';

interface Film {
  _id: string;
  title: string;
  genreIds: string[];
  rating: number;
}
interface Comment {
  _id: string;
  filmId: string;
  text: string;
}

const filmSchema = new Schema<Film>({ _id: String, title: String, genreIds: [String], rating: Number });
const commentSchema = new Schema<Comment>({ _id: String, filmId: String, text: String });
const makeModels = (db: TrackedDatabase) => ({
  Film: db.connection.model('Film', filmSchema, 'films'),
  Comment: db.connection.model('Comment', commentSchema, 'comments'),
});

let db: TrackedDatabase;
let models: ReturnType<typeof makeModels>;
beforeAll(async () => {
  db = await trackedDatabase(
    [
      { collection: 'films', facets: ['genreIds'], textPaths: ['title'] },
      { collection: 'comments', fixedFacets: ['filmId'] },
    ],
    async (connection) => {
      await connection.createCollection('films');
      await connection.createCollection('comments');
      await connection.collection('films').createIndex({ title: 1 }, { unique: true });
    },
  );
  models = makeModels(db);
});
afterAll(() => db[Symbol.asyncDispose]());
beforeEach(async () => {
  await db.unseen.collection('films').deleteMany({});
  await db.unseen.collection('comments').deleteMany({});
  await db.unseen.collection<Film>('films').insertMany([
    { _id: 'f1', title: 'Alien', genreIds: ['horror'], rating: 8 },
    { _id: 'f2', title: 'Brazil', genreIds: ['drama'], rating: 7 },
  ]);
  db.commands.length = 0;
  db.orphans.length = 0;
});

/** Stamps without the database's name, in order. */
/** Without the database, and without values of paths. */
const short = (tags: readonly string[]) =>
  tags.map((tag) => partsOfTag(tag).tag.replace(`${db.database}.`, '')).toSorted();
const stampsOf = async (write: () => Promise<unknown>) => short((await db.mutation(write)).writes.tags);

const ANYTHING = ['films', 'films!'];

describe('what a write through Mongoose stamps', () => {
  it('names an inserted document, its partitions, the membership and the text', async () => {
    const stamps = [
      'films',
      'films:sf3',
      'films:sf3@genreIds',
      'films[]',
      'films[genreIds=scomedy]',
      'films[genreIds=sdrama]',
      'films~$text',
    ];
    const film = { _id: 'f3', title: 'Clue', genreIds: ['comedy', 'drama'], rating: 6 };
    expect(await stampsOf(() => new models.Film(film).save())).toEqual(stamps);
    await models.Film.deleteOne({ _id: 'f3' });
    expect(await stampsOf(() => models.Film.create(film))).toEqual(stamps);
    await models.Film.deleteOne({ _id: 'f3' });
    expect(await stampsOf(() => models.Film.insertMany([film]))).toEqual(stamps);
  });

  it('names the document and the paths of an update that names no facet, in one command', async () => {
    expect(await stampsOf(() => models.Film.updateOne({ _id: 'f1' }, { rating: 9 }))).toEqual([
      'films', 'films:sf1', 'films[genreIds=shorror]~rating', 'films~rating',
    ]); // prettier-ignore
    expect(db.commands.map(({ commandName }) => commandName)).toEqual(['findAndModify']);
  });

  it('names what an update names, also when it changes nothing', async () => {
    expect(await stampsOf(() => models.Film.updateOne({ _id: 'f1' }, { rating: 8 }))).toContain(
      'films~rating',
    );
    const stamps = await stampsOf(() => models.Film.updateOne({ _id: 'f1' }, { genreIds: ['horror'] }));
    expect(stamps).toEqual([
      'films', 'films:sf1', 'films:sf1@genreIds', 'films[genreIds=shorror]', 'films~genreIds',
    ]); // prettier-ignore
  });

  it('names the partitions before and after by one command for a plain change of a facet', async () => {
    const { outcome, writes } = await db.mutation(() =>
      models.Film.updateOne({ _id: 'f1' }, { genreIds: ['comedy'] }),
    );
    expect(outcome).toMatchObject({
      value: { acknowledged: true, matchedCount: 1, modifiedCount: 1, upsertedId: null },
    });
    expect(short(writes.tags)).toEqual([
      'films', 'films:sf1', 'films:sf1@genreIds', 'films[genreIds=scomedy]', 'films[genreIds=shorror]', 'films~genreIds',
    ]); // prettier-ignore
    expect(db.commands.map(({ commandName }) => commandName)).toEqual(['findAndModify']);
  });

  it('names the partitions before and after by a transaction for a computed change', async () => {
    const { outcome, writes } = await db.mutation(() =>
      models.Film.updateOne({ _id: 'f1' }, { $addToSet: { genreIds: 'drama' } }),
    );
    expect(outcome).toMatchObject({ value: { matchedCount: 1, modifiedCount: 1 } });
    expect(short(writes.tags)).toEqual([
      'films', 'films:sf1', 'films:sf1@genreIds', 'films[genreIds=sdrama]', 'films[genreIds=shorror]', 'films~genreIds',
    ]); // prettier-ignore
    const again = await db.mutation(() =>
      models.Film.updateOne({ _id: 'f1' }, { $addToSet: { genreIds: 'drama' } }),
    );
    expect(again.outcome).toMatchObject({ value: { matchedCount: 1, modifiedCount: 0 } });
  });

  it('follows a document that is loaded, changed and saved', async () => {
    const stamps = await stampsOf(async () => {
      const film = await models.Film.findById('f2').orFail();
      film.genreIds.push('satire');
      await film.save();
    });
    expect(stamps).toEqual([
      'films', 'films:sf2', 'films:sf2@genreIds', 'films[genreIds=sdrama]', 'films[genreIds=ssatire]', 'films~__v',
      'films~genreIds',
    ]); // prettier-ignore
    expect(await models.Film.findById('f2').lean()).toMatchObject({ genreIds: ['drama', 'satire'] });
  });

  it('answers the caller of findOneAndUpdate as asked', async () => {
    const after = await db.mutation(() =>
      models.Film.findOneAndUpdate(
        { title: 'Alien' },
        { genreIds: ['comedy'] },
        { returnDocument: 'after' },
      ).lean(),
    );
    expect(after.outcome).toMatchObject({ value: { _id: 'f1', genreIds: ['comedy'] } });
    expect(short(after.writes.tags)).toContain('films[genreIds=shorror]');
    const before = await db.mutation(() =>
      models.Film.findOneAndUpdate({ _id: 'f1' }, { genreIds: ['drama'] }),
    );
    expect(valueOf(before)?.genreIds).toEqual(['comedy']);
    expect(short(before.writes.tags)).toContain('films[genreIds=sdrama]');
  });

  it('names the partitions that a deleted document was in', async () => {
    expect(await stampsOf(() => models.Film.deleteOne({ _id: 'f1' }))).toEqual([
      'films', 'films:sf1', 'films:sf1@genreIds', 'films[]', 'films[genreIds=shorror]', 'films~$text', 'films~genreIds',
    ]); // prettier-ignore
    expect(await stampsOf(() => models.Film.findByIdAndDelete('f2'))).toContain('films[genreIds=sdrama]');
  });

  it('counts an upsert as news of the document, whether it inserted or not', async () => {
    const upsert = () =>
      models.Film.updateOne({ _id: 'f3' }, { title: 'Clue', genreIds: [] }, { upsert: true });
    const first = await db.mutation(upsert);
    expect(first.outcome).toMatchObject({ value: { matchedCount: 0, upsertedCount: 1, upsertedId: 'f3' } });
    expect(short(first.writes.tags)).toContain('films[]');
    const second = await db.mutation(upsert);
    expect(second.outcome).toMatchObject({ value: { matchedCount: 1, modifiedCount: 0, upsertedCount: 0 } });
    expect(short(second.writes.tags)).toContain('films[]');
  });
});

describe('a write that does not know what it touched', () => {
  const cases: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['matched nothing and names no document', () => models.Film.updateOne({ rating: 1 }, { rating: 2 })],
    ['updates many', () => models.Film.updateMany({ rating: 8 }, { rating: 9 })],
    ['deletes many', () => models.Film.deleteMany({ rating: 8 })],
    [
      'is a pipeline and names no document',
      () => models.Film.updateOne({ rating: 8 }, [{ $set: { rating: 1 } }], { updatePipeline: true }),
    ],
    ['failed', () => models.Film.create({ _id: 'f4', title: 'Alien', genreIds: [] }).catch(() => undefined)],
    [
      'failed in part',
      () => models.Film.insertMany([{ _id: 'f5', title: 'New' }, { _id: 'f1' }]).catch(() => undefined),
    ],
    ['goes past Mongoose', () => db.connection.getClient().db(db.database).collection('films').insertOne({})],
    ['is the output of an aggregation', () => models.Film.aggregate([{ $merge: { into: 'films' } }])],
    ['drops an index', () => db.connection.collection('films').dropIndexes()],
  ];

  it.each(cases)('stamps whatever read anything when it %s', async (_name, write) => {
    expect(await stampsOf(write)).toEqual(ANYTHING);
  });

  it('was refused for naming a fixed facet', async () => {
    await models.Comment.create({ _id: 'c1', filmId: 'f1', text: 'good' });
    const refused = await db.mutation(() => models.Comment.updateOne({ _id: 'c1' }, { filmId: 'f2' }));
    expect(refused.outcome).toMatchObject({
      reason: { message: expect.stringContaining('fixed facet') as string },
    });
    const { writes } = await db.mutation(() => models.Comment.updateOne({ _id: 'c1' }, { text: 'bad' }));
    expect(short(writes.tags)).toEqual([
      'comments', 'comments:sc1', 'comments[filmId=sf1]~text', 'comments~text',
    ]); // prettier-ignore
  });
});

describe('a write that names one document and does not know what it did to it', () => {
  /** What contradicts a horror film as it is now, or the absence of one. */
  const NOTHING = ['films', 'films:sf9', 'films:sf9@genreIds', 'films[]', 'films~$text', 'films~genreIds'];
  const HORROR = [
    'films', 'films:sf1', 'films:sf1@genreIds', 'films[]', 'films[genreIds=shorror]', 'films~$text', 'films~genreIds',
  ]; // prettier-ignore
  const change = { $set: { genreIds: ['drama'] } };
  const other = { title: 'Other', genreIds: [], rating: 0 };
  const document = { _id: 'f1', title: 'Alien again', genreIds: [], rating: 8 };
  const cases: readonly (readonly [string, readonly string[], () => Promise<unknown>])[] = [
    ['matched nothing', NOTHING, () => models.Film.updateOne({ _id: 'f9' }, { rating: 1 })],
    ['found nothing to move', NOTHING, () => models.Film.updateOne({ _id: 'f9' }, change)],
    ['lost to another', HORROR, () => models.Film.updateOne({ _id: 'f1', rating: 7 }, { rating: 1 })],
    ['lost as a find', HORROR, () => models.Film.findOneAndUpdate({ _id: 'f1', rating: 7 }, change)],
    [
      'lost in a transaction of its own',
      HORROR,
      () => models.Film.updateOne({ _id: 'f1', rating: 7 }, { $push: { genreIds: 'drama' } }),
    ],
    ['replaced nothing', HORROR, () => models.Film.replaceOne({ _id: 'f1', rating: 7 }, other)],
    ['found nothing to replace', NOTHING, () => models.Film.findOneAndReplace({ _id: 'f9' }, other)],
    ['deleted nothing', NOTHING, () => models.Film.deleteOne({ _id: 'f9' })],
    ['found nothing to delete', NOTHING, () => models.Film.findOneAndDelete({ _id: 'f9' })],
    ['is for many', NOTHING, () => models.Film.deleteMany({ _id: 'f9' })],
    ['is for many and matched nothing', NOTHING, () => models.Film.updateMany({ _id: 'f9' }, { rating: 1 })],
    ['is a bulk', NOTHING, () => models.Film.bulkWrite([{ deleteOne: { filter: { _id: 'f9' } } }])],
    [
      'is a pipeline',
      HORROR,
      () => models.Film.updateOne({ _id: 'f1' }, [{ $set: { rating: 1 } }], { updatePipeline: true }),
    ],
    ['came second with its id', HORROR, () => models.Film.create(document).catch(() => undefined)],
    [
      'came second with its id, as an upsert',
      HORROR,
      () => models.Film.updateOne({ _id: 'f1', rating: 0 }, other, { upsert: true }).catch(() => undefined),
    ],
  ];

  it.each(cases)('stamps what its state contradicts when it %s', async (_name, stamps, write) => {
    expect(await stampsOf(write)).toEqual(stamps);
  });

  it('names paths for many as for one', async () => {
    expect(await stampsOf(() => models.Film.updateMany({ _id: 'f1' }, { rating: 9 }))).toEqual([
      'films', 'films:sf1', 'films[genreIds=shorror]~rating', 'films~rating',
    ]); // prettier-ignore
  });

  it('names the paths of a computed change of other paths without a transaction', async () => {
    const stamps = await stampsOf(() => models.Film.updateOne({ _id: 'f1' }, { $max: { rating: 9 } }));
    expect(stamps).toEqual(['films', 'films:sf1', 'films[genreIds=shorror]~rating', 'films~rating']);
    expect(db.commands.map(({ commandName }) => commandName)).toEqual(['update', 'find']);
  });
});

describe('a bulk', () => {
  it('of inserts and updates by id that name no facet is told apart', async () => {
    const stamps = await stampsOf(() =>
      models.Film.bulkWrite([
        { insertOne: { document: { _id: 'f6', title: 'Dune', genreIds: ['epic'], rating: 8 } } },
        { updateOne: { filter: { _id: 'f1' }, update: { rating: 5 } } },
      ]),
    );
    expect(stamps).toEqual([
      'films', 'films:sf1', 'films:sf6', 'films:sf6@genreIds', 'films[]', 'films[genreIds=sepic]', 'films[genreIds=shorror]~rating',
      'films~$text', 'films~rating',
    ]); // prettier-ignore
  });
});

describe('a transaction', () => {
  const rate = (session: mongo.ClientSession, rating: number) =>
    models.Film.updateOne({ _id: 'f1' }, { rating }, { session });

  it('stamps what it wrote when it commits', async () => {
    const stamps = await stampsOf(() =>
      db.connection.transaction(async (session) => {
        await rate(session, 1);
        await models.Film.updateOne({ _id: 'f2' }, { genreIds: ['comedy'] }, { session });
      }),
    );
    expect(stamps).toEqual([
      'films', 'films:sf1', 'films:sf2', 'films:sf2@genreIds', 'films[genreIds=scomedy]', 'films[genreIds=sdrama]', 'films[genreIds=shorror]~rating',
      'films~genreIds', 'films~rating',
    ]); // prettier-ignore
  });

  it('stamps nothing when it aborts', async () => {
    const aborting = await db.mutation(() =>
      db.connection.transaction(async (session) => {
        await rate(session, 1);
        throw new Error('no');
      }),
    );
    expect(aborting.outcome.status).toBe('rejected');
    expect(aborting.writes).toEqual({ tags: [], operationTime: undefined, majority: true });
  });

  it('stamps anything for its writes that nobody announced', async () => {
    const films = db.connection.getClient().db(db.database).collection<Film>('films');
    const stamps = await stampsOf(() =>
      db.connection.transaction((session) =>
        films.updateOne({ _id: 'f1' }, { $set: { rating: 2 } }, { session }),
      ),
    );
    expect(stamps).toEqual(ANYTHING);
  });
});

describe('when writes are reported', () => {
  it('asks every write for a majority within a time, and tells the time from which on reads see it', async () => {
    const { writes } = await db.mutation(async () => {
      await models.Film.updateOne({ _id: 'f1' }, { rating: 1 });
      await models.Film.bulkWrite([{ deleteOne: { filter: { _id: 'f2' } } }]);
      await models.Film.create({ _id: 'f7', title: 'Eraserhead' });
    });
    const sent = db.commands.filter(({ commandName }) => commandName !== 'find');
    for (const { command } of sent) {
      expect(command).toMatchObject({ writeConcern: { w: 'majority' }, maxTimeMS: 10_000 });
    }
    expect(sent).toHaveLength(3);
    expect(writes.majority).toBe(true);
    const { operationTime } = writes;
    expect(operationTime?.order).toMatch(/^[\da-f]{16}$/);
    const { outcome, reads } = await db.query(() => models.Film.findById('f7').lean(), {
      readAfter: operationTime,
    });
    expect(outcome).toMatchObject({ value: { title: 'Eraserhead' } });
    expect(reads.uncacheable).toEqual([]);
  });

  it('waits for a majority to have a write that did not ask for one', async () => {
    const { writes } = await db.mutation(() =>
      db.connection
        .getClient()
        .db(db.database)
        .collection('films')
        .insertOne({}, { writeConcern: { w: 1 } }),
    );
    expect(writes.majority).toBe(true);
    expect(writes.operationTime).toBeDefined();
  });

  it('waits for a write that the operation did not wait for', async () => {
    const { writes } = await db.mutation(async () => {
      void models.Film.updateOne({ _id: 'f1' }, { rating: 1 }).exec();
      // Far enough for the command to be under way.
      await models.Film.findById('f1');
    });
    expect(short(writes.tags)).toEqual([
      'films', 'films:sf1', 'films[genreIds=shorror]~rating', 'films~rating',
    ]); // prettier-ignore
  });

  it('reports by itself a write of no operation', async () => {
    await models.Film.updateOne({ _id: 'f1' }, { rating: 1 });
    await expect.poll(() => db.orphans.map(({ tags }) => short(tags))).toEqual([ANYTHING]);
    expect(db.orphans[0]?.operationTime).toBeDefined();
  });

  it('hides an earlier state of the counts from whoever moved a document on', async () => {
    // A first mover has written and not reported yet; a second one moves the same film on and is answered first.
    const count = await db.query(() => models.Film.countDocuments({ genreIds: 'horror' }));
    expect(valueOf(count)).toBe(1);
    await db.mutation(() => models.Film.updateOne({ _id: 'f1' }, { genreIds: ['drama'] }));
    const second = await db.mutation(() => models.Film.updateOne({ _id: 'f1' }, { genreIds: ['comedy'] }));
    expect(count.reads.tags.some((tag) => second.writes.tags.includes(tag))).toBe(true);
    expect(second.writes.tags).not.toContain(`${db.database}.films[genreIds=shorror]`);
    const remover = await db.mutation(() => models.Film.deleteOne({ _id: 'f1' }));
    expect(count.reads.tags.some((tag) => remover.writes.tags.includes(tag))).toBe(true);
  });
});
