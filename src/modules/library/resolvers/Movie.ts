import type { MovieResolvers } from '../../../graphql/generated/resolvers.ts';
import { ownKey } from '../models/records.ts';

/** What the viewer has about a film; looking at them only where it is asked for. */
export const Movie: MovieResolvers = {
  isFavourite: async ({ _id }, _given, { viewer, library }) => {
    const who = viewer.look();
    return who ? (await library.favouriteById.load(ownKey(who.id, _id), [])) !== null : null;
  },
  myRating: async ({ _id }, _given, { viewer, library }) => {
    const who = viewer.look();
    return who ? (await library.ratingById.load(ownKey(who.id, _id), []))?.rating : null;
  },
  myProgress: async ({ _id }, _given, { viewer, library }) => {
    const who = viewer.look();
    return who ? library.progressById.load(ownKey(who.id, _id), []) : null;
  },
};
