import type { Connection } from 'mongoose';
import { StartupError } from '../../shared/startup-error.ts';
import { facetFaults } from './check-facets.ts';
import type { CollectionDeclaration } from './declarations.ts';

/**
 * Holds declarations against the collections and indexes that the database has. Run it after migrations and
 * before the first request: facets are never read from live indexes, only checked against them.
 * @throws StartupError with a sentence for every fault.
 */
export const checkCollections = async (
  connection: Connection,
  declarations: readonly CollectionDeclaration[],
): Promise<void> => {
  const db = connection.getClient().db(connection.name);
  const listed = await db.listCollections({}, { nameOnly: false }).toArray();
  const faults: string[] = [];
  for (const declaration of declarations) {
    const found = listed.find(({ name }) => name === declaration.collection);
    const isCollection = found !== undefined && found.type !== 'view';
    const indexes = isCollection ? await db.collection(declaration.collection).indexes() : [];
    faults.push(...facetFaults(declaration, indexes, found));
  }
  if (faults.length > 0) throw new StartupError(faults.join(' '));
};
