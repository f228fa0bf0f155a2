import type { LiveEvents } from '../../../shared/live-events.ts';
import type { InTransaction, Transaction } from '../../../shared/transactions.ts';
import type { SubscriberReader } from '../../social/index.ts';
import { notificationOf, type NotificationRecord, type VideoTellingRecord } from '../models/records.ts';
import type { NotificationStores } from '../stores/index.ts';
import { told } from './live-topics.ts';
import type { WhoWants } from './wanting.ts';

/**
 * Does one part of a telling: each part is one transaction of what it writes and of how far it has come, so that whoever goes on,
 * after whatever end, neither repeats nor leaves out anything.
 * @returns the telling as it is to be gone on with; `undefined` when it is done, or no more this one's to do.
 */
export type TellVideo = (telling: VideoTellingRecord) => Promise<VideoTellingRecord | undefined>;

/**
 * Followers in one part, while a record of the log can name each one's lists: four tags each, of its two hundred. Behind the
 * first ones so many, parts are of another size, and name the collection: else the stamps of many followers would drive out those
 * that all other answers are proven by.
 */
const namedAtOnce = 45;
const mostNamed = 900;
const atOnce = 1_000;

export interface VideoTellingParts {
  readonly stores: Pick<NotificationStores, 'notifications' | 'ofVideos' | 'tellings'>;
  readonly subscribers: SubscriberReader;
  readonly whoWants: WhoWants;
  readonly inTransaction: InTransaction;
  readonly events: Pick<LiveEvents, 'publish'>;
  /** Milliseconds that a part may take before somebody else takes over. */
  readonly leaseMs: number;
  /** Milliseconds that a notification is kept: an older video is new to nobody. */
  readonly keptMs: number;
}

export const createTellVideo = ({
  stores: { notifications, ofVideos, tellings },
  subscribers,
  whoWants,
  inTransaction,
  events,
  leaseMs,
  keptMs,
}: VideoTellingParts): TellVideo => {
  /** Writes, and goes on to `to`, both or neither. */
  const asOneStep = async (
    telling: VideoTellingRecord,
    to: Pick<VideoTellingRecord, 'cursor' | 'seen'>,
    write: (transaction: Transaction) => Promise<void>,
  ): Promise<VideoTellingRecord | undefined> => {
    const isTheirs = await inTransaction(async (transaction) => {
      if (!(await tellings.advance(telling, to, leaseMs, transaction))) return false;
      await write(transaction);
      return true;
    });
    return isTheirs ? { ...telling, ...to } : undefined;
  };
  const done = async (telling: VideoTellingRecord): Promise<undefined> => {
    await tellings.finish(telling);
    return undefined;
  };

  const tell: TellVideo = async (telling) => {
    const { _id: videoId, channelId, ownerId: actorId, publishedAt, cursor, seen } = telling;
    if (channelId === null || actorId === null || publishedAt === null) return done(telling);
    if (publishedAt.getTime() < Date.now() - keptMs) return done(telling);
    const most = seen < mostNamed ? namedAtOnce : atOnce;
    const found = await subscribers.ofChannel(channelId, cursor, most);
    const last = found.at(-1);
    if (!last) return done(telling);
    const followers = found.filter(({ subscribedAt }) => subscribedAt < publishedAt);
    const wanted = await whoWants(
      'NEW_VIDEO',
      actorId,
      followers.map(({ userId }) => userId),
    );
    const createdAt = new Date();
    const all = [...wanted].map((userId) =>
      notificationOf({ kind: 'NEW_VIDEO', actorId, userId, videoId, channelId }, createdAt),
    );
    let added: readonly NotificationRecord[] = [];
    const next = await asOneStep(
      telling,
      { cursor: last._id, seen: seen + found.length },
      async (transaction) => {
        const ids = all.map(({ _id }) => _id);
        const before = await ofVideos.existing(ids, transaction);
        const isThere = new Set(before);
        added = all.filter(({ _id }) => !isThere.has(_id));
        await ofVideos.insert(added, transaction);
        await ofVideos.restore(before, transaction);
      },
    );
    if (next) for (const { userId, _id } of added) told(events, userId, _id);
    return next;
  };

  const withdraw: TellVideo = async (telling) => {
    const ids = await ofVideos.toldIdsAfter(telling._id, telling.cursor, atOnce);
    const last = ids.at(-1);
    if (last === undefined) return done(telling);
    return asOneStep(telling, { cursor: last, seen: telling.seen + ids.length }, (transaction) =>
      ofVideos.withdraw(ids, new Date(), transaction),
    );
  };

  const remove: TellVideo = async (telling) => {
    const { _id: videoId, cursor, seen } = telling;
    const ids = await ofVideos.idsAbout(videoId, atOnce);
    const isLast = ids.length < atOnce;
    // The last part goes by the video: so what an earlier one removed that was cut off is told of once more.
    const next = await asOneStep(telling, { cursor, seen: seen + ids.length }, (transaction) =>
      isLast ? ofVideos.removeAbout(videoId, transaction) : notifications.removeAll(ids, transaction),
    );
    return next && isLast ? done(next) : next;
  };

  const byAim = { TELL: tell, WITHDRAW: withdraw, REMOVE: remove } as const;
  return (telling) => byAim[telling.aim](telling);
};
