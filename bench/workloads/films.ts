import type { Bench } from '../bench.ts';
import { openClient } from '../load/client.ts';
import { postRequest } from '../load/request.ts';
import { dataOf } from '../load/verify.ts';

export interface Film {
  readonly id: string;
  readonly title: string;
  readonly rating: number | null;
  readonly votes: number;
  readonly directors: readonly { readonly slug: string }[];
  readonly genres: readonly { readonly slug: string }[];
}

interface Page {
  readonly movies: {
    readonly nodes: readonly Film[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

const query = `query ($after: String) {
  movies(first: 100, after: $after) {
    nodes { id title rating votes directors { slug } genres { slug } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** All films of the database, the most popular first. */
export const readFilms = async ({ referee }: Bench): Promise<readonly Film[]> => {
  using client = await openClient(referee.port);
  const films: Film[] = [];
  let after: string | undefined;
  for (;;) {
    const { movies } = JSON.parse(
      dataOf(await client.ask(postRequest({ query, variables: { after } }))),
    ) as Page;
    films.push(...movies.nodes);
    if (!movies.pageInfo.hasNextPage) return films;
    after = movies.pageInfo.endCursor;
  }
};

/** The most popular film. */
export const anyFilm = async ({ referee }: Bench): Promise<string> => {
  using client = await openClient(referee.port);
  const answer = await client.ask(postRequest({ query, variables: {} }));
  const [film] = (JSON.parse(dataOf(answer)) as Page).movies.nodes;
  if (!film) throw new Error('There are no films in the database.');
  return film.id;
};
