import { expect } from 'vitest';
import type { NotificationKind } from '../../src/graphql/generated/resolvers.ts';
import type { RunningApp } from './app.ts';
import { fieldOf } from './engine-app.ts';
import { askAs } from './videos.ts';

type Who = Record<string, string>;

export interface Notice {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly createdAt: string;
  readonly readAt: string | null;
  readonly actor: { readonly name: string } | null;
  readonly video: { readonly title: string } | null;
  readonly comment: { readonly text: string } | null;
  readonly channel: { readonly handle: string } | null;
}

export interface Notices {
  readonly totalCount: number;
  readonly nodes: readonly Notice[];
}

const shown =
  'totalCount nodes { id kind createdAt readAt actor { name } video { title } comment { text } channel { handle } }';

export const noticesOf = async (running: RunningApp, who: Who, given = 'first: 100'): Promise<Notices> =>
  fieldOf<Notices>(await askAs(running, who, `{ notifications(${given}) { ${shown} } }`), 'notifications');

/** What somebody is told, in words: `LIKE by Ann of Dawn`. The latest first. */
export const told = async (running: RunningApp, who: Who): Promise<readonly string[]> =>
  (await noticesOf(running, who)).nodes.map(({ kind, actor, video, comment, channel }) => {
    const thing = comment?.text ?? video?.title ?? channel?.handle ?? 'nothing';
    return `${kind} by ${actor?.name ?? 'nobody'} of ${thing}`;
  });

export const unreadOf = async (running: RunningApp, who: Who): Promise<number> =>
  fieldOf<number>(await askAs(running, who, '{ unreadNotificationCount }'), 'unreadNotificationCount');

/** Does something that is not refused. @returns the data of its field. */
export const does = async <Value = unknown>(
  running: RunningApp,
  who: Who,
  mutation: string,
  variables: Record<string, unknown> = {},
): Promise<Value> => {
  const answer = await askAs(running, who, mutation, variables);
  expect(answer.codes).toEqual([]);
  const [field = ''] = Object.keys(answer.data ?? {});
  return fieldOf<Value>(answer, field);
};

const ofId = (field: string, of: string) => (running: RunningApp, who: Who, id: string) =>
  does(running, who, `mutation ($id: ID!) { ${field}(id: $id) { ${of} } }`, { id });

/** @param id of a video. */
export const react = (running: RunningApp, who: Who, id: string, reaction: 'LIKE' | 'DISLIKE') =>
  does(
    running,
    who,
    'mutation ($id: ID!, $reaction: Reaction!) { reactToVideo(id: $id, reaction: $reaction) { video { id } } }',
    { id, reaction },
  );
export const takeBack = ofId('removeReaction', 'video { id }');
export const likeComment = ofId('likeComment', 'comment { id }');
export const unlikeComment = ofId('unlikeComment', 'comment { id }');
export const deleteComment = ofId('deleteComment', 'id');
export const follow = ofId('subscribeToChannel', 'channel { id }');
export const unfollow = ofId('unsubscribeFromChannel', 'channel { id }');
export const markRead = ofId('markNotificationRead', 'unreadCount notification { readAt }');
export const dismiss = ofId('deleteNotification', 'id unreadCount');

export const markAllRead = (running: RunningApp, who: Who, until?: string) =>
  does<{ readonly marked: number; readonly unreadCount: number }>(
    running,
    who,
    'mutation ($until: DateTime) { markAllNotificationsRead(until: $until) { marked unreadCount } }',
    { until },
  );

/** @returns the id of the comment. */
export const comment = async (
  running: RunningApp,
  who: Who,
  videoId: string,
  text: string,
  replyTo?: string,
): Promise<string> => {
  const added = await does<{ readonly comment: { readonly id: string } }>(
    running,
    who,
    'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } } }',
    { input: { videoId, text, replyTo } },
  );
  return added.comment.id;
};

export const wish = (running: RunningApp, who: Who, input: Record<string, boolean>) =>
  does(
    running,
    who,
    `mutation ($input: UpdateNotificationPreferencesInput!) {
      updateNotificationPreferences(input: $input) { preferences { newVideos comments replies likes subscribers } }
    }`,
    { input },
  );

/** People who follow a channel since long ago, put there behind the server's back: nobody has asked for anything of theirs yet. */
export const addFollowers = async (
  { app }: RunningApp,
  channelKey: string,
  userIds: readonly string[],
  subscribedAt = new Date(Date.now() - 3_600_000),
): Promise<void> => {
  const records = userIds.map((userId) => ({
    _id: `${channelKey}:${userId}`,
    channelId: channelKey,
    userId,
    subscribedAt,
  }));
  const client = app.mongo.getClient();
  // As another program would: past the cache.
  await client
    .db(app.mongo.name)
    .collection<{ _id: string }>('channelSubscriptions')
    .insertMany(records, { ordered: false });
};
