import type { GraphQLResolveInfo } from 'graphql';
import type { Connection } from '../../../shared/paging/connection.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { moviePaths, type Catalogue, type MovieRecord } from '../../catalogue/index.ts';
import type { OfUserAndMovie } from '../models/records.ts';

/** A page with the films that it is about; without what is about a film that went while it was added. */
export const withMovies = async <Value extends OfUserAndMovie, Node>(
  page: Connection<Value>,
  join: (value: Value, movie: MovieRecord) => Node,
  catalogue: Catalogue,
  info: GraphQLResolveInfo,
): Promise<Connection<Node>> => {
  const found = await catalogue.movieById.loadMany(
    page.nodes.map(({ movieId }) => movieId),
    moviePaths(fieldsSelectedOf(info, 'Movie')),
  );
  const byId = new Map(found.map((movie) => [movie._id, movie]));
  const edges = page.edges.flatMap(({ cursor, node }) => {
    const movie = byId.get(node.movieId);
    return movie ? [{ cursor, node: join(node, movie) }] : [];
  });
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: page.pageInfo,
    get totalCount() {
      return page.totalCount;
    },
  };
};
