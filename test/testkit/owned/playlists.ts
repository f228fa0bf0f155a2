import * as fc from 'fast-check';
import type { OwnedDomain, World } from './owned-domain.ts';

interface Made {
  readonly title: string;
  readonly visibility: 'PRIVATE' | 'UNLISTED' | 'PUBLIC';
}

/** The latest first, as the API answers them. */
type Playlists = readonly Made[];

const isTeacher = ({ teacher }: World, person: { readonly userId: string }) =>
  person.userId === teacher.userId;

export const ownedByPlaylists: OwnedDomain<Playlists> = {
  name: 'playlists',
  beginning: (person, world) => (isTeacher(world, person) ? world.playlists.made : []),
  reads: (world) => [
    {
      query:
        '{ myPlaylists(first: 100) { totalCount nodes { title visibility videoCount items { totalCount } } } }',
      expected: (made) => ({
        myPlaylists: {
          totalCount: made.length,
          nodes: made.map((one) => ({ ...one, videoCount: 0, items: { totalCount: 0 } })),
        },
      }),
      forNobody: { data: null, codes: ['UNAUTHENTICATED'] },
    },
    {
      query: 'query ($id: ID!) { playlist(id: $id) { title } node(id: $id) { id } }',
      variables: { id: world.playlists.privateId },
      expected: (_made, person) =>
        isTeacher(world, person)
          ? { playlist: { title: 'Hidden' }, node: { id: world.playlists.privateId } }
          : { playlist: null, node: null },
      forNobody: { data: { playlist: null, node: null }, codes: [] },
    },
    {
      query: 'query ($id: ID!) { playlist(id: $id) { title items { totalCount } } }',
      variables: { id: world.playlists.publicId },
      expected: (_made, person) => ({
        playlist: { title: 'Shown', items: isTeacher(world, person) ? { totalCount: 0 } : null },
      }),
      forNobody: { data: { playlist: { title: 'Shown', items: null } }, codes: [] },
    },
  ],
  writes: ({ playlists }) =>
    fc.oneof(
      fc
        .record({
          title: fc.constantFrom('One', 'Two', 'Three'),
          visibility: fc.constantFrom('PRIVATE', 'UNLISTED', 'PUBLIC'),
        })
        .map((made) => ({
          query:
            'mutation ($input: CreatePlaylistInput!) { createPlaylist(input: $input) { playlist { title } } }',
          variables: { input: made },
          change: (before: Playlists): Playlists => [made, ...before],
          answer: () => ({ createPlaylist: { playlist: { title: made.title } } }),
        })),
      fc.constant({
        query:
          'mutation ($id: ID!) { updatePlaylist(id: $id, input: { title: "Hidden" }) { playlist { title } } }',
        variables: { id: playlists.privateId },
        change: (before: Playlists) => before,
        refusal: (_made: Playlists, person: { readonly userId: string }) =>
          person.userId === playlists.ownerId ? undefined : 'NOT_FOUND',
      }),
    ),
};
