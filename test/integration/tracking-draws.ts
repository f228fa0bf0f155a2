import * as fc from 'fast-check';

/** A document as the property draws it; every path may be missing. */
export type Doc = Record<string, unknown> & { _id: string };

/** A read, as the driver's collection is asked. */
export type Read =
  | {
      readonly kind: 'find';
      readonly filter: object;
      readonly sort?: Record<string, 1 | -1>;
      readonly projection?: object;
      readonly skip?: number;
      readonly limit?: number;
    }
  | { readonly kind: 'count'; readonly filter: object }
  | { readonly kind: 'distinct'; readonly key: string; readonly filter: object }
  | { readonly kind: 'aggregate'; readonly pipeline: object[] };

export type SingleWrite =
  | { readonly kind: 'insertOne'; readonly doc: Doc }
  | {
      readonly kind: 'updateOne' | 'updateMany';
      readonly filter: object;
      readonly update: object;
      readonly upsert: boolean;
    }
  | {
      readonly kind: 'replaceOne';
      readonly filter: object;
      readonly doc: Record<string, unknown>;
      readonly upsert: boolean;
    }
  | { readonly kind: 'deleteOne' | 'deleteMany'; readonly filter: object }
  | {
      readonly kind: 'findOneAndUpdate';
      readonly filter: object;
      readonly update: object;
      readonly options: object;
    }
  | {
      readonly kind: 'findOneAndReplace';
      readonly filter: object;
      readonly doc: Record<string, unknown>;
      readonly options: object;
    }
  | { readonly kind: 'findOneAndDelete'; readonly filter: object; readonly options: object }
  | { readonly kind: 'unannounced'; readonly filter: object; readonly update: object };

export type Write =
  | SingleWrite
  | { readonly kind: 'insertMany'; readonly docs: readonly Doc[] }
  | { readonly kind: 'bulkWrite'; readonly items: readonly object[]; readonly ordered: boolean }
  | { readonly kind: 'transaction'; readonly writes: readonly SingleWrite[]; readonly commits: boolean };

/** Ids of documents that are there at first. */
export const IDS = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7', 'd8', 'd9'];
const present = fc.constantFrom(...IDS);
const absent = fc.constantFrom('e0', 'e1', 'e2', 'e3', 'e4', 'e5');
const id = fc.oneof({ weight: 12, arbitrary: present }, { weight: 1, arbitrary: absent });
const kind = fc.constantFrom<unknown>('a', 'b', 'c', null, 1, true);
const label = fc.constantFrom('x', 'y', 'z');
const level = fc.constantFrom<unknown>(1, 2, null);
const small = fc.constantFrom<unknown>(0, 1, 2, 3, null);
const words = fc.constantFrom('red fox', 'blue fox', 'green hen', 'hen');

/** Facets: kind, labels (multikey), meta.level (dotted). Others: n, s, list. Searched: title. */
const fields = fc.record(
  {
    kind,
    labels: fc.oneof<fc.Arbitrary<unknown>[]>(
      { weight: 8, arbitrary: fc.uniqueArray(label, { maxLength: 2 }) } as never,
      label,
      fc.constant(null),
    ),
    meta: fc.oneof<fc.Arbitrary<unknown>[]>(
      fc.record({ level, other: small }, { requiredKeys: [] }),
      fc.array(fc.record({ level }, { requiredKeys: [] }), { maxLength: 2 }),
    ),
    n: small,
    s: fc.constantFrom('p', 'q', 'r'),
    list: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 2 }),
    title: words,
  },
  { requiredKeys: [] },
);
/** As many documents as there are ids, in order. */
export const docs: fc.Arbitrary<Doc[]> = fc
  .tuple(...IDS.map(() => fields))
  .map((all) => all.map((rest, index): Doc => ({ _id: IDS[index] ?? '', ...rest })));
const doc: fc.Arbitrary<Doc> = fc
  .tuple(fc.oneof({ weight: 8, arbitrary: absent }, { weight: 1, arbitrary: present }), fields)
  .map(([_id, rest]) => ({ _id, ...rest }));

