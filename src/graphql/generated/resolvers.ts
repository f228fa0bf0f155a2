import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { MovieRecord, GenreRecord, PersonRecord, ImageConfigurationRecord, MovieConnectionModel, MovieEdgeModel, SearchConnectionModel, SearchEdgeModel, TrendingConnectionModel, TrendingEdgeModel, RecommendationConnectionModel, RecommendationEdgeModel, RecommendationReasonModel } from '../../modules/catalogue/index.ts';
import type { UserRecord, SessionModel, AuditEventRecord, UserConnectionModel, UserEdgeModel, AuditEventConnectionModel, AuditEventEdgeModel } from '../../modules/accounts/index.ts';
import type { CourseRecord, CourseSectionModel, LessonRecord, RecordingRecord, InstructorRecord, EnrolmentRecord, LessonProgressModel, CourseStatisticsRecord, LessonDropOffRecord, CourseConnectionModel, CourseEdgeModel, InstructorConnectionModel, InstructorEdgeModel, EnrolmentConnectionModel, EnrolmentEdgeModel } from '../../modules/courses/index.ts';
import type { FullPreferences, WatchProgressRecord, WatchEntryModel, WatchConnectionModel, WatchEdgeModel, FavouriteModel, FavouriteConnectionModel, FavouriteEdgeModel, MovieRatingModel, MovieRatingConnectionModel, MovieRatingEdgeModel } from '../../modules/library/index.ts';
import type { ChannelRecord, VideoRecord, VideoConnectionModel, VideoEdgeModel, UploadTargetModel, VideoReportRecord, VideoReportConnectionModel, VideoReportEdgeModel, UserBlockRecord, BlockedUserConnectionModel, BlockedUserEdgeModel, TrendingVideoConnectionModel, TrendingVideoEdgeModel } from '../../modules/videos/index.ts';
import type { CommentRecord, CommentConnectionModel, CommentEdgeModel, ChannelSubscriptionRecord, ChannelSubscriptionConnectionModel, ChannelSubscriptionEdgeModel } from '../../modules/social/index.ts';
import type { PlaylistRecord, PlaylistConnectionModel, PlaylistEdgeModel, PlaylistVideoConnectionModel, PlaylistVideoEdgeModel, PlaylistItemModel, PlaylistItemConnectionModel, PlaylistItemEdgeModel } from '../../modules/playlists/index.ts';
import type { NotificationRecord, NotificationConnectionModel, NotificationEdgeModel, FullNotificationPreferences } from '../../modules/notifications/index.ts';
import type { SearchAllConnectionModel, SearchAllEdgeModel, SearchSuggestionModel } from '../../modules/search/index.ts';
import type { ChannelTotalsModel, VideoPerformanceModel, VideoPerformanceConnectionModel, VideoPerformanceEdgeModel } from '../../modules/analytics/index.ts';
import type { PageInfoModel } from '../../shared/paging/connection.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A day, as `YYYY-MM-DD`. */
  Date: { input: Date; output: Date; }
  /** A moment, as RFC 3339 has it, such as `2026-02-28T12:00:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** An object of JSON. */
  JSONObject: { input: Record<string, unknown>; output: Record<string, unknown>; }
  /** A whole number of at most 2^53 - 1 in size, where `Int` ends at 2^31 - 1. */
  SafeInt: { input: number; output: number; }
};

/** Beside the first two, a permission; roles bring permissions. */
export type Access =
  /** Everybody, signed in or not. */
  | 'ANYONE'
  | 'EDIT_CATALOGUE'
  | 'MANAGE_USERS'
  | 'MODERATE'
  | 'OPERATE'
  | 'PUBLISH_VIDEOS'
  | 'READ_AUDIT_TRAIL'
  /** Whoever is signed in, about what is theirs. */
  | 'SIGNED_IN'
  | 'TEACH_COURSES';

export type AddCommentInput = {
  /** The comment that it answers. An answer to an answer stands beside that one. */
  replyTo?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 5,000 characters. */
  text: Scalars['String']['input'];
  videoId: Scalars['ID']['input'];
};

export type AddCommentPayload = {
  __typename?: 'AddCommentPayload';
  comment: Comment;
};

export type AddFavouritePayload = {
  __typename?: 'AddFavouritePayload';
  favourite: Favourite;
};

export type AddLessonInput = {
  durationSeconds: Scalars['Int']['input'];
  isPreview?: Scalars['Boolean']['input'];
  isRequired?: Scalars['Boolean']['input'];
  /**
   * Title of the section whose last lesson it becomes; a title that no section has makes a new last one. Without it, the last
   * section.
   */
  section?: InputMaybe<Scalars['String']['input']>;
  summary?: Scalars['String']['input'];
  title: Scalars['String']['input'];
};

export type AddLessonPayload = {
  __typename?: 'AddLessonPayload';
  lesson: Lesson;
};

export type AddRecordingInput = {
  durationSeconds: Scalars['Int']['input'];
  title: Scalars['String']['input'];
  /** An `https` address. */
  url: Scalars['String']['input'];
};

export type AddRecordingPayload = {
  __typename?: 'AddRecordingPayload';
  recording: Recording;
};

export type AddToPlaylistInput = {
  /** By default the end. */
  place?: InputMaybe<PlaylistPlace>;
  playlistId: Scalars['ID']['input'];
  videoId: Scalars['ID']['input'];
};

export type AddToPlaylistPayload = {
  __typename?: 'AddToPlaylistPayload';
  playlist: Playlist;
};

/** Whole days of UTC, today included. */
export type AnalyticsPeriod =
  /** Since the video was uploaded. */
  | 'ALL'
  | 'LAST_7_DAYS'
  | 'LAST_28_DAYS'
  | 'LAST_90_DAYS';

export type ArrangeLessonsPayload = {
  __typename?: 'ArrangeLessonsPayload';
  course: Course;
};

export type AuditEvent = {
  __typename?: 'AuditEvent';
  /** Who did it; null for nobody who is signed in, a command of the server, and who is gone. */
  actor?: Maybe<User>;
  /** The network address it came from; null when forgotten or a command of the server. */
  address?: Maybe<Scalars['String']['output']>;
  at: Scalars['DateTime']['output'];
  /** What more there is to say, such as the roles set or why someone was banned. */
  details?: Maybe<Scalars['JSON']['output']>;
  device?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  kind: AuditKind;
  /** To whom; null when nobody has the address that was given, and for who is gone. */
  subject?: Maybe<User>;
};

export type AuditEventConnection = {
  __typename?: 'AuditEventConnection';
  edges: Array<AuditEventEdge>;
  /** The events of `edges`, for those who need no cursors. */
  nodes: Array<AuditEvent>;
  pageInfo: PageInfo;
  /** How many events there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

export type AuditEventEdge = {
  __typename?: 'AuditEventEdge';
  cursor: Scalars['String']['output'];
  node: AuditEvent;
};

/** All that is given must hold. */
export type AuditFilter = {
  actorId?: InputMaybe<Scalars['ID']['input']>;
  kind?: InputMaybe<AuditKind>;
  subjectId?: InputMaybe<Scalars['ID']['input']>;
};

/** What is written down for admins. */
export type AuditKind =
  | 'ACCOUNT_CREATED'
  | 'ACCOUNT_DELETED'
  | 'CACHE_CLEARED'
  | 'CACHE_INSPECTED'
  | 'LOGGED_OUT'
  | 'LOGGED_OUT_EVERYWHERE'
  | 'LOGIN_FAILED'
  | 'LOGIN_SUCCEEDED'
  | 'PASSWORD_CHANGED'
  | 'PASSWORD_RESET'
  | 'PASSWORD_RESET_ASKED'
  /** A refresh token was used a second time: its session ended. */
  | 'REFRESH_TOKEN_REUSED'
  | 'REGISTRATION_ASKED'
  | 'ROLES_SET'
  | 'SESSION_ENDED'
  | 'USER_BANNED'
  | 'USER_UNBANNED'
  | 'VIDEO_REPORT_DISMISSED'
  | 'VIDEO_RESTORED'
  | 'VIDEO_TAKEN_DOWN';

export type BanUserPayload = {
  __typename?: 'BanUserPayload';
  user: User;
};

export type BlockUserPayload = {
  __typename?: 'BlockUserPayload';
  blocked: BlockedUser;
};

/** Somebody whom I blocked. */
export type BlockedUser = {
  __typename?: 'BlockedUser';
  blockedAt: Scalars['DateTime']['output'];
  /** Null where they are being removed at this moment. */
  user?: Maybe<PublicProfile>;
};

/** A page of blocked users. */
export type BlockedUserConnection = {
  __typename?: 'BlockedUserConnection';
  edges: Array<BlockedUserEdge>;
  /** The blocked users of `edges`, for those who need no cursors. */
  nodes: Array<BlockedUser>;
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** A blocked user in a list. */
export type BlockedUserEdge = {
  __typename?: 'BlockedUserEdge';
  cursor: Scalars['String']['output'];
  node: BlockedUser;
};

export type CacheAudience =
  /** Those who are not signed in. */
  | 'ANONYMOUS'
  | 'EVERYONE'
  | 'VIEWER';

export type CacheControlScope =
  /** The answer is the viewer's own. */
  | 'PRIVATE'
  /** The answer is everybody's, unless computing it looked at the viewer. */
  | 'PUBLIC';

export type CacheCounts = {
  __typename?: 'CacheCounts';
  bypassReasons: Array<CountedReason>;
  /** Answered without a look at what is kept: the cache stood aside, or was passed on purpose. */
  bypassed: Scalars['SafeInt']['output'];
  /** Hits among hits and misses, from 0 to 1; null before the first. */
  hitRate?: Maybe<Scalars['Float']['output']>;
  hits: Scalars['SafeInt']['output'];
  hitsFromMemory: Scalars['SafeInt']['output'];
  hitsFromRedis: Scalars['SafeInt']['output'];
  /** Of the misses: answered by somebody else's computation. */
  joined: Scalars['SafeInt']['output'];
  /** Why nothing kept could be served. */
  missReasons: Array<CountedReason>;
  misses: Scalars['SafeInt']['output'];
  /** Why what was computed was not stored. */
  notStoredReasons: Array<CountedReason>;
  /** Of the hits: after their life, while they were refreshed. */
  staleHits: Scalars['SafeInt']['output'];
  stored: Scalars['SafeInt']['output'];
  storedBytes: Scalars['SafeInt']['output'];
};

export type CacheEntityInput = {
  /** The `id` that the API gives it, or its key in the database. */
  id: Scalars['ID']['input'];
  /** Such as `Movie`. */
  type: Scalars['String']['input'];
};

export type CacheEntry = {
  __typename?: 'CacheEntry';
  ageSeconds: Scalars['Float']['output'];
  /** The position of the log that its computation began at: it shows all that was written up to there. */
  asOf: Scalars['SafeInt']['output'];
  audience: CacheAudience;
  bodyBytes: Scalars['Int']['output'];
  /** What computing it took. */
  costMs: Scalars['Float']['output'];
  /** Until its life is over; negative afterwards. */
  diesInSeconds: Scalars['Float']['output'];
  /** Those of them that were written since. */
  invalidatedBy: Array<Scalars['String']['output']>;
  key: Scalars['String']['output'];
  /** What it takes in the process; null in Redis, where it may be compressed. */
  memoryBytes?: Maybe<Scalars['Int']['output']>;
  operation?: Maybe<Scalars['String']['output']>;
  state: CacheEntryState;
  /** What it depends on: a write that touches one of these drops it. */
  tags: Array<Scalars['String']['output']>;
  tier: CacheTier;
  /** Its whole life, from its computation. */
  ttlSeconds: Scalars['Float']['output'];
  type?: Maybe<Scalars['String']['output']>;
};

export type CacheEntryState =
  | 'EXPIRED'
  /** Would be served. */
  | 'FRESH'
  /** Something that it depends on was written, or everything as old was dropped. */
  | 'INVALIDATED'
  /** It belongs to an epoch that has ended. */
  | 'OTHER_EPOCH'
  /** Its life is over; would be served once more, and refreshed. */
  | 'STALE'
  /** The cache stands aside, so nothing can be said. */
  | 'UNPROVEN';

/** The life of the log that all that is kept belongs to. */
export type CacheEpoch = {
  __typename?: 'CacheEpoch';
  /** Why the log is in doubt, if it is. */
  doubt?: Maybe<Scalars['String']['output']>;
  /** How often in a row an epoch ended or did not begin. */
  failures: Scalars['Int']['output'];
  /** Whether the cache serves; else every answer is computed. */
  isLive: Scalars['Boolean']['output'];
  /** Names the epoch. */
  nonce?: Maybe<Scalars['String']['output']>;
  /** Why the gate is as it is. */
  reason?: Maybe<Scalars['String']['output']>;
  /** `live`, `closing`, `none`, `opening`, or `unknown` where MongoDB does not say. */
  state: Scalars['String']['output'];
  /** Mutations that wait to be answered until their record is in the log. */
  waitingMutations: Scalars['Int']['output'];
};

/** Of requests by HTTP that could be answered from the cache. */
export type CacheLatency = {
  __typename?: 'CacheLatency';
  /** With the cache: hits and misses together. */
  cached: Durations;
  hits: Durations;
  misses: Durations;
  /** Led past the cache by `CACHE_BYPASS_SHARE` or `Cache-Bypass`. */
  uncached: Durations;
};

export type CacheLogStatistics = {
  __typename?: 'CacheLogStatistics';
  appendTimes: Durations;
  /** Records that this instance put into it. */
  appends: Scalars['SafeInt']['output'];
  /** Times that an operator dropped everything. */
  clears: Scalars['SafeInt']['output'];
  failedAppends: Scalars['SafeInt']['output'];
  failedProofs: Scalars['SafeInt']['output'];
  /** Writes taken in, by whichever instance. */
  invalidations: Scalars['SafeInt']['output'];
  /** Records that the last proof brought: how far behind it was. Yours took one. */
  lagRecords: Scalars['Int']['output'];
  /** How far this instance knows the log. */
  position: Scalars['SafeInt']['output'];
  /** Since the last proof; null where the log is in the process. Long only while the log gives none. */
  proofAgeSeconds?: Maybe<Scalars['Float']['output']>;
  proofTimes: Durations;
  /** Round trips to Redis, each for all requests that waited; looks, where the log is in the process. */
  proofs: Scalars['SafeInt']['output'];
  /** Times that everything was dropped because the log told too little. */
  skips: Scalars['SafeInt']['output'];
};

export type CacheLookup = {
  __typename?: 'CacheLookup';
  /** Of each tier that has one; none when nothing is kept. */
  entries: Array<CacheEntry>;
  /** What the schema says of the operation; null when asked by key. */
  operation?: Maybe<CacheableOperation>;
};

export type CacheMemoryStatistics = {
  __typename?: 'CacheMemoryStatistics';
  /** Bookkeeping included. */
  bytes: Scalars['SafeInt']['output'];
  entries: Scalars['Int']['output'];
  /** What left when its life was over. */
  evictedByAge: Scalars['SafeInt']['output'];
  /** What left to make room. */
  evictedForSpace: Scalars['SafeInt']['output'];
  maxBytes: Scalars['SafeInt']['output'];
};

/** Of one instance, since its start. */
export type CacheStatistics = {
  __typename?: 'CacheStatistics';
  /** Whole answers. */
  answers: CacheCounts;
  /** Whole answers, by the name of the operation; those asked most first, the rarest together as `other`. */
  byOperation: Array<NamedCacheCounts>;
  /** Whole answers, by what their root fields give; those asked most first. */
  byType: Array<NamedCacheCounts>;
  /** Records below the answers, by their collection. */
  entities: Array<NamedCacheCounts>;
  epoch: CacheEpoch;
  /** Tells the instances apart. */
  instance: Scalars['String']['output'];
  /** How long requests took, with the cache and past it. */
  latency: CacheLatency;
  log: CacheLogStatistics;
  memory: CacheMemoryStatistics;
  process: ProcessMemory;
  /** Null where the cache is in the process alone. */
  redis?: Maybe<RedisHealth>;
  uptimeSeconds: Scalars['Float']['output'];
};


/** Of one instance, since its start. */
export type CacheStatisticsByOperationArgs = {
  first?: Scalars['Int']['input'];
};

export type CacheTier =
  | 'MEMORY'
  | 'REDIS';

export type CacheViewerInput = {
  /** The key of the viewer in the database. */
  id: Scalars['ID']['input'];
  /** An answer is kept for somebody with just these roles. */
  roles?: Array<Scalars['String']['input']>;
};

export type CacheableOperation = {
  __typename?: 'CacheableOperation';
  /** Where that hint stands, such as `Query.movies`. */
  decidedBy?: Maybe<Scalars['String']['output']>;
  isCacheable: Scalars['Boolean']['output'];
  /** Whether some hint says PRIVATE. Without one, an answer is the viewer's own only if it looked at them. */
  isPrivate: Scalars['Boolean']['output'];
  /** The shortest of the hints. */
  maxAgeSeconds?: Maybe<Scalars['Float']['output']>;
  name?: Maybe<Scalars['String']['output']>;
  /** Why it is never kept, if so. */
  refused?: Maybe<Scalars['String']['output']>;
  /** What it is counted as. */
  type: Scalars['String']['output'];
};

export type ChangePasswordInput = {
  currentPassword: Scalars['String']['input'];
  /** 10 to 200 characters. */
  newPassword: Scalars['String']['input'];
};

export type ChangePasswordPayload = {
  __typename?: 'ChangePasswordPayload';
  /** How many other sessions ended. */
  endedSessions: Scalars['Int']['output'];
};

/** Where a user publishes videos. */
export type Channel = Node & {
  __typename?: 'Channel';
  avatarUrl?: Maybe<Scalars['String']['output']>;
  createdAt: Scalars['DateTime']['output'];
  description: Scalars['String']['output'];
  /** What it is found by, unique: small letters, digits, `-` and `_`. */
  handle: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Whose it is; null where they are being removed at this moment. */
  owner?: Maybe<PublicProfile>;
  /** Public playlists of its owner, the last made first. */
  playlists: PlaylistConnection;
  statistics: ChannelStatistics;
  /** How many follow it. */
  subscribers: Scalars['SafeInt']['output'];
  /** Its public videos. */
  videos: VideoConnection;
  /** Whether I follow it; null when nobody is signed in. */
  viewerIsSubscribed?: Maybe<Scalars['Boolean']['output']>;
};


/** Where a user publishes videos. */
export type ChannelPlaylistsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Where a user publishes videos. */
export type ChannelVideosArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<VideoSort>;
};

/**
 * A channel in figures, for whoever runs it. What viewers do is in the next answer, but for views, which may be as old as the answer
 * that is kept. Days, and the months made of them, are those of UTC. What is taken back counts against the day on which it is.
 */
export type ChannelAnalytics = {
  __typename?: 'ChannelAnalytics';
  channel: Channel;
  /**
   * The days from one to another, both included, the earliest first; a day on which nothing happened is there, with zeros. At most
   * 366, none of them in the future. Without `to`, up to today; without `from`, 28.
   */
  daily: Array<ChannelDay>;
  /** The last months, the present one included, the earliest first: from 1 to 60. */
  monthly: Array<ChannelMonth>;
  totals: ChannelTotals;
  /** How the videos do, those with the most first. Of more than 2,000, the 2,000 that were uploaded last. */
  videos: VideoPerformanceConnection;
};


/**
 * A channel in figures, for whoever runs it. What viewers do is in the next answer, but for views, which may be as old as the answer
 * that is kept. Days, and the months made of them, are those of UTC. What is taken back counts against the day on which it is.
 */
export type ChannelAnalyticsDailyArgs = {
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};


/**
 * A channel in figures, for whoever runs it. What viewers do is in the next answer, but for views, which may be as old as the answer
 * that is kept. Days, and the months made of them, are those of UTC. What is taken back counts against the day on which it is.
 */
export type ChannelAnalyticsMonthlyArgs = {
  months?: Scalars['Int']['input'];
};


/**
 * A channel in figures, for whoever runs it. What viewers do is in the next answer, but for views, which may be as old as the answer
 * that is kept. Days, and the months made of them, are those of UTC. What is taken back counts against the day on which it is.
 */
export type ChannelAnalyticsVideosArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  period?: AnalyticsPeriod;
  sort?: VideoPerformanceSort;
};

/**
 * What happened on a day, of all its videos together. Below zero where more was taken back than given: who liked a video the day
 * before may like it no more.
 */
export type ChannelDay = {
  __typename?: 'ChannelDay';
  comments: Scalars['SafeInt']['output'];
  day: Scalars['Date']['output'];
  dislikes: Scalars['SafeInt']['output'];
  likes: Scalars['SafeInt']['output'];
  subscribersGained: Scalars['SafeInt']['output'];
  subscribersLost: Scalars['SafeInt']['output'];
  views: Scalars['SafeInt']['output'];
};

/** What happened in a month: the sum of its days. */
export type ChannelMonth = {
  __typename?: 'ChannelMonth';
  comments: Scalars['SafeInt']['output'];
  dislikes: Scalars['SafeInt']['output'];
  likes: Scalars['SafeInt']['output'];
  /** Its first day. */
  month: Scalars['Date']['output'];
  subscribersGained: Scalars['SafeInt']['output'];
  subscribersLost: Scalars['SafeInt']['output'];
  views: Scalars['SafeInt']['output'];
};

/** A channel in figures. */
export type ChannelStatistics = {
  __typename?: 'ChannelStatistics';
  /** How many channels its owner follows. */
  subscribedTo: Scalars['SafeInt']['output'];
  /** How many follow it. */
  subscribers: Scalars['SafeInt']['output'];
  /** How often its videos were viewed: those that are there, listed or not. The views of a video go with it. */
  totalViews: Scalars['SafeInt']['output'];
  /** Public videos. */
  videoCount: Scalars['Int']['output'];
};

/** That I follow a channel. */
export type ChannelSubscription = {
  __typename?: 'ChannelSubscription';
  /** Null where it is being removed at this moment. */
  channel?: Maybe<Channel>;
  subscribedAt: Scalars['DateTime']['output'];
};

/** A page of channel subscriptions. */
export type ChannelSubscriptionConnection = {
  __typename?: 'ChannelSubscriptionConnection';
  edges: Array<ChannelSubscriptionEdge>;
  /** The channel subscriptions of `edges`, for those who need no cursors. */
  nodes: Array<ChannelSubscription>;
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** A channel subscription in a list. */
export type ChannelSubscriptionEdge = {
  __typename?: 'ChannelSubscriptionEdge';
  cursor: Scalars['String']['output'];
  node: ChannelSubscription;
};

/** All since the channel was opened. What happened to videos that were removed since is in it. */
export type ChannelTotals = {
  __typename?: 'ChannelTotals';
  /** Answers included. */
  comments: Scalars['SafeInt']['output'];
  dislikes: Scalars['SafeInt']['output'];
  likes: Scalars['SafeInt']['output'];
  /** How many follow it. */
  subscribers: Scalars['SafeInt']['output'];
  /** Public videos there are. */
  videos: Scalars['Int']['output'];
  views: Scalars['SafeInt']['output'];
};

/** Exactly one of them. */
export type ClearCacheInput = {
  /** All that shows one object. A list that it should be in, and is not, stays: clear its type for that. */
  entity?: InputMaybe<CacheEntityInput>;
  /** `true`: everything, records included. */
  everything?: InputMaybe<Scalars['Boolean']['input']>;
  /** The answers to operations of this name. The records that they are made of stay. */
  operation?: InputMaybe<Scalars['String']['input']>;
  /** A type such as `Movie`: all that rests on any of its objects, lists included. */
  type?: InputMaybe<Scalars['String']['input']>;
  /** All that is one viewer's own: the `id` that the API or the database gives them. What is everybody's stays. */
  user?: InputMaybe<Scalars['ID']['input']>;
};

export type ClearCachePayload = {
  __typename?: 'ClearCachePayload';
  /** What was stamped: whatever depends on one of these, on any instance, is served no more. `*` is everything. */
  stamped: Array<Scalars['String']['output']>;
};

export type ClearWatchHistoryPayload = {
  __typename?: 'ClearWatchHistoryPayload';
  /** How many films were forgotten. */
  removedCount: Scalars['Int']['output'];
};

/** What somebody wrote about a video. */
export type Comment = Node & {
  __typename?: 'Comment';
  /** Null when their account is gone. */
  author?: Maybe<PublicProfile>;
  createdAt: Scalars['DateTime']['output'];
  /** Null when it is as it was written. */
  editedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  likes: Scalars['SafeInt']['output'];
  replies: CommentConnection;
  /** How many answers it has; an answer has none. */
  replyCount: Scalars['SafeInt']['output'];
  text: Scalars['String']['output'];
  /** Null where it is being removed at this moment. */
  video?: Maybe<Video>;
  /**
   * Whether I blocked who wrote it; null when nobody is signed in. A page of comments is the same for everybody, and kept once: a
   * client leaves out, or folds, those that are marked.
   */
  viewerHasBlockedAuthor?: Maybe<Scalars['Boolean']['output']>;
  /** Whether I like it; null when nobody is signed in. */
  viewerHasLiked?: Maybe<Scalars['Boolean']['output']>;
};


/** What somebody wrote about a video. */
export type CommentRepliesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<CommentSort>;
};

