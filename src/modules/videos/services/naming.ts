import { randomBytes } from 'node:crypto';

/** A new id of a channel: twelve hex digits. */
export const newChannelId = (): string => randomBytes(6).toString('hex');

/** A new id of a video, which nobody can guess: 22 characters of base64url. */
export const newVideoId = (): string => randomBytes(16).toString('base64url');

/** Where the files of a video are in the store. */
export const keyOf = {
  file: (videoId: string): string => `videos/${videoId}/film`,
  thumbnail: (videoId: string): string => `videos/${videoId}/thumbnail`,
} as const;
