import * as fc from 'fast-check';
import type { OwnedDomain } from './owned-domain.ts';

/** What somebody viewed, the latest first: ids of films in the API. */
type Trail = readonly string[];

/** Views of one film shortly after one another count as one, each viewer's on their own. */
export const ownedByDiscovery: OwnedDomain<Trail> = {
  name: 'discovery',
  beginning: () => [],
  reads: () => [
    {
      query: '{ exportMyData }',
      pick: (data) =>
        (data as { exportMyData: { catalogue: { viewed: unknown } } }).exportMyData.catalogue.viewed,
      expected: (trail) => trail,
      forNobody: { data: null, codes: ['UNAUTHENTICATED'] },
    },
  ],
  writes: ({ films }) =>
    fc.constantFrom(...films).map((movieId) => ({
      query: 'mutation ($movieId: ID!) { recordView(movieId: $movieId) { counted movie { id } } }',
      variables: { movieId },
      change: (trail) => (trail.includes(movieId) ? trail : [movieId, ...trail]),
      answer: (trail) => ({ recordView: { counted: !trail.includes(movieId), movie: { id: movieId } } }),
    })),
};
