import type {
  VideoReportReason,
  VideoReportStatus,
  VideoStatus,
} from '../../../graphql/generated/resolvers.ts';

/** Where a user publishes, in `channels`. */
export interface ChannelRecord {
  /** Twelve hex digits. */
  _id: string;
  /** The account: one has one channel at most. */
  ownerId: string;
  /** Unique. */
  handle: string;
  name: string;
  description: string;
  avatarUrl: string | null;
  createdAt: Date;
}

/** A file as it was announced, and then found. */
export interface FileRecord {
  contentType: string;
  sizeBytes: number;
  /** Where it is in the store, if elsewhere than under the id of the video: an example that several play. */
  key?: string;
}

/** A video as Mongo keeps it, in `videos`. */
export interface VideoRecord {
  /** 22 characters of base64url, random: whoever has the id of an unlisted video may see it. */
  _id: string;
  channelId: string;
  /** Of the channel, which never changes hands. */
  ownerId: string;
  title: string;
  /** What titles are sorted by: lower case, without diacritics. */
  titleKey: string;
  description: string;
  /** A slug. */
  category: string;
  status: VideoStatus;
  /**
   * The lists of public videos that it stands in: see `listsOf`. So who sees it and what it is about are one path to the
   * cache, and publishing a video of one category leaves the lists of the others.
   */
  listedIn: string[];
  /** Whether the upload is finished. */
  isReady: boolean;
  /** When the addresses that its files are sent to end. */
  uploadEndsAt: Date;
  /** On the uploader's device. */
  fileName: string;
  file: FileRecord;
  thumbnail: FileRecord | null;
  /** `null` until it is ready. */
  durationSeconds: number | null;
  /** The first time; `null` before. */
  publishedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  takenDownAt: Date | null;
  takenDownFor: VideoReportReason | null;
}

/**
 * That something of a video that is gone may still be there, in `videoRemovals`: written in the step that removes the video,
 * and removed when nothing is left.
 */
export interface VideoRemovalRecord {
  /** Of the video. */
  _id: string;
  /** Of its files. */
  keys: string[];
  /** Until then, somebody could send them once more. */
  uploadEndsAt: Date;
  /** That it was in; `null` where that was not noted. */
  channelId: string | null;
}

/** What a viewer thinks of a video, in `videoReports`. */
export interface VideoReportRecord {
  /** See `reportIdOf`: there is one of each video and viewer. */
  _id: string;
  videoId: string;
  reporterId: string;
  reason: VideoReportReason;
  details: string;
  status: VideoReportStatus;
  createdAt: Date;
  resolvedAt: Date | null;
  resolverId: string | null;
  note: string | null;
}

/** That a user wants nothing of another one, in `userBlocks`. */
export interface UserBlockRecord {
  /** See `blockIdOf`. */
  _id: string;
  userId: string;
  blockedId: string;
  blockedAt: Date;
}

/** What happened to a video within an hour, in `videoHours`: counted by `src/counters`, and removed when it no longer matters. */
export interface VideoHourRecord {
  /** See `hourIdOf`. */
  _id: string;
  views: number;
  likes: number;
}

/** A video in a ranking. */
export interface RankedVideoRecord {
  videoId: string;
  score: number;
}

/** What trends, in `videoRankings`. */
export interface VideoRankingRecord {
  /** Slug of a category; `all`. */
  _id: string;
  /** Best first. */
  videos: RankedVideoRecord[];
  computedAt: Date;
}

/** Of seven digits, so that ids are in the order of their hours. */
const hourText = (hour: number): string => String(hour).padStart(7, '0');

/** @param hour since 1970. */
export const hourIdOf = (hour: number, videoId = ''): string => `${hourText(hour)}:${videoId}`;

export const hourMs = 3_600_000;

export const reportIdOf = (videoId: string, reporterId: string): string => `${videoId}:${reporterId}`;
export const blockIdOf = (userId: string, blockedId: string): string => `${userId}:${blockedId}`;
