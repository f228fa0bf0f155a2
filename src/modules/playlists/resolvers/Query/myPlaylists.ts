import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { playlistPaths } from '../../record-fields.ts';

export const myPlaylists: NonNullable<QueryResolvers['myPlaylists']> = async (
  _root,
  page,
  { playlists, viewer },
  info,
) => {
  const fields = playlistPaths(fieldsSelectedOf(info, 'Playlist'));
  return unwrap(await playlists.lists.of(signedIn(viewer).id, 'all', page, fields));
};