const leaf: fc.Arbitrary<object> = fc.oneof(
  { weight: 3, arbitrary: kind.map((value) => ({ kind: value })) },
  { weight: 2, arbitrary: fc.uniqueArray(kind, { maxLength: 3 }).map(($in) => ({ kind: { $in } })) },
  kind.map(($ne) => ({ kind: { $ne } })),
  kind.map(($eq) => ({ kind: { $not: { $eq } } })),
  fc.uniqueArray(kind, { maxLength: 2 }).map(($nin) => ({ kind: { $nin } })),
  { weight: 3, arbitrary: label.map((value) => ({ labels: value })) },
  fc.uniqueArray(label, { minLength: 1, maxLength: 2 }).map(($all) => ({ labels: { $all } })),
  fc.uniqueArray(label, { maxLength: 2 }).map((labels) => ({ labels })),
  label.map((value) => ({ labels: { $elemMatch: { $gte: value } } })),
  label.map((value) => ({ 'labels.0': value })),
  fc.constant({ labels: null }),
  fc.constant({ labels: { $size: 1 } }),
  { weight: 2, arbitrary: level.map((value) => ({ 'meta.level': value })) },
  small.map((value) => ({ 'meta.other': value })),
  { weight: 2, arbitrary: small.map((value) => ({ n: value })) },
  fc.integer({ min: 0, max: 3 }).map(($gt) => ({ n: { $gt } })),
  fc.boolean().map(($exists) => ({ n: { $exists } })),
  fc.constantFrom('p', 'q').map((value) => ({ s: value })),
  fc.constant({ s: /^[pq]/ }),
  fc.integer({ min: 0, max: 2 }).map((value) => ({ list: value })),
  { weight: 2, arbitrary: id.map((_id) => ({ _id })) },
  fc.uniqueArray(id, { maxLength: 3 }).map(($in) => ({ _id: { $in } })),
  id.map(($gt) => ({ _id: { $gt } })),
  fc.integer({ min: 0, max: 2 }).map((value) => ({ $expr: { $gte: ['$n', value] } })),
);

const filter: fc.Arbitrary<object> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({}) },
  { weight: 6, arbitrary: leaf },
  { weight: 3, arbitrary: fc.tuple(leaf, leaf).map(([a, b]) => ({ ...a, ...b })) },
  { weight: 2, arbitrary: fc.tuple(leaf, leaf).map((both) => ({ $and: both })) },
  { weight: 3, arbitrary: fc.tuple(leaf, leaf).map((either) => ({ $or: either })) },
  {
    weight: 1,
    arbitrary: fc.tuple(leaf, leaf, leaf).map(([a, b, c]) => ({ ...c, $or: [a, { $and: [b, c] }] })),
  },
  { weight: 1, arbitrary: fc.tuple(leaf, leaf).map((neither) => ({ $nor: neither })) },
);
const searching = fc
  .tuple(fc.constantFrom('fox', 'hen', 'red'), fc.oneof(fc.constant({}), leaf))
  .map(([$search, rest]) => ({ ...rest, $text: { $search } }));

// Ties are broken by _id: Mongo promises no order among equals, so any would be as true.
const sort: fc.Arbitrary<Record<string, 1 | -1>> = fc
  .tuple(
    fc.constantFrom('n', 's', 'kind', 'labels', 'meta.level', '_id'),
    fc.constantFrom(1 as const, -1 as const),
  )
  .map(([path, direction]) => ({ [path]: direction, _id: 1 }));

const projection = fc.constantFrom<object>(
  { n: 1 },
  { kind: 0 },
  { _id: 0, s: 1 },
  { _id: '$n', s: 1 },
  { labels: { $slice: 1 } },
);

const find: fc.Arbitrary<Read> = fc
  .tuple(
    fc.oneof({ weight: 8, arbitrary: filter }, { weight: 1, arbitrary: searching }),
    fc.option(sort, { nil: undefined }),
    fc.option(projection, { nil: undefined, freq: 3 }),
    fc.option(fc.record({ skip: fc.integer({ min: 0, max: 2 }), limit: fc.integer({ min: 1, max: 3 }) }), {
      nil: undefined,
    }),
  )
  .map(([filter, sort, projection, window]) => {
    const order = sort ?? (window === undefined ? undefined : { _id: 1 as const });
    return {
      kind: 'find',
      filter,
      ...(order === undefined ? {} : { sort: order }),
      ...(projection === undefined ? {} : { projection }),
      ...window,
    };
  });

const stage: fc.Arbitrary<object> = fc.oneof(
  filter.map(($match) => ({ $match })),
  sort.map(($sort) => ({ $sort })),
  fc.constantFrom<object>(
    { $project: { n: 1, kind: 1 } },
    { $project: { kind: 0 } },
    { $unset: 'kind' },
    { $unset: ['labels', 'n'] },
    { $set: { kind: '$s' } },
    { $project: { n: '$meta.level' } },
    { $count: 'total' },
    { $group: { _id: null, n: { $sum: 1 } } },
    { $group: { _id: '$kind', n: { $sum: 1 } } },
    { $unwind: '$list' },
  ),
);
/** Windows stand behind an order, for the reason given above. */
const window = fc
  .tuple(sort, fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 3 }))
  .map(([$sort, $skip, $limit]): object[] => [{ $sort }, { $skip }, { $limit }]);
const aggregate: fc.Arbitrary<Read> = fc
  .tuple(fc.array(stage, { maxLength: 2 }), fc.option(window, { nil: [] }), fc.array(stage, { maxLength: 2 }))
  .map(([before, between, after]) => ({ kind: 'aggregate', pipeline: [...before, ...between, ...after] }));

