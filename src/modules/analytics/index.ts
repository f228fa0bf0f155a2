export {
  createAnalyticsDomain,
  type AnalysedVideos,
  type Analytics,
  type AnalyticsDomain,
  type AnalyticsParts,
} from './analytics.ts';
export { createAnalyticsModels, prepareAnalyticsCollections, type AnalyticsModels } from './models/index.ts';
export { beginBaselinesAnew, createPastDays, type CountPastDays, type PastEvent } from './past-days.ts';
export { analyticsResolvers } from './resolvers/index.ts';
export type {
  ChannelTotalsModel,
  VideoPerformanceConnectionModel,
  VideoPerformanceEdgeModel,
  VideoPerformanceModel,
} from './resolver-models.ts';
