import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { fail, unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { channelPaths } from '../../record-fields.ts';

export const channel: NonNullable<QueryResolvers['channel']> = (_root, { id, handle }, { videos }, info) => {
  const fields = channelPaths(fieldsSelectedOf(info, 'Channel'));
  const byId = id ?? undefined;
  const byHandle = handle ?? undefined;
  if (byId !== undefined && byHandle === undefined) {
    return videos.loaders.channelById.load(unwrap(keyOfGlobalId('Channel', byId)), fields);
  }
  if (byHandle !== undefined && byId === undefined) return videos.channels.byHandle(byHandle, fields);
  return unwrap(fail('BAD_USER_INPUT', 'Expected either id or handle, and not both.'));
};
