export {
  createSocialModels,
  prepareSocialCollections,
  socialCollections,
  type SocialModels,
} from './models/index.ts';
export type { ChannelSubscriptionRecord, ReactionRecord } from './models/records.ts';
export type { ChannelSubscriptionConnectionModel, ChannelSubscriptionEdgeModel } from './resolver-models.ts';
export { socialResolvers } from './resolvers/index.ts';
export { createSocialDomain, type Social, type SocialDomain } from './social.ts';
