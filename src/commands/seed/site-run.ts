import type { AccountAudience } from '../../modules/accounts/index.ts';
import type { PastDeeds, SocialAudience } from '../../modules/social/index.ts';
import type { VideoAudience } from '../../modules/videos/index.ts';
import type { Population, Site, SiteEvent } from '../../seed/index.ts';
import { StartupError } from '../../shared/startup-error.ts';
import type { InTransaction, Transaction } from '../../shared/transactions.ts';
import type { ExampleFilm } from './example-film.ts';
import type { SeedRunRecord, SeedRunStore } from './run.store.ts';

export interface SiteRunOptions {
  readonly accounts: AccountAudience;
  readonly videos: VideoAudience;
  readonly social: SocialAudience;
  readonly inTransaction: InTransaction;
  /** Resolves when everyone can see what `run` wrote, in what is cached too. */
  readonly write: <T>(run: () => Promise<T>) => Promise<T>;
  readonly run: SeedRunRecord;
  readonly store: SeedRunStore;
  readonly site: Site;
  /** Who have been made. */
  readonly population: Population;
  /** What every video plays. */
  readonly film: ExampleFilm;
  /** Told after each batch. */
  readonly onProgress: (done: number, total: number) => void;
  /** Ends it after the batch that is under way. */
  readonly signal: AbortSignal;
}

const madeAtOnce = 1_000;
/** Most are views, which only count; a transaction stays in MongoDB's memory until it is over. */
const eventsAtOnce = 2_000;

const totalOf = ({ channels, videos, events }: Site): number => channels.count + videos.count + events.count;

const inBatches = async (
  count: number,
  { signal }: SiteRunOptions,
  make: (places: readonly number[]) => Promise<void>,
): Promise<void> => {
  for (let from = 0; from < count && !signal.aborted; from += madeAtOnce) {
    const length = Math.min(madeAtOnce, count - from);
    await make(Array.from({ length }, (_, index) => from + index));
  }
};

/** What is there already is passed over, so that this may begin again. */
const makeChannelsAndVideos = async (options: SiteRunOptions): Promise<void> => {
  const { site, run, store, accounts, videos, film, write, onProgress } = options;
  const { channels } = site;
  const ownerIdOf = (channel: number): string => options.population.idOf(channel);
  await inBatches(channels.count, options, async (places) => {
    const made = places.map((place) => {
      const { id, owner, handle, name, description, createdAt } = channels.at(place);
      return { _id: id, ownerId: ownerIdOf(owner), handle, name, description, createdAt };
    });
    const added = await write(async () => {
      await accounts.makeCreators(made.map(({ ownerId }) => ownerId));
      return videos.addChannels(made);
    });
    await store.add(run._id, { channels: added });
    onProgress((places.at(-1) ?? 0) + 1, totalOf(site));
  });
  await inBatches(site.videos.count, options, async (places) => {
    const made = places.map((place) => {
      const { id, channel, title, description, category, durationSeconds, publishedAt } =
        site.videos.at(place);
      return {
        _id: id,
        channelId: channels.idOf(channel),
        ownerId: ownerIdOf(channel),
        title,
        description,
        category,
        durationSeconds,
        publishedAt,
        file: { ...film },
      };
    });
    const added = await write(() => videos.addVideos(made));
    await store.add(run._id, { videos: added });
    onProgress(channels.count + (places.at(-1) ?? 0) + 1, totalOf(site));
  });
};

