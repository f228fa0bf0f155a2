import { describe, expect, it } from 'vitest';
import { createDeclarations } from '../../../src/tracking/facets/declarations.ts';
import { planOf } from '../../../src/tracking/reads/command.ts';
import { namingCount, tagsOfCount } from '../../../src/tracking/reads/count.ts';

const NOW = 1_700_000_000_000;
const declarations = createDeclarations('db', [
  { collection: 'c', facets: ['f', 'g', 'm.x'], fixedFacets: ['owner'], textPaths: ['title'] },
  { collection: 'other' },
  { collection: 'collated', hasCollation: true },
]);
const plan = (command: Record<string, unknown>, handedOut: number[] = []) =>
  planOf({ databaseName: 'db', commandName: Object.keys(command)[0] ?? '', command }, declarations, {
    nowMs: () => NOW,
    handedOut: (ms) => handedOut.includes(ms),
  });
/** Tags in order, without the database. */
const tagsOf = (command: Record<string, unknown>): string => {
  const planned = plan(command);
  if (planned.kind === 'uncacheable') return planned.reason;
  return [...planned.tags, ...(planned.order?.tags ?? [])]
    .map((tag) => tag.replace('db.', ''))
    .toSorted()
    .join(' ');
};
const find = (filter: object, rest: object = {}) => tagsOf({ find: 'c', filter, ...rest });
const aggregate = (...pipeline: object[]) => tagsOf({ aggregate: 'c', pipeline, cursor: {} });

