import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { blockUser } from './blockUser.ts';
import { createChannel } from './createChannel.ts';
import { deleteChannel } from './deleteChannel.ts';
import { deleteVideo } from './deleteVideo.ts';
import { finishUpload } from './finishUpload.ts';
import { publishVideo } from './publishVideo.ts';
import { reportVideo } from './reportVideo.ts';
import { requestUpload } from './requestUpload.ts';
import { resolveReport } from './resolveReport.ts';
import { restoreVideo } from './restoreVideo.ts';
import { unblockUser } from './unblockUser.ts';
import { unlistVideo } from './unlistVideo.ts';
import { updateChannel } from './updateChannel.ts';
import { updateVideo } from './updateVideo.ts';

export const Mutation: MutationResolvers = {
  blockUser,
  createChannel,
  deleteChannel,
  deleteVideo,
  finishUpload,
  publishVideo,
  reportVideo,
  requestUpload,
  resolveReport,
  restoreVideo,
  unblockUser,
  unlistVideo,
  updateChannel,
  updateVideo,
};
