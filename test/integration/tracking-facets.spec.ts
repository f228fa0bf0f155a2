import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { checkCollections } from '../../src/tracking/facets/check-collections.ts';
import { freshMongo } from '../testkit/servers.ts';

it('facets are held against the real indexes, views and collations', async () => {
  const connection = await mongoose.createConnection(freshMongo()).asPromise();
  try {
    await connection.createCollection('films');
    await connection.createCollection('names', { collation: { locale: 'en' } });
    await connection.createCollection('dramas', { viewOn: 'films', pipeline: [] });
    const films = connection.collection('films');
    await films.createIndex({ genreIds: 1, rating: -1 });
    await films.createIndex({ directorIds: 'hashed' });
    await films.createIndex({ title: 'text', plot: 'text' }, { language_override: 'idiom' });

    const good = { collection: 'films', facets: ['genreIds'], textPaths: ['title', 'plot', 'idiom'] };
    await expect(checkCollections(connection, [good])).resolves.toBeUndefined();
    await expect(
      checkCollections(connection, [
        { collection: 'films', facets: ['genreIds', 'directorIds'], textPaths: ['title'] },
        { collection: 'names' },
        { collection: 'dramas' },
      ]),
    ).rejects.toThrow(
      'films declares the facet directorIds, but no index begins with it (text, geo, hashed, wildcard and collated ones do not count). ' +
        'films has a text index over plot, idiom, which its textPaths do not declare. ' +
        'names has a collation of its own (en): declare hasCollation, and no facets. ' +
        'dramas is a view: only ordinary collections can be declared.',
    );
  } finally {
    await connection.dropDatabase();
    await connection.destroy();
  }
});