describe('a find', () => {
  it.each<[string, object, string]>([
    ['by id', { _id: 1 }, 'c! c:n1'],
    ['by ids', { _id: { $in: [1, 'a'] } }, 'c! c:n1 c:sa'],
    ['by id and more, which the document answers for', { _id: 1, a: { $gt: 2 }, $or: [{ b: 1 }] }, 'c! c:n1'],
    ['of everything', {}, 'c! c[]'],
    ['by a path', { a: 1 }, 'c! c[] c~a'],
    ['by a dotted path', { 'a.b.c': 1 }, 'c! c[] c~a'],
    ['by a range of ids', { _id: { $gt: 1 } }, 'c! c[]'],
    ['of a partition', { f: 'v' }, 'c! c[f=sv]'],
    ['of a partition that no document leaves', { owner: 'v' }, 'c! c[owner=sv]'],
    ['of some partitions', { f: { $in: ['v', 'w'] } }, 'c! c[f=sv] c[f=sw]'],
    ['of a partition and by another path', { f: 'v', a: 1 }, 'c! c[f=sv] c[f=sv]~a'],
    ['of two facets, by the narrower', { f: { $in: [1, 2] }, g: 3 }, 'c! c[g=n3] c[g=n3]~f'],
    ['of a nested conjunction', { $and: [{ $and: [{ f: 1 }] }, { a: 2 }] }, 'c! c[f=n1] c[f=n1]~a'],
    ['of a union of partitions', { $or: [{ f: 1 }, { g: 2, a: 3 }] }, 'c! c[f=n1] c[g=n2] c[g=n2]~a'],
    ['of a union of ids', { $or: [{ _id: 1 }, { _id: 2, a: 1 }] }, 'c! c:n1 c:n2'],
    ['of a union with a branch that is no partition', { $or: [{ f: 1 }, { a: 2 }] }, 'c! c[] c~a c~f'],
    ['of what is in no partition', { f: { $ne: 1 } }, 'c! c[] c~f'],
    ['of none of some', { f: { $nin: [1] } }, 'c! c[] c~f'],
    ['of neither', { $nor: [{ f: 1 }, { a: 1 }] }, 'c! c[] c~a c~f'],
    ['by a pattern', { f: /^a/ }, 'c! c[] c~f'],
    ['by patterns among values', { f: { $in: ['a', /^b/] } }, 'c! c[] c~f'],
    ['by existence', { f: { $exists: true } }, 'c! c[] c~f'],
    ['by null, which the missing match', { f: null }, 'c! c[f=null]'],
    ['by null on a dotted facet', { 'm.x': null }, 'c! c[] c~m'],
    ['of a dotted partition', { 'm.x': 1, 'm.y': 2 }, 'c! c[m.x=n1]'],
    ['by a position', { 'f.0': 'v' }, 'c! c[] c~f'],
    ['by an element', { f: { $elemMatch: { $eq: 'v' } } }, 'c! c[] c~f'],
    ['by a whole list', { f: ['v'] }, 'c! c[] c~f'],
    ['by an object', { f: { a: 1 } }, 'c! c[] c~f'],
    ['of nothing', { f: { $in: [] } }, 'c!'],
    ['by text', { $text: { $search: 'x' }, f: 1 }, 'c! c~$text c~f'],
    ['by an expression', { $expr: { $eq: ['$a', 1] }, f: 1 }, 'c c!'],
    ['by distance', { a: { $near: [0, 0] } }, 'c c!'],
    ['by an operator that is not known', { a: { $new: 1 } }, 'c c!'],
  ])('%s', (_name, filter, expected) => {
    expect(find(filter)).toBe(expected);
  });

  it('behind others is decided by what it does not show', () => {
    expect(find({ f: 'v' }, { sort: { a: 1 }, limit: 2 })).toBe('c! c[f=sv] c[f=sv]~a');
    expect(find({ f: 'v' }, { sort: { a: 1 }, limit: 2, skip: 1 })).toBe('c! c[f=sv] c~a c~f');
  });

  it('of a union sorts each of its partitions', () => {
    const $or = [{ f: 1 }, { _id: 2 }, { g: { $in: [3, 4] }, b: 5 }];
    expect(find({ $or }, { sort: { a: 1 } })).toBe(
      'c! c:n2 c[f=n1] c[f=n1]~a c[g=n3] c[g=n3]~a c[g=n3]~b c[g=n4] c[g=n4]~a c[g=n4]~b',
    );
  });

  it('tells paths apart within so many partitions only', () => {
    const $in = Array.from({ length: 20 }, (_, index) => index);
    expect(find({ f: { $in } }, { sort: { a: 1, b: 1, d: 1 } })).toContain('c[f=n19]~d');
    expect(find({ f: { $in } }, { sort: { a: 1, b: 1, d: 1, e: 1 } })).toContain(' c~a c~b c~d c~e');
  });

  it('takes more than twenty values for a list', () => {
    const $in = Array.from({ length: 21 }, (_, index) => index);
    expect(find({ f: { $in: $in.slice(1) } })).toContain('c[f=n20]');
    expect(find({ f: { $in } })).toBe('c! c[] c~f');
  });

  it('depends on the order beyond its facet, given as an object or as a map', () => {
    expect(find({ f: 1 }, { sort: { a: 1, 'b.c': -1, f: 1, _id: 1 } })).toBe(
      'c! c[f=n1] c[f=n1]~a c[f=n1]~b',
    );
    expect(find({}, { sort: new Map([['a', 1]]) })).toBe('c! c[] c~a');
    expect(find({ $text: { $search: 'x' } }, { sort: { score: { $meta: 'textScore' } } })).toBe('c! c~$text');
  });

  it('without the ids of its documents depends on everything', () => {
    for (const projection of [
      { _id: 0 },
      { _id: false, a: 1 },
      { _id: '$a' },
      { '_id.x': 1 },
      { _id: { $literal: 1 } },
    ]) {
      expect(find({ _id: 1 }, { projection })).toBe('c c!');
    }
    for (const projection of [{ a: 1 }, { a: 0 }, { _id: 1 }, { _id: true, a: { $slice: 1 } }]) {
      expect(find({ _id: 1 }, { projection })).toBe('c! c:n1');
    }
  });

  it('under a collation is of no id and no partition', () => {
    expect(find({ _id: 'a' }, { collation: { locale: 'en' } })).toBe('c! c[]');
    expect(find({ f: 'a' }, { collation: { locale: 'en' } })).toBe('c! c[] c~f');
    expect(find({ f: 'a' }, { collation: { locale: 'simple' } })).toBe('c! c[f=sa]');
    expect(tagsOf({ find: 'collated', filter: { _id: 'a' } })).toBe('collated! collated[]');
  });

  it('within bounds of an index depends on everything', () => {
    expect(find({ f: 1 }, { min: { f: 1 } })).toBe('c c!');
  });
});

