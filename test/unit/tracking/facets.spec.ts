import { describe, expect, it } from 'vitest';
import { facetFaults, type IndexDescription } from '../../../src/tracking/facets/check-facets.ts';
import { createDeclarations } from '../../../src/tracking/facets/declarations.ts';
import { partitionTagsOf } from '../../../src/tracking/facets/partitions.ts';

const declared = createDeclarations('db', [{ collection: 'films', facets: ['genreIds', 'meta.level'] }]).of(
  'db.films',
);

describe('the partitions of a document', () => {
  it.each<[string, object, string[]]>([
    ['a value', { genreIds: 'a' }, ['genreIds=sa']],
    ['each element', { genreIds: ['a', 'b'] }, ['genreIds=sa', 'genreIds=sb']],
    ['null where the path is missing', {}, ['genreIds=null']],
    ['null where null is an element', { genreIds: [null] }, ['genreIds=null']],
    ['nothing for an empty list', { genreIds: [] }, []],
    [
      'what lies behind a list',
      { genreIds: [], meta: [{ level: 1 }, { level: [2] }] },
      ['meta.level=n1', 'meta.level=n2'],
    ],
    ['no null on a dotted path', { genreIds: [], meta: { level: null } }, []],
    ['no objects', { genreIds: [{ a: 1 }] }, []],
  ])('are %s', (_name, document, expected) => {
    const tags = declared === undefined ? [] : partitionTagsOf(declared, { ...document });
    expect(tags).toEqual(expected.map((partition) => `db.films[${partition}]`));
  });
});

describe('a declaration', () => {
  it('has a hash that no order and no database changes, but every facet does', () => {
    const films = { collection: 'films', facets: ['a', 'b'] };
    const people = { collection: 'people' };
    const { hash } = createDeclarations('db', [films, people]);
    expect(createDeclarations('other', [people, { ...films, facets: ['b', 'a'] }]).hash).toBe(hash);
    expect(createDeclarations('db', [people, { ...films, facets: ['a'] }]).hash).not.toBe(hash);
    expect(createDeclarations('db', [people, { ...films, facets: ['a'], fixedFacets: ['b'] }]).hash).not.toBe(
      hash,
    );
  });

  it('is refused with every fault at once', () => {
    const create = () =>
      createDeclarations('db', [
        { collection: 'a', facets: ['_id', 'x.0'] },
        { collection: 'b', facets: ['y'], hasCollation: true },
        { collection: 'b' },
      ]);
    expect(create).toThrow(
      'Facets are declared wrongly: a: _id cannot be a facet; expected a plain path as facet of a but got "x.0"; ' +
        'expected no facets on b, which has its own collation, but got y; b is declared twice.',
    );
  });

  it('is held against the indexes', () => {
    const films = { collection: 'films', facets: ['genreIds'], textPaths: ['title'] };
    const good: IndexDescription[] = [
      { key: { genreIds: 1, rating: -1 } },
      { key: { _fts: 'text', _ftsx: 1 }, weights: { title: 1 } },
    ];
    expect(facetFaults(films, good)).toEqual([]);
    for (const key of [
      { genreIds: 'text' },
      { genreIds: '2dsphere' },
      { genreIds: 'hashed' },
      { rating: 1, genreIds: 1 },
      { 'genreIds.$**': 1 },
    ]) {
      expect(facetFaults(films, [{ key }])).toEqual([
        'films declares the facet genreIds, but no index begins with it (text, geo, hashed, wildcard and collated ones do not count).',
      ]);
    }
    expect(
      facetFaults({ collection: 'films' }, [{ key: { _fts: 'text' }, weights: { title: 1, plot: 2 } }]),
    ).toEqual(['films has a text index over title, plot, which its textPaths do not declare.']);
  });

  it('is held against the kind of the collection', () => {
    expect(facetFaults({ collection: 'v' }, [], { type: 'view' })).toEqual([
      'v is a view: only ordinary collections can be declared.',
    ]);
    expect(
      facetFaults({ collection: 'c' }, [], { type: 'collection', options: { collation: { locale: 'en' } } }),
    ).toEqual(['c has a collation of its own (en): declare hasCollation, and no facets.']);
  });
});
