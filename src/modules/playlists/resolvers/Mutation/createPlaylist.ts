import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const createPlaylist: NonNullable<MutationResolvers['createPlaylist']> = async (
  _root,
  { input },
  { playlists, viewer },
) => ({ playlist: unwrap(await playlists.editing.create(signedIn(viewer).id, input)) });
