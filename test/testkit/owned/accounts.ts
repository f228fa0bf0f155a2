import * as fc from 'fast-check';
import type { OwnedDomain } from './owned-domain.ts';

interface Profile {
  readonly email: string;
  readonly name: string;
  readonly bio: string | null;
}

export const ownedByAccounts: OwnedDomain<Profile> = {
  name: 'accounts',
  beginning: ({ name }) => ({ email: `${name}@example.com`, name, bio: null }),
  reads: () => [
    {
      query: '{ me { email name bio } }',
      expected: (me) => ({ me }),
      forNobody: { data: { me: null }, codes: [] },
    },
  ],
  writes: () =>
    fc
      .record({ name: fc.stringMatching(/^[A-Z][a-z]{1,6}$/), bio: fc.stringMatching(/^[a-z]{1,8}$/) })
      .map((input) => ({
        query: 'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { user { id } } }',
        variables: { input },
        change: (profile) => ({ ...profile, ...input }),
      })),
};