/** A page of comments. */
export type CommentConnection = {
  __typename?: 'CommentConnection';
  edges: Array<CommentEdge>;
  /** The comments of `edges`, for those who need no cursors. */
  nodes: Array<Comment>;
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** A comment in a list. */
export type CommentEdge = {
  __typename?: 'CommentEdge';
  cursor: Scalars['String']['output'];
  node: Comment;
};

export type CommentSort =
  | 'NEWEST'
  | 'OLDEST';

export type CountedReason = {
  __typename?: 'CountedReason';
  count: Scalars['SafeInt']['output'];
  reason: Scalars['String']['output'];
};

/** Lessons in an order, by one instructor. */
export type Course = Node & {
  __typename?: 'Course';
  category: CourseCategory;
  createdAt: Scalars['DateTime']['output'];
  /** What is taught, and what it needs. */
  description: Scalars['String']['output'];
  /** Of all lessons together. */
  durationSeconds: Scalars['Int']['output'];
  /** Learners as of the last daily count. */
  enrolmentCount: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  instructor: Instructor;
  isPublished: Scalars['Boolean']['output'];
  /** What it is taught in, as BCP 47 has it, such as `en` or `pt-BR`. */
  language: Scalars['String']['output'];
  lessonCount: Scalars['Int']['output'];
  level: CourseLevel;
  /** When it was first published; null before. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** In order. */
  sections: Array<CourseSection>;
  /** A sentence for lists. */
  summary: Scalars['String']['output'];
  title: Scalars['String']['output'];
  /** When what stands here was last edited. Lessons do not count. */
  updatedAt: Scalars['DateTime']['output'];
};

/** Figures of a course for whoever teaches it, as of `computedAt`. */
export type CourseAnalytics = {
  __typename?: 'CourseAnalytics';
  /** The 30 days up to the one of `computedAt`, in UTC, the earliest first. */
  activeLearners: Array<DailyLearners>;
  computedAt: Scalars['DateTime']['output'];
  /** Lesson by lesson, in order. */
  dropOff: Array<LessonDropOff>;
  statistics: CourseStatistics;
};

/** What a course is about. */
export type CourseCategory =
  | 'BUSINESS'
  | 'DATA'
  | 'DESIGN'
  | 'FILMMAKING'
  | 'LANGUAGES'
  | 'MUSIC'
  | 'PHOTOGRAPHY'
  | 'PROGRAMMING'
  | 'WRITING';

/** A page of courses. */
export type CourseConnection = {
  __typename?: 'CourseConnection';
  edges: Array<CourseEdge>;
  /** The courses of `edges`, for those who need no cursors. */
  nodes: Array<Course>;
  pageInfo: PageInfo;
  /** How many courses there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** A course in a list. */
export type CourseEdge = {
  __typename?: 'CourseEdge';
  /** Stands for this course in this order, and stays right when courses come and go. */
  cursor: Scalars['String']['output'];
  node: Course;
};

/** All that is given must hold. */
export type CourseFilter = {
  category?: InputMaybe<CourseCategory>;
  /** The `id` of an instructor. */
  instructor?: InputMaybe<Scalars['ID']['input']>;
  /** As `Course.language` has it. */
  language?: InputMaybe<Scalars['String']['input']>;
  level?: InputMaybe<CourseLevel>;
  /** Words that title or summary must all contain, whole. */
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Whom a course is for. */
export type CourseLevel =
  | 'ADVANCED'
  | 'BEGINNER'
  | 'INTERMEDIATE';

/** Some lessons of a course, in order, under one title. */
export type CourseSection = {
  __typename?: 'CourseSection';
  lessons: Array<Lesson>;
  title: Scalars['String']['output'];
};

export type CourseSectionInput = {
  /** At least one. Each lesson of the course stands in one section, once. */
  lessonIds: Array<Scalars['ID']['input']>;
  /** Different from those of the other sections. */
  title: Scalars['String']['input'];
};

export type CourseSort = {
  direction?: SortDirection;
  field: CourseSortField;
};

/** What courses are sorted by. */
export type CourseSortField =
  /** By `Course.enrolmentCount`. */
  | 'ENROLMENTS'
  | 'PUBLISHED_AT'
  /** Without case and accents. */
  | 'TITLE';

/** Figures of a course that everybody may see, as of `computedAt`. */
export type CourseStatistics = {
  __typename?: 'CourseStatistics';
  /** Mean of `Enrolment.progress`, 0 to 1; 0 without learners. */
  averageProgress: Scalars['Float']['output'];
  completions: Scalars['Int']['output'];
  computedAt: Scalars['DateTime']['output'];
  enrolments: Scalars['Int']['output'];
};

export type CreateChannelInput = {
  /** An https address. */
  avatarUrl?: InputMaybe<Scalars['String']['input']>;
  /** At most 5,000 characters. */
  description?: Scalars['String']['input'];
  /** 3 to 30 small letters, digits, `-` and `_`, with a letter or digit at both ends. Capital letters become small ones. */
  handle: Scalars['String']['input'];
  /** 1 to 100 characters. */
  name: Scalars['String']['input'];
};

export type CreateChannelPayload = {
  __typename?: 'CreateChannelPayload';
  channel: Channel;
};

export type CreateCourseInput = {
  category: CourseCategory;
  description?: Scalars['String']['input'];
  /** Who teaches it, if not I: for admins. */
  instructorId?: InputMaybe<Scalars['ID']['input']>;
  /** As BCP 47 has it, such as `en` or `pt-BR`. */
  language: Scalars['String']['input'];
  level: CourseLevel;
  /** A sentence for lists. */
  summary: Scalars['String']['input'];
  title: Scalars['String']['input'];
};

export type CreateCoursePayload = {
  __typename?: 'CreateCoursePayload';
  course: Course;
};

export type CreateMovieInput = {
  budgetUsd?: InputMaybe<Scalars['SafeInt']['input']>;
  creativeType?: InputMaybe<Scalars['String']['input']>;
  /** Names, in order of credit. */
  directors?: InputMaybe<Array<Scalars['String']['input']>>;
  distributor?: InputMaybe<Scalars['String']['input']>;
  /** Slugs of genres, most important first. */
  genres?: InputMaybe<Array<Scalars['String']['input']>>;
  mpaaRating?: InputMaybe<Scalars['String']['input']>;
  posterPath?: InputMaybe<Scalars['String']['input']>;
  /** The imported one, 0 to 10. */
  rating?: InputMaybe<Scalars['Float']['input']>;
  releaseDate?: InputMaybe<Scalars['Date']['input']>;
  /** 0 to 100. */
  rottenTomatoesRating?: InputMaybe<Scalars['Int']['input']>;
  runtimeMinutes?: InputMaybe<Scalars['Int']['input']>;
  source?: InputMaybe<Scalars['String']['input']>;
  title: Scalars['String']['input'];
  usDvdSalesUsd?: InputMaybe<Scalars['SafeInt']['input']>;
  usGrossUsd?: InputMaybe<Scalars['SafeInt']['input']>;
  votes?: InputMaybe<Scalars['Int']['input']>;
  worldwideGrossUsd?: InputMaybe<Scalars['SafeInt']['input']>;
};

export type CreateMoviePayload = {
  __typename?: 'CreateMoviePayload';
  movie: Movie;
};

export type CreatePlaylistInput = {
  /** At most 5,000 characters. */
  description?: Scalars['String']['input'];
  /** 1 to 150 characters. */
  title: Scalars['String']['input'];
  visibility?: PlaylistVisibility;
};

export type CreatePlaylistPayload = {
  __typename?: 'CreatePlaylistPayload';
  playlist: Playlist;
};

/** How many learners reported progress on a day. */
export type DailyLearners = {
  __typename?: 'DailyLearners';
  day: Scalars['Date']['output'];
  learners: Scalars['Int']['output'];
};

export type DeleteAccountPayload = {
  __typename?: 'DeleteAccountPayload';
  /** Id of the account that is gone. */
  id: Scalars['ID']['output'];
};

export type DeleteChannelPayload = {
  __typename?: 'DeleteChannelPayload';
  /** Id of the channel that is gone. */
  id: Scalars['ID']['output'];
};

export type DeleteCommentPayload = {
  __typename?: 'DeleteCommentPayload';
  /** Id of the comment that is gone. */
  id: Scalars['ID']['output'];
};

export type DeleteCoursePayload = {
  __typename?: 'DeleteCoursePayload';
  /** The id of the course that was. */
  id: Scalars['ID']['output'];
};

export type DeleteMoviePayload = {
  __typename?: 'DeleteMoviePayload';
  /** The film as it was. */
  movie: Movie;
};

export type DeleteNotificationPayload = {
  __typename?: 'DeleteNotificationPayload';
  /** Id of the notification that is gone. */
  id: Scalars['ID']['output'];
  /** How many I have not read now. */
  unreadCount: Scalars['Int']['output'];
};

export type DeletePlaylistPayload = {
  __typename?: 'DeletePlaylistPayload';
  /** Id of the playlist that is gone. */
  id: Scalars['ID']['output'];
};

export type DeleteVideoPayload = {
  __typename?: 'DeleteVideoPayload';
  /** Id of the video that is gone. */
  id: Scalars['ID']['output'];
};

/** A comment that is gone. */
export type DeletedComment = {
  __typename?: 'DeletedComment';
  id: Scalars['ID']['output'];
};

/** Percentiles are read off buckets, so they are about right. */
export type Durations = {
  __typename?: 'Durations';
  count: Scalars['SafeInt']['output'];
  /** Null when there were none, as are the others. */
  meanMs?: Maybe<Scalars['Float']['output']>;
  p50Ms?: Maybe<Scalars['Float']['output']>;
  p95Ms?: Maybe<Scalars['Float']['output']>;
  p99Ms?: Maybe<Scalars['Float']['output']>;
};

export type EditCommentPayload = {
  __typename?: 'EditCommentPayload';
  comment: Comment;
};

export type EndSessionPayload = {
  __typename?: 'EndSessionPayload';
  /** Id of the session that ended. */
  id: Scalars['ID']['output'];
};

export type EnrolPayload = {
  __typename?: 'EnrolPayload';
  enrolment: Enrolment;
};

/** That somebody takes a course, and how far they are. Nobody else sees it. */
export type Enrolment = {
  __typename?: 'Enrolment';
  /** Given with `completedAt`. */
  certificateId?: Maybe<Scalars['String']['output']>;
  /**
   * When all required lessons were completed; stays when lessons are added later. Where the last one that was missing is taken
   * out of the course, that is noticed with the next report or the next daily count.
   */
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Null while the course is not published. */
  course?: Maybe<Course>;
  enrolledAt: Scalars['DateTime']['output'];
  /** Unique among enrolments. Opaque. */
  id: Scalars['ID']['output'];
  /** When progress was last reported; null before. */
  lastActiveAt?: Maybe<Scalars['DateTime']['output']>;
  /** All lessons of the course in order; empty while it is not published. */
  lessons: Array<LessonProgress>;
  /** Share of the required lessons that are completed, 0 to 1. */
  progress: Scalars['Float']['output'];
};

/** A page of enrolments. */
export type EnrolmentConnection = {
  __typename?: 'EnrolmentConnection';
  edges: Array<EnrolmentEdge>;
  /** The enrolments of `edges`, for those who need no cursors. */
  nodes: Array<Enrolment>;
  pageInfo: PageInfo;
  /** How many enrolments there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** An enrolment in a list. */
export type EnrolmentEdge = {
  __typename?: 'EnrolmentEdge';
  cursor: Scalars['String']['output'];
  node: Enrolment;
};

/** A film that is somebody's favourite. */
export type Favourite = {
  __typename?: 'Favourite';
  addedAt: Scalars['DateTime']['output'];
  movie: Movie;
};

export type FavouriteConnection = {
  __typename?: 'FavouriteConnection';
  edges: Array<FavouriteEdge>;
  /** The favourites of `edges`, for those who need no cursors. */
  nodes: Array<Favourite>;
  pageInfo: PageInfo;
  /** How many favourites there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

export type FavouriteEdge = {
  __typename?: 'FavouriteEdge';
  /** Stands for this film in this order, and stays right when others come and go. */
  cursor: Scalars['String']['output'];
  node: Favourite;
};

export type FinishUploadInput = {
  /** How long it plays: up to a day. */
  durationSeconds: Scalars['Float']['input'];
};

export type FinishUploadPayload = {
  __typename?: 'FinishUploadPayload';
  video: Video;
};

/** Both ends are included; an end that is not given is open. */
export type FloatRange = {
  max?: InputMaybe<Scalars['Float']['input']>;
  min?: InputMaybe<Scalars['Float']['input']>;
};

export type ForgotPasswordPayload = {
  __typename?: 'ForgotPasswordPayload';
  /** Where the mail goes, if anybody has this address. */
  email: Scalars['String']['output'];
};

/** A kind of film. */
export type Genre = Node & {
  __typename?: 'Genre';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Its name in addresses and filters, such as `science-fiction`. */
  slug: Scalars['String']['output'];
};

/** Addresses are `secureBaseUrl` + one of the sizes + the path. */
export type ImageConfiguration = {
  __typename?: 'ImageConfiguration';
  backdropSizes: Array<Scalars['String']['output']>;
  baseUrl: Scalars['String']['output'];
  posterSizes: Array<Scalars['String']['output']>;
  profileSizes: Array<Scalars['String']['output']>;
  secureBaseUrl: Scalars['String']['output'];
};

/** Somebody who teaches. */
export type Instructor = Node & {
  __typename?: 'Instructor';
  bio: Scalars['String']['output'];
  /** Their published courses. */
  courses: CourseConnection;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Whether an admin has seen that they are who they say they are. */
  verified: Scalars['Boolean']['output'];
};


/** Somebody who teaches. */
export type InstructorCoursesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<CourseSort>;
};

/** A page of instructors. */
export type InstructorConnection = {
  __typename?: 'InstructorConnection';
  edges: Array<InstructorEdge>;
  /** The instructors of `edges`, for those who need no cursors. */
  nodes: Array<Instructor>;
  pageInfo: PageInfo;
  /** How many instructors there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** An instructor in a list. */
export type InstructorEdge = {
  __typename?: 'InstructorEdge';
  cursor: Scalars['String']['output'];
  node: Instructor;
};

/** All that is given must hold. */
export type InstructorFilter = {
  verified?: InputMaybe<Scalars['Boolean']['input']>;
};

export type InstructorProfileInput = {
  bio?: Scalars['String']['input'];
  name: Scalars['String']['input'];
};

/** Both ends are included; an end that is not given is open. */
export type IntRange = {
  max?: InputMaybe<Scalars['Int']['input']>;
  min?: InputMaybe<Scalars['Int']['input']>;
};

/** A part of a course that is taken, and completed, at one go. */
export type Lesson = Node & {
  __typename?: 'Lesson';
  course: Course;
  durationSeconds: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  /** Whether anybody may watch it. */
  isPreview: Scalars['Boolean']['output'];
  /** Whether it takes this lesson to complete the course. Where no lesson is required, all are. */
  isRequired: Scalars['Boolean']['output'];
  /** In order of their adding. */
  recordings: Array<Recording>;
  summary: Scalars['String']['output'];
  title: Scalars['String']['output'];
};

/** How many came to a lesson, and how many went on. */
export type LessonDropOff = {
  __typename?: 'LessonDropOff';
  /** Learners who completed it. */
  completed: Scalars['Int']['output'];
  lesson: Lesson;
  /** Learners who began it. */
  started: Scalars['Int']['output'];
  /** Learners whose last begun lesson it is, and who have not completed the course. */
  stoppedHere: Scalars['Int']['output'];
};

/** How far somebody is in a lesson. */
export type LessonProgress = {
  __typename?: 'LessonProgress';
  /** When it was first completed; null before. */
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  lesson: Lesson;
  /** How far it was watched; 0 when it was not begun. */
  positionSeconds: Scalars['Int']['output'];
};

export type LikeCommentPayload = {
  __typename?: 'LikeCommentPayload';
  comment: Comment;
};

export type LoginInput = {
  email: Scalars['String']['input'];
  password: Scalars['String']['input'];
  /** Keeps the session for seven days, and for seven more at each refresh; else it ends after a day. */
  rememberMe?: Scalars['Boolean']['input'];
};

export type LoginPayload = {
  __typename?: 'LoginPayload';
  tokens: Tokens;
  user: User;
};

export type LogoutEverywherePayload = {
  __typename?: 'LogoutEverywherePayload';
  endedSessions: Scalars['Int']['output'];
};

export type LogoutPayload = {
  __typename?: 'LogoutPayload';
  /** How many sessions ended: 1. */
  endedSessions: Scalars['Int']['output'];
};

export type MarkAllNotificationsReadPayload = {
  __typename?: 'MarkAllNotificationsReadPayload';
  /** How many were marked. */
  marked: Scalars['Int']['output'];
  /** How many I have not read now. */
  unreadCount: Scalars['Int']['output'];
};

export type MarkNotificationReadPayload = {
  __typename?: 'MarkNotificationReadPayload';
  notification: Notification;
  /** How many I have not read now. */
  unreadCount: Scalars['Int']['output'];
};

/** The American age ratings, from the mildest on. */
export type MaturityRating =
  | 'G'
  | 'NC_17'
  | 'PG'
  | 'PG_13'
  | 'R';

export type MoveInPlaylistInput = {
  place: PlaylistPlace;
  playlistId: Scalars['ID']['input'];
  videoId: Scalars['ID']['input'];
};

export type MoveInPlaylistPayload = {
  __typename?: 'MoveInPlaylistPayload';
  playlist: Playlist;
};

/** A film. */
export type Movie = Node & {
  __typename?: 'Movie';
  /** In US dollars. */
  budgetUsd?: Maybe<Scalars['SafeInt']['output']>;
  /** The kind of story, such as `Contemporary Fiction`. */
  creativeType?: Maybe<Scalars['String']['output']>;
  /** In order of credit; empty when unknown. */
  directors: Array<Person>;
  distributor?: Maybe<Scalars['String']['output']>;
  /** Most important first. */
  genres: Array<Genre>;
  id: Scalars['ID']['output'];
  /** Mean of the imported votes, 0 to 10; null when unknown. */
  importedRating?: Maybe<Scalars['Float']['output']>;
  /** Whether it is one of my favourites; null when nobody is signed in. */
  isFavourite?: Maybe<Scalars['Boolean']['output']>;
  /** The American age rating, such as `PG-13`. */
  mpaaRating?: Maybe<Scalars['String']['output']>;
  /** How far I am; null when I did not watch it, and when nobody is signed in. */
  myProgress?: Maybe<WatchProgress>;
  /** My rating, 1 to 10; null without one, and when nobody is signed in. */
  myRating?: Maybe<Scalars['Int']['output']>;
  /** What `popularMovies` sorts by: the imported rating, drawn to the mean when votes are few, times the magnitude of the votes. */
  popularity: Scalars['Float']['output'];
  /** Path of the poster, to be joined with `imageConfiguration`; null without one. */
  posterPath?: Maybe<Scalars['String']['output']>;
  /**
   * 0 to 10; null when nobody ever rated it. A Bayesian average: our viewers' ratings, with `importedRating` as if it were 10 to
   * 100 more of them, by its votes.
   */
  rating?: Maybe<Scalars['Float']['output']>;
  /** Films for who liked this one, at most sixty. Worked out anew each hour for films that are viewed; what the films have in common is as it is now. */
  recommendations: RecommendationConnection;
  /** The first day it was shown; null when unknown. */
  releaseDate?: Maybe<Scalars['Date']['output']>;
  /** Percent of favourable reviews, 0 to 100. */
  rottenTomatoesRating?: Maybe<Scalars['Int']['output']>;
  runtimeMinutes?: Maybe<Scalars['Int']['output']>;
  /** What it is based on, such as `Original Screenplay`. */
  source?: Maybe<Scalars['String']['output']>;
  title: Scalars['String']['output'];
  /** In US dollars. */
  usDvdSalesUsd?: Maybe<Scalars['SafeInt']['output']>;
  /** In US dollars. */
  usGrossUsd?: Maybe<Scalars['SafeInt']['output']>;
  /** Mean of our viewers' ratings, 1 to 10; null without any. */
  viewerRating?: Maybe<Scalars['Float']['output']>;
  /** Number of our viewers' ratings. */
  viewerRatingCount: Scalars['Int']['output'];
  /** How often it was viewed here. */
  views: Scalars['SafeInt']['output'];
  /** Number of the imported votes. */
  votes: Scalars['Int']['output'];
  /** In US dollars. */
  worldwideGrossUsd?: Maybe<Scalars['SafeInt']['output']>;
  /** The year of `releaseDate`. */
  year?: Maybe<Scalars['Int']['output']>;
};


/** A film. */
export type MovieRecommendationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type MovieConnection = {
  __typename?: 'MovieConnection';
  edges: Array<MovieEdge>;
  /** The films of `edges`, for those who need no cursors. */
  nodes: Array<Movie>;
  pageInfo: PageInfo;
  /** How many films there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

export type MovieEdge = {
  __typename?: 'MovieEdge';
  /** Stands for this film in this order, and stays right when films come and go. */
  cursor: Scalars['String']['output'];
  node: Movie;
};

/** All that is given must hold. */
export type MovieFilter = {
  /** Slug of a person. */
  director?: InputMaybe<Scalars['String']['input']>;
  /** Slug of a genre. */
  genre?: InputMaybe<Scalars['String']['input']>;
  /** 0 to 10. Films without a rating are left out. */
  rating?: InputMaybe<FloatRange>;
  /** Year of the release date. Films without a date are left out. */
  year?: InputMaybe<IntRange>;
};

/** What somebody thinks of a film. */
export type MovieRating = {
  __typename?: 'MovieRating';
  movie: Movie;
  /** When it was given or changed. */
  ratedAt: Scalars['DateTime']['output'];
  /** 1 to 10. */
  rating: Scalars['Int']['output'];
};

export type MovieRatingConnection = {
  __typename?: 'MovieRatingConnection';
  edges: Array<MovieRatingEdge>;
  /** The ratings of `edges`, for those who need no cursors. */
  nodes: Array<MovieRating>;
  pageInfo: PageInfo;
  /** How many ratings there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

export type MovieRatingEdge = {
  __typename?: 'MovieRatingEdge';
  /** Stands for this film in this order, and stays right when others come and go. */
  cursor: Scalars['String']['output'];
  node: MovieRating;
};

export type MovieSort = {
  direction?: SortDirection;
  field: MovieSortField;
};

/** Films that lack the value come first in ascending order, and last in descending order. */
export type MovieSortField =
  | 'POPULARITY'
  | 'RATING'
  | 'RELEASE_DATE'
  /** Without case, accents and a leading article. */
  | 'TITLE'
  | 'VOTES';

export type Mutation = {
  __typename?: 'Mutation';
  /** Writes about a video, or answers a comment. Refused with FORBIDDEN by who owns the one or wrote the other, and blocked me. */
  addComment: AddCommentPayload;
  /** Makes a film one of my favourites. One that is stays where it is in the list. */
  addFavourite: AddFavouritePayload;
  /** Adds a lesson at the end of a section. */
  addLesson: AddLessonPayload;
  /** Adds a recording to a lesson, behind the others. */
  addRecording: AddRecordingPayload;
  /**
   * Puts a video that I may see into a playlist of mine, at its end unless `place` says otherwise. One that is in it already stays
   * where it is. A playlist holds 1,000: one more is refused with CONFLICT.
   */
  addToPlaylist: AddToPlaylistPayload;
  /** Puts all lessons of a course into sections and into order: names, makes and removes sections on the way. */
  arrangeLessons: ArrangeLessonsPayload;
  /** Ends all sessions of a user, and lets them begin none. Not for oneself. */
  banUser: BanUserPayload;
  /**
   * Blocks a user: neither of us follows the other any more, they can no longer write under my videos, answer my comments or follow my
   * channel, and what they do is not brought to me. Public lists stay the same for everybody. Blocking twice is blocking once.
   */
  blockUser: BlockUserPayload;
  /** Changes my password, and ends all my other sessions. */
  changePassword: ChangePasswordPayload;
  /**
   * Drops kept answers, on every instance, before it is answered: needed only after something was changed behind the API's back.
   * The next requests compute them again. It is written down who did it.
   */
  clearCache: ClearCachePayload;
  /** Forgets all that I watched. */
  clearWatchHistory: ClearWatchHistoryPayload;
  /** Opens my channel. A user has one at most. */
  createChannel: CreateChannelPayload;
  /** Adds a course, unpublished, without lessons. */
  createCourse: CreateCoursePayload;
  /** Adds a film. Its genres must exist; directors who do not exist yet are added too. */
  createMovie: CreateMoviePayload;
  /** Makes a playlist of mine. I may have 200: one more is refused with CONFLICT. */
  createPlaylist: CreatePlaylistPayload;
  /** Removes my account and all that is kept of me. Admins give up that role first. */
  deleteAccount: DeleteAccountPayload;
  /** Removes my channel with all its videos. What was begun and failed is gone on with when it is called again. */
  deleteChannel: DeleteChannelPayload;
  /** Removes a comment with its answers: one's own, of one's own video, or as a moderator. */
  deleteComment: DeleteCommentPayload;
  /** Removes a course with its lessons and recordings. It may be neither published nor have learners. */
  deleteCourse: DeleteCoursePayload;
  /** Removes a film. */
  deleteMovie: DeleteMoviePayload;
  /** Removes a notification. What it tells is not told again. */
  deleteNotification: DeleteNotificationPayload;
  /** Removes a playlist of mine. The videos stay. */
  deletePlaylist: DeletePlaylistPayload;
  /** Removes a video and its files. */
  deleteVideo: DeleteVideoPayload;
  /** Changes the text of a comment of mine. Refused with FORBIDDEN under a video whose owner blocked me since. */
  editComment: EditCommentPayload;
  /** Ends one of my sessions. */
  endSession: EndSessionPayload;
  /** Enrols me in a published course. Whoever is enrolled stays so, with their progress. */
  enrol: EnrolPayload;
  /**
   * Looks at what was sent, and makes the video ready to be played. Refused with CONFLICT while something is missing, or is not
   * of the size and type that were said: send that again, to the same address.
   */
  finishUpload: FinishUploadPayload;
  /** Mails a link that resets the password, good for an hour. The answer is the same if nobody has this address. */
  forgotPassword: ForgotPasswordPayload;
  likeComment: LikeCommentPayload;
  /** Signs in. Nothing tells whether the address or the password was wrong. */
  login: LoginPayload;
  /** Ends the session that the access token belongs to. */
  logout: LogoutPayload;
  /** Ends all my sessions, this one too. */
  logoutEverywhere: LogoutEverywherePayload;
  /**
   * Says that I have read all my notifications of a moment and before; give the `createdAt` of the latest that I was shown. What comes in
   * while they are marked stays unread.
   */
  markAllNotificationsRead: MarkAllNotificationsReadPayload;
  /** Says that I have read a notification. One that I read before stays as it is. */
  markNotificationRead: MarkNotificationReadPayload;
  /** Puts a video of a playlist of mine in another place. Refused with NOT_FOUND when it, or what it should stand beside, is not in it. */
  moveInPlaylist: MoveInPlaylistPayload;
  /** Shows a course to everybody. It needs a lesson. */
  publishCourse: PublishCoursePayload;
  /** Shows a video to everybody, in lists too. It has to be ready, and not taken down. */
  publishVideo: PublishVideoPayload;
  /** Rates a film from 1 to 10, or changes my rating. */
  rateMovie: RateMoviePayload;
  /** Likes or dislikes a video, instead of what I thought before. */
  reactToVideo: ReactToVideoPayload;
  /**
   * Says how far I am in a film. May be sent as often as a player likes: of what comes in while an earlier one is being
   * written, the last is written, and all are answered then, with what was written.
   */
  recordProgress: RecordProgressPayload;
  /**
   * Says that the results of a search are shown to somebody, for `popularSearches`. To be called when the first page is shown, wherever its
   * answer came from. A search counts once a day for a viewer or an address, if it finds something, and unless it looks
   * like an address, a number or something rude.
   */
  recordSearch: RecordSearchPayload;
  /** Says that a video is being watched. Views of a video by one viewer or from one address count once in ten minutes. */
  recordVideoView: RecordVideoViewPayload;
  /**
   * Says that a film is being watched. Views of a film by one viewer, or from one address where nobody is signed in, count once
   * in ten minutes. A view is no change of the film: answers that show the number may be half a minute old.
   */
  recordView: RecordViewPayload;
  /**
   * Gives new tokens for a refresh token. Each can be used once: one that is used again was stolen, or its answer was lost,
   * and ends the session. Send it without an `Authorization` header: an access token that is over is refused.
   */
  refresh: RefreshPayload;
  /**
   * Asks for an account. The answer is the same whether the address has one already: the mail that follows tells, with a link
   * that makes the account (for a day) or with the news that there is one.
   */
  register: RegisterPayload;
  /** Makes a film none of my favourites. The answer is the same if it was none. */
  removeFavourite: RemoveFavouritePayload;
  /** Takes a video out of a playlist of mine, if it is in it. */
  removeFromPlaylist: RemoveFromPlaylistPayload;
  /** Forgets that I watched a film. The answer is the same if I did not. */
  removeFromWatchHistory: RemoveFromWatchHistoryPayload;
  /** Removes a lesson with its recordings. A section without lessons goes as well. */
  removeLesson: RemoveLessonPayload;
  /** Takes my rating of a film back. The answer is the same if there was none. */
  removeMovieRating: RemoveMovieRatingPayload;
  /** Takes back what I thought of a video, if anything. */
  removeReaction: RemoveReactionPayload;
  /** Removes a recording. */
  removeRecording: RemoveRecordingPayload;
  /**
   * Notes how far I am in a lesson. What is behind what was noted before changes nothing, unless `rewind` asks for it. Whoever
   * has completed all required lessons has completed the course.
   */
  reportProgress: ReportProgressPayload;
  /** Tells moderators of a video, once. Refused with CONFLICT for one's own, and for one that I reported before. */
  reportVideo: ReportVideoPayload;
  /**
   * Begins a video in my channel: a draft, and addresses that its bytes are sent to within an hour. `finishUpload` follows;
   * what is not finished a day later is removed.
   */
  requestUpload: RequestUploadPayload;
  /** Sends the mail of `register` once more, if there is something to confirm. The answer is the same if there is not. */
  resendVerification: ResendVerificationPayload;
  /** Sets a new password with the token of the mailed link, and ends all sessions. */
  resetPassword: ResetPasswordPayload;
  /**
   * Answers a report. Taking the video down answers all open reports of it, and hides it from all but its owner and moderators.
   * Refused with CONFLICT when the report was answered before.
   */
  resolveReport: ResolveReportPayload;
  /** Takes back that a video was taken down: it is what it was before. */
  restoreVideo: RestoreVideoPayload;
  /** Makes me known as an instructor, or changes how I am shown. Whether I am verified stays as it is. */
  saveInstructorProfile: SaveInstructorProfilePayload;
  /** Says what a user may be from now on: at once, wherever they are signed in. Not for oneself. */
  setRoles: SetRolesPayload;
  /**
   * Follows a channel. Following twice is following once; one's own, and that of whom I blocked, is refused with CONFLICT, that of
   * who blocked me with FORBIDDEN.
   */
  subscribeToChannel: SubscribeToChannelPayload;
  /** Lets a user sign in again. */
  unbanUser: UnbanUserPayload;
  /** Takes back a block, if there is one. */
  unblockUser: UnblockUserPayload;
  /** Ends my enrolment, and forgets my progress. A completed course stays, since its certificate belongs to it. */
  unenrol: UnenrolPayload;
  unlikeComment: UnlikeCommentPayload;
  /** Takes a video out of all lists, and leaves it to whoever has its `id`. It has to be ready, and not taken down. */
  unlistVideo: UnlistVideoPayload;
  /** Hides a course from all but its instructor and admins. Enrolments and progress stay. */
  unpublishCourse: UnpublishCoursePayload;
  /** Follows a channel no more. */
  unsubscribeFromChannel: UnsubscribeFromChannelPayload;
  /** Changes the given fields of my channel: a field left out stays, `avatarUrl` given as null is cleared. */
  updateChannel: UpdateChannelPayload;
  /** Changes the given fields of a course; a field left out stays. */
  updateCourse: UpdateCoursePayload;
  /** Changes the given fields of a lesson; a field left out stays. */
  updateLesson: UpdateLessonPayload;
  /** Changes the given fields of a film: a field left out stays, a field given as null is cleared. The `id` stays as it is. */
  updateMovie: UpdateMoviePayload;
  /** Changes what I want to be told of from now on: a field left out stays. What I was told before stays as well. */
  updateNotificationPreferences: UpdateNotificationPreferencesPayload;
  /** Changes the given fields of a playlist of mine; a field left out stays. */
  updatePlaylist: UpdatePlaylistPayload;
  /** Changes the given preferences: a field left out stays, a language or limit given as null is cleared. */
  updatePreferences: UpdatePreferencesPayload;
  /** Changes the given fields of my profile: a field left out stays, `bio` and `avatarUrl` given as null are cleared. */
  updateProfile: UpdateProfilePayload;
  /** Changes the given fields of a recording; a field left out stays. */
  updateRecording: UpdateRecordingPayload;
  /** Changes the given fields of a video; a field left out stays. */
  updateVideo: UpdateVideoPayload;
  /** Makes the account that was asked for, with the token of the mailed link. Sign in with `login` then. */
  verifyEmail: VerifyEmailPayload;
  /** Says whether somebody has seen that an instructor is who they say they are. */
  verifyInstructor: VerifyInstructorPayload;
};


export type MutationAddCommentArgs = {
  input: AddCommentInput;
};


export type MutationAddFavouriteArgs = {
  movieId: Scalars['ID']['input'];
};


export type MutationAddLessonArgs = {
  courseId: Scalars['ID']['input'];
  input: AddLessonInput;
};


export type MutationAddRecordingArgs = {
  input: AddRecordingInput;
  lessonId: Scalars['ID']['input'];
};


export type MutationAddToPlaylistArgs = {
  input: AddToPlaylistInput;
};


export type MutationArrangeLessonsArgs = {
  courseId: Scalars['ID']['input'];
  sections: Array<CourseSectionInput>;
};


export type MutationBanUserArgs = {
  reason: Scalars['String']['input'];
  userId: Scalars['ID']['input'];
};


export type MutationBlockUserArgs = {
  userId: Scalars['ID']['input'];
};


export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


export type MutationClearCacheArgs = {
  what: ClearCacheInput;
};


export type MutationCreateChannelArgs = {
  input: CreateChannelInput;
};


export type MutationCreateCourseArgs = {
  input: CreateCourseInput;
};


export type MutationCreateMovieArgs = {
  input: CreateMovieInput;
};


export type MutationCreatePlaylistArgs = {
  input: CreatePlaylistInput;
};


export type MutationDeleteAccountArgs = {
  password: Scalars['String']['input'];
};


export type MutationDeleteCommentArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeleteCourseArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeleteMovieArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeleteNotificationArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeletePlaylistArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeleteVideoArgs = {
  id: Scalars['ID']['input'];
};


export type MutationEditCommentArgs = {
  id: Scalars['ID']['input'];
  text: Scalars['String']['input'];
};


export type MutationEndSessionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationEnrolArgs = {
  courseId: Scalars['ID']['input'];
};


export type MutationFinishUploadArgs = {
  id: Scalars['ID']['input'];
  input: FinishUploadInput;
};


export type MutationForgotPasswordArgs = {
  email: Scalars['String']['input'];
};


export type MutationLikeCommentArgs = {
  id: Scalars['ID']['input'];
};


export type MutationLoginArgs = {
  input: LoginInput;
};


export type MutationMarkAllNotificationsReadArgs = {
  until?: InputMaybe<Scalars['DateTime']['input']>;
};


export type MutationMarkNotificationReadArgs = {
  id: Scalars['ID']['input'];
};


export type MutationMoveInPlaylistArgs = {
  input: MoveInPlaylistInput;
};


export type MutationPublishCourseArgs = {
  id: Scalars['ID']['input'];
};


export type MutationPublishVideoArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRateMovieArgs = {
  movieId: Scalars['ID']['input'];
  rating: Scalars['Int']['input'];
};


export type MutationReactToVideoArgs = {
  id: Scalars['ID']['input'];
  reaction: Reaction;
};


export type MutationRecordProgressArgs = {
  input: RecordProgressInput;
};


export type MutationRecordSearchArgs = {
  query: Scalars['String']['input'];
};


export type MutationRecordVideoViewArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRecordViewArgs = {
  movieId: Scalars['ID']['input'];
};


export type MutationRefreshArgs = {
  refreshToken: Scalars['String']['input'];
};


export type MutationRegisterArgs = {
  input: RegisterInput;
};


export type MutationRemoveFavouriteArgs = {
  movieId: Scalars['ID']['input'];
};


export type MutationRemoveFromPlaylistArgs = {
  input: RemoveFromPlaylistInput;
};


export type MutationRemoveFromWatchHistoryArgs = {
  movieId: Scalars['ID']['input'];
};


export type MutationRemoveLessonArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRemoveMovieRatingArgs = {
  movieId: Scalars['ID']['input'];
};


export type MutationRemoveReactionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRemoveRecordingArgs = {
  id: Scalars['ID']['input'];
};


export type MutationReportProgressArgs = {
  input: ReportProgressInput;
};


export type MutationReportVideoArgs = {
  id: Scalars['ID']['input'];
  input: ReportVideoInput;
};


export type MutationRequestUploadArgs = {
  input: RequestUploadInput;
};


export type MutationResendVerificationArgs = {
  email: Scalars['String']['input'];
};


export type MutationResetPasswordArgs = {
  input: ResetPasswordInput;
};


export type MutationResolveReportArgs = {
  id: Scalars['ID']['input'];
  input: ResolveReportInput;
};


export type MutationRestoreVideoArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSaveInstructorProfileArgs = {
  input: InstructorProfileInput;
};


export type MutationSetRolesArgs = {
  roles: Array<Role>;
  userId: Scalars['ID']['input'];
};


export type MutationSubscribeToChannelArgs = {
  id: Scalars['ID']['input'];
};


export type MutationUnbanUserArgs = {
  userId: Scalars['ID']['input'];
};


export type MutationUnblockUserArgs = {
  userId: Scalars['ID']['input'];
};


export type MutationUnenrolArgs = {
  courseId: Scalars['ID']['input'];
};


export type MutationUnlikeCommentArgs = {
  id: Scalars['ID']['input'];
};


export type MutationUnlistVideoArgs = {
  id: Scalars['ID']['input'];
};


export type MutationUnpublishCourseArgs = {
  id: Scalars['ID']['input'];
};


export type MutationUnsubscribeFromChannelArgs = {
  id: Scalars['ID']['input'];
};


export type MutationUpdateChannelArgs = {
  input: UpdateChannelInput;
};


export type MutationUpdateCourseArgs = {
  id: Scalars['ID']['input'];
  input: UpdateCourseInput;
};


export type MutationUpdateLessonArgs = {
  id: Scalars['ID']['input'];
  input: UpdateLessonInput;
};


export type MutationUpdateMovieArgs = {
  id: Scalars['ID']['input'];
  input: UpdateMovieInput;
};


export type MutationUpdateNotificationPreferencesArgs = {
  input: UpdateNotificationPreferencesInput;
};


export type MutationUpdatePlaylistArgs = {
  id: Scalars['ID']['input'];
  input: UpdatePlaylistInput;
};


export type MutationUpdatePreferencesArgs = {
  input: UpdatePreferencesInput;
};


export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};


export type MutationUpdateRecordingArgs = {
  id: Scalars['ID']['input'];
  input: UpdateRecordingInput;
};


export type MutationUpdateVideoArgs = {
  id: Scalars['ID']['input'];
  input: UpdateVideoInput;
};


export type MutationVerifyEmailArgs = {
  token: Scalars['String']['input'];
};


export type MutationVerifyInstructorArgs = {
  id: Scalars['ID']['input'];
  verified?: Scalars['Boolean']['input'];
};

export type NamedCacheCounts = {
  __typename?: 'NamedCacheCounts';
  counts: CacheCounts;
  name: Scalars['String']['output'];
};

/** Anything that can be fetched again by its `id`. */
export type Node = {
  /** Unique among all objects of this API. Opaque: get it from an answer. */
  id: Scalars['ID']['output'];
};

/**
 * That I am told of something. Each is its recipient's own: answers that show one are, since its recipient was looked at. (A scope here would
 * make every answer of `node` private, of what is everybody's too.)
 */
export type Notification = Node & {
  __typename?: 'Notification';
  /** Who did it; null when their account is gone. */
  actor?: Maybe<PublicProfile>;
  /** The channel of a new video, or mine that is followed; null in other cases. */
  channel?: Maybe<Channel>;
  /** What was written, or is liked; null where it is about no comment, or one that is gone. */
  comment?: Maybe<Comment>;
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  kind: NotificationKind;
  /** Null until I have read it. */
  readAt?: Maybe<Scalars['DateTime']['output']>;
  /** The video that it is about; null where it is about none, or one that is not there for me any more. */
  video?: Maybe<Video>;
};

/** A page of notifications. */
export type NotificationConnection = {
  __typename?: 'NotificationConnection';
  edges: Array<NotificationEdge>;
  /** The notifications of `edges`, for those who need no cursors. */
  nodes: Array<Notification>;
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** A notification in a list. */
export type NotificationEdge = {
  __typename?: 'NotificationEdge';
  cursor: Scalars['String']['output'];
  node: Notification;
};

export type NotificationKind =
  /** Somebody wrote about a video of mine. */
  | 'COMMENT'
  /** Somebody likes a video or, where there is one, a comment of mine. Of one thing, the first 20 likes are told. */
  | 'LIKE'
  /** A channel that I follow has published a video. */
  | 'NEW_VIDEO'
  /** Somebody answered a comment of mine. */
  | 'REPLY'
  /** Somebody follows my channel. */
  | 'SUBSCRIBER';

/** What I am told of, by kind. */
export type NotificationPreferences = {
  __typename?: 'NotificationPreferences';
  comments: Scalars['Boolean']['output'];
  likes: Scalars['Boolean']['output'];
  newVideos: Scalars['Boolean']['output'];
  replies: Scalars['Boolean']['output'];
  subscribers: Scalars['Boolean']['output'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last edge; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether the list goes on after `endCursor`. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is something before `startCursor`. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

export type Permission =
  /** Add, change and remove films. */
  | 'EDIT_CATALOGUE'
  /** See users, set their roles, ban them. */
  | 'MANAGE_USERS'
  /** See what viewers report, and take videos down. */
  | 'MODERATE'
  /** See and clear the cache. */
  | 'OPERATE'
  /** Publish videos in a channel of one's own. */
  | 'PUBLISH_VIDEOS'
  /** See sign-ins and what admins did. */
  | 'READ_AUDIT_TRAIL'
  /** Offer courses. */
  | 'TEACH_COURSES';

/** Someone who made films. */
export type Person = Node & {
  __typename?: 'Person';
  id: Scalars['ID']['output'];
  /** The films they directed. */
  movies: MovieConnection;
  name: Scalars['String']['output'];
  /** Their name in addresses and filters, such as `steven-spielberg`. */
  slug: Scalars['String']['output'];
};


/** Someone who made films. */
export type PersonMoviesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<MovieSort>;
};

/** How to play a video, for a while. */
export type Playback = {
  __typename?: 'Playback';
  /** Such as `video/mp4`. */
  contentType: Scalars['String']['output'];
  /** When the address ends. Ask again before. */
  expiresAt: Scalars['DateTime']['output'];
  sizeBytes: Scalars['SafeInt']['output'];
  /** Answers range requests. Good for four hours at least; whoever has it can play the video. */
  url: Scalars['String']['output'];
};

export type PlaybackQuality =
  /** What the connection carries. */
  | 'AUTO'
  /** 1080 lines. */
  | 'FULL_HD'
  /** 720 lines. */
  | 'HD'
  /** 480 lines. */
  | 'SD'
  /** 2160 lines. */
  | 'ULTRA_HD';

/** Videos in an order that somebody gave them. */
export type Playlist = Node & {
  __typename?: 'Playlist';
  createdAt: Scalars['DateTime']['output'];
  /** May be empty. */
  description: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** All that I put in it, also what others are not shown; null unless it is mine. */
  items?: Maybe<PlaylistItemConnection>;
  /** Whose it is; null where they are being removed at this moment. */
  owner?: Maybe<PublicProfile>;
  title: Scalars['String']['output'];
  /** When its details, its videos or their order were last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** How many videos are in it, those that `videos` leaves out at the moment included. */
  videoCount: Scalars['Int']['output'];
  /**
   * Its videos in their order, as far as they are there for everybody: public ones, and unlisted ones that are its owner's own. Of a
   * private playlist, all that its owner may see.
   */
  videos: PlaylistVideoConnection;
  visibility: PlaylistVisibility;
};


/** Videos in an order that somebody gave them. */
export type PlaylistItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Videos in an order that somebody gave them. */
export type PlaylistVideosArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of playlists. */
export type PlaylistConnection = {
  __typename?: 'PlaylistConnection';
  edges: Array<PlaylistEdge>;
  /** The playlists of `edges`, for those who need no cursors. */
  nodes: Array<Playlist>;
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** A playlist in a list. */
export type PlaylistEdge = {
  __typename?: 'PlaylistEdge';
  cursor: Scalars['String']['output'];
  node: Playlist;
};

/** What I put in a playlist of mine. */
export type PlaylistItem = {
  __typename?: 'PlaylistItem';
  addedAt: Scalars['DateTime']['output'];
  /** Whether `videos` of the playlist, were it public, has it for everybody. */
  isShown: Scalars['Boolean']['output'];
  /** Null while I may not see it. */
  video?: Maybe<Video>;
  /** Of the video, also while I may not see it. */
  videoId: Scalars['ID']['output'];
};

/** A page of what I put in a playlist of mine. */
export type PlaylistItemConnection = {
  __typename?: 'PlaylistItemConnection';
  edges: Array<PlaylistItemEdge>;
  /** The items of `edges`, for those who need no cursors. */
  nodes: Array<PlaylistItem>;
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** An item in a list. */
export type PlaylistItemEdge = {
  __typename?: 'PlaylistItemEdge';
  cursor: Scalars['String']['output'];
  node: PlaylistItem;
};

/** Where a video shall stand: one of the three. */
export type PlaylistPlace = {
  /** `id` of the video of the playlist that it shall stand behind. */
  after?: InputMaybe<Scalars['ID']['input']>;
  /** `id` of the video of the playlist that it shall stand before. */
  before?: InputMaybe<Scalars['ID']['input']>;
  /** Its number in `items` afterwards, from 0. Beyond the end is the end. */
  position?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of the videos of a playlist. */
export type PlaylistVideoConnection = {
  __typename?: 'PlaylistVideoConnection';
  edges: Array<PlaylistVideoEdge>;
  /** The videos of `edges`, for those who need no cursors. */
  nodes: Array<Video>;
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** A video in a playlist. */
export type PlaylistVideoEdge = {
  __typename?: 'PlaylistVideoEdge';
  addedAt: Scalars['DateTime']['output'];
  /** Stands for this place, and stays right when videos come and go. */
  cursor: Scalars['String']['output'];
  node: Video;
};

/** Who sees a playlist. */
export type PlaylistVisibility =
  /** Its owner. */
  | 'PRIVATE'
  /** Everybody, in lists too. */
  | 'PUBLIC'
  /** Whoever has its `id`. */
  | 'UNLISTED';

/** Something that many people search for. */
export type PopularSearch = {
  __typename?: 'PopularSearch';
  /** Its words, in small letters and without accents. */
  query: Scalars['String']['output'];
};

/** How somebody likes to watch. */
export type Preferences = {
  __typename?: 'Preferences';
  /** As BCP 47 has it; null: the language the film was made in. */
  audioLanguage?: Maybe<Scalars['String']['output']>;
  /** Whether the next film begins by itself. */
  autoplayNext: Scalars['Boolean']['output'];
  /** Whether previews play while one looks around. */
  autoplayPreviews: Scalars['Boolean']['output'];
  /** Nothing beyond this age rating; null: no limit. */
  maturityLimit?: Maybe<MaturityRating>;
  playbackQuality: PlaybackQuality;
  /** As BCP 47 has it, such as `de-CH`; null: no subtitles. */
  subtitleLanguage?: Maybe<Scalars['String']['output']>;
};

export type ProcessMemory = {
  __typename?: 'ProcessMemory';
  /** Buffers, among them the bodies of what is kept. */
  externalBytes: Scalars['SafeInt']['output'];
  heapTotalBytes: Scalars['SafeInt']['output'];
  heapUsedBytes: Scalars['SafeInt']['output'];
  residentBytes: Scalars['SafeInt']['output'];
};

/** What everybody may see of a user. */
export type PublicProfile = {
  __typename?: 'PublicProfile';
  avatarUrl?: Maybe<Scalars['String']['output']>;
  /** Of the user. */
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Their public playlists, the last made first. */
  playlists: PlaylistConnection;
};


/** What everybody may see of a user. */
export type PublicProfilePlaylistsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type PublishCoursePayload = {
  __typename?: 'PublishCoursePayload';
  course: Course;
};

export type PublishVideoPayload = {
  __typename?: 'PublishVideoPayload';
  video: Video;
};

export type Query = {
  __typename?: 'Query';
  /** Sign-ins and what admins did, the latest first. Kept for a year. */
  auditTrail: AuditEventConnection;
  /**
   * What is kept of an answer, and why: in the memory of the instance that answers, and in Redis. Give either `key` or `query`.
   * It never shows what the answer says.
   */
  cacheEntry: CacheLookup;
  /**
   * What the cache of the instance that answers has done since its start, and how it stands. Other instances have figures of
   * their own; `/metrics` of each is for adding them up.
   */
  cacheStatistics: CacheStatistics;
  /** A channel by its `id` or its handle, one of which has to be given; null when it does not exist. */
  channel?: Maybe<Channel>;
  /**
   * How a channel does: mine, or the one that is named, which is for its owner and for admins. Null when there is no such channel,
   * or I have none; FORBIDDEN for one of somebody else.
   */
  channelAnalytics?: Maybe<ChannelAnalytics>;
  /** Films that I began and did not finish, the one I watched last first. */
  continueWatching: WatchConnection;
  /**
   * A course by its `id`; null when it does not exist. One that is not published is there for its instructor and for admins
   * only.
   */
  course?: Maybe<Course>;
  /** How learners fare in a course, counted once a day: for its instructor and for admins. Null when the course does not exist. */
  courseAnalytics?: Maybe<CourseAnalytics>;
  /** What a course has come to in figures, counted once a day; null when the course is not there for me. */
  courseStatistics?: Maybe<CourseStatistics>;
  /**
   * Published courses, filtered, sorted and paged. Give `first` (with `after`) to walk forward, or `last` (with `before`) to walk
   * back; without either, the first 20. A page holds at most 100.
   */
  courses: CourseConnection;
  /** All that is kept of me, by domain. */
  exportMyData: Scalars['JSON']['output'];
  /** My favourite films, the one I added last first. */
  favourites: FavouriteConnection;
  /** A genre by its slug, such as `science-fiction`; null when it does not exist. */
  genre?: Maybe<Genre>;
  /** All genres, by name. */
  genres: Array<Genre>;
  /** How to make the address of a picture from a path such as `Movie.posterPath`. */
  imageConfiguration: ImageConfiguration;
  /** An instructor by their `id`; null when they do not exist. */
  instructor?: Maybe<Instructor>;
  /** Instructors by name. */
  instructors: InstructorConnection;
  /** A lesson by its `id`; null when it does not exist, or its course is not there for me. */
  lesson?: Maybe<Lesson>;
  /** The courses that I may edit, published or not, the last edited first: an instructor's own, all of them for an admin. */
  managedCourses: CourseConnection;
  /** Whoever is signed in; null when nobody is. */
  me?: Maybe<User>;
  /** A film by its `id`; null when it does not exist. Lives for two hours above 10,000 views, for one above 1,000, else for half. */
  movie?: Maybe<Movie>;
  /**
   * Films, filtered, sorted and paged. Give `first` (with `after`) to walk forward, or `last` (with `before`) to walk back;
   * without either, the first 20. A page holds at most 100.
   */
  movies: MovieConnection;
  /** Whom I blocked, the latest first. */
  myBlockedUsers: BlockedUserConnection;
  /** My channel; null when I have none. */
  myChannel?: Maybe<Channel>;
  /** The channels that I follow, the latest first. */
  myChannelSubscriptions: ChannelSubscriptionConnection;
  /** My enrolment in a course; null when I am not enrolled. */
  myEnrolment?: Maybe<Enrolment>;
  /** The courses that I am enrolled in, the latest enrolment first. */
  myEnrolments: EnrolmentConnection;
  /** My playlists, private ones too, the last made first. */
  myPlaylists: PlaylistConnection;
  /** Films that I rated, the one I rated last first. */
  myRatings: MovieRatingConnection;
  /** Where I am signed in, the latest sign-in first. */
  mySessions: Array<Session>;
  /** All my videos, drafts and unlisted ones too, the last uploaded first. */
  myVideos: VideoConnection;
  /** Any object by its `id`; null when it does not exist. */
  node?: Maybe<Node>;
  /** What I want to be told of: everything, unless I said otherwise. */
  notificationPreferences: NotificationPreferences;
  /**
   * What I was told, the latest first: of new videos of channels that I follow, and of what others do with what is mine. Each thing
   * that somebody does is told once, however often they take it back and do it again.
   */
  notifications: NotificationConnection;
  /** A person by their slug, such as `steven-spielberg`; null when they do not exist. */
  person?: Maybe<Person>;
  /** A playlist by its `id`; null when it does not exist, and when it is private and somebody else's. */
  playlist?: Maybe<Playlist>;
  /** The most popular films first. The ranking moves often, so an answer lives a minute. */
  popularMovies: MovieConnection;
  /** What many people search for of late, at most ten, the most popular first. Each finds something. */
  popularSearches: Array<PopularSearch>;
  /** How I like to watch; what I never chose is as it is for everybody. */
  preferences: Preferences;
  /** A recording by its `id`; null when it does not exist, or its course is not there for me. */
  recording?: Maybe<Recording>;
  /** What viewers reported, the earliest first. With null as the status, all of it, answered or not. */
  reports: VideoReportConnection;
  /**
   * Films and people whose title or name contains all the words of `query`, one of them at least as a whole word; best match
   * first. Pages go forward only: `first` (20 without it, at most 100) and `after`.
   */
  search: SearchConnection;
  /**
   * Videos, channels, films and courses that everybody may see and that hold all the words of the query: first those that are called so,
   * then those whose titles hold all words, then those that hold them elsewhere; of each the best known and newest first. Case, accents
   * and signs do not matter.
   */
  searchAll: SearchAllConnection;
  /** What a search that somebody is typing may become: popular searches, and titles and names. Empty without a letter. */
  searchSuggestions: Array<SearchSuggestion>;
  /** Public videos of the channels that I follow, the newest first. */
  subscriptionFeed: VideoConnection;
  /**
   * What is viewed most of late, of all films or of one genre: the first hundred. The ranking is made anew on the hour, and an
   * answer lives until then. While nothing was viewed in the window it is empty, and looked at again each minute.
   */
  trending: TrendingConnection;
  /**
   * The twenty public videos that most happened to of late, of all or of a category, the best first: views and likes of the last 48
   * hours, each counting half after 12. Made anew every ten minutes.
   */
  trendingVideos: TrendingVideoConnection;
  /** How many of my notifications I have not read: exact, on every server, as soon as one is added, read or removed. */
  unreadNotificationCount: Scalars['Int']['output'];
  /** A user by their `id`; null when they do not exist. */
  user?: Maybe<User>;
  /** Users, the newest first. */
  users: UserConnection;
  /**
   * A video by its `id`; null when it does not exist. An unlisted one is there for whoever has its `id`, a draft for its owner
   * only, and one that was taken down for its owner and for moderators.
   */
  video?: Maybe<Video>;
  /** What videos are about, in the order to show. */
  videoCategories: Array<VideoCategory>;
  /**
   * Public videos, filtered, sorted and paged. Give `first` (with `after`) to walk forward, or `last` (with `before`) to walk
   * back; without either, the first 20. A page holds at most 100. The list of all videos changes the most, and lives 60 seconds.
   */
  videos: VideoConnection;
  /** Films that I watched, in part or to the end, the one I watched last first. */
  watchHistory: WatchConnection;
};


export type QueryAuditTrailArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryCacheEntryArgs = {
  key?: InputMaybe<Scalars['String']['input']>;
  operationName?: InputMaybe<Scalars['String']['input']>;
  query?: InputMaybe<Scalars['String']['input']>;
  variables?: InputMaybe<Scalars['JSONObject']['input']>;
  viewer?: InputMaybe<CacheViewerInput>;
};


export type QueryChannelArgs = {
  handle?: InputMaybe<Scalars['String']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryChannelAnalyticsArgs = {
  channel?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryContinueWatchingArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryCourseArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCourseAnalyticsArgs = {
  courseId: Scalars['ID']['input'];
};


export type QueryCourseStatisticsArgs = {
  courseId: Scalars['ID']['input'];
};


export type QueryCoursesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CourseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<CourseSort>;
};


export type QueryFavouritesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryGenreArgs = {
  slug: Scalars['String']['input'];
};


export type QueryInstructorArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInstructorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstructorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryLessonArgs = {
  id: Scalars['ID']['input'];
};


export type QueryManagedCoursesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  isPublished?: InputMaybe<Scalars['Boolean']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMovieArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMoviesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MovieFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<MovieSort>;
};


export type QueryMyBlockedUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMyChannelSubscriptionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMyEnrolmentArgs = {
  courseId: Scalars['ID']['input'];
};


export type QueryMyEnrolmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMyPlaylistsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMyRatingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMyVideosArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<VideoStatus>;
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNotificationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  onlyUnread?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryPersonArgs = {
  slug: Scalars['String']['input'];
};


export type QueryPlaylistArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPopularMoviesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryRecordingArgs = {
  id: Scalars['ID']['input'];
};


export type QueryReportsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<VideoReportStatus>;
};


export type QuerySearchArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  query: Scalars['String']['input'];
};


export type QuerySearchAllArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  query: Scalars['String']['input'];
  types?: InputMaybe<Array<SearchAllType>>;
};


export type QuerySearchSuggestionsArgs = {
  first?: Scalars['Int']['input'];
  prefix: Scalars['String']['input'];
};


export type QuerySubscriptionFeedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTrendingArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  genre?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  window?: TrendingWindow;
};


export type QueryTrendingVideosArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  category?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


export type QueryUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UserFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryVideoArgs = {
  id: Scalars['ID']['input'];
};


export type QueryVideosArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<VideoFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<VideoSort>;
};


export type QueryWatchHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type RateLimitSubject =
  /** The address that the request comes from, also of those who are signed in. */
  | 'ADDRESS'
  /** The viewer who is signed in, else the address that the request comes from. */
  | 'VIEWER_OR_ADDRESS';

export type RateMoviePayload = {
  __typename?: 'RateMoviePayload';
  movie: Movie;
};

export type ReactToVideoPayload = {
  __typename?: 'ReactToVideoPayload';
  video: Video;
};

export type Reaction =
  | 'DISLIKE'
  | 'LIKE';

export type RecommendationConnection = {
  __typename?: 'RecommendationConnection';
  edges: Array<RecommendationEdge>;
  /** The films of `edges`, for those who need no cursors. */
  nodes: Array<Movie>;
  pageInfo: PageInfo;
  /** How many films there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

export type RecommendationEdge = {
  __typename?: 'RecommendationEdge';
  /** Stands for this film among these recommendations. */
  cursor: Scalars['String']['output'];
  node: Movie;
  /** Why it is recommended: at least one reason, the strongest kind first. */
  reasons: Array<RecommendationReason>;
  /** How strongly it is recommended. Comparable within one list only. */
  score: Scalars['Float']['output'];
};

export type RecommendationReason = {
  __typename?: 'RecommendationReason';
  kind: RecommendationReasonKind;
  /** Of the directors or genres that both films have; empty for viewers. */
  names: Array<Scalars['String']['output']>;
  /** How many signed-in viewers both films have had; null for the other kinds. */
  viewers?: Maybe<Scalars['Int']['output']>;
};

export type RecommendationReasonKind =
  | 'SAME_DIRECTOR'
  | 'SHARED_GENRES'
  /** At least three signed-in viewers have viewed both. */
  | 'SHARED_VIEWERS';

export type RecordProgressInput = {
  /** As the player has it. Left out: the runtime that the catalogue knows, if any. */
  durationSeconds?: InputMaybe<Scalars['Int']['input']>;
  movieId: Scalars['ID']['input'];
  /** From 0 to the duration. */
  positionSeconds: Scalars['Int']['input'];
};

export type RecordProgressPayload = {
  __typename?: 'RecordProgressPayload';
  /** This position, or one that came in later. */
  entry: WatchEntry;
};

export type RecordSearchPayload = {
  __typename?: 'RecordSearchPayload';
  /** Whether it counts. */
  counted: Scalars['Boolean']['output'];
};

export type RecordVideoViewPayload = {
  __typename?: 'RecordVideoViewPayload';
  /** Whether it counts: another one from the same viewer or address shortly before it does not. */
  counted: Scalars['Boolean']['output'];
  video: Video;
};

export type RecordViewPayload = {
  __typename?: 'RecordViewPayload';
  /** Whether this view counts; not when it repeats another. */
  counted: Scalars['Boolean']['output'];
  movie: Movie;
};

/** A film of a lesson. */
export type Recording = Node & {
  __typename?: 'Recording';
  addedAt: Scalars['DateTime']['output'];
  durationSeconds: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  lesson: Lesson;
  title: Scalars['String']['output'];
  /** Where it is played from; null unless I am enrolled, edit the course, or the lesson is a preview. */
  url?: Maybe<Scalars['String']['output']>;
};

/** The server, with all that it keeps for anybody. */
export type RedisHealth = {
  __typename?: 'RedisHealth';
  evictedKeys?: Maybe<Scalars['SafeInt']['output']>;
  /** Whether the cache leaves it alone for being slow. */
  isLeftAlone: Scalars['Boolean']['output'];
  isUp: Scalars['Boolean']['output'];
  keys?: Maybe<Scalars['SafeInt']['output']>;
  /** 0 without a limit. */
  maxBytes?: Maybe<Scalars['SafeInt']['output']>;
  maxMemoryPolicy?: Maybe<Scalars['String']['output']>;
  role?: Maybe<Scalars['String']['output']>;
  roundTripMs?: Maybe<Scalars['Float']['output']>;
  usedBytes?: Maybe<Scalars['SafeInt']['output']>;
  version?: Maybe<Scalars['String']['output']>;
};

export type RefreshPayload = {
  __typename?: 'RefreshPayload';
  tokens: Tokens;
};

export type RegisterInput = {
  email: Scalars['String']['input'];
  /** As BCP 47 has it. */
  locale?: Scalars['String']['input'];
  /** What others see: 1 to 80 characters. */
  name: Scalars['String']['input'];
  /** 10 to 200 characters. */
  password: Scalars['String']['input'];
};

export type RegisterPayload = {
  __typename?: 'RegisterPayload';
  /** Where the mail goes. */
  email: Scalars['String']['output'];
};

export type RemoveFavouritePayload = {
  __typename?: 'RemoveFavouritePayload';
  /** Null when the film is gone. */
  movie?: Maybe<Movie>;
};

export type RemoveFromPlaylistInput = {
  playlistId: Scalars['ID']['input'];
  videoId: Scalars['ID']['input'];
};

export type RemoveFromPlaylistPayload = {
  __typename?: 'RemoveFromPlaylistPayload';
  playlist: Playlist;
};

export type RemoveFromWatchHistoryPayload = {
  __typename?: 'RemoveFromWatchHistoryPayload';
  /** Null when the film is gone. */
  movie?: Maybe<Movie>;
};

export type RemoveLessonPayload = {
  __typename?: 'RemoveLessonPayload';
  /** The course without the lesson. */
  course: Course;
};

export type RemoveMovieRatingPayload = {
  __typename?: 'RemoveMovieRatingPayload';
  /** Null when the film is gone. */
  movie?: Maybe<Movie>;
};

export type RemoveReactionPayload = {
  __typename?: 'RemoveReactionPayload';
  video: Video;
};

export type RemoveRecordingPayload = {
  __typename?: 'RemoveRecordingPayload';
  /** The lesson without the recording. */
  lesson: Lesson;
};

export type ReportProgressInput = {
  /** Whether the lesson is completed. False is heeded with `rewind` only. */
  completed?: InputMaybe<Scalars['Boolean']['input']>;
  lessonId: Scalars['ID']['input'];
  /** How far the lesson was watched; beyond its end counts as its end. Its end completes it. */
  positionSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Whether progress may go back to what is given here. */
  rewind?: Scalars['Boolean']['input'];
};

export type ReportProgressPayload = {
  __typename?: 'ReportProgressPayload';
  enrolment: Enrolment;
};

export type ReportResolution =
  | 'DISMISS'
  | 'TAKE_DOWN';

export type ReportVideoInput = {
  /** At most 1,000 characters. */
  details?: Scalars['String']['input'];
  reason: VideoReportReason;
};

export type ReportVideoPayload = {
  __typename?: 'ReportVideoPayload';
  /** Of the video. */
  id: Scalars['ID']['output'];
};

export type RequestUploadInput = {
  /** Slug of a category. */
  category?: Scalars['String']['input'];
  /** `video/mp4`, `video/webm` or `video/quicktime`. */
  contentType: Scalars['String']['input'];
  /** At most 5,000 characters. */
  description?: Scalars['String']['input'];
  /** Its name on the uploader's device, with an extension that fits the type; at most 255 characters. */
  fileName: Scalars['String']['input'];
  /** At most 5 GB (5,000,000,000). */
  sizeBytes: Scalars['SafeInt']['input'];
  /** The picture to show before it plays. */
  thumbnail?: InputMaybe<ThumbnailInput>;
  /** 1 to 150 characters. */
  title: Scalars['String']['input'];
};

export type RequestUploadPayload = {
  __typename?: 'RequestUploadPayload';
  /** Where the thumbnail goes; null when none was asked for. */
  thumbnailUpload?: Maybe<UploadTarget>;
  /** Where the film goes. */
  upload: UploadTarget;
  video: Video;
};

export type ResendVerificationPayload = {
  __typename?: 'ResendVerificationPayload';
  /** Where the mail goes. */
  email: Scalars['String']['output'];
};

export type ResetPasswordInput = {
  /** 10 to 200 characters. */
  newPassword: Scalars['String']['input'];
  token: Scalars['String']['input'];
};

export type ResetPasswordPayload = {
  __typename?: 'ResetPasswordPayload';
  /** The address to sign in with. */
  email: Scalars['String']['output'];
};

export type ResolveReportInput = {
  /** For other moderators: at most 1,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  resolution: ReportResolution;
};

export type ResolveReportPayload = {
  __typename?: 'ResolveReportPayload';
  report: VideoReport;
};

export type RestoreVideoPayload = {
  __typename?: 'RestoreVideoPayload';
  video: Video;
};

export type Role =
  /** May do everything. */
  | 'ADMIN'
  /** Publishes videos. */
  | 'CREATOR'
  /** Teaches courses, and publishes videos. */
  | 'INSTRUCTOR'
  /** Watches. Everybody has it. */
  | 'VIEWER';

export type SaveInstructorProfilePayload = {
  __typename?: 'SaveInstructorProfilePayload';
  instructor: Instructor;
};

export type SearchAllConnection = {
  __typename?: 'SearchAllConnection';
  edges: Array<SearchAllEdge>;
  /** The results of `edges`, for those who need no cursors. */
  nodes: Array<SearchAllResult>;
  pageInfo: PageInfo;
  /** How many results there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

export type SearchAllEdge = {
  __typename?: 'SearchAllEdge';
  /** Stands for this result among those of this search. */
  cursor: Scalars['String']['output'];
  match: SearchAllMatch;
  node: SearchAllResult;
};

/** How something matches a search. Better ones come first. */
export type SearchAllMatch =
  /** It holds all the words, some of them elsewhere: in a description, a category, the names of directors. */
  | 'TEXT_HAS'
  /** Title or name hold all the words. */
  | 'TITLE_HAS'
  /** It is called so: title or name are the query, but for case, accents and signs. */
  | 'TITLE_IS';

export type SearchAllResult = Channel | Course | Movie | Video;

export type SearchAllType =
  | 'CHANNEL'
  | 'COURSE'
  | 'MOVIE'
  | 'VIDEO';

export type SearchConnection = {
  __typename?: 'SearchConnection';
  edges: Array<SearchEdge>;
  /** The results of `edges`, for those who need no cursors. */
  nodes: Array<SearchResult>;
  pageInfo: PageInfo;
  /** How many results there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

export type SearchEdge = {
  __typename?: 'SearchEdge';
  cursor: Scalars['String']['output'];
  node: SearchResult;
  /** How well it matches; higher is better, comparable within one search only. */
  score: Scalars['Float']['output'];
};

export type SearchResult = Movie | Person;

export type SearchSuggestion = {
  __typename?: 'SearchSuggestion';
  /** What to search for. */
  text: Scalars['String']['output'];
  /** What is called so; null for a popular search. */
  type?: Maybe<SearchAllType>;
};

/** One sign-in on one device. */
export type Session = {
  __typename?: 'Session';
  /** The network address it began from. */
  address: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
  /** Browser and system as far as they can be told, such as `Firefox on Linux`. */
  device: Scalars['String']['output'];
  /** When it ends by itself; with `rememberMe`, each refresh puts it off. */
  expiresAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** Whether it is the one that asks. */
  isCurrent: Scalars['Boolean']['output'];
  /** To the minute. */
  lastActiveAt: Scalars['DateTime']['output'];
};

export type SetRolesPayload = {
  __typename?: 'SetRolesPayload';
  user: User;
};

export type SortDirection =
  | 'ASC'
  | 'DESC';

export type SubscribeToChannelPayload = {
  __typename?: 'SubscribeToChannelPayload';
  channel: Channel;
};

/**
 * What is told while it happens, over Server-Sent Events or a WebSocket. Each event answers with how things are then. What was told
 * while nobody listened is not told again: after a pause, ask.
 */
export type Subscription = {
  __typename?: 'Subscription';
  /**
   * Comments and answers under a video, as they are written. It ends when the video is there no more for me; refused with NOT_FOUND when
   * it is not from the start.
   */
  commentAdded: Comment;
  /** Comments and answers under a video that were removed, each by itself. Ends as `commentAdded` does. */
  commentDeleted: DeletedComment;
  /** Comments and answers under a video whose text was changed. Ends as `commentAdded` does. */
  commentEdited: Comment;
  /** What I am told, as it comes in. It is no record: after a pause, ask for `notifications`. */
  notificationAdded: Notification;
  /**
   * What is counted of a video: at once, and then when it changes, at most about once a second, the last change always. Ends as
   * `commentAdded` does.
   */
  videoCounters: VideoCounters;
};


/**
 * What is told while it happens, over Server-Sent Events or a WebSocket. Each event answers with how things are then. What was told
 * while nobody listened is not told again: after a pause, ask.
 */
export type SubscriptionCommentAddedArgs = {
  videoId: Scalars['ID']['input'];
};


/**
 * What is told while it happens, over Server-Sent Events or a WebSocket. Each event answers with how things are then. What was told
 * while nobody listened is not told again: after a pause, ask.
 */
export type SubscriptionCommentDeletedArgs = {
  videoId: Scalars['ID']['input'];
};


/**
 * What is told while it happens, over Server-Sent Events or a WebSocket. Each event answers with how things are then. What was told
 * while nobody listened is not told again: after a pause, ask.
 */
export type SubscriptionCommentEditedArgs = {
  videoId: Scalars['ID']['input'];
};


/**
 * What is told while it happens, over Server-Sent Events or a WebSocket. Each event answers with how things are then. What was told
 * while nobody listened is not told again: after a pause, ask.
 */
export type SubscriptionVideoCountersArgs = {
  videoId: Scalars['ID']['input'];
};

export type ThumbnailInput = {
  /** `image/jpeg`, `image/png` or `image/webp`. */
  contentType: Scalars['String']['input'];
  /** At most 2 MB (2,000,000). */
  sizeBytes: Scalars['SafeInt']['input'];
};

/** What shows who asks. */
export type Tokens = {
  __typename?: 'Tokens';
  /** Goes into the header: `Authorization: Bearer <accessToken>`. */
  accessToken: Scalars['String']['output'];
  /** Refresh before. */
  accessTokenExpiresAt: Scalars['DateTime']['output'];
  /** For `refresh`, once. */
  refreshToken: Scalars['String']['output'];
  /** When the session ends; until then the refresh token is good. */
  sessionExpiresAt: Scalars['DateTime']['output'];
};

export type TrendingConnection = {
  __typename?: 'TrendingConnection';
  edges: Array<TrendingEdge>;
  /** The films of `edges`, for those who need no cursors. */
  nodes: Array<Movie>;
  pageInfo: PageInfo;
  /** How many films there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

export type TrendingEdge = {
  __typename?: 'TrendingEdge';
  /** Stands for this film in this ranking; on the hour the list moves on beneath it. */
  cursor: Scalars['String']['output'];
  node: Movie;
  /** Its views in the window, each counting less the longer ago it was. Comparable within one list only. */
  score: Scalars['Float']['output'];
};

/** A page of videos that trend. */
export type TrendingVideoConnection = {
  __typename?: 'TrendingVideoConnection';
  edges: Array<TrendingVideoEdge>;
  /** The videos of `edges`, for those who need no cursors. */
  nodes: Array<Video>;
  pageInfo: PageInfo;
  /** How many there are on all pages together: twenty at most. */
  totalCount: Scalars['Int']['output'];
};

/** A video that trends. */
export type TrendingVideoEdge = {
  __typename?: 'TrendingVideoEdge';
  cursor: Scalars['String']['output'];
  node: Video;
  /** How much: views, a like counting as five, each counting half after twelve hours. */
  score: Scalars['Float']['output'];
};

export type TrendingWindow =
  /** 24 hours; a view counts half after six. */
  | 'DAY'
  /** 168 hours; a view counts half after two days. */
  | 'WEEK';

export type UnbanUserPayload = {
  __typename?: 'UnbanUserPayload';
  user: User;
};

export type UnblockUserPayload = {
  __typename?: 'UnblockUserPayload';
  /** Of the user. */
  id: Scalars['ID']['output'];
};

export type UnenrolPayload = {
  __typename?: 'UnenrolPayload';
  /** Whether there was an enrolment to end. */
  wasEnrolled: Scalars['Boolean']['output'];
};

export type UnlikeCommentPayload = {
  __typename?: 'UnlikeCommentPayload';
  comment: Comment;
};

export type UnlistVideoPayload = {
  __typename?: 'UnlistVideoPayload';
  video: Video;
};

export type UnpublishCoursePayload = {
  __typename?: 'UnpublishCoursePayload';
  course: Course;
};

export type UnsubscribeFromChannelPayload = {
  __typename?: 'UnsubscribeFromChannelPayload';
  channel: Channel;
};

export type UpdateChannelInput = {
  /** An https address. */
  avatarUrl?: InputMaybe<Scalars['String']['input']>;
  /** At most 5,000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** As in `CreateChannelInput`. The old one is free for others at once. */
  handle?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 100 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateChannelPayload = {
  __typename?: 'UpdateChannelPayload';
  channel: Channel;
};

export type UpdateCourseInput = {
  category?: InputMaybe<CourseCategory>;
  description?: InputMaybe<Scalars['String']['input']>;
  /** Who teaches it from now on: for admins. */
  instructorId?: InputMaybe<Scalars['ID']['input']>;
  language?: InputMaybe<Scalars['String']['input']>;
  level?: InputMaybe<CourseLevel>;
  summary?: InputMaybe<Scalars['String']['input']>;
  title?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateCoursePayload = {
  __typename?: 'UpdateCoursePayload';
  course: Course;
};

export type UpdateLessonInput = {
  durationSeconds?: InputMaybe<Scalars['Int']['input']>;
  isPreview?: InputMaybe<Scalars['Boolean']['input']>;
  isRequired?: InputMaybe<Scalars['Boolean']['input']>;
  summary?: InputMaybe<Scalars['String']['input']>;
  title?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateLessonPayload = {
  __typename?: 'UpdateLessonPayload';
  lesson: Lesson;
};

export type UpdateMovieInput = {
  budgetUsd?: InputMaybe<Scalars['SafeInt']['input']>;
  creativeType?: InputMaybe<Scalars['String']['input']>;
  /** Names, in order of credit. Replaces them all. */
  directors?: InputMaybe<Array<Scalars['String']['input']>>;
  distributor?: InputMaybe<Scalars['String']['input']>;
  /** Slugs of genres, most important first. Replaces them all. */
  genres?: InputMaybe<Array<Scalars['String']['input']>>;
  mpaaRating?: InputMaybe<Scalars['String']['input']>;
  posterPath?: InputMaybe<Scalars['String']['input']>;
  /** The imported one, 0 to 10. */
  rating?: InputMaybe<Scalars['Float']['input']>;
  releaseDate?: InputMaybe<Scalars['Date']['input']>;
  /** 0 to 100. */
  rottenTomatoesRating?: InputMaybe<Scalars['Int']['input']>;
  runtimeMinutes?: InputMaybe<Scalars['Int']['input']>;
  source?: InputMaybe<Scalars['String']['input']>;
  title?: InputMaybe<Scalars['String']['input']>;
  usDvdSalesUsd?: InputMaybe<Scalars['SafeInt']['input']>;
  usGrossUsd?: InputMaybe<Scalars['SafeInt']['input']>;
  votes?: InputMaybe<Scalars['Int']['input']>;
  worldwideGrossUsd?: InputMaybe<Scalars['SafeInt']['input']>;
};

export type UpdateMoviePayload = {
  __typename?: 'UpdateMoviePayload';
  movie: Movie;
};

export type UpdateNotificationPreferencesInput = {
  comments?: InputMaybe<Scalars['Boolean']['input']>;
  likes?: InputMaybe<Scalars['Boolean']['input']>;
  newVideos?: InputMaybe<Scalars['Boolean']['input']>;
  replies?: InputMaybe<Scalars['Boolean']['input']>;
  subscribers?: InputMaybe<Scalars['Boolean']['input']>;
};

export type UpdateNotificationPreferencesPayload = {
  __typename?: 'UpdateNotificationPreferencesPayload';
  preferences: NotificationPreferences;
};

export type UpdatePlaylistInput = {
  /** At most 5,000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 150 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
  visibility?: InputMaybe<PlaylistVisibility>;
};

export type UpdatePlaylistPayload = {
  __typename?: 'UpdatePlaylistPayload';
  playlist: Playlist;
};

export type UpdatePreferencesInput = {
  /** As BCP 47 has it; null: the language the film was made in. */
  audioLanguage?: InputMaybe<Scalars['String']['input']>;
  autoplayNext?: InputMaybe<Scalars['Boolean']['input']>;
  autoplayPreviews?: InputMaybe<Scalars['Boolean']['input']>;
  /** Null: no limit. */
  maturityLimit?: InputMaybe<MaturityRating>;
  playbackQuality?: InputMaybe<PlaybackQuality>;
  /** As BCP 47 has it, such as `de-CH`; null: no subtitles. */
  subtitleLanguage?: InputMaybe<Scalars['String']['input']>;
};

export type UpdatePreferencesPayload = {
  __typename?: 'UpdatePreferencesPayload';
  preferences: Preferences;
};

export type UpdateProfileInput = {
  /** An https address. */
  avatarUrl?: InputMaybe<Scalars['String']['input']>;
  /** At most 1,000 characters. */
  bio?: InputMaybe<Scalars['String']['input']>;
  /** As BCP 47 has it. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 80 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateProfilePayload = {
  __typename?: 'UpdateProfilePayload';
  user: User;
};

export type UpdateRecordingInput = {
  durationSeconds?: InputMaybe<Scalars['Int']['input']>;
  title?: InputMaybe<Scalars['String']['input']>;
  url?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateRecordingPayload = {
  __typename?: 'UpdateRecordingPayload';
  recording: Recording;
};

export type UpdateVideoInput = {
  /** Slug of a category. */
  category?: InputMaybe<Scalars['String']['input']>;
  /** At most 5,000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 150 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateVideoPayload = {
  __typename?: 'UpdateVideoPayload';
  video: Video;
};

export type UploadHeader = {
  __typename?: 'UploadHeader';
  name: Scalars['String']['output'];
  value: Scalars['String']['output'];
};

/** How to send a file: its bytes as the body, with the method and the headers as they are here. */
export type UploadTarget = {
  __typename?: 'UploadTarget';
  /** Begin before. */
  expiresAt: Scalars['DateTime']['output'];
  headers: Array<UploadHeader>;
  /** Such as `PUT`. */
  method: Scalars['String']['output'];
  url: Scalars['String']['output'];
};

/** Someone with an account, as they and admins see them. */
export type User = {
  __typename?: 'User';
  avatarUrl?: Maybe<Scalars['String']['output']>;
  banReason?: Maybe<Scalars['String']['output']>;
  /** Null when not banned. */
  bannedAt?: Maybe<Scalars['DateTime']['output']>;
  bio?: Maybe<Scalars['String']['output']>;
  createdAt: Scalars['DateTime']['output'];
  /** Confirmed by a mailed link. */
  email: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** As BCP 47 has it, such as `de-CH`. */
  locale: Scalars['String']['output'];
  name: Scalars['String']['output'];
  /** What the roles allow. */
  permissions: Array<Permission>;
  roles: Array<Role>;
};

export type UserConnection = {
  __typename?: 'UserConnection';
  edges: Array<UserEdge>;
  /** The users of `edges`, for those who need no cursors. */
  nodes: Array<User>;
  pageInfo: PageInfo;
  /** How many users there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

export type UserEdge = {
  __typename?: 'UserEdge';
  cursor: Scalars['String']['output'];
  node: User;
};

/** All that is given must hold. */
export type UserFilter = {
  /** The whole address; upper and lower case are the same. */
  email?: InputMaybe<Scalars['String']['input']>;
  isBanned?: InputMaybe<Scalars['Boolean']['input']>;
  role?: InputMaybe<Role>;
};

export type VerifyEmailPayload = {
  __typename?: 'VerifyEmailPayload';
  /** The address to sign in with. */
  email: Scalars['String']['output'];
};

export type VerifyInstructorPayload = {
  __typename?: 'VerifyInstructorPayload';
  instructor: Instructor;
};

/** A film of a channel. */
export type Video = Node & {
  __typename?: 'Video';
  category: VideoCategory;
  /** Where it is published; null where it is being removed at this moment. */
  channel?: Maybe<Channel>;
  /** How many comments there are, answers included. */
  commentCount: Scalars['SafeInt']['output'];
  /** What was written about it; answers stand with what they answer. */
  comments: CommentConnection;
  /** When its upload was asked for. */
  createdAt: Scalars['DateTime']['output'];
  description: Scalars['String']['output'];
  dislikes: Scalars['SafeInt']['output'];
  /** Null until its upload is finished. */
  durationSeconds?: Maybe<Scalars['Float']['output']>;
  id: Scalars['ID']['output'];
  /** Whether its upload is finished: before, there is nothing to play. */
  isReady: Scalars['Boolean']['output'];
  likes: Scalars['SafeInt']['output'];
  /** How to play it; null until its upload is finished. */
  playback?: Maybe<Playback>;
  /** When it was first made public; null before. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  status: VideoStatus;
  /** When a moderator took it down; null when none did. */
  takenDownAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why; null when it was not taken down. */
  takenDownFor?: Maybe<VideoReportReason>;
  /** Where its picture is; null without one. Good for half a day at least. */
  thumbnailUrl?: Maybe<Scalars['String']['output']>;
  title: Scalars['String']['output'];
  /** When its details or its status were last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** What I think of it; null for nothing, and when nobody is signed in. */
  viewerReaction?: Maybe<Reaction>;
  /** How often it was viewed. */
  views: Scalars['SafeInt']['output'];
};


/** A film of a channel. */
export type VideoCommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<CommentSort>;
};

/** What a video is about. */
export type VideoCategory = {
  __typename?: 'VideoCategory';
  name: Scalars['String']['output'];
  /** What filters and inputs name it by, such as `music`. */
  slug: Scalars['String']['output'];
};

/** A page of videos. */
export type VideoConnection = {
  __typename?: 'VideoConnection';
  edges: Array<VideoEdge>;
  /** The videos of `edges`, for those who need no cursors. */
  nodes: Array<Video>;
  pageInfo: PageInfo;
  /** How many videos there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** How often a video was viewed, and what people made of it. */
export type VideoCounters = {
  __typename?: 'VideoCounters';
  /** Answers included. */
  comments: Scalars['SafeInt']['output'];
  dislikes: Scalars['SafeInt']['output'];
  likes: Scalars['SafeInt']['output'];
  /** Of the video. */
  videoId: Scalars['ID']['output'];
  views: Scalars['SafeInt']['output'];
};

/** A video in a list. */
export type VideoEdge = {
  __typename?: 'VideoEdge';
  /** Stands for this video in this order, and stays right when videos come and go. */
  cursor: Scalars['String']['output'];
  node: Video;
};

/** All that is given must hold. */
export type VideoFilter = {
  /** Slug of a category. */
  category?: InputMaybe<Scalars['String']['input']>;
  /** `id` of a channel. */
  channel?: InputMaybe<Scalars['ID']['input']>;
};

/** How a video did in a period. */
export type VideoPerformance = {
  __typename?: 'VideoPerformance';
  /** Answers included. */
  comments: Scalars['SafeInt']['output'];
  dislikes: Scalars['SafeInt']['output'];
  /** Likes, dislikes and comments for each view; 0 where there was no view. */
  engagement: Scalars['Float']['output'];
  likes: Scalars['SafeInt']['output'];
  /** Null where it is being removed at this moment, and for admins where it is a draft. */
  video?: Maybe<Video>;
  views: Scalars['SafeInt']['output'];
};

/** A page of videos with how they did. */
export type VideoPerformanceConnection = {
  __typename?: 'VideoPerformanceConnection';
  edges: Array<VideoPerformanceEdge>;
  /** What stands in `edges`, for those who need no cursors. */
  nodes: Array<VideoPerformance>;
  pageInfo: PageInfo;
  /** How many videos there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** A video with how it did, in a list. */
export type VideoPerformanceEdge = {
  __typename?: 'VideoPerformanceEdge';
  /** Stands for this video in this order, period included. */
  cursor: Scalars['String']['output'];
  node: VideoPerformance;
};

/** The highest first; of equals, in an order that stays. */
export type VideoPerformanceSort =
  | 'COMMENTS'
  | 'ENGAGEMENT'
  | 'LIKES'
  /** The one that was uploaded last first. */
  | 'NEWEST'
  | 'VIEWS';

/** That a viewer thinks a video should not be there. */
export type VideoReport = {
  __typename?: 'VideoReport';
  createdAt: Scalars['DateTime']['output'];
  /** In the reporter's words; may be empty. */
  details: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** What they wrote for other moderators. */
  note?: Maybe<Scalars['String']['output']>;
  reason: VideoReportReason;
  /** Null when their account is gone. */
  reporter?: Maybe<PublicProfile>;
  /** Null while it is open. */
  resolvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who answered it; null while it is open, and when their account is gone. */
  resolvedBy?: Maybe<PublicProfile>;
  status: VideoReportStatus;
  /** Null when it was removed since. */
  video?: Maybe<Video>;
};

/** A page of reports. */
export type VideoReportConnection = {
  __typename?: 'VideoReportConnection';
  edges: Array<VideoReportEdge>;
  /** The reports of `edges`, for those who need no cursors. */
  nodes: Array<VideoReport>;
  pageInfo: PageInfo;
  /** How many reports there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** A report in a list. */
export type VideoReportEdge = {
  __typename?: 'VideoReportEdge';
  cursor: Scalars['String']['output'];
  node: VideoReport;
};

export type VideoReportReason =
  | 'COPYRIGHT'
  | 'DANGEROUS'
  | 'HARASSMENT'
  | 'HATE'
  | 'MISLEADING'
  | 'OTHER'
  | 'SEXUAL'
  | 'SPAM'
  | 'VIOLENCE';

export type VideoReportStatus =
  /** There was nothing wrong. */
  | 'DISMISSED'
  | 'OPEN'
  /** The video was taken down. */
  | 'TAKEN_DOWN';

export type VideoSort = {
  direction?: SortDirection;
  field: VideoSortField;
};

export type VideoSortField =
  | 'DURATION'
  | 'PUBLISHED_AT'
  /** Without regard to case and accents. */
  | 'TITLE';

/** Who sees a video. */
export type VideoStatus =
  /** Its owner. */
  | 'DRAFT'
  /** Everybody, in lists too. */
  | 'PUBLIC'
  /** Whoever has its `id`. */
  | 'UNLISTED';

export type WatchConnection = {
  __typename?: 'WatchConnection';
  edges: Array<WatchEdge>;
  /** The films of `edges`, for those who need no cursors. */
  nodes: Array<WatchEntry>;
  pageInfo: PageInfo;
  /** How many films there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

export type WatchEdge = {
  __typename?: 'WatchEdge';
  /** Stands for this film in this order, and stays right when others come and go. */
  cursor: Scalars['String']['output'];
  node: WatchEntry;
};

/** A film that somebody watched. */
export type WatchEntry = {
  __typename?: 'WatchEntry';
  movie: Movie;
  progress: WatchProgress;
};

/** How far somebody is in a film. */
export type WatchProgress = {
  __typename?: 'WatchProgress';
  /** Null when neither the player nor the catalogue knows it. */
  durationSeconds?: Maybe<Scalars['Int']['output']>;
  /** Whether at most a twentieth was left. */
  isFinished: Scalars['Boolean']['output'];
  positionSeconds: Scalars['Int']['output'];
  /** When this was recorded. */
  watchedAt: Scalars['DateTime']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  SearchAllResult:
    | ( ChannelRecord )
    | ( CourseRecord )
    | ( MovieRecord )
    | ( VideoRecord )
  ;
  SearchResult:
    | ( MovieRecord )
    | ( PersonRecord )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( ChannelRecord )
    | ( CommentRecord )
    | ( CourseRecord )
    | ( GenreRecord )
    | ( InstructorRecord )
    | ( LessonRecord )
    | ( MovieRecord )
    | ( NotificationRecord )
    | ( PersonRecord )
    | ( PlaylistRecord )
    | ( RecordingRecord )
    | ( VideoRecord )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Access: Access;
  AddCommentInput: AddCommentInput;
  AddCommentPayload: ResolverTypeWrapper<Omit<AddCommentPayload, 'comment'> & { comment: ResolversTypes['Comment'] }>;
  AddFavouritePayload: ResolverTypeWrapper<Omit<AddFavouritePayload, 'favourite'> & { favourite: ResolversTypes['Favourite'] }>;
  AddLessonInput: AddLessonInput;
  AddLessonPayload: ResolverTypeWrapper<Omit<AddLessonPayload, 'lesson'> & { lesson: ResolversTypes['Lesson'] }>;
  AddRecordingInput: AddRecordingInput;
  AddRecordingPayload: ResolverTypeWrapper<Omit<AddRecordingPayload, 'recording'> & { recording: ResolversTypes['Recording'] }>;
  AddToPlaylistInput: AddToPlaylistInput;
  AddToPlaylistPayload: ResolverTypeWrapper<Omit<AddToPlaylistPayload, 'playlist'> & { playlist: ResolversTypes['Playlist'] }>;
  AnalyticsPeriod: AnalyticsPeriod;
  ArrangeLessonsPayload: ResolverTypeWrapper<Omit<ArrangeLessonsPayload, 'course'> & { course: ResolversTypes['Course'] }>;
  AuditEvent: ResolverTypeWrapper<AuditEventRecord>;
  AuditEventConnection: ResolverTypeWrapper<AuditEventConnectionModel>;
  AuditEventEdge: ResolverTypeWrapper<AuditEventEdgeModel>;
  AuditFilter: AuditFilter;
  AuditKind: AuditKind;
  BanUserPayload: ResolverTypeWrapper<Omit<BanUserPayload, 'user'> & { user: ResolversTypes['User'] }>;
  BlockUserPayload: ResolverTypeWrapper<Omit<BlockUserPayload, 'blocked'> & { blocked: ResolversTypes['BlockedUser'] }>;
  BlockedUser: ResolverTypeWrapper<UserBlockRecord>;
  BlockedUserConnection: ResolverTypeWrapper<BlockedUserConnectionModel>;
  BlockedUserEdge: ResolverTypeWrapper<BlockedUserEdgeModel>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CacheAudience: CacheAudience;
  CacheControlScope: CacheControlScope;
  CacheCounts: ResolverTypeWrapper<CacheCounts>;
  CacheEntityInput: CacheEntityInput;
  CacheEntry: ResolverTypeWrapper<CacheEntry>;
  CacheEntryState: CacheEntryState;
  CacheEpoch: ResolverTypeWrapper<CacheEpoch>;
  CacheLatency: ResolverTypeWrapper<CacheLatency>;
  CacheLogStatistics: ResolverTypeWrapper<CacheLogStatistics>;
  CacheLookup: ResolverTypeWrapper<CacheLookup>;
  CacheMemoryStatistics: ResolverTypeWrapper<CacheMemoryStatistics>;
  CacheStatistics: ResolverTypeWrapper<CacheStatistics>;
  CacheTier: CacheTier;
  CacheViewerInput: CacheViewerInput;
  CacheableOperation: ResolverTypeWrapper<CacheableOperation>;
  ChangePasswordInput: ChangePasswordInput;
  ChangePasswordPayload: ResolverTypeWrapper<ChangePasswordPayload>;
  Channel: ResolverTypeWrapper<ChannelRecord>;
  ChannelAnalytics: ResolverTypeWrapper<ChannelRecord>;
  ChannelDay: ResolverTypeWrapper<ChannelDay>;
  ChannelMonth: ResolverTypeWrapper<ChannelMonth>;
  ChannelStatistics: ResolverTypeWrapper<ChannelRecord>;
  ChannelSubscription: ResolverTypeWrapper<ChannelSubscriptionRecord>;
  ChannelSubscriptionConnection: ResolverTypeWrapper<ChannelSubscriptionConnectionModel>;
  ChannelSubscriptionEdge: ResolverTypeWrapper<ChannelSubscriptionEdgeModel>;
  ChannelTotals: ResolverTypeWrapper<ChannelTotalsModel>;
  ClearCacheInput: ClearCacheInput;
  ClearCachePayload: ResolverTypeWrapper<ClearCachePayload>;
  ClearWatchHistoryPayload: ResolverTypeWrapper<ClearWatchHistoryPayload>;
  Comment: ResolverTypeWrapper<CommentRecord>;
  CommentConnection: ResolverTypeWrapper<CommentConnectionModel>;
  CommentEdge: ResolverTypeWrapper<CommentEdgeModel>;
  CommentSort: CommentSort;
  CountedReason: ResolverTypeWrapper<CountedReason>;
  Course: ResolverTypeWrapper<CourseRecord>;
  CourseAnalytics: ResolverTypeWrapper<CourseStatisticsRecord>;
  CourseCategory: CourseCategory;
  CourseConnection: ResolverTypeWrapper<CourseConnectionModel>;
  CourseEdge: ResolverTypeWrapper<CourseEdgeModel>;
  CourseFilter: CourseFilter;
  CourseLevel: CourseLevel;
  CourseSection: ResolverTypeWrapper<CourseSectionModel>;
  CourseSectionInput: CourseSectionInput;
  CourseSort: CourseSort;
  CourseSortField: CourseSortField;
  CourseStatistics: ResolverTypeWrapper<CourseStatisticsRecord>;
  CreateChannelInput: CreateChannelInput;
  CreateChannelPayload: ResolverTypeWrapper<Omit<CreateChannelPayload, 'channel'> & { channel: ResolversTypes['Channel'] }>;
  CreateCourseInput: CreateCourseInput;
  CreateCoursePayload: ResolverTypeWrapper<Omit<CreateCoursePayload, 'course'> & { course: ResolversTypes['Course'] }>;
  CreateMovieInput: CreateMovieInput;
  CreateMoviePayload: ResolverTypeWrapper<Omit<CreateMoviePayload, 'movie'> & { movie: ResolversTypes['Movie'] }>;
  CreatePlaylistInput: CreatePlaylistInput;
  CreatePlaylistPayload: ResolverTypeWrapper<Omit<CreatePlaylistPayload, 'playlist'> & { playlist: ResolversTypes['Playlist'] }>;
  DailyLearners: ResolverTypeWrapper<DailyLearners>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteAccountPayload: ResolverTypeWrapper<DeleteAccountPayload>;
  DeleteChannelPayload: ResolverTypeWrapper<DeleteChannelPayload>;
  DeleteCommentPayload: ResolverTypeWrapper<DeleteCommentPayload>;
  DeleteCoursePayload: ResolverTypeWrapper<DeleteCoursePayload>;
  DeleteMoviePayload: ResolverTypeWrapper<Omit<DeleteMoviePayload, 'movie'> & { movie: ResolversTypes['Movie'] }>;
  DeleteNotificationPayload: ResolverTypeWrapper<DeleteNotificationPayload>;
  DeletePlaylistPayload: ResolverTypeWrapper<DeletePlaylistPayload>;
  DeleteVideoPayload: ResolverTypeWrapper<DeleteVideoPayload>;
  DeletedComment: ResolverTypeWrapper<DeletedComment>;
  Durations: ResolverTypeWrapper<Durations>;
  EditCommentPayload: ResolverTypeWrapper<Omit<EditCommentPayload, 'comment'> & { comment: ResolversTypes['Comment'] }>;
  EndSessionPayload: ResolverTypeWrapper<EndSessionPayload>;
  EnrolPayload: ResolverTypeWrapper<Omit<EnrolPayload, 'enrolment'> & { enrolment: ResolversTypes['Enrolment'] }>;
  Enrolment: ResolverTypeWrapper<EnrolmentRecord>;
  EnrolmentConnection: ResolverTypeWrapper<EnrolmentConnectionModel>;
  EnrolmentEdge: ResolverTypeWrapper<EnrolmentEdgeModel>;
  Favourite: ResolverTypeWrapper<FavouriteModel>;
  FavouriteConnection: ResolverTypeWrapper<FavouriteConnectionModel>;
  FavouriteEdge: ResolverTypeWrapper<FavouriteEdgeModel>;
  FinishUploadInput: FinishUploadInput;
  FinishUploadPayload: ResolverTypeWrapper<Omit<FinishUploadPayload, 'video'> & { video: ResolversTypes['Video'] }>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  FloatRange: FloatRange;
  ForgotPasswordPayload: ResolverTypeWrapper<ForgotPasswordPayload>;
  Genre: ResolverTypeWrapper<GenreRecord>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ImageConfiguration: ResolverTypeWrapper<ImageConfigurationRecord>;
  Instructor: ResolverTypeWrapper<InstructorRecord>;
  InstructorConnection: ResolverTypeWrapper<InstructorConnectionModel>;
  InstructorEdge: ResolverTypeWrapper<InstructorEdgeModel>;
  InstructorFilter: InstructorFilter;
  InstructorProfileInput: InstructorProfileInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  IntRange: IntRange;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  JSONObject: ResolverTypeWrapper<Scalars['JSONObject']['output']>;
  Lesson: ResolverTypeWrapper<LessonRecord>;
  LessonDropOff: ResolverTypeWrapper<LessonDropOffRecord>;
  LessonProgress: ResolverTypeWrapper<LessonProgressModel>;
  LikeCommentPayload: ResolverTypeWrapper<Omit<LikeCommentPayload, 'comment'> & { comment: ResolversTypes['Comment'] }>;
  LoginInput: LoginInput;
  LoginPayload: ResolverTypeWrapper<Omit<LoginPayload, 'user'> & { user: ResolversTypes['User'] }>;
  LogoutEverywherePayload: ResolverTypeWrapper<LogoutEverywherePayload>;
  LogoutPayload: ResolverTypeWrapper<LogoutPayload>;
  MarkAllNotificationsReadPayload: ResolverTypeWrapper<MarkAllNotificationsReadPayload>;
  MarkNotificationReadPayload: ResolverTypeWrapper<Omit<MarkNotificationReadPayload, 'notification'> & { notification: ResolversTypes['Notification'] }>;
  MaturityRating: MaturityRating;
  MoveInPlaylistInput: MoveInPlaylistInput;
  MoveInPlaylistPayload: ResolverTypeWrapper<Omit<MoveInPlaylistPayload, 'playlist'> & { playlist: ResolversTypes['Playlist'] }>;
  Movie: ResolverTypeWrapper<MovieRecord>;
  MovieConnection: ResolverTypeWrapper<MovieConnectionModel>;
  MovieEdge: ResolverTypeWrapper<MovieEdgeModel>;
  MovieFilter: MovieFilter;
  MovieRating: ResolverTypeWrapper<MovieRatingModel>;
  MovieRatingConnection: ResolverTypeWrapper<MovieRatingConnectionModel>;
  MovieRatingEdge: ResolverTypeWrapper<MovieRatingEdgeModel>;
  MovieSort: MovieSort;
  MovieSortField: MovieSortField;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NamedCacheCounts: ResolverTypeWrapper<NamedCacheCounts>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  Notification: ResolverTypeWrapper<NotificationRecord>;
  NotificationConnection: ResolverTypeWrapper<NotificationConnectionModel>;
  NotificationEdge: ResolverTypeWrapper<NotificationEdgeModel>;
  NotificationKind: NotificationKind;
  NotificationPreferences: ResolverTypeWrapper<FullNotificationPreferences>;
  PageInfo: ResolverTypeWrapper<PageInfoModel>;
  Permission: Permission;
  Person: ResolverTypeWrapper<PersonRecord>;
  Playback: ResolverTypeWrapper<Playback>;
  PlaybackQuality: PlaybackQuality;
  Playlist: ResolverTypeWrapper<PlaylistRecord>;
  PlaylistConnection: ResolverTypeWrapper<PlaylistConnectionModel>;
  PlaylistEdge: ResolverTypeWrapper<PlaylistEdgeModel>;
  PlaylistItem: ResolverTypeWrapper<PlaylistItemModel>;
  PlaylistItemConnection: ResolverTypeWrapper<PlaylistItemConnectionModel>;
  PlaylistItemEdge: ResolverTypeWrapper<PlaylistItemEdgeModel>;
  PlaylistPlace: PlaylistPlace;
  PlaylistVideoConnection: ResolverTypeWrapper<PlaylistVideoConnectionModel>;
  PlaylistVideoEdge: ResolverTypeWrapper<PlaylistVideoEdgeModel>;
  PlaylistVisibility: PlaylistVisibility;
  PopularSearch: ResolverTypeWrapper<PopularSearch>;
  Preferences: ResolverTypeWrapper<FullPreferences>;
  ProcessMemory: ResolverTypeWrapper<ProcessMemory>;
  PublicProfile: ResolverTypeWrapper<UserRecord>;
  PublishCoursePayload: ResolverTypeWrapper<Omit<PublishCoursePayload, 'course'> & { course: ResolversTypes['Course'] }>;
  PublishVideoPayload: ResolverTypeWrapper<Omit<PublishVideoPayload, 'video'> & { video: ResolversTypes['Video'] }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RateLimitSubject: RateLimitSubject;
  RateMoviePayload: ResolverTypeWrapper<Omit<RateMoviePayload, 'movie'> & { movie: ResolversTypes['Movie'] }>;
  ReactToVideoPayload: ResolverTypeWrapper<Omit<ReactToVideoPayload, 'video'> & { video: ResolversTypes['Video'] }>;
  Reaction: Reaction;
  RecommendationConnection: ResolverTypeWrapper<RecommendationConnectionModel>;
  RecommendationEdge: ResolverTypeWrapper<RecommendationEdgeModel>;
  RecommendationReason: ResolverTypeWrapper<RecommendationReasonModel>;
  RecommendationReasonKind: RecommendationReasonKind;
  RecordProgressInput: RecordProgressInput;
  RecordProgressPayload: ResolverTypeWrapper<Omit<RecordProgressPayload, 'entry'> & { entry: ResolversTypes['WatchEntry'] }>;
  RecordSearchPayload: ResolverTypeWrapper<RecordSearchPayload>;
  RecordVideoViewPayload: ResolverTypeWrapper<Omit<RecordVideoViewPayload, 'video'> & { video: ResolversTypes['Video'] }>;
  RecordViewPayload: ResolverTypeWrapper<Omit<RecordViewPayload, 'movie'> & { movie: ResolversTypes['Movie'] }>;
  Recording: ResolverTypeWrapper<RecordingRecord>;
  RedisHealth: ResolverTypeWrapper<RedisHealth>;
  RefreshPayload: ResolverTypeWrapper<RefreshPayload>;
  RegisterInput: RegisterInput;
  RegisterPayload: ResolverTypeWrapper<RegisterPayload>;
  RemoveFavouritePayload: ResolverTypeWrapper<Omit<RemoveFavouritePayload, 'movie'> & { movie?: Maybe<ResolversTypes['Movie']> }>;
  RemoveFromPlaylistInput: RemoveFromPlaylistInput;
  RemoveFromPlaylistPayload: ResolverTypeWrapper<Omit<RemoveFromPlaylistPayload, 'playlist'> & { playlist: ResolversTypes['Playlist'] }>;
  RemoveFromWatchHistoryPayload: ResolverTypeWrapper<Omit<RemoveFromWatchHistoryPayload, 'movie'> & { movie?: Maybe<ResolversTypes['Movie']> }>;
  RemoveLessonPayload: ResolverTypeWrapper<Omit<RemoveLessonPayload, 'course'> & { course: ResolversTypes['Course'] }>;
  RemoveMovieRatingPayload: ResolverTypeWrapper<Omit<RemoveMovieRatingPayload, 'movie'> & { movie?: Maybe<ResolversTypes['Movie']> }>;
  RemoveReactionPayload: ResolverTypeWrapper<Omit<RemoveReactionPayload, 'video'> & { video: ResolversTypes['Video'] }>;
  RemoveRecordingPayload: ResolverTypeWrapper<Omit<RemoveRecordingPayload, 'lesson'> & { lesson: ResolversTypes['Lesson'] }>;
  ReportProgressInput: ReportProgressInput;
  ReportProgressPayload: ResolverTypeWrapper<Omit<ReportProgressPayload, 'enrolment'> & { enrolment: ResolversTypes['Enrolment'] }>;
  ReportResolution: ReportResolution;
  ReportVideoInput: ReportVideoInput;
  ReportVideoPayload: ResolverTypeWrapper<ReportVideoPayload>;
  RequestUploadInput: RequestUploadInput;
  RequestUploadPayload: ResolverTypeWrapper<Omit<RequestUploadPayload, 'thumbnailUpload' | 'upload' | 'video'> & { thumbnailUpload?: Maybe<ResolversTypes['UploadTarget']>, upload: ResolversTypes['UploadTarget'], video: ResolversTypes['Video'] }>;
  ResendVerificationPayload: ResolverTypeWrapper<ResendVerificationPayload>;
  ResetPasswordInput: ResetPasswordInput;
  ResetPasswordPayload: ResolverTypeWrapper<ResetPasswordPayload>;
  ResolveReportInput: ResolveReportInput;
  ResolveReportPayload: ResolverTypeWrapper<Omit<ResolveReportPayload, 'report'> & { report: ResolversTypes['VideoReport'] }>;
  RestoreVideoPayload: ResolverTypeWrapper<Omit<RestoreVideoPayload, 'video'> & { video: ResolversTypes['Video'] }>;
  Role: Role;
  SafeInt: ResolverTypeWrapper<Scalars['SafeInt']['output']>;
  SaveInstructorProfilePayload: ResolverTypeWrapper<Omit<SaveInstructorProfilePayload, 'instructor'> & { instructor: ResolversTypes['Instructor'] }>;
  SearchAllConnection: ResolverTypeWrapper<SearchAllConnectionModel>;
  SearchAllEdge: ResolverTypeWrapper<SearchAllEdgeModel>;
  SearchAllMatch: SearchAllMatch;
  SearchAllResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SearchAllResult']>;
  SearchAllType: SearchAllType;
  SearchConnection: ResolverTypeWrapper<SearchConnectionModel>;
  SearchEdge: ResolverTypeWrapper<SearchEdgeModel>;
  SearchResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SearchResult']>;
  SearchSuggestion: ResolverTypeWrapper<SearchSuggestionModel>;
  Session: ResolverTypeWrapper<SessionModel>;
  SetRolesPayload: ResolverTypeWrapper<Omit<SetRolesPayload, 'user'> & { user: ResolversTypes['User'] }>;
  SortDirection: SortDirection;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  SubscribeToChannelPayload: ResolverTypeWrapper<Omit<SubscribeToChannelPayload, 'channel'> & { channel: ResolversTypes['Channel'] }>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ThumbnailInput: ThumbnailInput;
  Tokens: ResolverTypeWrapper<Tokens>;
  TrendingConnection: ResolverTypeWrapper<TrendingConnectionModel>;
  TrendingEdge: ResolverTypeWrapper<TrendingEdgeModel>;
  TrendingVideoConnection: ResolverTypeWrapper<TrendingVideoConnectionModel>;
  TrendingVideoEdge: ResolverTypeWrapper<TrendingVideoEdgeModel>;
  TrendingWindow: TrendingWindow;
  UnbanUserPayload: ResolverTypeWrapper<Omit<UnbanUserPayload, 'user'> & { user: ResolversTypes['User'] }>;
  UnblockUserPayload: ResolverTypeWrapper<UnblockUserPayload>;
  UnenrolPayload: ResolverTypeWrapper<UnenrolPayload>;
  UnlikeCommentPayload: ResolverTypeWrapper<Omit<UnlikeCommentPayload, 'comment'> & { comment: ResolversTypes['Comment'] }>;
  UnlistVideoPayload: ResolverTypeWrapper<Omit<UnlistVideoPayload, 'video'> & { video: ResolversTypes['Video'] }>;
  UnpublishCoursePayload: ResolverTypeWrapper<Omit<UnpublishCoursePayload, 'course'> & { course: ResolversTypes['Course'] }>;
  UnsubscribeFromChannelPayload: ResolverTypeWrapper<Omit<UnsubscribeFromChannelPayload, 'channel'> & { channel: ResolversTypes['Channel'] }>;
  UpdateChannelInput: UpdateChannelInput;
  UpdateChannelPayload: ResolverTypeWrapper<Omit<UpdateChannelPayload, 'channel'> & { channel: ResolversTypes['Channel'] }>;
  UpdateCourseInput: UpdateCourseInput;
  UpdateCoursePayload: ResolverTypeWrapper<Omit<UpdateCoursePayload, 'course'> & { course: ResolversTypes['Course'] }>;
  UpdateLessonInput: UpdateLessonInput;
  UpdateLessonPayload: ResolverTypeWrapper<Omit<UpdateLessonPayload, 'lesson'> & { lesson: ResolversTypes['Lesson'] }>;
  UpdateMovieInput: UpdateMovieInput;
  UpdateMoviePayload: ResolverTypeWrapper<Omit<UpdateMoviePayload, 'movie'> & { movie: ResolversTypes['Movie'] }>;
  UpdateNotificationPreferencesInput: UpdateNotificationPreferencesInput;
  UpdateNotificationPreferencesPayload: ResolverTypeWrapper<Omit<UpdateNotificationPreferencesPayload, 'preferences'> & { preferences: ResolversTypes['NotificationPreferences'] }>;
  UpdatePlaylistInput: UpdatePlaylistInput;
  UpdatePlaylistPayload: ResolverTypeWrapper<Omit<UpdatePlaylistPayload, 'playlist'> & { playlist: ResolversTypes['Playlist'] }>;
  UpdatePreferencesInput: UpdatePreferencesInput;
  UpdatePreferencesPayload: ResolverTypeWrapper<Omit<UpdatePreferencesPayload, 'preferences'> & { preferences: ResolversTypes['Preferences'] }>;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: ResolverTypeWrapper<Omit<UpdateProfilePayload, 'user'> & { user: ResolversTypes['User'] }>;
  UpdateRecordingInput: UpdateRecordingInput;
  UpdateRecordingPayload: ResolverTypeWrapper<Omit<UpdateRecordingPayload, 'recording'> & { recording: ResolversTypes['Recording'] }>;
  UpdateVideoInput: UpdateVideoInput;
  UpdateVideoPayload: ResolverTypeWrapper<Omit<UpdateVideoPayload, 'video'> & { video: ResolversTypes['Video'] }>;
  UploadHeader: ResolverTypeWrapper<UploadHeader>;
  UploadTarget: ResolverTypeWrapper<UploadTargetModel>;
  User: ResolverTypeWrapper<UserRecord>;
  UserConnection: ResolverTypeWrapper<UserConnectionModel>;
  UserEdge: ResolverTypeWrapper<UserEdgeModel>;
  UserFilter: UserFilter;
  VerifyEmailPayload: ResolverTypeWrapper<VerifyEmailPayload>;
  VerifyInstructorPayload: ResolverTypeWrapper<Omit<VerifyInstructorPayload, 'instructor'> & { instructor: ResolversTypes['Instructor'] }>;
  Video: ResolverTypeWrapper<VideoRecord>;
  VideoCategory: ResolverTypeWrapper<VideoCategory>;
  VideoConnection: ResolverTypeWrapper<VideoConnectionModel>;
  VideoCounters: ResolverTypeWrapper<VideoCounters>;
  VideoEdge: ResolverTypeWrapper<VideoEdgeModel>;
  VideoFilter: VideoFilter;
  VideoPerformance: ResolverTypeWrapper<VideoPerformanceModel>;
  VideoPerformanceConnection: ResolverTypeWrapper<VideoPerformanceConnectionModel>;
  VideoPerformanceEdge: ResolverTypeWrapper<VideoPerformanceEdgeModel>;
  VideoPerformanceSort: VideoPerformanceSort;
  VideoReport: ResolverTypeWrapper<VideoReportRecord>;
  VideoReportConnection: ResolverTypeWrapper<VideoReportConnectionModel>;
  VideoReportEdge: ResolverTypeWrapper<VideoReportEdgeModel>;
  VideoReportReason: VideoReportReason;
  VideoReportStatus: VideoReportStatus;
  VideoSort: VideoSort;
  VideoSortField: VideoSortField;
  VideoStatus: VideoStatus;
  WatchConnection: ResolverTypeWrapper<WatchConnectionModel>;
  WatchEdge: ResolverTypeWrapper<WatchEdgeModel>;
  WatchEntry: ResolverTypeWrapper<WatchEntryModel>;
  WatchProgress: ResolverTypeWrapper<WatchProgressRecord>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddCommentInput: AddCommentInput;
  AddCommentPayload: Omit<AddCommentPayload, 'comment'> & { comment: ResolversParentTypes['Comment'] };
  AddFavouritePayload: Omit<AddFavouritePayload, 'favourite'> & { favourite: ResolversParentTypes['Favourite'] };
  AddLessonInput: AddLessonInput;
  AddLessonPayload: Omit<AddLessonPayload, 'lesson'> & { lesson: ResolversParentTypes['Lesson'] };
  AddRecordingInput: AddRecordingInput;
  AddRecordingPayload: Omit<AddRecordingPayload, 'recording'> & { recording: ResolversParentTypes['Recording'] };
  AddToPlaylistInput: AddToPlaylistInput;
  AddToPlaylistPayload: Omit<AddToPlaylistPayload, 'playlist'> & { playlist: ResolversParentTypes['Playlist'] };
  ArrangeLessonsPayload: Omit<ArrangeLessonsPayload, 'course'> & { course: ResolversParentTypes['Course'] };
  AuditEvent: AuditEventRecord;
  AuditEventConnection: AuditEventConnectionModel;
  AuditEventEdge: AuditEventEdgeModel;
  AuditFilter: AuditFilter;
  BanUserPayload: Omit<BanUserPayload, 'user'> & { user: ResolversParentTypes['User'] };
  BlockUserPayload: Omit<BlockUserPayload, 'blocked'> & { blocked: ResolversParentTypes['BlockedUser'] };
  BlockedUser: UserBlockRecord;
  BlockedUserConnection: BlockedUserConnectionModel;
  BlockedUserEdge: BlockedUserEdgeModel;
  Boolean: Scalars['Boolean']['output'];
  CacheCounts: CacheCounts;
  CacheEntityInput: CacheEntityInput;
  CacheEntry: CacheEntry;
  CacheEpoch: CacheEpoch;
  CacheLatency: CacheLatency;
  CacheLogStatistics: CacheLogStatistics;
  CacheLookup: CacheLookup;
  CacheMemoryStatistics: CacheMemoryStatistics;
  CacheStatistics: CacheStatistics;
  CacheViewerInput: CacheViewerInput;
  CacheableOperation: CacheableOperation;
  ChangePasswordInput: ChangePasswordInput;
  ChangePasswordPayload: ChangePasswordPayload;
  Channel: ChannelRecord;
  ChannelAnalytics: ChannelRecord;
  ChannelDay: ChannelDay;
  ChannelMonth: ChannelMonth;
  ChannelStatistics: ChannelRecord;
  ChannelSubscription: ChannelSubscriptionRecord;
  ChannelSubscriptionConnection: ChannelSubscriptionConnectionModel;
  ChannelSubscriptionEdge: ChannelSubscriptionEdgeModel;
  ChannelTotals: ChannelTotalsModel;
  ClearCacheInput: ClearCacheInput;
  ClearCachePayload: ClearCachePayload;
  ClearWatchHistoryPayload: ClearWatchHistoryPayload;
  Comment: CommentRecord;
  CommentConnection: CommentConnectionModel;
  CommentEdge: CommentEdgeModel;
  CountedReason: CountedReason;
  Course: CourseRecord;
  CourseAnalytics: CourseStatisticsRecord;
  CourseConnection: CourseConnectionModel;
  CourseEdge: CourseEdgeModel;
  CourseFilter: CourseFilter;
  CourseSection: CourseSectionModel;
  CourseSectionInput: CourseSectionInput;
  CourseSort: CourseSort;
  CourseStatistics: CourseStatisticsRecord;
  CreateChannelInput: CreateChannelInput;
  CreateChannelPayload: Omit<CreateChannelPayload, 'channel'> & { channel: ResolversParentTypes['Channel'] };
  CreateCourseInput: CreateCourseInput;
  CreateCoursePayload: Omit<CreateCoursePayload, 'course'> & { course: ResolversParentTypes['Course'] };
  CreateMovieInput: CreateMovieInput;
  CreateMoviePayload: Omit<CreateMoviePayload, 'movie'> & { movie: ResolversParentTypes['Movie'] };
  CreatePlaylistInput: CreatePlaylistInput;
  CreatePlaylistPayload: Omit<CreatePlaylistPayload, 'playlist'> & { playlist: ResolversParentTypes['Playlist'] };
  DailyLearners: DailyLearners;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeleteAccountPayload: DeleteAccountPayload;
  DeleteChannelPayload: DeleteChannelPayload;
  DeleteCommentPayload: DeleteCommentPayload;
  DeleteCoursePayload: DeleteCoursePayload;
  DeleteMoviePayload: Omit<DeleteMoviePayload, 'movie'> & { movie: ResolversParentTypes['Movie'] };
  DeleteNotificationPayload: DeleteNotificationPayload;
  DeletePlaylistPayload: DeletePlaylistPayload;
  DeleteVideoPayload: DeleteVideoPayload;
  DeletedComment: DeletedComment;
  Durations: Durations;
  EditCommentPayload: Omit<EditCommentPayload, 'comment'> & { comment: ResolversParentTypes['Comment'] };
  EndSessionPayload: EndSessionPayload;
  EnrolPayload: Omit<EnrolPayload, 'enrolment'> & { enrolment: ResolversParentTypes['Enrolment'] };
  Enrolment: EnrolmentRecord;
  EnrolmentConnection: EnrolmentConnectionModel;
  EnrolmentEdge: EnrolmentEdgeModel;
  Favourite: FavouriteModel;
  FavouriteConnection: FavouriteConnectionModel;
  FavouriteEdge: FavouriteEdgeModel;
  FinishUploadInput: FinishUploadInput;
  FinishUploadPayload: Omit<FinishUploadPayload, 'video'> & { video: ResolversParentTypes['Video'] };
  Float: Scalars['Float']['output'];
  FloatRange: FloatRange;
  ForgotPasswordPayload: ForgotPasswordPayload;
  Genre: GenreRecord;
  ID: Scalars['ID']['output'];
  ImageConfiguration: ImageConfigurationRecord;
  Instructor: InstructorRecord;
  InstructorConnection: InstructorConnectionModel;
  InstructorEdge: InstructorEdgeModel;
  InstructorFilter: InstructorFilter;
  InstructorProfileInput: InstructorProfileInput;
  Int: Scalars['Int']['output'];
  IntRange: IntRange;
  JSON: Scalars['JSON']['output'];
  JSONObject: Scalars['JSONObject']['output'];
  Lesson: LessonRecord;
  LessonDropOff: LessonDropOffRecord;
  LessonProgress: LessonProgressModel;
  LikeCommentPayload: Omit<LikeCommentPayload, 'comment'> & { comment: ResolversParentTypes['Comment'] };
  LoginInput: LoginInput;
  LoginPayload: Omit<LoginPayload, 'user'> & { user: ResolversParentTypes['User'] };
  LogoutEverywherePayload: LogoutEverywherePayload;
  LogoutPayload: LogoutPayload;
  MarkAllNotificationsReadPayload: MarkAllNotificationsReadPayload;
  MarkNotificationReadPayload: Omit<MarkNotificationReadPayload, 'notification'> & { notification: ResolversParentTypes['Notification'] };
  MoveInPlaylistInput: MoveInPlaylistInput;
  MoveInPlaylistPayload: Omit<MoveInPlaylistPayload, 'playlist'> & { playlist: ResolversParentTypes['Playlist'] };
  Movie: MovieRecord;
  MovieConnection: MovieConnectionModel;
  MovieEdge: MovieEdgeModel;
  MovieFilter: MovieFilter;
  MovieRating: MovieRatingModel;
  MovieRatingConnection: MovieRatingConnectionModel;
  MovieRatingEdge: MovieRatingEdgeModel;
  MovieSort: MovieSort;
  Mutation: Record<PropertyKey, never>;
  NamedCacheCounts: NamedCacheCounts;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  Notification: NotificationRecord;
  NotificationConnection: NotificationConnectionModel;
  NotificationEdge: NotificationEdgeModel;
  NotificationPreferences: FullNotificationPreferences;
  PageInfo: PageInfoModel;
  Person: PersonRecord;
  Playback: Playback;
  Playlist: PlaylistRecord;
  PlaylistConnection: PlaylistConnectionModel;
  PlaylistEdge: PlaylistEdgeModel;
  PlaylistItem: PlaylistItemModel;
  PlaylistItemConnection: PlaylistItemConnectionModel;
  PlaylistItemEdge: PlaylistItemEdgeModel;
  PlaylistPlace: PlaylistPlace;
  PlaylistVideoConnection: PlaylistVideoConnectionModel;
  PlaylistVideoEdge: PlaylistVideoEdgeModel;
  PopularSearch: PopularSearch;
  Preferences: FullPreferences;
  ProcessMemory: ProcessMemory;
  PublicProfile: UserRecord;
  PublishCoursePayload: Omit<PublishCoursePayload, 'course'> & { course: ResolversParentTypes['Course'] };
  PublishVideoPayload: Omit<PublishVideoPayload, 'video'> & { video: ResolversParentTypes['Video'] };
  Query: Record<PropertyKey, never>;
  RateMoviePayload: Omit<RateMoviePayload, 'movie'> & { movie: ResolversParentTypes['Movie'] };
  ReactToVideoPayload: Omit<ReactToVideoPayload, 'video'> & { video: ResolversParentTypes['Video'] };
  RecommendationConnection: RecommendationConnectionModel;
  RecommendationEdge: RecommendationEdgeModel;
  RecommendationReason: RecommendationReasonModel;
  RecordProgressInput: RecordProgressInput;
  RecordProgressPayload: Omit<RecordProgressPayload, 'entry'> & { entry: ResolversParentTypes['WatchEntry'] };
  RecordSearchPayload: RecordSearchPayload;
  RecordVideoViewPayload: Omit<RecordVideoViewPayload, 'video'> & { video: ResolversParentTypes['Video'] };
  RecordViewPayload: Omit<RecordViewPayload, 'movie'> & { movie: ResolversParentTypes['Movie'] };
  Recording: RecordingRecord;
  RedisHealth: RedisHealth;
  RefreshPayload: RefreshPayload;
  RegisterInput: RegisterInput;
  RegisterPayload: RegisterPayload;
  RemoveFavouritePayload: Omit<RemoveFavouritePayload, 'movie'> & { movie?: Maybe<ResolversParentTypes['Movie']> };
  RemoveFromPlaylistInput: RemoveFromPlaylistInput;
  RemoveFromPlaylistPayload: Omit<RemoveFromPlaylistPayload, 'playlist'> & { playlist: ResolversParentTypes['Playlist'] };
  RemoveFromWatchHistoryPayload: Omit<RemoveFromWatchHistoryPayload, 'movie'> & { movie?: Maybe<ResolversParentTypes['Movie']> };
  RemoveLessonPayload: Omit<RemoveLessonPayload, 'course'> & { course: ResolversParentTypes['Course'] };
  RemoveMovieRatingPayload: Omit<RemoveMovieRatingPayload, 'movie'> & { movie?: Maybe<ResolversParentTypes['Movie']> };
  RemoveReactionPayload: Omit<RemoveReactionPayload, 'video'> & { video: ResolversParentTypes['Video'] };
  RemoveRecordingPayload: Omit<RemoveRecordingPayload, 'lesson'> & { lesson: ResolversParentTypes['Lesson'] };
  ReportProgressInput: ReportProgressInput;
  ReportProgressPayload: Omit<ReportProgressPayload, 'enrolment'> & { enrolment: ResolversParentTypes['Enrolment'] };
  ReportVideoInput: ReportVideoInput;
  ReportVideoPayload: ReportVideoPayload;
  RequestUploadInput: RequestUploadInput;
  RequestUploadPayload: Omit<RequestUploadPayload, 'thumbnailUpload' | 'upload' | 'video'> & { thumbnailUpload?: Maybe<ResolversParentTypes['UploadTarget']>, upload: ResolversParentTypes['UploadTarget'], video: ResolversParentTypes['Video'] };
  ResendVerificationPayload: ResendVerificationPayload;
  ResetPasswordInput: ResetPasswordInput;
  ResetPasswordPayload: ResetPasswordPayload;
  ResolveReportInput: ResolveReportInput;
  ResolveReportPayload: Omit<ResolveReportPayload, 'report'> & { report: ResolversParentTypes['VideoReport'] };
  RestoreVideoPayload: Omit<RestoreVideoPayload, 'video'> & { video: ResolversParentTypes['Video'] };
  SafeInt: Scalars['SafeInt']['output'];
  SaveInstructorProfilePayload: Omit<SaveInstructorProfilePayload, 'instructor'> & { instructor: ResolversParentTypes['Instructor'] };
  SearchAllConnection: SearchAllConnectionModel;
  SearchAllEdge: SearchAllEdgeModel;
  SearchAllResult: ResolversUnionTypes<ResolversParentTypes>['SearchAllResult'];
  SearchConnection: SearchConnectionModel;
  SearchEdge: SearchEdgeModel;
  SearchResult: ResolversUnionTypes<ResolversParentTypes>['SearchResult'];
  SearchSuggestion: SearchSuggestionModel;
  Session: SessionModel;
  SetRolesPayload: Omit<SetRolesPayload, 'user'> & { user: ResolversParentTypes['User'] };
  String: Scalars['String']['output'];
  SubscribeToChannelPayload: Omit<SubscribeToChannelPayload, 'channel'> & { channel: ResolversParentTypes['Channel'] };
  Subscription: Record<PropertyKey, never>;
  ThumbnailInput: ThumbnailInput;
  Tokens: Tokens;
  TrendingConnection: TrendingConnectionModel;
  TrendingEdge: TrendingEdgeModel;
  TrendingVideoConnection: TrendingVideoConnectionModel;
  TrendingVideoEdge: TrendingVideoEdgeModel;
  UnbanUserPayload: Omit<UnbanUserPayload, 'user'> & { user: ResolversParentTypes['User'] };
  UnblockUserPayload: UnblockUserPayload;
  UnenrolPayload: UnenrolPayload;
  UnlikeCommentPayload: Omit<UnlikeCommentPayload, 'comment'> & { comment: ResolversParentTypes['Comment'] };
  UnlistVideoPayload: Omit<UnlistVideoPayload, 'video'> & { video: ResolversParentTypes['Video'] };
  UnpublishCoursePayload: Omit<UnpublishCoursePayload, 'course'> & { course: ResolversParentTypes['Course'] };
  UnsubscribeFromChannelPayload: Omit<UnsubscribeFromChannelPayload, 'channel'> & { channel: ResolversParentTypes['Channel'] };
  UpdateChannelInput: UpdateChannelInput;
  UpdateChannelPayload: Omit<UpdateChannelPayload, 'channel'> & { channel: ResolversParentTypes['Channel'] };
  UpdateCourseInput: UpdateCourseInput;
  UpdateCoursePayload: Omit<UpdateCoursePayload, 'course'> & { course: ResolversParentTypes['Course'] };
  UpdateLessonInput: UpdateLessonInput;
  UpdateLessonPayload: Omit<UpdateLessonPayload, 'lesson'> & { lesson: ResolversParentTypes['Lesson'] };
  UpdateMovieInput: UpdateMovieInput;
  UpdateMoviePayload: Omit<UpdateMoviePayload, 'movie'> & { movie: ResolversParentTypes['Movie'] };
  UpdateNotificationPreferencesInput: UpdateNotificationPreferencesInput;
  UpdateNotificationPreferencesPayload: Omit<UpdateNotificationPreferencesPayload, 'preferences'> & { preferences: ResolversParentTypes['NotificationPreferences'] };
  UpdatePlaylistInput: UpdatePlaylistInput;
  UpdatePlaylistPayload: Omit<UpdatePlaylistPayload, 'playlist'> & { playlist: ResolversParentTypes['Playlist'] };
  UpdatePreferencesInput: UpdatePreferencesInput;
  UpdatePreferencesPayload: Omit<UpdatePreferencesPayload, 'preferences'> & { preferences: ResolversParentTypes['Preferences'] };
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: Omit<UpdateProfilePayload, 'user'> & { user: ResolversParentTypes['User'] };
  UpdateRecordingInput: UpdateRecordingInput;
  UpdateRecordingPayload: Omit<UpdateRecordingPayload, 'recording'> & { recording: ResolversParentTypes['Recording'] };
  UpdateVideoInput: UpdateVideoInput;
  UpdateVideoPayload: Omit<UpdateVideoPayload, 'video'> & { video: ResolversParentTypes['Video'] };
  UploadHeader: UploadHeader;
  UploadTarget: UploadTargetModel;
  User: UserRecord;
  UserConnection: UserConnectionModel;
  UserEdge: UserEdgeModel;
  UserFilter: UserFilter;
  VerifyEmailPayload: VerifyEmailPayload;
  VerifyInstructorPayload: Omit<VerifyInstructorPayload, 'instructor'> & { instructor: ResolversParentTypes['Instructor'] };
  Video: VideoRecord;
  VideoCategory: VideoCategory;
  VideoConnection: VideoConnectionModel;
  VideoCounters: VideoCounters;
  VideoEdge: VideoEdgeModel;
  VideoFilter: VideoFilter;
  VideoPerformance: VideoPerformanceModel;
  VideoPerformanceConnection: VideoPerformanceConnectionModel;
  VideoPerformanceEdge: VideoPerformanceEdgeModel;
  VideoReport: VideoReportRecord;
  VideoReportConnection: VideoReportConnectionModel;
  VideoReportEdge: VideoReportEdgeModel;
  VideoSort: VideoSort;
  WatchConnection: WatchConnectionModel;
  WatchEdge: WatchEdgeModel;
  WatchEntry: WatchEntryModel;
  WatchProgress: WatchProgressRecord;
};

export type AuthDirectiveArgs = {
  requires: Access;
};

export type AuthDirectiveResolver<Result, Parent, ContextType = Context, Args = AuthDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
  scope?: Maybe<CacheControlScope>;
  upTo?: Maybe<Scalars['Int']['input']>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CostlyDirectiveArgs = { };

export type CostlyDirectiveResolver<Result, Parent, ContextType = Context, Args = CostlyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LiveDirectiveArgs = { };

export type LiveDirectiveResolver<Result, Parent, ContextType = Context, Args = LiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RateLimitDirectiveArgs = {
  by?: RateLimitSubject;
  countSuccesses?: Scalars['Boolean']['input'];
  limit: Scalars['Int']['input'];
  name: Scalars['String']['input'];
  window: Scalars['Int']['input'];
};

export type RateLimitDirectiveResolver<Result, Parent, ContextType = Context, Args = RateLimitDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AddCommentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddCommentPayload'] = ResolversParentTypes['AddCommentPayload']> = {
  comment?: Resolver<ResolversTypes['Comment'], ParentType, ContextType>;
};

export type AddFavouritePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddFavouritePayload'] = ResolversParentTypes['AddFavouritePayload']> = {
  favourite?: Resolver<ResolversTypes['Favourite'], ParentType, ContextType>;
};

export type AddLessonPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddLessonPayload'] = ResolversParentTypes['AddLessonPayload']> = {
  lesson?: Resolver<ResolversTypes['Lesson'], ParentType, ContextType>;
};

export type AddRecordingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddRecordingPayload'] = ResolversParentTypes['AddRecordingPayload']> = {
  recording?: Resolver<ResolversTypes['Recording'], ParentType, ContextType>;
};

export type AddToPlaylistPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddToPlaylistPayload'] = ResolversParentTypes['AddToPlaylistPayload']> = {
  playlist?: Resolver<ResolversTypes['Playlist'], ParentType, ContextType>;
};

export type ArrangeLessonsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArrangeLessonsPayload'] = ResolversParentTypes['ArrangeLessonsPayload']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
};

export type AuditEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEvent'] = ResolversParentTypes['AuditEvent']> = {
  actor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  details?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AuditKind'], ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type AuditEventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEventConnection'] = ResolversParentTypes['AuditEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuditEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuditEventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEventEdge'] = ResolversParentTypes['AuditEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEvent'], ParentType, ContextType>;
};

export type BanUserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BanUserPayload'] = ResolversParentTypes['BanUserPayload']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type BlockUserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockUserPayload'] = ResolversParentTypes['BlockUserPayload']> = {
  blocked?: Resolver<ResolversTypes['BlockedUser'], ParentType, ContextType>;
};

export type BlockedUserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockedUser'] = ResolversParentTypes['BlockedUser']> = {
  blockedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['PublicProfile']>, ParentType, ContextType>;
};

export type BlockedUserConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockedUserConnection'] = ResolversParentTypes['BlockedUserConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BlockedUserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['BlockedUser']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BlockedUserEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockedUserEdge'] = ResolversParentTypes['BlockedUserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BlockedUser'], ParentType, ContextType>;
};

export type CacheCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CacheCounts'] = ResolversParentTypes['CacheCounts']> = {
  bypassReasons?: Resolver<Array<ResolversTypes['CountedReason']>, ParentType, ContextType>;
  bypassed?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  hitRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  hits?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  hitsFromMemory?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  hitsFromRedis?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  joined?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  missReasons?: Resolver<Array<ResolversTypes['CountedReason']>, ParentType, ContextType>;
  misses?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  notStoredReasons?: Resolver<Array<ResolversTypes['CountedReason']>, ParentType, ContextType>;
  staleHits?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  stored?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  storedBytes?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type CacheEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CacheEntry'] = ResolversParentTypes['CacheEntry']> = {
  ageSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['CacheAudience'], ParentType, ContextType>;
  bodyBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  costMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  diesInSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  invalidatedBy?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  memoryBytes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CacheEntryState'], ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  tier?: Resolver<ResolversTypes['CacheTier'], ParentType, ContextType>;
  ttlSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CacheEpochResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CacheEpoch'] = ResolversParentTypes['CacheEpoch']> = {
  doubt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isLive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nonce?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  waitingMutations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CacheLatencyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CacheLatency'] = ResolversParentTypes['CacheLatency']> = {
  cached?: Resolver<ResolversTypes['Durations'], ParentType, ContextType>;
  hits?: Resolver<ResolversTypes['Durations'], ParentType, ContextType>;
  misses?: Resolver<ResolversTypes['Durations'], ParentType, ContextType>;
  uncached?: Resolver<ResolversTypes['Durations'], ParentType, ContextType>;
};

