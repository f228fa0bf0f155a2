import type { Model } from 'mongoose';

/** Adds the records whose `_id` is not there yet, and changes nothing that is. */
export const insertMissing = async <Value extends { _id: string }>(
  model: Model<Value>,
  records: readonly Value[],
): Promise<void> => {
  if (records.length === 0) return;
  const operations = records.map(({ _id, ...rest }) => ({
    updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true },
  }));
  await model.bulkWrite(operations as unknown as Parameters<typeof model.bulkWrite>[0], { ordered: false });
};
