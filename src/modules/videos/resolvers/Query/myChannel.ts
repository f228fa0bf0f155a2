import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { channelPaths } from '../../record-fields.ts';

export const myChannel: NonNullable<QueryResolvers['myChannel']> = (
  _root,
  _given,
  { videos, viewer },
  info,
) => videos.channels.ofOwner(signedIn(viewer).id, channelPaths(fieldsSelectedOf(info, 'Channel')));
