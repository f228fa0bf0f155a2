import type { VideoReportStatus } from '../../../graphql/generated/resolvers.ts';
import { listingIn } from '../../../shared/paging/collection-listing.ts';
import type { Listing } from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import { createRecordStore, type RecordStore } from '../../../shared/record-store.ts';
import type { VideoModels } from '../models/index.ts';
import type { VideoReportRecord } from '../models/records.ts';

export interface ReportStore extends RecordStore<VideoReportRecord> {
  /** Of any status, or of one. */
  listing(status: VideoReportStatus | undefined, order: Order<VideoReportRecord>): Listing<VideoReportRecord>;
  /** Of any status, or of one. */
  idsAbout(videoId: string, status?: VideoReportStatus): Promise<readonly string[]>;
  byReporter(reporterId: string): Promise<readonly VideoReportRecord[]>;
}

const shown = [
  'videoId',
  'reporterId',
  'reason',
  'details',
  'status',
  'resolvedAt',
  'resolverId',
  'note',
] as const;

export const createReportStore = ({ reports }: VideoModels): ReportStore => ({
  ...createRecordStore(reports),
  listing: (status, order) => listingIn(reports, status ? { status } : {}, order, shown),
  idsAbout: async (videoId, status) => {
    const found = await reports
      .find({ videoId, ...(status && { status }) }, { _id: 1 })
      .lean<{ _id: string }[]>();
    return found.map(({ _id }) => _id);
  },
  byReporter: (reporterId) => reports.find({ reporterId }).lean<VideoReportRecord[]>(),
});