describe('a count and a distinct', () => {
  it('depend on the selection, and on moves of what they do not show', () => {
    expect(tagsOf({ count: 'c', query: { f: 1, a: 2 } })).toBe('c! c[f=n1] c~a c~f');
    expect(tagsOf({ distinct: 'c', key: 'a.b', query: {} })).toBe('c! c[] c~a');
    expect(tagsOf({ distinct: 'c', key: 'a', query: { owner: 1 } })).toBe('c! c[owner=n1] c~a c~owner');
  });

  it('from metadata cannot be cached', () => {
    expect(tagsOf({ count: 'c' })).toContain('metadata');
    expect(tagsOf({ count: 'c', query: {} })).toContain('metadata');
  });
});

describe('a count that names its documents', () => {
  const namespace = 'db.c';
  const declared = declarations.of(namespace);
  const pipelineOf = (filter: object) => (declared === undefined ? undefined : namingCount(filter, declared));

  it('is taken where a partition is counted, and nowhere else', () => {
    for (const filter of [{ f: 1 }, { f: 1, a: 2 }, { owner: 1 }, { $or: [{ f: 1 }, { _id: 2 }] }]) {
      expect(pipelineOf(filter)).toHaveLength(2);
    }
    for (const filter of [{}, { a: 1 }, { _id: 1 }, { $text: { $search: 'x' } }, { $where: 'true' }]) {
      expect(pipelineOf(filter)).toBeUndefined();
    }
  });

  it('depends on the places of those it counted, and on paths everywhere', () => {
    const pipeline = pipelineOf({ f: 1, a: 2 });
    expect(aggregate(...(pipeline ?? []))).toBe('c! c[f=n1] c~a');
    expect(tagsOfCount(namespace, ['f'], [{ n: 2, ids: [1, 'x'] }])).toEqual(['db.c:n1@f', 'db.c:sx@f']);
    expect(tagsOfCount(namespace, ['f'], [])).toEqual([]);
  });

  it('depends on every move where it counted many, or cannot name one', () => {
    const ids = Array.from({ length: 51 }, (_, index) => index);
    for (const documents of [[{ n: 60, ids }], [{ n: 1, ids: [{ a: 1 }] }], [{ n: 1 }]]) {
      expect(tagsOfCount(namespace, ['f', 'g'], documents)).toEqual(['db.c~f', 'db.c~g']);
    }
  });
});