export type CacheLogStatisticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CacheLogStatistics'] = ResolversParentTypes['CacheLogStatistics']> = {
  appendTimes?: Resolver<ResolversTypes['Durations'], ParentType, ContextType>;
  appends?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  clears?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  failedAppends?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  failedProofs?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  invalidations?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  lagRecords?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  proofAgeSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  proofTimes?: Resolver<ResolversTypes['Durations'], ParentType, ContextType>;
  proofs?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  skips?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type CacheLookupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CacheLookup'] = ResolversParentTypes['CacheLookup']> = {
  entries?: Resolver<Array<ResolversTypes['CacheEntry']>, ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['CacheableOperation']>, ParentType, ContextType>;
};

export type CacheMemoryStatisticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CacheMemoryStatistics'] = ResolversParentTypes['CacheMemoryStatistics']> = {
  bytes?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  evictedByAge?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  evictedForSpace?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  maxBytes?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type CacheStatisticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CacheStatistics'] = ResolversParentTypes['CacheStatistics']> = {
  answers?: Resolver<ResolversTypes['CacheCounts'], ParentType, ContextType>;
  byOperation?: Resolver<Array<ResolversTypes['NamedCacheCounts']>, ParentType, ContextType, RequireFields<CacheStatisticsByOperationArgs, 'first'>>;
  byType?: Resolver<Array<ResolversTypes['NamedCacheCounts']>, ParentType, ContextType>;
  entities?: Resolver<Array<ResolversTypes['NamedCacheCounts']>, ParentType, ContextType>;
  epoch?: Resolver<ResolversTypes['CacheEpoch'], ParentType, ContextType>;
  instance?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  latency?: Resolver<ResolversTypes['CacheLatency'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['CacheLogStatistics'], ParentType, ContextType>;
  memory?: Resolver<ResolversTypes['CacheMemoryStatistics'], ParentType, ContextType>;
  process?: Resolver<ResolversTypes['ProcessMemory'], ParentType, ContextType>;
  redis?: Resolver<Maybe<ResolversTypes['RedisHealth']>, ParentType, ContextType>;
  uptimeSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CacheableOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CacheableOperation'] = ResolversParentTypes['CacheableOperation']> = {
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isCacheable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isPrivate?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maxAgeSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refused?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ChangePasswordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangePasswordPayload'] = ResolversParentTypes['ChangePasswordPayload']> = {
  endedSessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChannelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Channel'] = ResolversParentTypes['Channel']> = {
  avatarUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  handle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['PublicProfile']>, ParentType, ContextType>;
  playlists?: Resolver<ResolversTypes['PlaylistConnection'], ParentType, ContextType, Partial<ChannelPlaylistsArgs>>;
  statistics?: Resolver<ResolversTypes['ChannelStatistics'], ParentType, ContextType>;
  subscribers?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  videos?: Resolver<ResolversTypes['VideoConnection'], ParentType, ContextType, RequireFields<ChannelVideosArgs, 'sort'>>;
  viewerIsSubscribed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChannelAnalyticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelAnalytics'] = ResolversParentTypes['ChannelAnalytics']> = {
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  daily?: Resolver<Array<ResolversTypes['ChannelDay']>, ParentType, ContextType, Partial<ChannelAnalyticsDailyArgs>>;
  monthly?: Resolver<Array<ResolversTypes['ChannelMonth']>, ParentType, ContextType, RequireFields<ChannelAnalyticsMonthlyArgs, 'months'>>;
  totals?: Resolver<ResolversTypes['ChannelTotals'], ParentType, ContextType>;
  videos?: Resolver<ResolversTypes['VideoPerformanceConnection'], ParentType, ContextType, RequireFields<ChannelAnalyticsVideosArgs, 'period' | 'sort'>>;
};

