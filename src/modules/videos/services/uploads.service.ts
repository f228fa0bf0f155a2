import { fail, ok, type Result } from '../../../shared/faults.ts';
import type { Logger } from '../../../shared/logger.ts';
import type { ObjectStore, UploadAddress } from '../../../shared/object-store.ts';
import { sortKeyOf } from '../../../shared/sort-key.ts';
import type { ViewerSeam } from '../../../shared/viewer.ts';
import type { FileRecord, VideoRecord } from '../models/records.ts';
import type { VideoStores } from '../stores/index.ts';
import { isOfType, signatureBytes } from './file-types.ts';
import { keyOf, newVideoId } from './naming.ts';
import type { VideoAccess } from './video-access.service.ts';
import type { ChangeVideo } from './video-changes.ts';
import { parseFinish, parseUpload } from './video-input.ts';
import type { VideoRemoval } from './video-removal.service.ts';

export interface RequestedUpload {
  readonly video: VideoRecord;
  readonly upload: UploadAddress;
  readonly thumbnailUpload: UploadAddress | null;
}

export interface Uploads {
  /** @returns BAD_USER_INPUT; CONFLICT for who has no channel; UNAVAILABLE. */
  request(input: unknown, viewer: ViewerSeam): Promise<Result<RequestedUpload>>;
  /** @returns NOT_FOUND; FORBIDDEN; BAD_USER_INPUT; CONFLICT when what was sent is not what was announced; UNAVAILABLE. */
  finish(id: string, input: unknown, viewer: ViewerSeam): Promise<Result<VideoRecord>>;
}

export interface UploadParts {
  readonly stores: VideoStores;
  readonly files: ObjectStore;
  readonly access: VideoAccess;
  readonly change: ChangeVideo;
  readonly removal: VideoRemoval;
  readonly log: Logger;
}

const uploadLifeSeconds = 3_600;

const noChannel = () => fail('CONFLICT', 'Videos are published in a channel: call createChannel first.');

export const createUploads = ({ stores, files, access, change, removal, log }: UploadParts): Uploads => {
  const { channels, videos } = stores;

  /** Asks the store of files, which may be down. */
  const ofFiles = async <T>(run: () => Promise<T>): Promise<Result<T>> => {
    try {
      return ok(await run());
    } catch (error) {
      log.error({ err: error }, 'The store of files did not answer.');
      return fail('UNAVAILABLE', 'The store of files does not answer. Try again in a moment.');
    }
  };

  /** @returns CONFLICT unless the file that was announced is there. */
  const check = async (name: string, key: string, announced: FileRecord): Promise<Result<void>> => {
    const looked = await ofFiles(async () => ({
      found: await files.find(key),
      start: await files.readStart(key, signatureBytes),
    }));
    if (!looked.ok) return looked;
    const { found, start } = looked.value;
    if (!found || !start) return fail('CONFLICT', `The ${name} was not sent yet.`);
    const { contentType, sizeBytes } = announced;
    if (found.sizeBytes !== sizeBytes) {
      const message = `The ${name}: expected ${sizeBytes} bytes, as announced, but ${found.sizeBytes} were sent.`;
      return fail('CONFLICT', message);
    }
    if (found.contentType !== contentType) {
      const message = `The ${name}: expected the type ${contentType}, as announced, but it was sent as ${JSON.stringify(found.contentType)}.`;
      return fail('CONFLICT', message);
    }
    return isOfType(contentType, start)
      ? ok(undefined)
      : fail('CONFLICT', `The ${name}: expected ${contentType}, as announced, but its first bytes are not.`);
  };

  return {
    request: async (input, seam) => {
      const viewer = seam.look();
      if (!viewer) return fail('UNAUTHENTICATED', 'Only whoever is signed in can upload.');
      const parsed = parseUpload(input);
      if (!parsed.ok) return parsed;
      const channel = await channels.ofOwner(viewer.id);
      if (!channel) return noChannel();
      const { contentType, sizeBytes, thumbnail, ...details } = parsed.value;
      const _id = newVideoId();
      const file: FileRecord = { contentType, sizeBytes };
      const addressFor = (key: string, announced: FileRecord) =>
        files.uploadAddress(key, { ...announced, lifeSeconds: uploadLifeSeconds });
      const addresses = await ofFiles(() =>
        Promise.all([
          addressFor(keyOf.file(_id), file),
          thumbnail && addressFor(keyOf.thumbnail(_id), thumbnail),
        ]),
      );
      if (!addresses.ok) return addresses;
      const [upload, thumbnailUpload] = addresses.value;
      const now = new Date();
      const endsMs = Math.max(upload.expiresAt.getTime(), thumbnailUpload?.expiresAt.getTime() ?? 0);
      const video: VideoRecord = {
        _id,
        channelId: channel._id,
        ownerId: viewer.id,
        ...details,
        titleKey: sortKeyOf(details.title),
        status: 'DRAFT',
        listedIn: [],
        isReady: false,
        uploadEndsAt: new Date(endsMs),
        file,
        thumbnail,
        durationSeconds: null,
        publishedAt: null,
        createdAt: now,
        updatedAt: now,
        takenDownAt: null,
        takenDownFor: null,
      };
      await videos.insert(video);
      // Whoever removes the channel looks for its videos once more afterwards: one of the two sees the other.
      if (!(await channels.byId(channel._id))) {
        await removal.remove(_id);
        return noChannel();
      }
      return ok({ video, upload, thumbnailUpload });
    },

    finish: async (id, input, seam) => {
      const video = await access.toEdit(id, seam);
      if (!video.ok || video.value.isReady) return video;
      const parsed = parseFinish(input);
      if (!parsed.ok) return parsed;
      const { file, thumbnail } = video.value;
      const checked = [
        await check('film', keyOf.file(id), file),
        thumbnail ? await check('thumbnail', keyOf.thumbnail(id), thumbnail) : ok(undefined),
      ];
      const refused = checked.find((result) => !result.ok);
      if (refused && !refused.ok) return refused;
      const { durationSeconds } = parsed.value;
      return change(id, ({ isReady }) =>
        ok(isReady ? {} : { isReady: true, durationSeconds, updatedAt: new Date() }),
      );
    },
  };
};