describe('an aggregation', () => {
  it('of matches, orders, windows and picks is told as a find', () => {
    expect(aggregate({ $match: { f: 1 } }, { $sort: { a: 1 } }, { $limit: 2 }, { $project: { b: 1 } })).toBe(
      'c! c[f=n1] c[f=n1]~a',
    );
    expect(aggregate({ $match: { f: 1 } }, { $match: { g: 2, b: 1 } })).toBe(
      'c! c[f=n1] c[f=n1]~b c[f=n1]~g',
    );
  });

  it.each<[string, object[]]>([
    ['skips', [{ $sort: { a: 1 } }, { $skip: 1 }]],
    ['filters what its window holds', [{ $sort: { a: 1 } }, { $limit: 2 }, { $match: { a: 1 } }]],
    ['takes a window of a window', [{ $limit: 5 }, { $sort: { a: 1 } }, { $limit: 2 }]],
  ])('that %s is decided by what it does not show', (_name, stages) => {
    expect(aggregate({ $match: { f: 1 } }, ...stages)).toBe('c! c[f=n1] c~a c~f');
  });

  it('that counts needs no documents', () => {
    expect(aggregate({ $match: { f: 1 } }, { $count: 'n' })).toBe('c! c[f=n1] c~f');
    expect(aggregate({ $match: { f: 1 } }, { $group: { _id: 1, n: { $sum: 1 } } })).toBe('c! c[f=n1] c~f');
  });

  it('is of no partition that it asks for behind a window or a pick', () => {
    expect(aggregate({ $limit: 2 }, { $match: { f: 1 } })).toBe('c! c[] c~f');
    expect(aggregate({ $unset: 'f' }, { $match: { f: null } })).toBe('c! c[] c~f');
    expect(aggregate({ $project: { a: 1 } }, { $match: { f: null } })).toBe('c! c[] c~f');
  });

  it.each<[string, object[]]>([
    ['filters by what it computed', [{ $set: { f: '$a' } }, { $match: { f: 1 } }]],
    ['groups', [{ $match: { f: 1 } }, { $group: { _id: '$a' } }]],
    ['groups all into what is not a count', [{ $group: { _id: null, n: { $sum: '$a' } } }]],
    ['drops the ids', [{ $project: { _id: 0 } }]],
    ['replaces the ids', [{ $set: { _id: '$a' } }]],
    ['replaces the documents', [{ $replaceRoot: { newRoot: '$a' } }]],
    ['opens lists', [{ $unwind: '$a' }]],
    ['goes several ways', [{ $facet: { a: [{ $match: { f: 1 } }] } }]],
    ['counts and goes on', [{ $count: 'n' }, { $match: { n: 1 } }]],
  ])('that %s depends on everything', (_name, pipeline) => {
    expect(aggregate(...pipeline)).toBe('c c!');
  });

  it('depends on foreign collections as a whole, however deep', () => {
    const lookup = { $lookup: { from: 'other', as: 'o', localField: 'a', foreignField: '_id' } };
    expect(aggregate({ $match: { _id: 1 } }, lookup)).toBe('c! c:n1 other other!');
    expect(aggregate({ $facet: { a: [{ $unionWith: 'other' }] } })).toBe('c c! other other!');
    expect(
      aggregate({ $lookup: { from: 'c', as: 'o', pipeline: [{ $unionWith: { coll: 'other' } }] } }),
    ).toBe('c c! c[] other other!');
    expect(aggregate({ $lookup: { from: 'unknown', as: 'o' } })).toBe('db.unknown is not declared');
  });
});

describe('what cannot be cached says why', () => {
  it.each<[Record<string, unknown>, string]>([
    [{ find: 'view', filter: {} }, 'db.view is not declared'],
    [{ find: 'c', filter: { $expr: { $lt: ['$a', '$$NOW'] } } }, 'it reads $$NOW'],
    [{ find: 'c', filter: { $where: 'true' } }, 'it runs a script'],
    [
      { find: 'c', filter: { a: { $gt: new Date(NOW - 5_000) } } },
      "it holds the present time, which did not come from the operation's clock",
    ],
    [{ find: 'c', filter: {}, sort: new Map([['a', { $meta: 'randVal' }]]) }, 'it draws random numbers'],
    [{ find: 'c', filter: {}, tailable: true }, 'a tailable cursor follows the collection'],
    [{ find: 'c', filter: {}, novelty: 1 }, 'the option novelty of find is not understood'],
    [{ find: 'c', filter: {}, autocommit: false }, 'it reads in a transaction'],
    [{ aggregate: 'c', pipeline: [{ $sample: { size: 1 } }] }, 'it draws a random sample'],
    [{ aggregate: 'c', pipeline: [{ $set: { x: { $rand: {} } } }] }, 'it draws random numbers'],
    [{ aggregate: 'c', pipeline: [{ $set: { x: { $function: {} } } }] }, 'it runs a script'],
    [
      { aggregate: 'c', pipeline: [{ $collStats: {} }] },
      'its stage $collStats is not known to depend on data alone',
    ],
    [{ aggregate: 1, pipeline: [] }, 'the command aggregate names no collection'],
    [{ explain: {} }, 'the command explain is not known to depend on data alone'],
    [{ dbStats: 1 }, 'the command dbStats is not known to depend on data alone'],
  ])('%j', (command, reason) => {
    expect(plan(command)).toEqual({ kind: 'uncacheable', reason });
  });

  it("but a date that the operation's clock handed out is a value like any other", () => {
    expect(plan({ find: 'c', filter: { f: new Date(NOW) } }, [NOW]).kind).toBe('tracked');
    expect(plan({ find: 'c', filter: { f: new Date(NOW - 86_400_000) } }).kind).toBe('tracked');
  });
});
