import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const myChannelSubscriptions: NonNullable<QueryResolvers['myChannelSubscriptions']> = async (
  _root,
  page,
  { social, viewer },
) => unwrap(await social.subscriptions.list(signedIn(viewer).id, page));
