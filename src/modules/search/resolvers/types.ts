import type { SearchAllType } from '../../../graphql/generated/resolvers.ts';
import type { FindableKind } from '../../../shared/findable.ts';

export const kindOf: Readonly<Record<SearchAllType, FindableKind>> = {
  CHANNEL: 'Channel',
  COURSE: 'Course',
  MOVIE: 'Movie',
  VIDEO: 'Video',
};

export const typeOf: Readonly<Record<FindableKind, SearchAllType>> = {
  Channel: 'CHANNEL',
  Course: 'COURSE',
  Movie: 'MOVIE',
  Video: 'VIDEO',
};
