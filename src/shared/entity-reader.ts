/** Reads records by key, through whatever keeps them for a while. */
export interface EntityReader {
  /**
   * @param collection of the records, by its name in Mongo.
   * @param find reads what is not kept: by `_id`, in any order, without those that do not exist.
   * @returns the records that exist, in any order.
   */
  read<Value extends { readonly _id: string }, Field extends string>(
    collection: string,
    keys: readonly string[],
    fields: readonly Field[],
    find: (keys: readonly string[], fields: readonly Field[]) => Promise<readonly Value[]>,
  ): Promise<readonly Value[]>;
}

/** Keeps nothing. */
export const uncachedEntities: EntityReader = {
  read: (_collection, keys, fields, find) => find(keys, fields),
};