export const read: fc.Arbitrary<Read> = fc.oneof(
  { weight: 6, arbitrary: find },
  { weight: 2, arbitrary: filter.map((filter): Read => ({ kind: 'count', filter })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('kind', 'labels', 'n', 'meta.level'), filter)
      .map(([key, filter]): Read => ({ kind: 'distinct', key, filter })),
  },
  { weight: 2, arbitrary: aggregate },
);

const update: fc.Arbitrary<object> = fc.oneof(
  fields.filter((some) => Object.keys(some).length > 0).map(($set) => ({ $set })),
  small.map((n) => ({ $set: { n } })),
  kind.map((value) => ({ $set: { kind: value } })),
  level.map((value) => ({ $set: { 'meta.level': value } })),
  small.map((value) => ({ $set: { 'meta.other': value } })),
  fc.constantFrom('kind', 'labels', 'n', 'meta.level', 'meta').map((path) => ({ $unset: { [path]: 1 } })),
  fc.constantFrom(0, 1, 2).map((n) => ({ $inc: { n } })),
  label.map((labels) => ({ $push: { labels } })),
  label.map((labels) => ({ $addToSet: { labels } })),
  label.map((labels) => ({ $pull: { labels } })),
  label.map((value) => ({ $set: { 'labels.0': value } })),
  fc.constant({ $rename: { s: 'kind' } }),
  fc.constant({ $max: { n: 2 }, $min: { kind: 'b' } }),
  fc.constant({ $setOnInsert: { kind: 'a' }, $inc: { n: 1 } }),
  words.map((title) => ({ $set: { title } })),
);
const pipelineUpdate = fc.constantFrom<object>([{ $set: { kind: '$s' } }], [{ $unset: 'labels' }]);

const byId = id.map((_id): object => ({ _id }));
const target: fc.Arbitrary<object> = fc.oneof(
  { weight: 12, arbitrary: byId },
  { weight: 1, arbitrary: fc.tuple(byId, leaf).map(([a, b]) => ({ ...b, ...a })) },
  { weight: 2, arbitrary: leaf },
);
const anyUpdate = fc.oneof({ weight: 19, arbitrary: update }, { weight: 1, arbitrary: pipelineUpdate });
const upsert = fc.constantFrom(...Array.from({ length: 9 }, () => false), true);
const returning = fc.constantFrom<object>(
  {},
  { returnDocument: 'after' },
  { projection: { n: 1 } },
  { includeResultMetadata: true },
  { sort: { n: -1, _id: 1 } },
);

export const singleWrite: fc.Arbitrary<SingleWrite> = fc.oneof(
  { weight: 3, arbitrary: doc.map((doc): SingleWrite => ({ kind: 'insertOne', doc })) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('updateOne' as const),
      filter: target,
      update: anyUpdate,
      upsert,
    }),
  },
  fc.record({ kind: fc.constant('updateMany' as const), filter: target, update: anyUpdate, upsert }),
  fc.record({ kind: fc.constant('replaceOne' as const), filter: target, doc: fields, upsert }),
  target.map((filter): SingleWrite => ({ kind: 'deleteOne', filter })),
  target.map((filter): SingleWrite => ({ kind: 'deleteMany', filter })),
  {
    weight: 3,
    arbitrary: fc
      .tuple(target, anyUpdate, returning, upsert)
      .map(([filter, update, options, upsert]): SingleWrite => ({
        kind: 'findOneAndUpdate',
        filter,
        update,
        options: { ...options, upsert },
      })),
  },
  fc.record({
    kind: fc.constant('findOneAndReplace' as const),
    filter: target,
    doc: fields,
    options: returning,
  }),
  fc.record({ kind: fc.constant('findOneAndDelete' as const), filter: target, options: returning }),
  fc.record({ kind: fc.constant('unannounced' as const), filter: target, update }),
);

const item: fc.Arbitrary<object> = fc.oneof(
  doc.map((document) => ({ insertOne: { document } })),
  fc.tuple(target, update).map(([filter, update]) => ({ updateOne: { filter, update } })),
  byId.map((filter) => ({ deleteOne: { filter } })),
);

export const write: fc.Arbitrary<Write> = fc.oneof<fc.Arbitrary<Write>[]>(
  { weight: 12, arbitrary: singleWrite } as never,
  fc
    .uniqueArray(doc, { minLength: 1, maxLength: 2, selector: ({ _id }) => _id })
    .map((docs) => ({ kind: 'insertMany', docs })),
  fc.record({
    kind: fc.constant('bulkWrite' as const),
    items: fc.array(item, { minLength: 1, maxLength: 3 }),
    ordered: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('transaction' as const),
    writes: fc.array(singleWrite, { minLength: 1, maxLength: 2 }),
    commits: fc.boolean(),
  }),
);
