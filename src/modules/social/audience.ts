import type { AddCounted } from '../../shared/counters.ts';
import { createRecordBatch } from '../../shared/record-batch.ts';
import type { SocialModels } from './models/index.ts';
import {
  createSocialAudience as createService,
  type SocialAudience,
  type SocialCounted,
  type TellPast,
} from './services/audience.service.ts';

/** What many did with videos and channels. @param models of the client whose writes are followed. */
export const createSocialAudience = (
  { reactions, comments, commentLikes, subscriptions }: SocialModels,
  count: AddCounted<SocialCounted>,
  tell: TellPast,
): SocialAudience =>
  createService(
    {
      reactions: createRecordBatch(reactions),
      comments: createRecordBatch(comments),
      commentLikes: createRecordBatch(commentLikes),
      subscriptions: createRecordBatch(subscriptions),
    },
    count,
    tell,
  );