export type ChannelDayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelDay'] = ResolversParentTypes['ChannelDay']> = {
  comments?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  dislikes?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  likes?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  subscribersGained?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  subscribersLost?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  views?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type ChannelMonthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelMonth'] = ResolversParentTypes['ChannelMonth']> = {
  comments?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  dislikes?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  likes?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  subscribersGained?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  subscribersLost?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  views?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type ChannelStatisticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelStatistics'] = ResolversParentTypes['ChannelStatistics']> = {
  subscribedTo?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  subscribers?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  totalViews?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  videoCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChannelSubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelSubscription'] = ResolversParentTypes['ChannelSubscription']> = {
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  subscribedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ChannelSubscriptionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelSubscriptionConnection'] = ResolversParentTypes['ChannelSubscriptionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ChannelSubscriptionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ChannelSubscription']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChannelSubscriptionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelSubscriptionEdge'] = ResolversParentTypes['ChannelSubscriptionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ChannelSubscription'], ParentType, ContextType>;
};

export type ChannelTotalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelTotals'] = ResolversParentTypes['ChannelTotals']> = {
  comments?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  dislikes?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  likes?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  subscribers?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  videos?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  views?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type ClearCachePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClearCachePayload'] = ResolversParentTypes['ClearCachePayload']> = {
  stamped?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ClearWatchHistoryPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClearWatchHistoryPayload'] = ResolversParentTypes['ClearWatchHistoryPayload']> = {
  removedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CommentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Comment'] = ResolversParentTypes['Comment']> = {
  author?: Resolver<Maybe<ResolversTypes['PublicProfile']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  likes?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  replies?: Resolver<ResolversTypes['CommentConnection'], ParentType, ContextType, RequireFields<CommentRepliesArgs, 'sort'>>;
  replyCount?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  video?: Resolver<Maybe<ResolversTypes['Video']>, ParentType, ContextType>;
  viewerHasBlockedAuthor?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  viewerHasLiked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentConnection'] = ResolversParentTypes['CommentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CommentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Comment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CommentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentEdge'] = ResolversParentTypes['CommentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Comment'], ParentType, ContextType>;
};

