import type { PublicProfileResolvers } from '../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../shared/faults.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { playlistPaths } from '../record-fields.ts';

export const PublicProfile: PublicProfileResolvers = {
  playlists: async ({ _id }, page, { playlists }, info) =>
    unwrap(await playlists.lists.of(_id, 'public', page, playlistPaths(fieldsSelectedOf(info, 'Playlist')))),
};
