import DataLoader from 'dataloader';
import type { AppExtension } from '../../../src/app.ts';
import type { Viewer, ViewerSeam } from '../../../src/shared/viewer.ts';
import {
  createItemWrites,
  type ItemInput,
  type ItemWrites,
  type Way,
  type WriteOutcome,
} from './item-writes.ts';
import {
  checkCollections,
  openCheckModels,
  type CheckModels,
  type GroupRecord,
  type ItemRecord,
  type NoteRecord,
} from './models.ts';
import { checkTypeDefs } from './schema.ts';

interface Check {
  readonly models: CheckModels;
  readonly itemWrites: ItemWrites;
  readonly itemsByGroup: DataLoader<string, ItemRecord[]>;
}

interface CheckContext {
  readonly check: Check;
  readonly viewer: ViewerSeam;
}

type Resolver<Source, Arguments> = (source: Source, given: Arguments, context: CheckContext) => unknown;

/** Infers nothing: says what a resolver gets. */
const field = <Arguments = object, Source = unknown>(resolver: Resolver<Source, Arguments>) => resolver;

const id = field<object, { _id: string }>(({ _id }) => _id);
const byRank = { rank: 1, _id: 1 } as const;
const orders = { RANK: byRank, DUE_DESCENDING: { due: -1, _id: -1 } } as const;

/** Notes live under their owner's name, so that nobody can name another's. */
const noteId = (viewer: Viewer, name: string): string => `${viewer.id}/${name}`;

const queries = {
  checkItem: field<{ id: string }>((_, { id }, { check }) => check.models.items.findById(id).lean()),
  checkItems: field<{ first: number }>((_, { first }, { check }) =>
    check.models.items.find({}, null, { sort: byRank, limit: first }).lean(),
  ),
  checkItemsOf: field<{ group?: string | null; order: keyof typeof orders; first: number }>(
    (_, { group = null, order, first }, { check }) =>
      check.models.items.find({ group }, null, { sort: orders[order] }).limit(first).lean(),
  ),
  checkItemCount: field((_, _given, { check }) => check.models.items.countDocuments({})),
  checkItemCountOf: field<{ group?: string | null }>((_, { group = null }, { check }) =>
    check.models.items.countDocuments({ group }),
  ),
  checkTally: field(async (_, _given, { check }) => {
    const groups = await check.models.items.aggregate<{ _id: string | null; count: number }>([
      { $group: { _id: '$group', count: { $sum: 1 } } },
      { $sort: { _id: 1 } },
    ]);
    return groups.map(({ _id, count }) => ({ group: _id, count }));
  }),
  checkSearch: field<{ words: string }>((_, { words }, { check }) =>
    check.models.items
      .find({ $text: { $search: `"${words}"` } })
      .sort({ _id: 1 })
      .lean(),
  ),
  checkGroup: field<{ id: string }>((_, { id }, { check }) => check.models.groups.findById(id).lean()),
  checkGroups: field((_, _given, { check }) => check.models.groups.find({}).sort({ _id: 1 }).lean()),
  checkNote: field<{ name: string }>((_, { name }, { check, viewer }) => {
    const whose = viewer.look();
    return whose ? check.models.notes.findById(noteId(whose, name)).lean() : null;
  }),
  checkNotes: field((_, _given, { check, viewer }) => {
    const whose = viewer.look();
    return whose ? check.models.notes.find({ owner: whose.id }).sort({ _id: 1 }).lean() : [];
  }),
};

const writtenNote = async (
  { notes }: CheckModels,
  viewer: Viewer,
  { name, seq, text }: { name: string; seq: number; text: string },
): Promise<{ outcome: WriteOutcome; note: NoteRecord | null }> => {
  const _id = noteId(viewer, name);
  try {
    await notes.updateOne(
      { _id, seq: { $lt: seq } },
      { $set: { seq, text }, $setOnInsert: { owner: viewer.id } },
      { upsert: true },
    );
    const note = await notes.findById(_id).lean<NoteRecord | null>();
    return { outcome: 'APPLIED', note };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 11_000)) throw error;
    const note = await notes.findById(_id).lean<NoteRecord | null>();
    return { outcome: note?.seq === seq ? 'ALREADY' : 'OVERTAKEN', note };
  }
};