export type CountedReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountedReason'] = ResolversParentTypes['CountedReason']> = {
  count?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CourseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Course'] = ResolversParentTypes['Course']> = {
  category?: Resolver<ResolversTypes['CourseCategory'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  durationSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrolmentCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instructor?: Resolver<ResolversTypes['Instructor'], ParentType, ContextType>;
  isPublished?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lessonCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['CourseLevel'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sections?: Resolver<Array<ResolversTypes['CourseSection']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CourseAnalyticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseAnalytics'] = ResolversParentTypes['CourseAnalytics']> = {
  activeLearners?: Resolver<Array<ResolversTypes['DailyLearners']>, ParentType, ContextType>;
  computedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dropOff?: Resolver<Array<ResolversTypes['LessonDropOff']>, ParentType, ContextType>;
  statistics?: Resolver<ResolversTypes['CourseStatistics'], ParentType, ContextType>;
};

export type CourseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseConnection'] = ResolversParentTypes['CourseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CourseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Course']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CourseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseEdge'] = ResolversParentTypes['CourseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
};

export type CourseSectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseSection'] = ResolversParentTypes['CourseSection']> = {
  lessons?: Resolver<Array<ResolversTypes['Lesson']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CourseStatisticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseStatistics'] = ResolversParentTypes['CourseStatistics']> = {
  averageProgress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  completions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  computedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  enrolments?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CreateChannelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateChannelPayload'] = ResolversParentTypes['CreateChannelPayload']> = {
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
};

