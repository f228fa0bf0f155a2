import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { notificationPaths } from '../../record-fields.ts';

export const notifications: NonNullable<QueryResolvers['notifications']> = async (
  _root,
  { onlyUnread, ...page },
  { notifications, viewer },
  info,
) =>
  unwrap(
    await notifications.own.list(
      signedIn(viewer).id,
      { onlyUnread: onlyUnread ?? false, page },
      notificationPaths(fieldsSelectedOf(info, 'Notification')),
    ),
  );
