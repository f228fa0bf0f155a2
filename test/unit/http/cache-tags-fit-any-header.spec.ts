import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  documentTag,
  membershipTag,
  partitionPathTag,
  partitionTag,
  pathTag,
  placeTag,
  textTag,
  wideTag,
  anythingTag,
} from '../../../src/cache/tags.ts';
import { cacheTag, maxCacheTagLength } from '../../../src/http/graphql/cache-tag.ts';
import { canonicalId } from '../../../src/tracking/canonical.ts';

const film = (id: unknown) => documentTag('db.movies', canonicalId(id) ?? '');
const tagsOf = (header: string): string[] => header.split(',');

describe('an answer is purged', () => {
  test('by the id of what it shows, as it is in the database, and by the collection', () => {
    expect(tagsOf(cacheTag([film('d9a7cd55bdec')]))).toEqual(['movies', 'movies:d9a7cd55bdec']);
    expect(tagsOf(cacheTag([film(42)]))).toEqual(['movies', 'movies:42']);
    expect(tagsOf(cacheTag([documentTag('db.people', 'ssss-s')]))).toEqual(['people', 'people:sss-s']);
  });

  test('by the star of a collection, where a write of another document can change it', () => {
    const wide = [
      partitionTag('db.movies', 'genres', 'sdrama'),
      membershipTag('db.movies'),
      pathTag('db.movies', 'votes'),
      partitionPathTag(partitionTag('db.movies', 'genres', 's:@,'), 'votes'),
      textTag('db.movies'),
      anythingTag('db.movies'),
      wideTag('db.movies'),
    ];
    for (const tag of wide) expect(cacheTag([tag])).toBe('movies,movies:*');
    expect(cacheTag([...wide, film('a')])).toBe('movies,movies:*,movies:a');
  });

  test('by the document whose place among partitions it shows', () => {
    const tags = tagsOf(cacheTag([placeTag('db.movies', 'sabc', 'genres')]));
    expect(tags).toContain('movies:abc');
  });

  test('by an id with an @ in it', () => {
    expect(tagsOf(cacheTag([film('ada@example.org')]))).toContain('movies:ada%40example.org');
    expect(tagsOf(cacheTag([placeTag('db.movies', 'sada@example.org', 'genres')]))).toContain(
      'movies:ada%40example.org',
    );
  });

  test('by an id of any characters, which are escaped', () => {
    const id = 'a,b c\r\nX: y\u0000é😀*\'"%';
    expect(cacheTag([film(id)])).toBe(
      `movies,movies:${encodeURIComponent(id).replaceAll("'", '%27').replaceAll('*', '%2A')}`,
    );
    expect(cacheTag([documentTag('db.movies', 's\uD800')])).toBe('movies,movies:%EF%BF%BD');
    expect(cacheTag([film('*')])).toBe('movies,movies:%2A');
  });
});

test('where the ids of one collection do not fit, its star does, and the others keep theirs', () => {
  const many = Array.from({ length: 2_000 }, (_, index) => film(`film-${index}`));
  expect(cacheTag([...many, documentTag('db.people', 'sada')])).toBe('movies,people,movies:*,people:ada');
  // So many that they would leave no room for the next collection.
  const some = many.slice(0, 60);
  for (let length = 40; length <= some.length; length += 1) {
    const tags = tagsOf(cacheTag([...some.slice(0, length), membershipTag('db.people')]));
    expect(tags).toContain('people:*');
    expect(tags.includes('movies:*') || tags.includes(`movies:film-${length - 1}`)).toBe(true);
  }
});

test('nothing is known of what is no tag of a collection', () => {
  expect(cacheTag([])).toBe('');
  expect(cacheTag(['', '.', 'nothing', ':::'])).toBe('');
});

test('whatever the tags are, it is a header of bounded length that names each answer by something', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom('movies', 'people', 'a@b', '\uDC00\uD800', ',', '*'),
  );
  const namespace = fc.oneof(
    fc.constantFrom('db.movies', 'db.people', 'db.genres'),
    text.map((name) => `db.x${name}`),
  );
  const tag = fc.oneof(
    fc.tuple(namespace, text).map(([name, id]) => documentTag(name, `s${id}`)),
    fc.tuple(namespace, text, text).map(([name, id, facet]) => placeTag(name, id, facet)),
    fc.tuple(namespace, text, text).map(([name, facet, value]) => partitionTag(name, facet, value)),
    namespace.map(membershipTag),
    text,
  );
  fc.assert(
    fc.property(fc.array(tag, { maxLength: 300 }), (tags) => {
      const header = cacheTag(tags);
      expect(header.length).toBeLessThanOrEqual(maxCacheTagLength);
      expect(header).toMatch(/^[\w.!~()%:*,-]*$/);
      const written = header === '' ? [] : tagsOf(header);
      const names = written.filter((one) => !one.includes(':'));
      for (const name of names) expect(written.some((one) => one.startsWith(`${name}:`))).toBe(true);
    }),
  );
});

test('with few collections each document is purged by its own name or by the star', () => {
  const id = fc.string({ unit: 'binary', maxLength: 60 });
  const document = fc.tuple(fc.constantFrom('movies', 'people', 'genres'), id);
  fc.assert(
    fc.property(fc.array(document, { maxLength: 200 }), (documents) => {
      const written = new Set(
        tagsOf(cacheTag(documents.map(([name, own]) => documentTag(`db.${name}`, `s${own}`)))),
      );
      for (const [name, own] of documents) {
        expect(written).toContain(name);
        const escaped = encodeURIComponent(own.toWellFormed()).replaceAll("'", '%27').replaceAll('*', '%2A');
        expect(written.has(`${name}:${escaped}`) || written.has(`${name}:*`)).toBe(true);
      }
    }),
  );
});
