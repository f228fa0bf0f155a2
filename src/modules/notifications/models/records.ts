import type { NotificationKind } from '../../../graphql/generated/resolvers.ts';

/**
 * That somebody is told of something, in `notifications`. It stays when it is not to be shown any more, so that the same deed,
 * taken back and done again, is not told of twice.
 */
export interface NotificationRecord {
  /** See `notificationIdOf`: there is one of each deed and recipient. */
  _id: string;
  /** Who is told. */
  userId: string;
  kind: NotificationKind;
  /** Who did it. */
  actorId: string;
  videoId: string | null;
  commentId: string | null;
  channelId: string | null;
  createdAt: Date;
  readAt: Date | null;
  /** The deed was taken back then, or its video is in no public list. */
  withdrawnAt: Date | null;
  /** Its recipient removed it then. */
  dismissedAt: Date | null;
  /**
   * The lists that it stands in: see `listsOf`. So whether it is shown and whether it is read are one path to the cache, and
   * what happens to one person's leaves those of the others.
   */
  listedIn: string[];
}

/** Names of lists, as `NotificationRecord.listedIn` has them. */
export const listOf = {
  all: (userId: string): string => `all:${userId}`,
  unread: (userId: string): string => `unread:${userId}`,
} as const;

export type Placed = Pick<NotificationRecord, 'userId' | 'readAt' | 'withdrawnAt' | 'dismissedAt'>;

export const listsOf = ({ userId, readAt, withdrawnAt, dismissedAt }: Placed): string[] => {
  if (withdrawnAt !== null || dismissedAt !== null) return [];
  return readAt === null ? [listOf.all(userId), listOf.unread(userId)] : [listOf.all(userId)];
};

/** What is told, and to whom. */
export interface Telling {
  readonly kind: NotificationKind;
  readonly actorId: string;
  readonly userId: string;
  readonly videoId?: string;
  readonly commentId?: string;
  readonly channelId?: string;
}

/** What a notification is about most closely. */
const thingOf = ({ commentId, videoId, channelId }: Omit<Telling, 'userId'>): string =>
  commentId ?? videoId ?? channelId ?? '';

/** Of what somebody did; of a new video, which many are told of, with the recipient. */
export const notificationIdOf = (telling: Telling): string => {
  const deed = `${telling.kind}:${thingOf(telling)}:${telling.actorId}`;
  return telling.kind === 'NEW_VIDEO' ? `${deed}:${telling.userId}` : deed;
};

export const notificationOf = (telling: Telling, createdAt: Date): NotificationRecord => {
  const { kind, actorId, userId, videoId = null, commentId = null, channelId = null } = telling;
  const placed = { userId, readAt: null, withdrawnAt: null, dismissedAt: null };
  return {
    _id: notificationIdOf(telling),
    kind,
    actorId,
    videoId,
    commentId,
    channelId,
    createdAt,
    ...placed,
    listedIn: listsOf(placed),
  };
};

/** Which kinds somebody wants to be told of, in `notificationPreferences`; what is missing is wanted. */
export interface NotificationPreferencesRecord {
  /** Of the user. */
  _id: string;
  newVideos?: boolean;
  comments?: boolean;
  replies?: boolean;
  likes?: boolean;
  subscribers?: boolean;
}

export type NotificationWish = Exclude<keyof NotificationPreferencesRecord, '_id'>;

export const wishOf: Readonly<Record<NotificationKind, NotificationWish>> = {
  NEW_VIDEO: 'newVideos',
  COMMENT: 'comments',
  REPLY: 'replies',
  LIKE: 'likes',
  SUBSCRIBER: 'subscribers',
};

/**
 * What is still to be done about the notifications of a video, in `videoTellings`: written in the step that publishes the
 * video or takes it out of the lists, and removed when it is done.
 */
export interface VideoTellingRecord {
  /** Of the video. */
  _id: string;
  /**
   * `TELL` the followers of the channel, also those of whom it was withdrawn; `WITHDRAW` what they were told; `REMOVE` all that is
   * about the video.
   */
  aim: 'TELL' | 'WITHDRAW' | 'REMOVE';
  /** Random, and another one whenever the aim is set: who works for an earlier one changes nothing. */
  run: string;
  /** `null` of a video that is removed. */
  channelId: string | null;
  ownerId: string | null;
  publishedAt: Date | null;
  /** Of the subscription or notification up to which it is done, in the order of their ids; empty at the beginning. */
  cursor: string;
  /**
   * The cursor before the last part: whoever goes on for one that ended does that part once more, since nobody may have been told of what
   * it wrote.
   */
  before: string;
  /** How many followers were seen to. */
  seen: number;
  /** Somebody works at it until then, in Mongo's time. */
  heldUntil: Date;
}
