import type { Comment } from '../../graphql/generated/resolvers.ts';
import { pathsOf } from '../../shared/resolving/paths-of.ts';
import type { CommentRecord } from './models/records.ts';

/** Which paths of the record each field is resolved from. A field that is not listed here does not compile. */
const commentFields: Record<Exclude<keyof Comment, '__typename'>, readonly (keyof CommentRecord)[]> = {
  id: [],
  video: ['videoId'],
  author: ['authorId'],
  text: ['text'],
  createdAt: ['createdAt'],
  editedAt: ['editedAt'],
  likes: [],
  viewerHasLiked: [],
  viewerHasBlockedAuthor: [],
  replyCount: [],
  replies: [],
};

export const commentPaths = pathsOf(commentFields);
