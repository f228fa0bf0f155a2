import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { fullPreferences } from '../../services/preferences.service.ts';

export const updatePreferences: NonNullable<MutationResolvers['updatePreferences']> = async (
  _root,
  { input },
  { viewer, library },
) => {
  const { id } = signedIn(viewer);
  unwrap(await library.preferences.update(id, input));
  return { preferences: fullPreferences(await library.preferencesById.load(id, [])) };
};