export type CreateCoursePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCoursePayload'] = ResolversParentTypes['CreateCoursePayload']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
};

export type CreateMoviePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateMoviePayload'] = ResolversParentTypes['CreateMoviePayload']> = {
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
};

export type CreatePlaylistPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePlaylistPayload'] = ResolversParentTypes['CreatePlaylistPayload']> = {
  playlist?: Resolver<ResolversTypes['Playlist'], ParentType, ContextType>;
};

export type DailyLearnersResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DailyLearners'] = ResolversParentTypes['DailyLearners']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  learners?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteAccountPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteAccountPayload'] = ResolversParentTypes['DeleteAccountPayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteChannelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteChannelPayload'] = ResolversParentTypes['DeleteChannelPayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteCommentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteCommentPayload'] = ResolversParentTypes['DeleteCommentPayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteCoursePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteCoursePayload'] = ResolversParentTypes['DeleteCoursePayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteMoviePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteMoviePayload'] = ResolversParentTypes['DeleteMoviePayload']> = {
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
};

export type DeleteNotificationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteNotificationPayload'] = ResolversParentTypes['DeleteNotificationPayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DeletePlaylistPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeletePlaylistPayload'] = ResolversParentTypes['DeletePlaylistPayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteVideoPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteVideoPayload'] = ResolversParentTypes['DeleteVideoPayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeletedCommentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeletedComment'] = ResolversParentTypes['DeletedComment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DurationsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Durations'] = ResolversParentTypes['Durations']> = {
  count?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  meanMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p50Ms?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p95Ms?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p99Ms?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type EditCommentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditCommentPayload'] = ResolversParentTypes['EditCommentPayload']> = {
  comment?: Resolver<ResolversTypes['Comment'], ParentType, ContextType>;
};

export type EndSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EndSessionPayload'] = ResolversParentTypes['EndSessionPayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type EnrolPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrolPayload'] = ResolversParentTypes['EnrolPayload']> = {
  enrolment?: Resolver<ResolversTypes['Enrolment'], ParentType, ContextType>;
};

export type EnrolmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Enrolment'] = ResolversParentTypes['Enrolment']> = {
  certificateId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  course?: Resolver<Maybe<ResolversTypes['Course']>, ParentType, ContextType>;
  enrolledAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastActiveAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lessons?: Resolver<Array<ResolversTypes['LessonProgress']>, ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type EnrolmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrolmentConnection'] = ResolversParentTypes['EnrolmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EnrolmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Enrolment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EnrolmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrolmentEdge'] = ResolversParentTypes['EnrolmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Enrolment'], ParentType, ContextType>;
};

export type FavouriteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Favourite'] = ResolversParentTypes['Favourite']> = {
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
};

export type FavouriteConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FavouriteConnection'] = ResolversParentTypes['FavouriteConnection']> = {
  edges?: Resolver<Array<ResolversTypes['FavouriteEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Favourite']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FavouriteEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FavouriteEdge'] = ResolversParentTypes['FavouriteEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Favourite'], ParentType, ContextType>;
};

export type FinishUploadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FinishUploadPayload'] = ResolversParentTypes['FinishUploadPayload']> = {
  video?: Resolver<ResolversTypes['Video'], ParentType, ContextType>;
};

export type ForgotPasswordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ForgotPasswordPayload'] = ResolversParentTypes['ForgotPasswordPayload']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GenreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Genre'] = ResolversParentTypes['Genre']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImageConfigurationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImageConfiguration'] = ResolversParentTypes['ImageConfiguration']> = {
  backdropSizes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  baseUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  posterSizes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  profileSizes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  secureBaseUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InstructorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Instructor'] = ResolversParentTypes['Instructor']> = {
  bio?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  courses?: Resolver<ResolversTypes['CourseConnection'], ParentType, ContextType, RequireFields<InstructorCoursesArgs, 'sort'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InstructorConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InstructorConnection'] = ResolversParentTypes['InstructorConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InstructorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Instructor']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InstructorEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InstructorEdge'] = ResolversParentTypes['InstructorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Instructor'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export interface JsonObjectScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSONObject'], any> {
  name: 'JSONObject';
}

