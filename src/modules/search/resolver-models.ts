import type { Connection } from '../../shared/paging/connection.ts';
import type { MovieRecord } from '../catalogue/index.ts';
import type { CourseRecord } from '../courses/index.ts';
import type { ChannelRecord, VideoRecord } from '../videos/index.ts';
import type { FoundEdge } from './services/search.service.ts';
import type { Suggestion } from './services/suggestions.service.ts';

/** `__typename` tells GraphQL which member of the union it is. */
export type SearchAllResultModel =
  | (ChannelRecord & { readonly __typename: 'Channel' })
  | (CourseRecord & { readonly __typename: 'Course' })
  | (MovieRecord & { readonly __typename: 'Movie' })
  | (VideoRecord & { readonly __typename: 'Video' });
export type SearchAllEdgeModel = FoundEdge<SearchAllResultModel>;
export type SearchAllConnectionModel = Connection<SearchAllResultModel, SearchAllEdgeModel>;
export type SearchSuggestionModel = Suggestion;
