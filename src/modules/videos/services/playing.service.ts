import type { Playback } from '../../../graphql/generated/resolvers.ts';
import type { AnswerLife } from '../../../shared/answer-life.ts';
import type { ObjectStore, SignedAddress } from '../../../shared/object-store.ts';
import type { VideoRecord } from '../models/records.ts';
import { keyOf } from './naming.ts';

/**
 * Addresses of the files of videos, for whoever was let see the video. They end, so an answer that holds one may not be
 * served for as long as others: whoever gets it last must still have use of it.
 */
export interface Playing {
  /** @returns `null` before the upload is finished. */
  playback(video: Pick<VideoRecord, '_id' | 'isReady' | 'file'>, life: AnswerLife): Promise<Playback | null>;
  /** @returns `null` before the upload is finished, and without a thumbnail. */
  thumbnailUrl(
    video: Pick<VideoRecord, '_id' | 'isReady' | 'thumbnail'>,
    life: AnswerLife,
  ): Promise<string | null>;
}

/** Seconds that an address is good for, and those that are left of it, at least, for whoever gets a kept answer. */
const playbackLife = { lifeSeconds: 21_600, usableSeconds: 14_400 } as const;
const thumbnailLife = { lifeSeconds: 86_400, usableSeconds: 43_200 } as const;

export const createPlaying = (files: ObjectStore): Playing => {
  const addressOf = async (
    key: string,
    { lifeSeconds, usableSeconds }: { readonly lifeSeconds: number; readonly usableSeconds: number },
    life: AnswerLife,
  ): Promise<SignedAddress> => {
    const address = await files.downloadAddress(key, { lifeSeconds });
    life.endsAt(address.expiresAt.getTime() - usableSeconds * 1_000);
    return address;
  };
  return {
    playback: async ({ _id, isReady, file }, life) => {
      if (!isReady) return null;
      const { contentType, sizeBytes, key = keyOf.file(_id) } = file;
      const { url, expiresAt } = await addressOf(key, playbackLife, life);
      return { url, expiresAt, contentType, sizeBytes };
    },
    thumbnailUrl: async ({ _id, isReady, thumbnail }, life) =>
      isReady && thumbnail ? (await addressOf(keyOf.thumbnail(_id), thumbnailLife, life)).url : null,
  };
};