export type LessonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Lesson'] = ResolversParentTypes['Lesson']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
  durationSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isPreview?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isRequired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordings?: Resolver<Array<ResolversTypes['Recording']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LessonDropOffResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LessonDropOff'] = ResolversParentTypes['LessonDropOff']> = {
  completed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lesson?: Resolver<ResolversTypes['Lesson'], ParentType, ContextType>;
  started?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stoppedHere?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LessonProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LessonProgress'] = ResolversParentTypes['LessonProgress']> = {
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lesson?: Resolver<ResolversTypes['Lesson'], ParentType, ContextType>;
  positionSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LikeCommentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LikeCommentPayload'] = ResolversParentTypes['LikeCommentPayload']> = {
  comment?: Resolver<ResolversTypes['Comment'], ParentType, ContextType>;
};

export type LoginPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoginPayload'] = ResolversParentTypes['LoginPayload']> = {
  tokens?: Resolver<ResolversTypes['Tokens'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type LogoutEverywherePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogoutEverywherePayload'] = ResolversParentTypes['LogoutEverywherePayload']> = {
  endedSessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LogoutPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogoutPayload'] = ResolversParentTypes['LogoutPayload']> = {
  endedSessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MarkAllNotificationsReadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkAllNotificationsReadPayload'] = ResolversParentTypes['MarkAllNotificationsReadPayload']> = {
  marked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MarkNotificationReadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkNotificationReadPayload'] = ResolversParentTypes['MarkNotificationReadPayload']> = {
  notification?: Resolver<ResolversTypes['Notification'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MoveInPlaylistPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveInPlaylistPayload'] = ResolversParentTypes['MoveInPlaylistPayload']> = {
  playlist?: Resolver<ResolversTypes['Playlist'], ParentType, ContextType>;
};

export type MovieResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Movie'] = ResolversParentTypes['Movie']> = {
  budgetUsd?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  creativeType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  directors?: Resolver<Array<ResolversTypes['Person']>, ParentType, ContextType>;
  distributor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  genres?: Resolver<Array<ResolversTypes['Genre']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  importedRating?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  isFavourite?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  mpaaRating?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  myProgress?: Resolver<Maybe<ResolversTypes['WatchProgress']>, ParentType, ContextType>;
  myRating?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  popularity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  posterPath?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  recommendations?: Resolver<ResolversTypes['RecommendationConnection'], ParentType, ContextType, Partial<MovieRecommendationsArgs>>;
  releaseDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  rottenTomatoesRating?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  runtimeMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  usDvdSalesUsd?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  usGrossUsd?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  viewerRating?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  viewerRatingCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  views?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  votes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  worldwideGrossUsd?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MovieConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovieConnection'] = ResolversParentTypes['MovieConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MovieEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Movie']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MovieEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovieEdge'] = ResolversParentTypes['MovieEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
};

export type MovieRatingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovieRating'] = ResolversParentTypes['MovieRating']> = {
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
  ratedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rating?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MovieRatingConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovieRatingConnection'] = ResolversParentTypes['MovieRatingConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MovieRatingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['MovieRating']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MovieRatingEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovieRatingEdge'] = ResolversParentTypes['MovieRatingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MovieRating'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addComment?: Resolver<ResolversTypes['AddCommentPayload'], ParentType, ContextType, RequireFields<MutationAddCommentArgs, 'input'>>;
  addFavourite?: Resolver<ResolversTypes['AddFavouritePayload'], ParentType, ContextType, RequireFields<MutationAddFavouriteArgs, 'movieId'>>;
  addLesson?: Resolver<ResolversTypes['AddLessonPayload'], ParentType, ContextType, RequireFields<MutationAddLessonArgs, 'courseId' | 'input'>>;
  addRecording?: Resolver<ResolversTypes['AddRecordingPayload'], ParentType, ContextType, RequireFields<MutationAddRecordingArgs, 'input' | 'lessonId'>>;
  addToPlaylist?: Resolver<ResolversTypes['AddToPlaylistPayload'], ParentType, ContextType, RequireFields<MutationAddToPlaylistArgs, 'input'>>;
  arrangeLessons?: Resolver<ResolversTypes['ArrangeLessonsPayload'], ParentType, ContextType, RequireFields<MutationArrangeLessonsArgs, 'courseId' | 'sections'>>;
  banUser?: Resolver<ResolversTypes['BanUserPayload'], ParentType, ContextType, RequireFields<MutationBanUserArgs, 'reason' | 'userId'>>;
  blockUser?: Resolver<ResolversTypes['BlockUserPayload'], ParentType, ContextType, RequireFields<MutationBlockUserArgs, 'userId'>>;
  changePassword?: Resolver<ResolversTypes['ChangePasswordPayload'], ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  clearCache?: Resolver<ResolversTypes['ClearCachePayload'], ParentType, ContextType, RequireFields<MutationClearCacheArgs, 'what'>>;
  clearWatchHistory?: Resolver<ResolversTypes['ClearWatchHistoryPayload'], ParentType, ContextType>;
  createChannel?: Resolver<ResolversTypes['CreateChannelPayload'], ParentType, ContextType, RequireFields<MutationCreateChannelArgs, 'input'>>;
  createCourse?: Resolver<ResolversTypes['CreateCoursePayload'], ParentType, ContextType, RequireFields<MutationCreateCourseArgs, 'input'>>;
  createMovie?: Resolver<ResolversTypes['CreateMoviePayload'], ParentType, ContextType, RequireFields<MutationCreateMovieArgs, 'input'>>;
  createPlaylist?: Resolver<ResolversTypes['CreatePlaylistPayload'], ParentType, ContextType, RequireFields<MutationCreatePlaylistArgs, 'input'>>;
  deleteAccount?: Resolver<ResolversTypes['DeleteAccountPayload'], ParentType, ContextType, RequireFields<MutationDeleteAccountArgs, 'password'>>;
  deleteChannel?: Resolver<ResolversTypes['DeleteChannelPayload'], ParentType, ContextType>;
  deleteComment?: Resolver<ResolversTypes['DeleteCommentPayload'], ParentType, ContextType, RequireFields<MutationDeleteCommentArgs, 'id'>>;
  deleteCourse?: Resolver<ResolversTypes['DeleteCoursePayload'], ParentType, ContextType, RequireFields<MutationDeleteCourseArgs, 'id'>>;
  deleteMovie?: Resolver<ResolversTypes['DeleteMoviePayload'], ParentType, ContextType, RequireFields<MutationDeleteMovieArgs, 'id'>>;
  deleteNotification?: Resolver<ResolversTypes['DeleteNotificationPayload'], ParentType, ContextType, RequireFields<MutationDeleteNotificationArgs, 'id'>>;
  deletePlaylist?: Resolver<ResolversTypes['DeletePlaylistPayload'], ParentType, ContextType, RequireFields<MutationDeletePlaylistArgs, 'id'>>;
  deleteVideo?: Resolver<ResolversTypes['DeleteVideoPayload'], ParentType, ContextType, RequireFields<MutationDeleteVideoArgs, 'id'>>;
  editComment?: Resolver<ResolversTypes['EditCommentPayload'], ParentType, ContextType, RequireFields<MutationEditCommentArgs, 'id' | 'text'>>;
  endSession?: Resolver<ResolversTypes['EndSessionPayload'], ParentType, ContextType, RequireFields<MutationEndSessionArgs, 'id'>>;
  enrol?: Resolver<ResolversTypes['EnrolPayload'], ParentType, ContextType, RequireFields<MutationEnrolArgs, 'courseId'>>;
  finishUpload?: Resolver<ResolversTypes['FinishUploadPayload'], ParentType, ContextType, RequireFields<MutationFinishUploadArgs, 'id' | 'input'>>;
  forgotPassword?: Resolver<ResolversTypes['ForgotPasswordPayload'], ParentType, ContextType, RequireFields<MutationForgotPasswordArgs, 'email'>>;
  likeComment?: Resolver<ResolversTypes['LikeCommentPayload'], ParentType, ContextType, RequireFields<MutationLikeCommentArgs, 'id'>>;
  login?: Resolver<ResolversTypes['LoginPayload'], ParentType, ContextType, RequireFields<MutationLoginArgs, 'input'>>;
  logout?: Resolver<ResolversTypes['LogoutPayload'], ParentType, ContextType>;
  logoutEverywhere?: Resolver<ResolversTypes['LogoutEverywherePayload'], ParentType, ContextType>;
  markAllNotificationsRead?: Resolver<ResolversTypes['MarkAllNotificationsReadPayload'], ParentType, ContextType, Partial<MutationMarkAllNotificationsReadArgs>>;
  markNotificationRead?: Resolver<ResolversTypes['MarkNotificationReadPayload'], ParentType, ContextType, RequireFields<MutationMarkNotificationReadArgs, 'id'>>;
  moveInPlaylist?: Resolver<ResolversTypes['MoveInPlaylistPayload'], ParentType, ContextType, RequireFields<MutationMoveInPlaylistArgs, 'input'>>;
  publishCourse?: Resolver<ResolversTypes['PublishCoursePayload'], ParentType, ContextType, RequireFields<MutationPublishCourseArgs, 'id'>>;
  publishVideo?: Resolver<ResolversTypes['PublishVideoPayload'], ParentType, ContextType, RequireFields<MutationPublishVideoArgs, 'id'>>;
  rateMovie?: Resolver<ResolversTypes['RateMoviePayload'], ParentType, ContextType, RequireFields<MutationRateMovieArgs, 'movieId' | 'rating'>>;
  reactToVideo?: Resolver<ResolversTypes['ReactToVideoPayload'], ParentType, ContextType, RequireFields<MutationReactToVideoArgs, 'id' | 'reaction'>>;
  recordProgress?: Resolver<ResolversTypes['RecordProgressPayload'], ParentType, ContextType, RequireFields<MutationRecordProgressArgs, 'input'>>;
  recordSearch?: Resolver<ResolversTypes['RecordSearchPayload'], ParentType, ContextType, RequireFields<MutationRecordSearchArgs, 'query'>>;
  recordVideoView?: Resolver<ResolversTypes['RecordVideoViewPayload'], ParentType, ContextType, RequireFields<MutationRecordVideoViewArgs, 'id'>>;
  recordView?: Resolver<ResolversTypes['RecordViewPayload'], ParentType, ContextType, RequireFields<MutationRecordViewArgs, 'movieId'>>;
  refresh?: Resolver<ResolversTypes['RefreshPayload'], ParentType, ContextType, RequireFields<MutationRefreshArgs, 'refreshToken'>>;
  register?: Resolver<ResolversTypes['RegisterPayload'], ParentType, ContextType, RequireFields<MutationRegisterArgs, 'input'>>;
  removeFavourite?: Resolver<ResolversTypes['RemoveFavouritePayload'], ParentType, ContextType, RequireFields<MutationRemoveFavouriteArgs, 'movieId'>>;
  removeFromPlaylist?: Resolver<ResolversTypes['RemoveFromPlaylistPayload'], ParentType, ContextType, RequireFields<MutationRemoveFromPlaylistArgs, 'input'>>;
  removeFromWatchHistory?: Resolver<ResolversTypes['RemoveFromWatchHistoryPayload'], ParentType, ContextType, RequireFields<MutationRemoveFromWatchHistoryArgs, 'movieId'>>;
  removeLesson?: Resolver<ResolversTypes['RemoveLessonPayload'], ParentType, ContextType, RequireFields<MutationRemoveLessonArgs, 'id'>>;
  removeMovieRating?: Resolver<ResolversTypes['RemoveMovieRatingPayload'], ParentType, ContextType, RequireFields<MutationRemoveMovieRatingArgs, 'movieId'>>;
  removeReaction?: Resolver<ResolversTypes['RemoveReactionPayload'], ParentType, ContextType, RequireFields<MutationRemoveReactionArgs, 'id'>>;
  removeRecording?: Resolver<ResolversTypes['RemoveRecordingPayload'], ParentType, ContextType, RequireFields<MutationRemoveRecordingArgs, 'id'>>;
  reportProgress?: Resolver<ResolversTypes['ReportProgressPayload'], ParentType, ContextType, RequireFields<MutationReportProgressArgs, 'input'>>;
  reportVideo?: Resolver<ResolversTypes['ReportVideoPayload'], ParentType, ContextType, RequireFields<MutationReportVideoArgs, 'id' | 'input'>>;
  requestUpload?: Resolver<ResolversTypes['RequestUploadPayload'], ParentType, ContextType, RequireFields<MutationRequestUploadArgs, 'input'>>;
  resendVerification?: Resolver<ResolversTypes['ResendVerificationPayload'], ParentType, ContextType, RequireFields<MutationResendVerificationArgs, 'email'>>;
  resetPassword?: Resolver<ResolversTypes['ResetPasswordPayload'], ParentType, ContextType, RequireFields<MutationResetPasswordArgs, 'input'>>;
  resolveReport?: Resolver<ResolversTypes['ResolveReportPayload'], ParentType, ContextType, RequireFields<MutationResolveReportArgs, 'id' | 'input'>>;
  restoreVideo?: Resolver<ResolversTypes['RestoreVideoPayload'], ParentType, ContextType, RequireFields<MutationRestoreVideoArgs, 'id'>>;
  saveInstructorProfile?: Resolver<ResolversTypes['SaveInstructorProfilePayload'], ParentType, ContextType, RequireFields<MutationSaveInstructorProfileArgs, 'input'>>;
  setRoles?: Resolver<ResolversTypes['SetRolesPayload'], ParentType, ContextType, RequireFields<MutationSetRolesArgs, 'roles' | 'userId'>>;
  subscribeToChannel?: Resolver<ResolversTypes['SubscribeToChannelPayload'], ParentType, ContextType, RequireFields<MutationSubscribeToChannelArgs, 'id'>>;
  unbanUser?: Resolver<ResolversTypes['UnbanUserPayload'], ParentType, ContextType, RequireFields<MutationUnbanUserArgs, 'userId'>>;
  unblockUser?: Resolver<ResolversTypes['UnblockUserPayload'], ParentType, ContextType, RequireFields<MutationUnblockUserArgs, 'userId'>>;
  unenrol?: Resolver<ResolversTypes['UnenrolPayload'], ParentType, ContextType, RequireFields<MutationUnenrolArgs, 'courseId'>>;
  unlikeComment?: Resolver<ResolversTypes['UnlikeCommentPayload'], ParentType, ContextType, RequireFields<MutationUnlikeCommentArgs, 'id'>>;
  unlistVideo?: Resolver<ResolversTypes['UnlistVideoPayload'], ParentType, ContextType, RequireFields<MutationUnlistVideoArgs, 'id'>>;
  unpublishCourse?: Resolver<ResolversTypes['UnpublishCoursePayload'], ParentType, ContextType, RequireFields<MutationUnpublishCourseArgs, 'id'>>;
  unsubscribeFromChannel?: Resolver<ResolversTypes['UnsubscribeFromChannelPayload'], ParentType, ContextType, RequireFields<MutationUnsubscribeFromChannelArgs, 'id'>>;
  updateChannel?: Resolver<ResolversTypes['UpdateChannelPayload'], ParentType, ContextType, RequireFields<MutationUpdateChannelArgs, 'input'>>;
  updateCourse?: Resolver<ResolversTypes['UpdateCoursePayload'], ParentType, ContextType, RequireFields<MutationUpdateCourseArgs, 'id' | 'input'>>;
  updateLesson?: Resolver<ResolversTypes['UpdateLessonPayload'], ParentType, ContextType, RequireFields<MutationUpdateLessonArgs, 'id' | 'input'>>;
  updateMovie?: Resolver<ResolversTypes['UpdateMoviePayload'], ParentType, ContextType, RequireFields<MutationUpdateMovieArgs, 'id' | 'input'>>;
  updateNotificationPreferences?: Resolver<ResolversTypes['UpdateNotificationPreferencesPayload'], ParentType, ContextType, RequireFields<MutationUpdateNotificationPreferencesArgs, 'input'>>;
  updatePlaylist?: Resolver<ResolversTypes['UpdatePlaylistPayload'], ParentType, ContextType, RequireFields<MutationUpdatePlaylistArgs, 'id' | 'input'>>;
  updatePreferences?: Resolver<ResolversTypes['UpdatePreferencesPayload'], ParentType, ContextType, RequireFields<MutationUpdatePreferencesArgs, 'input'>>;
  updateProfile?: Resolver<ResolversTypes['UpdateProfilePayload'], ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
  updateRecording?: Resolver<ResolversTypes['UpdateRecordingPayload'], ParentType, ContextType, RequireFields<MutationUpdateRecordingArgs, 'id' | 'input'>>;
  updateVideo?: Resolver<ResolversTypes['UpdateVideoPayload'], ParentType, ContextType, RequireFields<MutationUpdateVideoArgs, 'id' | 'input'>>;
  verifyEmail?: Resolver<ResolversTypes['VerifyEmailPayload'], ParentType, ContextType, RequireFields<MutationVerifyEmailArgs, 'token'>>;
  verifyInstructor?: Resolver<ResolversTypes['VerifyInstructorPayload'], ParentType, ContextType, RequireFields<MutationVerifyInstructorArgs, 'id' | 'verified'>>;
};

export type NamedCacheCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NamedCacheCounts'] = ResolversParentTypes['NamedCacheCounts']> = {
  counts?: Resolver<ResolversTypes['CacheCounts'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Channel' | 'Comment' | 'Course' | 'Genre' | 'Instructor' | 'Lesson' | 'Movie' | 'Notification' | 'Person' | 'Playlist' | 'Recording' | 'Video', ParentType, ContextType>;
};

export type NotificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Notification'] = ResolversParentTypes['Notification']> = {
  actor?: Resolver<Maybe<ResolversTypes['PublicProfile']>, ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['Comment']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NotificationKind'], ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  video?: Resolver<Maybe<ResolversTypes['Video']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationConnection'] = ResolversParentTypes['NotificationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['NotificationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Notification']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NotificationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationEdge'] = ResolversParentTypes['NotificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Notification'], ParentType, ContextType>;
};

export type NotificationPreferencesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationPreferences'] = ResolversParentTypes['NotificationPreferences']> = {
  comments?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  likes?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  newVideos?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  replies?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  subscribers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  movies?: Resolver<ResolversTypes['MovieConnection'], ParentType, ContextType, RequireFields<PersonMoviesArgs, 'sort'>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlaybackResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Playback'] = ResolversParentTypes['Playback']> = {
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sizeBytes?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PlaylistResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Playlist'] = ResolversParentTypes['Playlist']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<Maybe<ResolversTypes['PlaylistItemConnection']>, ParentType, ContextType, Partial<PlaylistItemsArgs>>;
  owner?: Resolver<Maybe<ResolversTypes['PublicProfile']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  videoCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  videos?: Resolver<ResolversTypes['PlaylistVideoConnection'], ParentType, ContextType, Partial<PlaylistVideosArgs>>;
  visibility?: Resolver<ResolversTypes['PlaylistVisibility'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlaylistConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaylistConnection'] = ResolversParentTypes['PlaylistConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PlaylistEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Playlist']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlaylistEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaylistEdge'] = ResolversParentTypes['PlaylistEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Playlist'], ParentType, ContextType>;
};

export type PlaylistItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaylistItem'] = ResolversParentTypes['PlaylistItem']> = {
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isShown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  video?: Resolver<Maybe<ResolversTypes['Video']>, ParentType, ContextType>;
  videoId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PlaylistItemConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaylistItemConnection'] = ResolversParentTypes['PlaylistItemConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PlaylistItemEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PlaylistItem']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlaylistItemEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaylistItemEdge'] = ResolversParentTypes['PlaylistItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PlaylistItem'], ParentType, ContextType>;
};

export type PlaylistVideoConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaylistVideoConnection'] = ResolversParentTypes['PlaylistVideoConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PlaylistVideoEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Video']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlaylistVideoEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaylistVideoEdge'] = ResolversParentTypes['PlaylistVideoEdge']> = {
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Video'], ParentType, ContextType>;
};

export type PopularSearchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PopularSearch'] = ResolversParentTypes['PopularSearch']> = {
  query?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PreferencesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Preferences'] = ResolversParentTypes['Preferences']> = {
  audioLanguage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  autoplayNext?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  autoplayPreviews?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maturityLimit?: Resolver<Maybe<ResolversTypes['MaturityRating']>, ParentType, ContextType>;
  playbackQuality?: Resolver<ResolversTypes['PlaybackQuality'], ParentType, ContextType>;
  subtitleLanguage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProcessMemoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProcessMemory'] = ResolversParentTypes['ProcessMemory']> = {
  externalBytes?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  heapTotalBytes?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  heapUsedBytes?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  residentBytes?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type PublicProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublicProfile'] = ResolversParentTypes['PublicProfile']> = {
  avatarUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  playlists?: Resolver<ResolversTypes['PlaylistConnection'], ParentType, ContextType, Partial<PublicProfilePlaylistsArgs>>;
};

export type PublishCoursePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishCoursePayload'] = ResolversParentTypes['PublishCoursePayload']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
};

export type PublishVideoPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishVideoPayload'] = ResolversParentTypes['PublishVideoPayload']> = {
  video?: Resolver<ResolversTypes['Video'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  auditTrail?: Resolver<ResolversTypes['AuditEventConnection'], ParentType, ContextType, Partial<QueryAuditTrailArgs>>;
  cacheEntry?: Resolver<ResolversTypes['CacheLookup'], ParentType, ContextType, Partial<QueryCacheEntryArgs>>;
  cacheStatistics?: Resolver<ResolversTypes['CacheStatistics'], ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType, Partial<QueryChannelArgs>>;
  channelAnalytics?: Resolver<Maybe<ResolversTypes['ChannelAnalytics']>, ParentType, ContextType, Partial<QueryChannelAnalyticsArgs>>;
  continueWatching?: Resolver<ResolversTypes['WatchConnection'], ParentType, ContextType, Partial<QueryContinueWatchingArgs>>;
  course?: Resolver<Maybe<ResolversTypes['Course']>, ParentType, ContextType, RequireFields<QueryCourseArgs, 'id'>>;
  courseAnalytics?: Resolver<Maybe<ResolversTypes['CourseAnalytics']>, ParentType, ContextType, RequireFields<QueryCourseAnalyticsArgs, 'courseId'>>;
  courseStatistics?: Resolver<Maybe<ResolversTypes['CourseStatistics']>, ParentType, ContextType, RequireFields<QueryCourseStatisticsArgs, 'courseId'>>;
  courses?: Resolver<ResolversTypes['CourseConnection'], ParentType, ContextType, RequireFields<QueryCoursesArgs, 'sort'>>;
  exportMyData?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  favourites?: Resolver<ResolversTypes['FavouriteConnection'], ParentType, ContextType, Partial<QueryFavouritesArgs>>;
  genre?: Resolver<Maybe<ResolversTypes['Genre']>, ParentType, ContextType, RequireFields<QueryGenreArgs, 'slug'>>;
  genres?: Resolver<Array<ResolversTypes['Genre']>, ParentType, ContextType>;
  imageConfiguration?: Resolver<ResolversTypes['ImageConfiguration'], ParentType, ContextType>;
  instructor?: Resolver<Maybe<ResolversTypes['Instructor']>, ParentType, ContextType, RequireFields<QueryInstructorArgs, 'id'>>;
  instructors?: Resolver<ResolversTypes['InstructorConnection'], ParentType, ContextType, Partial<QueryInstructorsArgs>>;
  lesson?: Resolver<Maybe<ResolversTypes['Lesson']>, ParentType, ContextType, RequireFields<QueryLessonArgs, 'id'>>;
  managedCourses?: Resolver<ResolversTypes['CourseConnection'], ParentType, ContextType, Partial<QueryManagedCoursesArgs>>;
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  movie?: Resolver<Maybe<ResolversTypes['Movie']>, ParentType, ContextType, RequireFields<QueryMovieArgs, 'id'>>;
  movies?: Resolver<ResolversTypes['MovieConnection'], ParentType, ContextType, RequireFields<QueryMoviesArgs, 'sort'>>;
  myBlockedUsers?: Resolver<ResolversTypes['BlockedUserConnection'], ParentType, ContextType, Partial<QueryMyBlockedUsersArgs>>;
  myChannel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  myChannelSubscriptions?: Resolver<ResolversTypes['ChannelSubscriptionConnection'], ParentType, ContextType, Partial<QueryMyChannelSubscriptionsArgs>>;
  myEnrolment?: Resolver<Maybe<ResolversTypes['Enrolment']>, ParentType, ContextType, RequireFields<QueryMyEnrolmentArgs, 'courseId'>>;
  myEnrolments?: Resolver<ResolversTypes['EnrolmentConnection'], ParentType, ContextType, Partial<QueryMyEnrolmentsArgs>>;
  myPlaylists?: Resolver<ResolversTypes['PlaylistConnection'], ParentType, ContextType, Partial<QueryMyPlaylistsArgs>>;
  myRatings?: Resolver<ResolversTypes['MovieRatingConnection'], ParentType, ContextType, Partial<QueryMyRatingsArgs>>;
  mySessions?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
  myVideos?: Resolver<ResolversTypes['VideoConnection'], ParentType, ContextType, Partial<QueryMyVideosArgs>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  notificationPreferences?: Resolver<ResolversTypes['NotificationPreferences'], ParentType, ContextType>;
  notifications?: Resolver<ResolversTypes['NotificationConnection'], ParentType, ContextType, RequireFields<QueryNotificationsArgs, 'onlyUnread'>>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, RequireFields<QueryPersonArgs, 'slug'>>;
  playlist?: Resolver<Maybe<ResolversTypes['Playlist']>, ParentType, ContextType, RequireFields<QueryPlaylistArgs, 'id'>>;
  popularMovies?: Resolver<ResolversTypes['MovieConnection'], ParentType, ContextType, Partial<QueryPopularMoviesArgs>>;
  popularSearches?: Resolver<Array<ResolversTypes['PopularSearch']>, ParentType, ContextType>;
  preferences?: Resolver<ResolversTypes['Preferences'], ParentType, ContextType>;
  recording?: Resolver<Maybe<ResolversTypes['Recording']>, ParentType, ContextType, RequireFields<QueryRecordingArgs, 'id'>>;
  reports?: Resolver<ResolversTypes['VideoReportConnection'], ParentType, ContextType, RequireFields<QueryReportsArgs, 'status'>>;
  search?: Resolver<ResolversTypes['SearchConnection'], ParentType, ContextType, RequireFields<QuerySearchArgs, 'query'>>;
  searchAll?: Resolver<ResolversTypes['SearchAllConnection'], ParentType, ContextType, RequireFields<QuerySearchAllArgs, 'query'>>;
  searchSuggestions?: Resolver<Array<ResolversTypes['SearchSuggestion']>, ParentType, ContextType, RequireFields<QuerySearchSuggestionsArgs, 'first' | 'prefix'>>;
  subscriptionFeed?: Resolver<ResolversTypes['VideoConnection'], ParentType, ContextType, Partial<QuerySubscriptionFeedArgs>>;
  trending?: Resolver<ResolversTypes['TrendingConnection'], ParentType, ContextType, RequireFields<QueryTrendingArgs, 'window'>>;
  trendingVideos?: Resolver<ResolversTypes['TrendingVideoConnection'], ParentType, ContextType, Partial<QueryTrendingVideosArgs>>;
  unreadNotificationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  users?: Resolver<ResolversTypes['UserConnection'], ParentType, ContextType, Partial<QueryUsersArgs>>;
  video?: Resolver<Maybe<ResolversTypes['Video']>, ParentType, ContextType, RequireFields<QueryVideoArgs, 'id'>>;
  videoCategories?: Resolver<Array<ResolversTypes['VideoCategory']>, ParentType, ContextType>;
  videos?: Resolver<ResolversTypes['VideoConnection'], ParentType, ContextType, RequireFields<QueryVideosArgs, 'sort'>>;
  watchHistory?: Resolver<ResolversTypes['WatchConnection'], ParentType, ContextType, Partial<QueryWatchHistoryArgs>>;
};

export type RateMoviePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RateMoviePayload'] = ResolversParentTypes['RateMoviePayload']> = {
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
};

export type ReactToVideoPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReactToVideoPayload'] = ResolversParentTypes['ReactToVideoPayload']> = {
  video?: Resolver<ResolversTypes['Video'], ParentType, ContextType>;
};

