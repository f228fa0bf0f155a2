import type { GraphQLResolveInfo } from 'graphql';
import type { GenreRecord, MovieRecord, PersonRecord } from '../../modules/catalogue/index.ts';
import type {
  CourseRecord,
  InstructorRecord,
  LessonRecord,
  RecordingRecord,
} from '../../modules/courses/index.ts';
import type { PlaylistRecord } from '../../modules/playlists/index.ts';
import type { NotificationRecord } from '../../modules/notifications/index.ts';
import type { CommentRecord } from '../../modules/social/index.ts';
import type { ChannelRecord, VideoRecord } from '../../modules/videos/index.ts';
import { fail, unwrap } from '../../shared/faults.ts';
import { parseGlobalId } from '../../shared/resolving/global-id.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';

/** Loads the record behind the key of a global id. */
export type LoadNode = (
  key: string,
  context: Context,
  info: GraphQLResolveInfo,
) => Promise<NodeRecord | null | undefined>;

type NodeRecord =
  | GenreRecord
  | MovieRecord
  | PersonRecord
  | CourseRecord
  | InstructorRecord
  | LessonRecord
  | RecordingRecord
  | ChannelRecord
  | VideoRecord
  | CommentRecord
  | PlaylistRecord
  | NotificationRecord;

/** @param loaders by type name: of every type that implements `Node`. */
export const createNodeResolvers = (loaders: Readonly<Record<string, LoadNode>>): Resolvers => ({
  Query: {
    node: async (_root, { id }, context, info) => {
      const { typeName, key } = unwrap(parseGlobalId(id));
      const load = loaders[typeName];
      if (!load)
        return unwrap(fail('BAD_USER_INPUT', `Expected the id of an object, but got one of ${typeName}.`));
      const record = await load(key, context, info);
      return record && { ...record, __typename: typeName };
    },
  },
});