const mutations = {
  checkCreateItem: field<{ item: ItemInput; way: Way }>((_, { item, way }, { check }) =>
    check.itemWrites.create(item, way),
  ),
  checkUpdateItem: field<{ item: ItemInput; way: Way; pauseMs: number }>(
    (_, { item, way, pauseMs }, { check }) => check.itemWrites.update(item, way, pauseMs),
  ),
  checkDeleteItem: field<{ id: string; way: Way }>((_, { id, way }, { check }) =>
    check.itemWrites.remove(id, way),
  ),
  checkUpdateItems: field<{ items: readonly ItemInput[]; abort: boolean; pauseMs: number }>(
    (_, { items, abort, pauseMs }, { check }) => check.itemWrites.updateTogether(items, abort, pauseMs),
  ),
  checkRenameGroup: field<{ id: string; seq: number; name: string }>(
    async (_, { id, seq, name }, { check }) => {
      const { groups } = check.models;
      const renamed = await groups.updateOne({ _id: id, seq: { $lt: seq } }, { $set: { seq, name } });
      const group = await groups.findById(id).lean<GroupRecord | null>();
      if (renamed.matchedCount > 0) return { outcome: 'APPLIED', group };
      return { outcome: group === null ? 'ABSENT' : group.seq === seq ? 'ALREADY' : 'OVERTAKEN', group };
    },
  ),
  checkWriteNote: field<{ name: string; seq: number; text: string }>((_, given, { check, viewer }) => {
    const whose = viewer.look();
    return whose ? writtenNote(check.models, whose, given) : { outcome: 'ABSENT', note: null };
  }),
  checkDeleteNote: field<{ name: string }>(async (_, { name }, { check, viewer }) => {
    const whose = viewer.look();
    const note = whose
      ? await check.models.notes.findOneAndDelete({ _id: noteId(whose, name) }).lean<NoteRecord | null>()
      : null;
    return { outcome: note ? 'APPLIED' : 'ABSENT', note };
  }),
};

const types = {
  CheckItem: { id, seenBy: field((_, _given, { viewer }) => viewer.look()?.id ?? null) },
  CheckGroup: {
    id,
    items: field<{ first: number }, GroupRecord>(async ({ _id }, { first }, { check }) =>
      (await check.itemsByGroup.load(_id)).slice(0, first),
    ),
    itemCount: field<object, GroupRecord>(({ _id }, _given, { check }) =>
      check.models.items.countDocuments({ group: _id }),
    ),
  },
  CheckNote: { id },
};

const createItemsByGroup = ({ items }: CheckModels) =>
  new DataLoader<string, ItemRecord[]>(async (groups) => {
    const found = await items
      .find({ group: { $in: [...groups] } }, null, { sort: byRank })
      .lean<ItemRecord[]>();
    return groups.map((group) => found.filter((item) => item.group === group));
  });

/** Of an admin, who may edit the catalogue. */
export const adminAuthorization = 'Bearer admin';
/** Of somebody who publishes videos. */
export const creatorAuthorization = (creator: string): string => `Bearer creator ${creator}`;
export const viewerAuthorization = (viewer: string): string => `Bearer viewer ${viewer}`;

/** What the check adds to an instance: data with transactions, and data of viewers. */
export const createCheckExtension = (): AppExtension => ({
  typeDefs: [checkTypeDefs],
  resolvers: { Query: queries, Mutation: mutations, ...types },
  collections: checkCollections,
  authenticate: (authorization) => {
    if (authorization === adminAuthorization) return { id: 'admin', roles: ['ADMIN'] };
    const [, kind, id] = /^Bearer (viewer|creator) (\w+)$/.exec(authorization) ?? [];
    return id === undefined
      ? undefined
      : { id, roles: kind === 'creator' ? ['VIEWER', 'CREATOR'] : ['VIEWER'] };
  },
  open: async (mongo) => {
    const models = await openCheckModels(mongo);
    const itemWrites = createItemWrites(models);
    return () => ({
      check: { models, itemWrites, itemsByGroup: createItemsByGroup(models) } satisfies Check,
    });
  },
});
