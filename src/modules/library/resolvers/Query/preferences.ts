import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { fullPreferences } from '../../services/preferences.service.ts';

export const preferences: NonNullable<QueryResolvers['preferences']> = async (
  _root,
  _given,
  { viewer, library },
) => fullPreferences(await library.preferencesById.load(signedIn(viewer).id, []));
