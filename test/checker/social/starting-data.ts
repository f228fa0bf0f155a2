import type { Connection } from 'mongoose';
import type { UserRecord } from '../../../src/modules/accounts/models/records.ts';
import type { ChannelRecord, VideoRecord } from '../../../src/modules/videos/models/records.ts';
import { listsOf } from '../../../src/modules/videos/lists-of-video.ts';
import { fans, titleKeyOf, type SocialWorld } from './world.ts';

const longAgo = new Date(Date.UTC(2023, 0, 1));

const userRecord = (name: string): UserRecord => ({
  _id: name,
  email: `${name}@example.com`,
  emailKey: `${name}@example.com`,
  passwordHash: '',
  name,
  bio: null,
  avatarUrl: null,
  locale: 'en',
  roles: ['VIEWER'],
  sessionGeneration: 0,
  createdAt: longAgo,
  bannedAt: null,
  banReason: null,
});

/** As the product itself keeps them, so that uploads are not part of the check. */
export const writeSocialData = async (
  connection: Connection,
  { channels, videos }: SocialWorld,
): Promise<void> => {
  await connection
    .collection<UserRecord>('users')
    .insertMany([...fans, ...channels.map(({ owner }) => owner)].map(userRecord));
  await connection.collection<ChannelRecord>('channels').insertMany(
    channels.map(({ key, owner, handle }) => ({
      _id: key,
      ownerId: owner,
      handle,
      name: handle,
      description: '',
      avatarUrl: null,
      createdAt: longAgo,
    })),
  );
  await connection.collection<VideoRecord>('videos').insertMany(
    [...videos.values()].flatMap(({ key, channel, publishedAt, history }): VideoRecord[] => {
      const value = history.certain?.value;
      if (!value) return [];
      const { title, category, status } = value;
      return [
        {
          _id: key,
          channelId: channel.key,
          ownerId: channel.owner,
          title,
          titleKey: titleKeyOf(value),
          description: '',
          category,
          status,
          listedIn: listsOf({ status, takenDownAt: null, category, channelId: channel.key }),
          isReady: true,
          uploadEndsAt: longAgo,
          fileName: 'film.mp4',
          file: { contentType: 'video/mp4', sizeBytes: 1 },
          thumbnail: null,
          durationSeconds: 60,
          publishedAt,
          createdAt: longAgo,
          updatedAt: longAgo,
          takenDownAt: null,
          takenDownFor: null,
        },
      ];
    }),
  );
};
