import { Schema, type Connection, type Model } from 'mongoose';

/** Something that is in a group or in none, at a rank. `seq` rises with each write; see the fence in `item-writes.ts`. */
export interface ItemRecord {
  _id: string;
  seq: number;
  group: string | null;
  rank: number;
  due: number | null;
  words: string;
}

export interface GroupRecord {
  _id: string;
  seq: number;
  name: string;
}

/** A note that only its owner may see. */
export interface NoteRecord {
  _id: string;
  seq: number;
  owner: string;
  text: string;
}

export interface CheckModels {
  readonly items: Model<ItemRecord>;
  readonly groups: Model<GroupRecord>;
  readonly notes: Model<NoteRecord>;
}

/** As `catalogueCollections` says it of the catalogue. */
export const checkCollections = [
  { collection: 'checkItems', facets: ['group'], textPaths: ['words'] },
  { collection: 'checkGroups' },
  { collection: 'checkNotes', fixedFacets: ['owner'] },
] as const;

const options = {
  strict: 'throw',
  strictQuery: 'throw',
  id: false,
  versionKey: false,
  autoIndex: false,
} as const;

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;

const itemSchema = (): Schema<ItemRecord> => {
  const schema = new Schema<ItemRecord>(
    {
      _id: text,
      seq: number,
      group: { type: String, default: null },
      rank: number,
      due: { type: Number, default: null },
      words: text,
    },
    { ...options, collection: 'checkItems' },
  );
  schema.index({ rank: 1, _id: 1 });
  schema.index({ group: 1, rank: 1, _id: 1 });
  schema.index({ group: 1, due: 1, _id: 1 });
  return schema.index({ words: 'text' }, { name: 'words_text', default_language: 'none' });
};

const groupSchema = (): Schema<GroupRecord> =>
  new Schema<GroupRecord>({ _id: text, seq: number, name: text }, { ...options, collection: 'checkGroups' });

const noteSchema = (): Schema<NoteRecord> => {
  const schema = new Schema<NoteRecord>(
    { _id: text, seq: number, owner: text, text },
    { ...options, collection: 'checkNotes' },
  );
  return schema.index({ owner: 1, _id: 1 });
};

export const openCheckModels = async (connection: Connection): Promise<CheckModels> => {
  const models: CheckModels = {
    items: connection.model<ItemRecord, Model<ItemRecord>>('CheckItem', itemSchema()),
    groups: connection.model<GroupRecord, Model<GroupRecord>>('CheckGroup', groupSchema()),
    notes: connection.model<NoteRecord, Model<NoteRecord>>('CheckNote', noteSchema()),
  };
  for (const model of Object.values(models) as readonly Model<unknown>[]) {
    await model.createCollection();
    await model.createIndexes();
  }
  return models;
};
