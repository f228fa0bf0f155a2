import type { GraphQLResolveInfo } from 'graphql';
import { fail, unwrap } from '../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { moviePaths, type Catalogue, type MovieField, type MovieRecord } from '../../catalogue/index.ts';

/**
 * The film that a mutation names, with what the answer shows of it.
 * @throws FaultError BAD_USER_INPUT for no id of a film; NOT_FOUND.
 */
export const namedMovie = async (
  id: string,
  catalogue: Catalogue,
  info: GraphQLResolveInfo,
  fields: readonly MovieField[] = [],
): Promise<MovieRecord> => {
  const movie = await shownMovie(unwrap(keyOfGlobalId('Movie', id)), catalogue, info, fields);
  return movie ?? unwrap(fail('NOT_FOUND', 'There is no film with this id.'));
};

/** The film as it is now, if it is still there. */
export const shownMovie = (
  key: string,
  catalogue: Catalogue,
  info: GraphQLResolveInfo,
  fields: readonly MovieField[] = [],
): Promise<MovieRecord | null> =>
  catalogue.movieById.load(key, [...moviePaths(fieldsSelectedOf(info, 'Movie')), ...fields]);