export type RecommendationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecommendationConnection'] = ResolversParentTypes['RecommendationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RecommendationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Movie']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RecommendationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecommendationEdge'] = ResolversParentTypes['RecommendationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['RecommendationReason']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RecommendationReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecommendationReason'] = ResolversParentTypes['RecommendationReason']> = {
  kind?: Resolver<ResolversTypes['RecommendationReasonKind'], ParentType, ContextType>;
  names?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  viewers?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RecordProgressPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordProgressPayload'] = ResolversParentTypes['RecordProgressPayload']> = {
  entry?: Resolver<ResolversTypes['WatchEntry'], ParentType, ContextType>;
};

export type RecordSearchPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordSearchPayload'] = ResolversParentTypes['RecordSearchPayload']> = {
  counted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RecordVideoViewPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordVideoViewPayload'] = ResolversParentTypes['RecordVideoViewPayload']> = {
  counted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  video?: Resolver<ResolversTypes['Video'], ParentType, ContextType>;
};

export type RecordViewPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordViewPayload'] = ResolversParentTypes['RecordViewPayload']> = {
  counted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
};

export type RecordingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Recording'] = ResolversParentTypes['Recording']> = {
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  durationSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lesson?: Resolver<ResolversTypes['Lesson'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RedisHealthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedisHealth'] = ResolversParentTypes['RedisHealth']> = {
  evictedKeys?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  isLeftAlone?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isUp?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  keys?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  maxBytes?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  maxMemoryPolicy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roundTripMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  usedBytes?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RefreshPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshPayload'] = ResolversParentTypes['RefreshPayload']> = {
  tokens?: Resolver<ResolversTypes['Tokens'], ParentType, ContextType>;
};

export type RegisterPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterPayload'] = ResolversParentTypes['RegisterPayload']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RemoveFavouritePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveFavouritePayload'] = ResolversParentTypes['RemoveFavouritePayload']> = {
  movie?: Resolver<Maybe<ResolversTypes['Movie']>, ParentType, ContextType>;
};

export type RemoveFromPlaylistPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveFromPlaylistPayload'] = ResolversParentTypes['RemoveFromPlaylistPayload']> = {
  playlist?: Resolver<ResolversTypes['Playlist'], ParentType, ContextType>;
};

export type RemoveFromWatchHistoryPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveFromWatchHistoryPayload'] = ResolversParentTypes['RemoveFromWatchHistoryPayload']> = {
  movie?: Resolver<Maybe<ResolversTypes['Movie']>, ParentType, ContextType>;
};

export type RemoveLessonPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveLessonPayload'] = ResolversParentTypes['RemoveLessonPayload']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
};

export type RemoveMovieRatingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveMovieRatingPayload'] = ResolversParentTypes['RemoveMovieRatingPayload']> = {
  movie?: Resolver<Maybe<ResolversTypes['Movie']>, ParentType, ContextType>;
};

export type RemoveReactionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveReactionPayload'] = ResolversParentTypes['RemoveReactionPayload']> = {
  video?: Resolver<ResolversTypes['Video'], ParentType, ContextType>;
};

export type RemoveRecordingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveRecordingPayload'] = ResolversParentTypes['RemoveRecordingPayload']> = {
  lesson?: Resolver<ResolversTypes['Lesson'], ParentType, ContextType>;
};

export type ReportProgressPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportProgressPayload'] = ResolversParentTypes['ReportProgressPayload']> = {
  enrolment?: Resolver<ResolversTypes['Enrolment'], ParentType, ContextType>;
};

export type ReportVideoPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportVideoPayload'] = ResolversParentTypes['ReportVideoPayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RequestUploadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestUploadPayload'] = ResolversParentTypes['RequestUploadPayload']> = {
  thumbnailUpload?: Resolver<Maybe<ResolversTypes['UploadTarget']>, ParentType, ContextType>;
  upload?: Resolver<ResolversTypes['UploadTarget'], ParentType, ContextType>;
  video?: Resolver<ResolversTypes['Video'], ParentType, ContextType>;
};

export type ResendVerificationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResendVerificationPayload'] = ResolversParentTypes['ResendVerificationPayload']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ResetPasswordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResetPasswordPayload'] = ResolversParentTypes['ResetPasswordPayload']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ResolveReportPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResolveReportPayload'] = ResolversParentTypes['ResolveReportPayload']> = {
  report?: Resolver<ResolversTypes['VideoReport'], ParentType, ContextType>;
};

export type RestoreVideoPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestoreVideoPayload'] = ResolversParentTypes['RestoreVideoPayload']> = {
  video?: Resolver<ResolversTypes['Video'], ParentType, ContextType>;
};

export interface SafeIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SafeInt'], any> {
  name: 'SafeInt';
}

export type SaveInstructorProfilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveInstructorProfilePayload'] = ResolversParentTypes['SaveInstructorProfilePayload']> = {
  instructor?: Resolver<ResolversTypes['Instructor'], ParentType, ContextType>;
};

export type SearchAllConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchAllConnection'] = ResolversParentTypes['SearchAllConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SearchAllEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SearchAllResult']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SearchAllEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchAllEdge'] = ResolversParentTypes['SearchAllEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  match?: Resolver<ResolversTypes['SearchAllMatch'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SearchAllResult'], ParentType, ContextType>;
};

export type SearchAllResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchAllResult'] = ResolversParentTypes['SearchAllResult']> = {
  __resolveType: TypeResolveFn<'Channel' | 'Course' | 'Movie' | 'Video', ParentType, ContextType>;
};

export type SearchConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchConnection'] = ResolversParentTypes['SearchConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SearchEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SearchResult']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SearchEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchEdge'] = ResolversParentTypes['SearchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SearchResult'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SearchResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchResult'] = ResolversParentTypes['SearchResult']> = {
  __resolveType: TypeResolveFn<'Movie' | 'Person', ParentType, ContextType>;
};

export type SearchSuggestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchSuggestion'] = ResolversParentTypes['SearchSuggestion']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['SearchAllType']>, ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  device?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastActiveAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SetRolesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetRolesPayload'] = ResolversParentTypes['SetRolesPayload']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type SubscribeToChannelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubscribeToChannelPayload'] = ResolversParentTypes['SubscribeToChannelPayload']> = {
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  commentAdded?: SubscriptionResolver<ResolversTypes['Comment'], "commentAdded", ParentType, ContextType, RequireFields<SubscriptionCommentAddedArgs, 'videoId'>>;
  commentDeleted?: SubscriptionResolver<ResolversTypes['DeletedComment'], "commentDeleted", ParentType, ContextType, RequireFields<SubscriptionCommentDeletedArgs, 'videoId'>>;
  commentEdited?: SubscriptionResolver<ResolversTypes['Comment'], "commentEdited", ParentType, ContextType, RequireFields<SubscriptionCommentEditedArgs, 'videoId'>>;
  notificationAdded?: SubscriptionResolver<ResolversTypes['Notification'], "notificationAdded", ParentType, ContextType>;
  videoCounters?: SubscriptionResolver<ResolversTypes['VideoCounters'], "videoCounters", ParentType, ContextType, RequireFields<SubscriptionVideoCountersArgs, 'videoId'>>;
};

export type TokensResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Tokens'] = ResolversParentTypes['Tokens']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sessionExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TrendingConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrendingConnection'] = ResolversParentTypes['TrendingConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TrendingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Movie']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TrendingEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrendingEdge'] = ResolversParentTypes['TrendingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type TrendingVideoConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrendingVideoConnection'] = ResolversParentTypes['TrendingVideoConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TrendingVideoEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Video']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TrendingVideoEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrendingVideoEdge'] = ResolversParentTypes['TrendingVideoEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Video'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type UnbanUserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnbanUserPayload'] = ResolversParentTypes['UnbanUserPayload']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UnblockUserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnblockUserPayload'] = ResolversParentTypes['UnblockUserPayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UnenrolPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnenrolPayload'] = ResolversParentTypes['UnenrolPayload']> = {
  wasEnrolled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type UnlikeCommentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnlikeCommentPayload'] = ResolversParentTypes['UnlikeCommentPayload']> = {
  comment?: Resolver<ResolversTypes['Comment'], ParentType, ContextType>;
};

export type UnlistVideoPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnlistVideoPayload'] = ResolversParentTypes['UnlistVideoPayload']> = {
  video?: Resolver<ResolversTypes['Video'], ParentType, ContextType>;
};

export type UnpublishCoursePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnpublishCoursePayload'] = ResolversParentTypes['UnpublishCoursePayload']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
};

export type UnsubscribeFromChannelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnsubscribeFromChannelPayload'] = ResolversParentTypes['UnsubscribeFromChannelPayload']> = {
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
};

export type UpdateChannelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateChannelPayload'] = ResolversParentTypes['UpdateChannelPayload']> = {
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
};

export type UpdateCoursePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateCoursePayload'] = ResolversParentTypes['UpdateCoursePayload']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
};

export type UpdateLessonPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateLessonPayload'] = ResolversParentTypes['UpdateLessonPayload']> = {
  lesson?: Resolver<ResolversTypes['Lesson'], ParentType, ContextType>;
};

export type UpdateMoviePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateMoviePayload'] = ResolversParentTypes['UpdateMoviePayload']> = {
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
};

export type UpdateNotificationPreferencesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateNotificationPreferencesPayload'] = ResolversParentTypes['UpdateNotificationPreferencesPayload']> = {
  preferences?: Resolver<ResolversTypes['NotificationPreferences'], ParentType, ContextType>;
};

export type UpdatePlaylistPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdatePlaylistPayload'] = ResolversParentTypes['UpdatePlaylistPayload']> = {
  playlist?: Resolver<ResolversTypes['Playlist'], ParentType, ContextType>;
};

export type UpdatePreferencesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdatePreferencesPayload'] = ResolversParentTypes['UpdatePreferencesPayload']> = {
  preferences?: Resolver<ResolversTypes['Preferences'], ParentType, ContextType>;
};

export type UpdateProfilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProfilePayload'] = ResolversParentTypes['UpdateProfilePayload']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UpdateRecordingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateRecordingPayload'] = ResolversParentTypes['UpdateRecordingPayload']> = {
  recording?: Resolver<ResolversTypes['Recording'], ParentType, ContextType>;
};

export type UpdateVideoPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateVideoPayload'] = ResolversParentTypes['UpdateVideoPayload']> = {
  video?: Resolver<ResolversTypes['Video'], ParentType, ContextType>;
};

export type UploadHeaderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UploadHeader'] = ResolversParentTypes['UploadHeader']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UploadTargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UploadTarget'] = ResolversParentTypes['UploadTarget']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  headers?: Resolver<Array<ResolversTypes['UploadHeader']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  avatarUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  banReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bannedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  bio?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  permissions?: Resolver<Array<ResolversTypes['Permission']>, ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['Role']>, ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['User']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type VerifyEmailPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VerifyEmailPayload'] = ResolversParentTypes['VerifyEmailPayload']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type VerifyInstructorPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VerifyInstructorPayload'] = ResolversParentTypes['VerifyInstructorPayload']> = {
  instructor?: Resolver<ResolversTypes['Instructor'], ParentType, ContextType>;
};

export type VideoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Video'] = ResolversParentTypes['Video']> = {
  category?: Resolver<ResolversTypes['VideoCategory'], ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  commentCount?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  comments?: Resolver<ResolversTypes['CommentConnection'], ParentType, ContextType, RequireFields<VideoCommentsArgs, 'sort'>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dislikes?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  durationSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isReady?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  likes?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  playback?: Resolver<Maybe<ResolversTypes['Playback']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['VideoStatus'], ParentType, ContextType>;
  takenDownAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  takenDownFor?: Resolver<Maybe<ResolversTypes['VideoReportReason']>, ParentType, ContextType>;
  thumbnailUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  viewerReaction?: Resolver<Maybe<ResolversTypes['Reaction']>, ParentType, ContextType>;
  views?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VideoCategoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoCategory'] = ResolversParentTypes['VideoCategory']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type VideoConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoConnection'] = ResolversParentTypes['VideoConnection']> = {
  edges?: Resolver<Array<ResolversTypes['VideoEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Video']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VideoCountersResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoCounters'] = ResolversParentTypes['VideoCounters']> = {
  comments?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  dislikes?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  likes?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  videoId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  views?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type VideoEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoEdge'] = ResolversParentTypes['VideoEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Video'], ParentType, ContextType>;
};

export type VideoPerformanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoPerformance'] = ResolversParentTypes['VideoPerformance']> = {
  comments?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  dislikes?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  engagement?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  likes?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  video?: Resolver<Maybe<ResolversTypes['Video']>, ParentType, ContextType>;
  views?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type VideoPerformanceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoPerformanceConnection'] = ResolversParentTypes['VideoPerformanceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['VideoPerformanceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['VideoPerformance']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VideoPerformanceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoPerformanceEdge'] = ResolversParentTypes['VideoPerformanceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['VideoPerformance'], ParentType, ContextType>;
};

export type VideoReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoReport'] = ResolversParentTypes['VideoReport']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  details?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['VideoReportReason'], ParentType, ContextType>;
  reporter?: Resolver<Maybe<ResolversTypes['PublicProfile']>, ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  resolvedBy?: Resolver<Maybe<ResolversTypes['PublicProfile']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['VideoReportStatus'], ParentType, ContextType>;
  video?: Resolver<Maybe<ResolversTypes['Video']>, ParentType, ContextType>;
};

export type VideoReportConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoReportConnection'] = ResolversParentTypes['VideoReportConnection']> = {
  edges?: Resolver<Array<ResolversTypes['VideoReportEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['VideoReport']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VideoReportEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoReportEdge'] = ResolversParentTypes['VideoReportEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['VideoReport'], ParentType, ContextType>;
};

export type WatchConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WatchConnection'] = ResolversParentTypes['WatchConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WatchEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['WatchEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WatchEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WatchEdge'] = ResolversParentTypes['WatchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WatchEntry'], ParentType, ContextType>;
};

export type WatchEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WatchEntry'] = ResolversParentTypes['WatchEntry']> = {
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['WatchProgress'], ParentType, ContextType>;
};

export type WatchProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WatchProgress'] = ResolversParentTypes['WatchProgress']> = {
  durationSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  isFinished?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  positionSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  watchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AddCommentPayload?: AddCommentPayloadResolvers<ContextType>;
  AddFavouritePayload?: AddFavouritePayloadResolvers<ContextType>;
  AddLessonPayload?: AddLessonPayloadResolvers<ContextType>;
  AddRecordingPayload?: AddRecordingPayloadResolvers<ContextType>;
  AddToPlaylistPayload?: AddToPlaylistPayloadResolvers<ContextType>;
  ArrangeLessonsPayload?: ArrangeLessonsPayloadResolvers<ContextType>;
  AuditEvent?: AuditEventResolvers<ContextType>;
  AuditEventConnection?: AuditEventConnectionResolvers<ContextType>;
  AuditEventEdge?: AuditEventEdgeResolvers<ContextType>;
  BanUserPayload?: BanUserPayloadResolvers<ContextType>;
  BlockUserPayload?: BlockUserPayloadResolvers<ContextType>;
  BlockedUser?: BlockedUserResolvers<ContextType>;
  BlockedUserConnection?: BlockedUserConnectionResolvers<ContextType>;
  BlockedUserEdge?: BlockedUserEdgeResolvers<ContextType>;
  CacheCounts?: CacheCountsResolvers<ContextType>;
  CacheEntry?: CacheEntryResolvers<ContextType>;
  CacheEpoch?: CacheEpochResolvers<ContextType>;
  CacheLatency?: CacheLatencyResolvers<ContextType>;
  CacheLogStatistics?: CacheLogStatisticsResolvers<ContextType>;
  CacheLookup?: CacheLookupResolvers<ContextType>;
  CacheMemoryStatistics?: CacheMemoryStatisticsResolvers<ContextType>;
  CacheStatistics?: CacheStatisticsResolvers<ContextType>;
  CacheableOperation?: CacheableOperationResolvers<ContextType>;
  ChangePasswordPayload?: ChangePasswordPayloadResolvers<ContextType>;
  Channel?: ChannelResolvers<ContextType>;
  ChannelAnalytics?: ChannelAnalyticsResolvers<ContextType>;
  ChannelDay?: ChannelDayResolvers<ContextType>;
  ChannelMonth?: ChannelMonthResolvers<ContextType>;
  ChannelStatistics?: ChannelStatisticsResolvers<ContextType>;
  ChannelSubscription?: ChannelSubscriptionResolvers<ContextType>;
  ChannelSubscriptionConnection?: ChannelSubscriptionConnectionResolvers<ContextType>;
  ChannelSubscriptionEdge?: ChannelSubscriptionEdgeResolvers<ContextType>;
  ChannelTotals?: ChannelTotalsResolvers<ContextType>;
  ClearCachePayload?: ClearCachePayloadResolvers<ContextType>;
  ClearWatchHistoryPayload?: ClearWatchHistoryPayloadResolvers<ContextType>;
  Comment?: CommentResolvers<ContextType>;
  CommentConnection?: CommentConnectionResolvers<ContextType>;
  CommentEdge?: CommentEdgeResolvers<ContextType>;
  CountedReason?: CountedReasonResolvers<ContextType>;
  Course?: CourseResolvers<ContextType>;
  CourseAnalytics?: CourseAnalyticsResolvers<ContextType>;
  CourseConnection?: CourseConnectionResolvers<ContextType>;
  CourseEdge?: CourseEdgeResolvers<ContextType>;
  CourseSection?: CourseSectionResolvers<ContextType>;
  CourseStatistics?: CourseStatisticsResolvers<ContextType>;
  CreateChannelPayload?: CreateChannelPayloadResolvers<ContextType>;
  CreateCoursePayload?: CreateCoursePayloadResolvers<ContextType>;
  CreateMoviePayload?: CreateMoviePayloadResolvers<ContextType>;
  CreatePlaylistPayload?: CreatePlaylistPayloadResolvers<ContextType>;
  DailyLearners?: DailyLearnersResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeleteAccountPayload?: DeleteAccountPayloadResolvers<ContextType>;
  DeleteChannelPayload?: DeleteChannelPayloadResolvers<ContextType>;
  DeleteCommentPayload?: DeleteCommentPayloadResolvers<ContextType>;
  DeleteCoursePayload?: DeleteCoursePayloadResolvers<ContextType>;
  DeleteMoviePayload?: DeleteMoviePayloadResolvers<ContextType>;
  DeleteNotificationPayload?: DeleteNotificationPayloadResolvers<ContextType>;
  DeletePlaylistPayload?: DeletePlaylistPayloadResolvers<ContextType>;
  DeleteVideoPayload?: DeleteVideoPayloadResolvers<ContextType>;
  DeletedComment?: DeletedCommentResolvers<ContextType>;
  Durations?: DurationsResolvers<ContextType>;
  EditCommentPayload?: EditCommentPayloadResolvers<ContextType>;
  EndSessionPayload?: EndSessionPayloadResolvers<ContextType>;
  EnrolPayload?: EnrolPayloadResolvers<ContextType>;
  Enrolment?: EnrolmentResolvers<ContextType>;
  EnrolmentConnection?: EnrolmentConnectionResolvers<ContextType>;
  EnrolmentEdge?: EnrolmentEdgeResolvers<ContextType>;
  Favourite?: FavouriteResolvers<ContextType>;
  FavouriteConnection?: FavouriteConnectionResolvers<ContextType>;
  FavouriteEdge?: FavouriteEdgeResolvers<ContextType>;
  FinishUploadPayload?: FinishUploadPayloadResolvers<ContextType>;
  ForgotPasswordPayload?: ForgotPasswordPayloadResolvers<ContextType>;
  Genre?: GenreResolvers<ContextType>;
  ImageConfiguration?: ImageConfigurationResolvers<ContextType>;
  Instructor?: InstructorResolvers<ContextType>;
  InstructorConnection?: InstructorConnectionResolvers<ContextType>;
  InstructorEdge?: InstructorEdgeResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  JSONObject?: GraphQLScalarType;
  Lesson?: LessonResolvers<ContextType>;
  LessonDropOff?: LessonDropOffResolvers<ContextType>;
  LessonProgress?: LessonProgressResolvers<ContextType>;
  LikeCommentPayload?: LikeCommentPayloadResolvers<ContextType>;
  LoginPayload?: LoginPayloadResolvers<ContextType>;
  LogoutEverywherePayload?: LogoutEverywherePayloadResolvers<ContextType>;
  LogoutPayload?: LogoutPayloadResolvers<ContextType>;
  MarkAllNotificationsReadPayload?: MarkAllNotificationsReadPayloadResolvers<ContextType>;
  MarkNotificationReadPayload?: MarkNotificationReadPayloadResolvers<ContextType>;
  MoveInPlaylistPayload?: MoveInPlaylistPayloadResolvers<ContextType>;
  Movie?: MovieResolvers<ContextType>;
  MovieConnection?: MovieConnectionResolvers<ContextType>;
  MovieEdge?: MovieEdgeResolvers<ContextType>;
  MovieRating?: MovieRatingResolvers<ContextType>;
  MovieRatingConnection?: MovieRatingConnectionResolvers<ContextType>;
  MovieRatingEdge?: MovieRatingEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NamedCacheCounts?: NamedCacheCountsResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Notification?: NotificationResolvers<ContextType>;
  NotificationConnection?: NotificationConnectionResolvers<ContextType>;
  NotificationEdge?: NotificationEdgeResolvers<ContextType>;
  NotificationPreferences?: NotificationPreferencesResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Playback?: PlaybackResolvers<ContextType>;
  Playlist?: PlaylistResolvers<ContextType>;
  PlaylistConnection?: PlaylistConnectionResolvers<ContextType>;
  PlaylistEdge?: PlaylistEdgeResolvers<ContextType>;
  PlaylistItem?: PlaylistItemResolvers<ContextType>;
  PlaylistItemConnection?: PlaylistItemConnectionResolvers<ContextType>;
  PlaylistItemEdge?: PlaylistItemEdgeResolvers<ContextType>;
  PlaylistVideoConnection?: PlaylistVideoConnectionResolvers<ContextType>;
  PlaylistVideoEdge?: PlaylistVideoEdgeResolvers<ContextType>;
  PopularSearch?: PopularSearchResolvers<ContextType>;
  Preferences?: PreferencesResolvers<ContextType>;
  ProcessMemory?: ProcessMemoryResolvers<ContextType>;
  PublicProfile?: PublicProfileResolvers<ContextType>;
  PublishCoursePayload?: PublishCoursePayloadResolvers<ContextType>;
  PublishVideoPayload?: PublishVideoPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RateMoviePayload?: RateMoviePayloadResolvers<ContextType>;
  ReactToVideoPayload?: ReactToVideoPayloadResolvers<ContextType>;
  RecommendationConnection?: RecommendationConnectionResolvers<ContextType>;
  RecommendationEdge?: RecommendationEdgeResolvers<ContextType>;
  RecommendationReason?: RecommendationReasonResolvers<ContextType>;
  RecordProgressPayload?: RecordProgressPayloadResolvers<ContextType>;
  RecordSearchPayload?: RecordSearchPayloadResolvers<ContextType>;
  RecordVideoViewPayload?: RecordVideoViewPayloadResolvers<ContextType>;
  RecordViewPayload?: RecordViewPayloadResolvers<ContextType>;
  Recording?: RecordingResolvers<ContextType>;
  RedisHealth?: RedisHealthResolvers<ContextType>;
  RefreshPayload?: RefreshPayloadResolvers<ContextType>;
  RegisterPayload?: RegisterPayloadResolvers<ContextType>;
  RemoveFavouritePayload?: RemoveFavouritePayloadResolvers<ContextType>;
  RemoveFromPlaylistPayload?: RemoveFromPlaylistPayloadResolvers<ContextType>;
  RemoveFromWatchHistoryPayload?: RemoveFromWatchHistoryPayloadResolvers<ContextType>;
  RemoveLessonPayload?: RemoveLessonPayloadResolvers<ContextType>;
  RemoveMovieRatingPayload?: RemoveMovieRatingPayloadResolvers<ContextType>;
  RemoveReactionPayload?: RemoveReactionPayloadResolvers<ContextType>;
  RemoveRecordingPayload?: RemoveRecordingPayloadResolvers<ContextType>;
  ReportProgressPayload?: ReportProgressPayloadResolvers<ContextType>;
  ReportVideoPayload?: ReportVideoPayloadResolvers<ContextType>;
  RequestUploadPayload?: RequestUploadPayloadResolvers<ContextType>;
  ResendVerificationPayload?: ResendVerificationPayloadResolvers<ContextType>;
  ResetPasswordPayload?: ResetPasswordPayloadResolvers<ContextType>;
  ResolveReportPayload?: ResolveReportPayloadResolvers<ContextType>;
  RestoreVideoPayload?: RestoreVideoPayloadResolvers<ContextType>;
  SafeInt?: GraphQLScalarType;
  SaveInstructorProfilePayload?: SaveInstructorProfilePayloadResolvers<ContextType>;
  SearchAllConnection?: SearchAllConnectionResolvers<ContextType>;
  SearchAllEdge?: SearchAllEdgeResolvers<ContextType>;
  SearchAllResult?: SearchAllResultResolvers<ContextType>;
  SearchConnection?: SearchConnectionResolvers<ContextType>;
  SearchEdge?: SearchEdgeResolvers<ContextType>;
  SearchResult?: SearchResultResolvers<ContextType>;
  SearchSuggestion?: SearchSuggestionResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SetRolesPayload?: SetRolesPayloadResolvers<ContextType>;
  SubscribeToChannelPayload?: SubscribeToChannelPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Tokens?: TokensResolvers<ContextType>;
  TrendingConnection?: TrendingConnectionResolvers<ContextType>;
  TrendingEdge?: TrendingEdgeResolvers<ContextType>;
  TrendingVideoConnection?: TrendingVideoConnectionResolvers<ContextType>;
  TrendingVideoEdge?: TrendingVideoEdgeResolvers<ContextType>;
  UnbanUserPayload?: UnbanUserPayloadResolvers<ContextType>;
  UnblockUserPayload?: UnblockUserPayloadResolvers<ContextType>;
  UnenrolPayload?: UnenrolPayloadResolvers<ContextType>;
  UnlikeCommentPayload?: UnlikeCommentPayloadResolvers<ContextType>;
  UnlistVideoPayload?: UnlistVideoPayloadResolvers<ContextType>;
  UnpublishCoursePayload?: UnpublishCoursePayloadResolvers<ContextType>;
  UnsubscribeFromChannelPayload?: UnsubscribeFromChannelPayloadResolvers<ContextType>;
  UpdateChannelPayload?: UpdateChannelPayloadResolvers<ContextType>;
  UpdateCoursePayload?: UpdateCoursePayloadResolvers<ContextType>;
  UpdateLessonPayload?: UpdateLessonPayloadResolvers<ContextType>;
  UpdateMoviePayload?: UpdateMoviePayloadResolvers<ContextType>;
  UpdateNotificationPreferencesPayload?: UpdateNotificationPreferencesPayloadResolvers<ContextType>;
  UpdatePlaylistPayload?: UpdatePlaylistPayloadResolvers<ContextType>;
  UpdatePreferencesPayload?: UpdatePreferencesPayloadResolvers<ContextType>;
  UpdateProfilePayload?: UpdateProfilePayloadResolvers<ContextType>;
  UpdateRecordingPayload?: UpdateRecordingPayloadResolvers<ContextType>;
  UpdateVideoPayload?: UpdateVideoPayloadResolvers<ContextType>;
  UploadHeader?: UploadHeaderResolvers<ContextType>;
  UploadTarget?: UploadTargetResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  VerifyEmailPayload?: VerifyEmailPayloadResolvers<ContextType>;
  VerifyInstructorPayload?: VerifyInstructorPayloadResolvers<ContextType>;
  Video?: VideoResolvers<ContextType>;
  VideoCategory?: VideoCategoryResolvers<ContextType>;
  VideoConnection?: VideoConnectionResolvers<ContextType>;
  VideoCounters?: VideoCountersResolvers<ContextType>;
  VideoEdge?: VideoEdgeResolvers<ContextType>;
  VideoPerformance?: VideoPerformanceResolvers<ContextType>;
  VideoPerformanceConnection?: VideoPerformanceConnectionResolvers<ContextType>;
  VideoPerformanceEdge?: VideoPerformanceEdgeResolvers<ContextType>;
  VideoReport?: VideoReportResolvers<ContextType>;
  VideoReportConnection?: VideoReportConnectionResolvers<ContextType>;
  VideoReportEdge?: VideoReportEdgeResolvers<ContextType>;
  WatchConnection?: WatchConnectionResolvers<ContextType>;
  WatchEdge?: WatchEdgeResolvers<ContextType>;
  WatchEntry?: WatchEntryResolvers<ContextType>;
  WatchProgress?: WatchProgressResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  auth?: AuthDirectiveResolver<any, any, ContextType>;
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
  costly?: CostlyDirectiveResolver<any, any, ContextType>;
  live?: LiveDirectiveResolver<any, any, ContextType>;
  rateLimit?: RateLimitDirectiveResolver<any, any, ContextType>;
};
