import type { CatalogueModels } from '../models/index.ts';
import type { ImportRecord } from '../models/records.ts';

/** What an import keeps of itself beside its counts. */
export type ImportCounts = Pick<ImportRecord, 'created' | 'updated' | 'unchanged' | 'faulty'>;

/** How far imports are. Its commands are no part of any answer: give it models of the background client. */
export interface ImportStore {
  /** `null`: nothing of it is settled, or all. */
  get(id: string): Promise<ImportRecord | null>;
  /** Notes the films of a list; none of them is settled. */
  keepIds(id: string, name: string, ids: readonly number[]): Promise<void>;
  /** Notes that a batch is going to be written. */
  beginWriting(id: string, name: string, batch: string): Promise<void>;
  /** Notes that so many items are settled, and all writes acknowledged. */
  settle(id: string, name: string, position: number, counts: ImportCounts): Promise<void>;
  /** Forgets how far it was: it is done, or to be begun anew. */
  forget(id: string): Promise<void>;
  /** Batches, of any import, of which it is not known whether the log has their writes. */
  openBatches(): Promise<readonly string[]>;
  /** For batches that were made good. One that may still be under way stays open until it is `minAgeMs` old. */
  closeBatches(id: string, batches: readonly string[], minAgeMs: number): Promise<void>;
}

const majority = { w: 'majority' } as const;
const nothing: ImportCounts = { created: 0, updated: 0, unchanged: 0, faulty: 0 };

export const createImportStore = ({ imports }: CatalogueModels): ImportStore => {
  const write = (
    id: string,
    name: string,
    changes: Partial<ImportRecord>,
    { now = false }: { now?: boolean } = {},
  ) => {
    const first = { name, position: 0, ...nothing, startedAt: new Date(), writing: null, finishedAt: null };
    const given = new Set(Object.keys(changes));
    return imports.updateOne(
      { _id: id },
      {
        $set: changes,
        $setOnInsert: Object.fromEntries(Object.entries(first).filter(([key]) => !given.has(key))),
        ...(now && { $currentDate: { writingSince: true } }),
      },
      { upsert: true, writeConcern: majority },
    );
  };
  return {
    get: (id) => imports.findById(id).read('primary').readConcern('majority').lean<ImportRecord | null>(),
    keepIds: async (id, name, ids) => {
      await write(id, name, { ...nothing, position: 0, startedAt: new Date(), ids: [...ids] });
    },
    beginWriting: async (id, name, batch) => {
      await write(id, name, { writing: batch }, { now: true });
    },
    settle: async (id, name, position, counts) => {
      await write(id, name, { ...counts, position, writing: null, writingSince: null });
    },
    forget: async (id) => {
      await imports.deleteOne({ _id: id }, { writeConcern: majority });
    },
    openBatches: async () => {
      const open = await imports
        .find({ writing: { $ne: null } }, { writing: 1 })
        .read('primary')
        .readConcern('majority')
        .lean<Pick<ImportRecord, 'writing'>[]>();
      return open.flatMap(({ writing }) => writing ?? []);
    },
    closeBatches: async (id, batches, minAgeMs) => {
      const old = { $lt: ['$writingSince', { $subtract: ['$$NOW', minAgeMs] }] };
      await imports.updateMany(
        { writing: { $in: [...batches] }, $or: [{ _id: id }, { $expr: old }] },
        { $set: { writing: null, writingSince: null } },
        { writeConcern: majority },
      );
    },
  };
};
