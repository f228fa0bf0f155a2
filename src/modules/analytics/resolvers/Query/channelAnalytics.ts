import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { channelPaths } from '../../../videos/index.ts';

export const channelAnalytics: NonNullable<QueryResolvers['channelAnalytics']> = async (
  _root,
  { channel },
  { analytics, viewer },
  info,
) => {
  const key =
    channel === null || channel === undefined ? undefined : unwrap(keyOfGlobalId('Channel', channel));
  const fields = channelPaths(fieldsSelectedOf(info, 'Channel'));
  return unwrap(await analytics.choose(signedIn(viewer), key, fields));
};
