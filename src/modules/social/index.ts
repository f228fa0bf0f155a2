export { createSocialAudience } from './audience.ts';
export {
  createSocialModels,
  prepareSocialCollections,
  socialCollections,
  type SocialModels,
} from './models/index.ts';
export type { ChannelSubscriptionRecord, CommentRecord, ReactionRecord } from './models/records.ts';
export type {
  ChannelSubscriptionConnectionModel,
  ChannelSubscriptionEdgeModel,
  CommentConnectionModel,
  CommentEdgeModel,
} from './resolver-models.ts';
export { commentPaths } from './record-fields.ts';
export { socialNodes } from './resolvers/nodes.ts';
export { socialResolvers } from './resolvers/index.ts';
export type { Deed, LikedComment, OwnedThing, SocialFollower } from './services/social-follower.ts';
export type { PastDeeds, SocialAudience, SocialCounted } from './services/audience.service.ts';
export { createSocialDomain, type Social, type SocialDomain } from './social.ts';
export { createSubscriberReader, type SubscriberReader } from './subscriber-reader.ts';
