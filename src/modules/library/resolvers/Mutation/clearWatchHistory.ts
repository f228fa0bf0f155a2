import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const clearWatchHistory: NonNullable<MutationResolvers['clearWatchHistory']> = async (
  _root,
  _given,
  { viewer, library },
) => ({ removedCount: await library.watching.clear(signedIn(viewer).id) });
