import type { Connection, Edge } from '../../shared/paging/connection.ts';
import type { VideoFigures } from './models/records.ts';
import type { PerformanceRecord } from './services/performance.service.ts';

/** What types without a record of their own resolve from. */
export interface ChannelTotalsModel extends VideoFigures {
  /** Of the channel. */
  readonly _id: string;
}
export type VideoPerformanceModel = PerformanceRecord;
export type VideoPerformanceConnectionModel = Connection<PerformanceRecord>;
export type VideoPerformanceEdgeModel = Edge<PerformanceRecord>;
