import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { videoPaths } from '../../../videos/index.ts';

export const subscriptionFeed: NonNullable<QueryResolvers['subscriptionFeed']> = async (
  _root,
  page,
  { social, videos, viewer },
  info,
) =>
  unwrap(
    await videos.lists.ofChannels(
      await social.subscriptions.followedBy(signedIn(viewer).id),
      page,
      videoPaths(fieldsSelectedOf(info, 'Video')),
    ),
  );
