import { followFindable, type FindableIndex } from '../../shared/findable.ts';
import { forgettingAround } from '../../shared/forgetting.ts';
import type { EntityReader } from '../../shared/entity-reader.ts';
import type { LiveEvents } from '../../shared/live-events.ts';
import type { Logger } from '../../shared/logger.ts';
import type { ObjectStore } from '../../shared/object-store.ts';
import type { PersonalDataHolder } from '../../shared/personal-data.ts';
import type { InTransaction } from '../../shared/transactions.ts';
import { findableChannels, findableVideos } from './findable-videos.ts';
import { createVideoLoaders, type VideoLoaders } from './loaders/video-loaders.ts';
import type { VideoModels } from './models/index.ts';
import { createBlocks, type Blocks } from './services/blocks.service.ts';
import { createChannels, type Channels } from './services/channels.service.ts';
import { createPlaying, type Playing } from './services/playing.service.ts';
import { createReports, type Reports } from './services/reports.service.ts';
import { createRanking, createTrending, type Trending } from './services/trending.service.ts';
import { createUploads, type Uploads } from './services/uploads.service.ts';
import { createVideoAccess, type VideoAccess } from './services/video-access.service.ts';
import { createVideoChange } from './services/video-changes.ts';
import { createVideoEditing, type VideoEditing } from './services/video-editing.service.ts';
import { createVideoLists, type VideoLists } from './services/video-lists.service.ts';
import { createVideoRemoval, type VideoFollower } from './services/video-removal.service.ts';
import { createVideoUpkeep } from './services/video-upkeep.service.ts';
import { createVideoStores } from './stores/index.ts';
import { createVideoData } from './video-data.ts';

/** Channels and videos as one operation sees them: the loaders live as long as the operation. */
export interface Videos {
  readonly loaders: VideoLoaders;
  readonly access: VideoAccess;
  readonly lists: VideoLists;
  readonly trending: Trending;
  readonly playing: Playing;
  readonly channels: Channels;
  readonly uploads: Uploads;
  readonly editing: VideoEditing;
  readonly reports: Reports;
  readonly blocks: Blocks;
}

export interface VideoParts {
  readonly models: VideoModels;
  /** On a client whose commands are not followed. */
  readonly background: VideoModels;
  readonly entities: EntityReader;
  readonly inTransaction: InTransaction;
  readonly files: ObjectStore;
  /** Where channels and videos are found. */
  readonly index: FindableIndex;
  /** In the order in which they are told. */
  readonly followers: readonly VideoFollower[];
  /** Told of by `videoTopic` when who may see a video has changed. */
  readonly events: Pick<LiveEvents, 'publish'>;
  /** Runs what writes for nobody's request, and resolves when everybody is told of it. */
  readonly write: <T>(run: () => Promise<T>) => Promise<T>;
  readonly log: Logger;
}

export interface VideoDomain {
  forOperation(): Videos;
  readonly personalData: PersonalDataHolder;
  /** Makes rankings of what trends: on one instance at a time. */
  rank(stop: AbortSignal): Promise<void>;
  /** Clears away what uploads and removals left: on one instance at a time. */
  upkeep(stop: AbortSignal): Promise<void>;
}

export const createVideoDomain = (parts: VideoParts): VideoDomain => {
  const { models, background, entities, inTransaction, files, followers, index, events, write, log } = parts;
  const stores = createVideoStores(models, {
    channels: followFindable(findableChannels, index, inTransaction),
    videos: followFindable(findableVideos, index, inTransaction),
  });
  const inBackground = createVideoStores(background);
  const removal = createVideoRemoval({ stores, followers, files, events, inTransaction, log });
  const change = createVideoChange(stores.videos, inTransaction, followers, events);
  const channels = createChannels(stores, removal, followers);
  const blocks = createBlocks(stores, followers);
  const playing = createPlaying(files);
  const lists = createVideoLists(stores.videos);

  return {
    personalData: createVideoData(stores, channels),
    rank: createRanking({ read: inBackground.rankings, write: stores.rankings, recorded: write }),
    upkeep: createVideoUpkeep({ read: inBackground, removal, recorded: write }),
    forOperation: () => {
      const loaders = createVideoLoaders(stores, entities);
      const forgetting = forgettingAround(() => loaders.clear());
      const access = createVideoAccess(loaders);
      const uploads = createUploads({ stores, files, access, change, removal, log });
      const editing = createVideoEditing(access, change, removal);
      const reports = createReports(stores, access, change);
      return {
        loaders,
        access,
        lists,
        trending: createTrending(stores.rankings, loaders),
        playing,
        blocks,
        channels: {
          ...channels,
          create: forgetting(channels.create),
          update: forgetting(channels.update),
          remove: forgetting(channels.remove),
        },
        uploads: { request: forgetting(uploads.request), finish: forgetting(uploads.finish) },
        editing: {
          update: forgetting(editing.update),
          publish: forgetting(editing.publish),
          unlist: forgetting(editing.unlist),
          remove: forgetting(editing.remove),
        },
        reports: {
          list: reports.list,
          report: forgetting(reports.report),
          resolve: forgetting(reports.resolve),
          restore: forgetting(reports.restore),
        },
      };
    },
  };
};
