import * as fc from 'fast-check';
import type { OwnedDomain } from './owned-domain.ts';

interface Blocks {
  /** The latest first, as the API answers them. */
  readonly blocked: readonly string[];
}

export const ownedByVideos: OwnedDomain<Blocks> = {
  name: 'videos',
  beginning: () => ({ blocked: [] }),
  reads: () => [
    {
      query: '{ myBlockedUsers { totalCount nodes { user { id } } } }',
      expected: ({ blocked }) => ({
        myBlockedUsers: { totalCount: blocked.length, nodes: blocked.map((id) => ({ user: { id } })) },
      }),
      forNobody: { data: null, codes: ['UNAUTHENTICATED'] },
    },
    {
      query: '{ myChannel { id } }',
      expected: () => ({ myChannel: null }),
      forNobody: { data: { myChannel: null }, codes: ['UNAUTHENTICATED'] },
    },
  ],
  writes: ({ users }) => {
    const user = fc.constantFrom(...users);
    const about = (field: string, change: (blocked: readonly string[], id: string) => readonly string[]) =>
      user.map((userId) => ({
        query: `mutation ($userId: ID!) { ${field}(userId: $userId) { __typename } }`,
        variables: { userId },
        change: ({ blocked }: Blocks) => ({ blocked: change(blocked, userId) }),
      }));
    return fc.oneof(
      about('blockUser', (blocked, id) => (blocked.includes(id) ? blocked : [id, ...blocked])),
      about('unblockUser', (blocked, id) => blocked.filter((one) => one !== id)),
    );
  },
};