/** What is done with what is there, as it is kept. */
const deedsOf = async (
  { site, videos, population }: SiteRunOptions,
  events: readonly SiteEvent[],
  transaction: Transaction,
): Promise<PastDeeds> => {
  const videoPlaceOf = (event: SiteEvent): readonly number[] =>
    event.kind === 'view' || event.kind === 'reaction'
      ? [event.video]
      : event.kind === 'comment'
        ? [event.comment.video]
        : [];
  const videoIds = new Set(events.flatMap(videoPlaceOf).map(site.videos.idOf));
  const channelIds = new Set(
    events.flatMap((event) => (event.kind === 'subscription' ? [site.channels.idOf(event.channel)] : [])),
  );
  const [presentVideos, presentChannels] = [
    await videos.present([...videoIds], transaction),
    await videos.presentChannels([...channelIds], transaction),
  ];
  const views: PastDeeds['views'][number][] = [];
  const reactions: PastDeeds['reactions'][number][] = [];
  const comments: PastDeeds['comments'][number][] = [];
  const commentLikes: PastDeeds['commentLikes'][number][] = [];
  const subscriptions: PastDeeds['subscriptions'][number][] = [];
  for (const event of events) {
    switch (event.kind) {
      case 'view': {
        const videoId = site.videos.idOf(event.video);
        if (!presentVideos.has(videoId)) break;
        const channelId = site.channels.idOf(site.videos.channelOf(event.video));
        views.push({ videoId, channelId, viewedAt: event.at });
        break;
      }
      case 'reaction': {
        const { value, at: reactedAt } = event;
        const videoId = site.videos.idOf(event.video);
        const userId = population.idOf(event.user);
        if (presentVideos.has(videoId)) reactions.push({ videoId, userId, value, reactedAt });
        break;
      }
      case 'comment': {
        const { comment, at: createdAt } = event;
        const videoId = site.videos.idOf(comment.video);
        if (!presentVideos.has(videoId)) break;
        comments.push({
          _id: site.remarks.idOf(comment.index),
          videoId,
          authorId: population.idOf(comment.user),
          parentId: comment.parent === undefined ? null : site.remarks.idOf(comment.parent),
          text: site.remarks.textOf(comment),
          createdAt,
        });
        break;
      }
      case 'commentLike': {
        const commentId = site.remarks.idOf(event.comment);
        commentLikes.push({ commentId, userId: population.idOf(event.user), likedAt: event.at });
        break;
      }
      case 'subscription': {
        const channelId = site.channels.idOf(event.channel);
        const userId = population.idOf(event.user);
        if (presentChannels.has(channelId)) subscriptions.push({ channelId, userId, subscribedAt: event.at });
        break;
      }
    }
  }
  return { views, reactions, comments, commentLikes, subscriptions };
};

/** Events, with all that follows from them, in one step: they are all there or none of them, and then how far it is. */
const settle = async (
  options: SiteRunOptions,
  events: readonly SiteEvent[],
  from: number,
  to: number,
): Promise<void> => {
  const { run, store, social, inTransaction, write } = options;
  const isNext = await write(() =>
    inTransaction(async (transaction) => {
      const deeds = await deedsOf(options, events, transaction);
      const added = await social.add(deeds, transaction);
      const videoViews = deeds.views.length;
      const isNextHere = await store.advance(run._id, from, to, { ...added, videoViews }, transaction);
      // Nothing of it may stay.
      if (!isNextHere) await transaction.abortTransaction();
      return isNextHere;
    }),
  );
  if (!isNext) throw new StartupError('The same run goes on in another process, and is left to it.');
};

/** Adds a site and what is done there, from where an earlier part of the run ended. @returns whether it is done. */
export const runSite = async (options: SiteRunOptions): Promise<boolean> => {
  const { run, site, onProgress, signal } = options;
  // Else they were made, and what is missing was removed since.
  if (run.position === 0) await makeChannelsAndVideos(options);
  const events = site.events.from(run.position);
  for (let from = run.position; from < site.events.count && !signal.aborted; from += eventsAtOnce) {
    const to = Math.min(from + eventsAtOnce, site.events.count);
    const batch: SiteEvent[] = [];
    for (let place = from; place < to; place += 1) {
      const event = events.next().value;
      if (event) batch.push(event);
    }
    await settle(options, batch, from, to);
    onProgress(site.channels.count + site.videos.count + to, totalOf(site));
  }
  return !signal.aborted;
};
