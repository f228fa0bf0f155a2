import type { VideoResolvers } from '../../../graphql/generated/resolvers.ts';
import { reactionIdOf } from '../models/records.ts';
import type { Social } from '../social.ts';

/** Readings of one turn are one question, so each may ask for itself. */
const countsOf = async (id: string, { videoCounts }: Social) =>
  (await videoCounts.read([id]))[0] ?? { views: 0, likes: 0, dislikes: 0 };

export const Video: VideoResolvers = {
  views: async ({ _id }, _given, { social }) => (await countsOf(_id, social)).views,
  likes: async ({ _id }, _given, { social }) => (await countsOf(_id, social)).likes,
  dislikes: async ({ _id }, _given, { social }) => (await countsOf(_id, social)).dislikes,
  viewerReaction: async ({ _id }, _given, { social, viewer }) => {
    const who = viewer.look();
    return who ? (await social.reactionById.load(reactionIdOf(_id, who.id), ['value']))?.value : null;
  },
};
