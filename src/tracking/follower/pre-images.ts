import type { mongo } from 'mongoose';
import { isRecord } from '../canonical.ts';

/** Collections of which Mongo does not keep what documents were before a change, and why it does not. */
export interface WithoutPreImages {
  readonly collections: readonly string[];
  readonly reason: string;
}

const codeOf = (error: unknown): unknown => (isRecord(error) ? error['code'] : undefined);

const NO_SUCH_COLLECTION = 26;

const keepsPreImages = (options: unknown): boolean => {
  const kept = isRecord(options) ? options['changeStreamPreAndPostImages'] : undefined;
  return isRecord(kept) && kept['enabled'] === true;
};

/**
 * Has Mongo keep what documents were before a change, in these collections, where they are there and it does not yet. For
 * as long as the oplog, or as `changeStreamOptions.preAndPostImages.expireAfterSeconds` of the cluster says.
 * @returns those that are there and for which it does not, by the fault of an old server or a missing right.
 * @throws what the driver throws when Mongo does not answer.
 */
export const keepPreImages = async (
  db: mongo.Db,
  collections: readonly string[],
): Promise<WithoutPreImages | undefined> => {
  const listed = await db.listCollections({ name: { $in: [...collections] } }, { nameOnly: false }).toArray();
  const failed: string[] = [];
  let reason = '';
  for (const { name, type, options } of listed) {
    if (type !== 'collection' || keepsPreImages(options)) continue;
    try {
      await db.command({ collMod: name, changeStreamPreAndPostImages: { enabled: true } });
    } catch (error) {
      const code = codeOf(error);
      if (code === NO_SUCH_COLLECTION) continue;
      if (typeof code !== 'number' || !(error instanceof Error)) throw error;
      failed.push(name);
      reason = error.message;
    }
  }
  return failed.length === 0 ? undefined : { collections: failed, reason };
};
