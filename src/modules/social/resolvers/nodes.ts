import type { GraphQLResolveInfo } from 'graphql';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import type { ViewerSeam } from '../../../shared/viewer.ts';
import type { Videos } from '../../videos/index.ts';
import type { CommentRecord } from '../models/records.ts';
import { commentPaths } from '../record-fields.ts';
import type { Social } from '../social.ts';

/** Loads the record behind a global id's key, for `Query.node`, if it is there for the viewer: as its video is. */
type LoadNode = (
  key: string,
  context: { readonly social: Social; readonly videos: Videos; readonly viewer: ViewerSeam },
  info: GraphQLResolveInfo,
) => Promise<CommentRecord | null>;

export const socialNodes: Readonly<Record<string, LoadNode>> = {
  Comment: async (key, { social, videos, viewer }, info) => {
    const fields = [...commentPaths(fieldsSelectedOf(info, 'Comment')), 'videoId' as const];
    const comment = await social.commentById.load(key, fields);
    return comment && (await videos.access.video(comment.videoId, [], viewer)) ? comment : null;
  },
};
