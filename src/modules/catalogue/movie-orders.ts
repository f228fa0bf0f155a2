import type { Order } from '../../shared/paging/order.ts';
import type { MovieSort, MovieSortField } from '../../graphql/generated/resolvers.ts';
import type { MovieRecord } from './models/records.ts';

type MovieOrder = Order<MovieRecord>;

const fields: Record<MovieSortField, Pick<MovieOrder, 'path' | 'kind' | 'nullable'>> = {
  TITLE: { path: 'titleKey', kind: 'text', nullable: false },
  RELEASE_DATE: { path: 'releaseDate', kind: 'date', nullable: true },
  RATING: { path: 'rating', kind: 'number', nullable: true },
  VOTES: { path: 'votes', kind: 'number', nullable: false },
  POPULARITY: { path: 'popularity', kind: 'number', nullable: false },
};

export const movieOrder = ({ field, direction = 'ASC' }: MovieSort): MovieOrder => ({
  ...fields[field],
  name: `${field}:${direction}`,
  direction: direction === 'ASC' ? 1 : -1,
});
