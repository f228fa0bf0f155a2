import type { UploadAddress } from '../../shared/object-store.ts';
import type { Connection, Edge } from '../../shared/paging/connection.ts';
import type { UserBlockRecord, VideoRecord, VideoReportRecord } from './models/records.ts';

import type { TrendingVideo } from './services/trending.service.ts';

/** What types without a record of their own resolve from. */
export type UploadTargetModel = UploadAddress;
export type VideoConnectionModel = Connection<VideoRecord>;
export type VideoEdgeModel = Edge<VideoRecord>;
export type TrendingVideoConnectionModel = Connection<TrendingVideo>;
export type TrendingVideoEdgeModel = Edge<TrendingVideo>;
export type VideoReportConnectionModel = Connection<VideoReportRecord>;
export type VideoReportEdgeModel = Edge<VideoReportRecord>;
export type BlockedUserConnectionModel = Connection<UserBlockRecord>;
export type BlockedUserEdgeModel = Edge<UserBlockRecord>;
