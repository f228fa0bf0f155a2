import * as fc from 'fast-check';
import type { OwnedDomain } from './owned-domain.ts';

const kinds = ['newVideos', 'comments', 'replies', 'likes', 'subscribers'] as const;
type Wishes = Readonly<Record<(typeof kinds)[number], boolean>>;

interface Told {
  readonly wishes: Wishes;
}

const none = { totalCount: 0, nodes: [] };
const shown = kinds.join(' ');

export const ownedByNotifications: OwnedDomain<Told> = {
  name: 'notifications',
  beginning: () => ({
    wishes: { newVideos: true, comments: true, replies: true, likes: true, subscribers: true },
  }),
  reads: () => [
    {
      query: `{ notificationPreferences { ${shown} } }`,
      expected: ({ wishes }) => ({ notificationPreferences: wishes }),
      forNobody: { data: null, codes: ['UNAUTHENTICATED'] },
    },
    {
      query: '{ notifications { totalCount nodes { id } } }',
      expected: () => ({ notifications: none }),
      forNobody: { data: null, codes: ['UNAUTHENTICATED'] },
    },
    {
      query: '{ unreadNotificationCount }',
      expected: () => ({ unreadNotificationCount: 0 }),
      forNobody: { data: null, codes: ['UNAUTHENTICATED'] },
    },
  ],
  writes: () =>
    fc
      .record(
        Object.fromEntries(kinds.map((kind) => [kind, fc.boolean()])) as Record<
          (typeof kinds)[number],
          fc.Arbitrary<boolean>
        >,
        { requiredKeys: [] },
      )
      .map((input) => ({
        query: `mutation ($input: UpdateNotificationPreferencesInput!) {
          updateNotificationPreferences(input: $input) { preferences { ${shown} } }
        }`,
        variables: { input },
        change: ({ wishes }) => ({ wishes: { ...wishes, ...input } }),
        answer: ({ wishes }) => ({
          updateNotificationPreferences: { preferences: { ...wishes, ...input } },
        }),
      })),
};
