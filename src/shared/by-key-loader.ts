import DataLoader from 'dataloader';

/** A record by its key, with at least the given fields read. */
export interface ByKeyLoader<Value, Field extends string> {
  load(key: string, fields: readonly Field[]): Promise<Value | null>;
  /** In the order of `keys`, without those that do not exist. */
  loadMany(keys: readonly string[], fields: readonly Field[]): Promise<Value[]>;
  /** Forgets what was loaded: for an operation that has written. */
  clear(): void;
}

interface Wanted<Field> {
  readonly key: string;
  readonly fields: readonly Field[];
}

/** Texts of lists of fields, which are made once a selection and asked for once a record. */
const fieldTexts = new WeakMap<readonly string[], string>();

const textOf = (fields: readonly string[]): string => {
  let text = fieldTexts.get(fields);
  if (text === undefined) {
    text = JSON.stringify(fields.toSorted());
    fieldTexts.set(fields, text);
  }
  return text;
};

const identityOf = <Field extends string>({ key, fields }: Wanted<Field>) => `${textOf(fields)}${key}`;

const isThere = <Value>(value: Value | null): value is Value => value !== null;

/**
 * A DataLoader whose loads name the fields that they need. All loads of a batch are read at once, with the fields of
 * all; a later load that needs more fields reads again.
 * @param find answers in any order, with its key at `_id`; may leave out what does not exist.
 */
export const createByKeyLoader = <Value extends { readonly _id: string }, Field extends string>(
  find: (keys: readonly string[], fields: readonly Field[]) => Promise<readonly Value[]>,
): ByKeyLoader<Value, Field> => {
  const loader = new DataLoader<Wanted<Field>, Value | null, string>(
    async (wanted) => {
      const keys = new Set<string>();
      const fieldLists = new Set<readonly Field[]>();
      for (const { key, fields } of wanted) {
        keys.add(key);
        fieldLists.add(fields);
      }
      const [only = [], ...others] = fieldLists;
      const fields = others.length === 0 ? only : [...new Set([only, ...others].flat())];
      const byKey = new Map((await find([...keys], fields)).map((value) => [value._id, value]));
      return wanted.map(({ key }) => byKey.get(key) ?? null);
    },
    { cacheKeyFn: identityOf },
  );
  return {
    load: (key, fields) => loader.load({ key, fields }),
    loadMany: (keys, fields) =>
      Promise.all(keys.map((key) => loader.load({ key, fields }))).then((values) => values.filter(isThere)),
    clear: () => void loader.clearAll(),
  };
};
