import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { myPlaylists } from './myPlaylists.ts';
import { playlist } from './playlist.ts';

export const Query: QueryResolvers = { myPlaylists, playlist };
