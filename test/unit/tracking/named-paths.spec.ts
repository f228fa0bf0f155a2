import { describe, expect, it } from 'vitest';
import { imageAfter } from '../../../src/tracking/writes/image.ts';
import { namedPaths } from '../../../src/tracking/writes/named.ts';
import { kindOf } from '../../../src/tracking/writes/targets.ts';

describe('the paths that an update names', () => {
  it('are the top-level ones of every operator, both ends of a renaming among them', () => {
    const named = namedPaths({
      $set: { 'a.b': 1 },
      $unset: { c: 1 },
      $push: { 'd.0.e': 1 },
      $rename: { f: 'g.h' },
      $setOnInsert: { i: 1 },
    });
    expect([...(named?.tops ?? [])]).toEqual(['a', 'c', 'd', 'f', 'g', 'i']);
    expect([...(named?.changing ?? [])]).toEqual(['a', 'c', 'd', 'f', 'g']);
    expect(named?.otherOperators).toEqual(['$push', '$rename']);
    expect(named?.positional).toBe(true);
  });

  it.each([[[{ $set: { a: 1 } }]], [{ a: 1 }], [undefined], [{ $set: [] }]])(
    'are not told by %j',
    (update) => {
      expect(namedPaths(update)).toBeUndefined();
    },
  );

  it.each(['a.$', 'a.$[]', 'a.$[x].b', 'a.0'])('go by position in %s', (path) => {
    expect(namedPaths({ $set: { [path]: 1 } })?.positional).toBe(true);
  });
});

describe('the document after an update', () => {
  it('follows from the one before it', () => {
    const before = { _id: 1, a: { b: 1, c: 2 }, d: 3 };
    expect(imageAfter(before, { $set: { 'a.b': 5, 'e.f': undefined }, $unset: { d: 1, 'x.y': 1 } })).toEqual({
      _id: 1,
      a: { b: 5, c: 2 },
      e: { f: null },
    });
  });
});

describe('what a command writes', () => {
  const of = (command: Record<string, unknown>) =>
    kindOf({ databaseName: 'db', commandName: Object.keys(command)[0] ?? '', command });
  const write = (...namespaces: string[]) => ({ kind: 'write', namespaces });

  it.each<[Record<string, unknown>, object]>([
    [{ insert: 'c' }, write('db.c')],
    [{ findAndModify: 'c' }, write('db.c')],
    [{ createIndexes: 'c' }, { kind: 'harmless' }],
    [{ create: 'c' }, { kind: 'harmless' }],
    [{ create: 'c', viewOn: 'd' }, write('db.c')],
    [{ renameCollection: 'db.a', to: 'db.b' }, write('db.a', 'db.b')],
    [{ bulkWrite: 1, nsInfo: [{ ns: 'db.a' }, { ns: 'x.b' }] }, write('db.a', 'x.b')],
    [{ aggregate: 'c', pipeline: [{ $out: 'd' }] }, write('db.d')],
    [{ aggregate: 'c', pipeline: [{ $merge: { into: { db: 'x', coll: 'd' } } }] }, write('x.d')],
    [{ aggregate: 'c', pipeline: [{ $match: {} }] }, { kind: 'read' }],
    [{ dropDatabase: 1 }, { kind: 'write', namespaces: 'all' }],
    [{ somethingNew: 1 }, { kind: 'write', namespaces: 'all' }],
    [{ ping: 1 }, { kind: 'harmless' }],
  ])('is seen in %j', (command, expected) => {
    expect(of(command)).toEqual(expected);
  });
});
