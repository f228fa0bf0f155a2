import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A film as `GET /movie/{id}?append_to_response=credits,release_dates` shows it; fields that matter here may be set. */
export const tmdbFilm = (id: number, given: Readonly<Record<string, unknown>> = {}) => ({
  adult: false,
  backdrop_path: `/backdrop-${id}.jpg`,
  belongs_to_collection: null,
  budget: 0,
  genres: [{ id: 18, name: 'Drama' }],
  homepage: '',
  id,
  imdb_id: `tt${String(id).padStart(7, '0')}`,
  origin_country: ['US'],
  original_language: 'en',
  original_title: `Film ${id}`,
  overview: '',
  popularity: 1.5,
  poster_path: `/poster-${id}.jpg`,
  production_companies: [],
  production_countries: [],
  release_date: '2021-06-01',
  revenue: 0,
  runtime: 100,
  spoken_languages: [],
  status: 'Released',
  tagline: '',
  title: `Film ${id}`,
  video: false,
  vote_average: 7.25,
  vote_count: 400,
  credits: {
    cast: [],
    crew: [
      { id: 1, credit_id: 'a', name: 'Ada Director', job: 'Director', department: 'Directing' },
      { id: 2, credit_id: 'b', name: 'Bob Writer', job: 'Writer', department: 'Writing' },
    ],
  },
  release_dates: {
    results: [
      {
        iso_3166_1: 'US',
        release_dates: [
          {
            certification: '',
            descriptors: [],
            iso_639_1: '',
            note: '',
            release_date: '2021-05-01T00:00:00.000Z',
            type: 1,
          },
          {
            certification: 'PG-13',
            descriptors: [],
            iso_639_1: '',
            note: '',
            release_date: '2021-06-01T00:00:00.000Z',
            type: 3,
          },
        ],
      },
    ],
  },
  ...given,
});

/** What the server answers to one request, instead of what it has. */
export type TmdbFault =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | { readonly afterMs: number }
  | { readonly cut: true };

export interface TmdbRequest {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly atMs: number;
}

export interface TmdbServer extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly TmdbRequest[];
  readonly films: Map<number, unknown>;
  /** Of the popular films, page by page. */
  pages: (readonly number[])[];
  /** The next requests for that path, one after the other. */
  fail(path: string, ...faults: readonly TmdbFault[]): void;
}

export const tmdbApiKey = '0123456789abcdef0123456789abcdef';
export const tmdbToken = 'eyJhbGciOiJIUzI1NiJ9.e30.made-up-for-the-tests';

const refusal = (code: number, message: string) => ({
  success: false,
  status_code: code,
  status_message: message,
});

const genres = [
  { id: 28, name: 'Action' },
  { id: 18, name: 'Drama' },
  { id: 53, name: 'Thriller' },
  { id: 10_770, name: 'TV Movie' },
];

const configuration = {
  change_keys: ['adult', 'images'],
  images: {
    base_url: 'http://images.example.com/t/p/',
    secure_base_url: 'https://images.example.com/t/p/',
    backdrop_sizes: ['w300', 'original'],
    logo_sizes: ['w45', 'original'],
    poster_sizes: ['w92', 'original'],
    profile_sizes: ['w45', 'original'],
    still_sizes: ['w92', 'original'],
  },
};

/** A server that speaks the shapes that TMDB documents, and fails as it is told to. */
export const startTmdb = async (): Promise<TmdbServer> => {
  const requests: TmdbRequest[] = [];
  const films = new Map<number, unknown>();
  const faults = new Map<string, TmdbFault[]>();
  const state: { pages: (readonly number[])[] } = { pages: [] };

  const send = (response: ServerResponse, status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json;charset=utf-8' });
    response.end(JSON.stringify(body));
  };
  const respond = (request: TmdbRequest, response: ServerResponse): void => {
    const { path, query, authorization } = request;
    if (query.get('api_key') !== tmdbApiKey && authorization !== `Bearer ${tmdbToken}`) {
      send(response, 401, refusal(7, 'Invalid API key: You must be granted a valid key.'));
      return;
    }
    const film = /^movie\/(\d+)$/.exec(path);
    if (path === 'movie/popular' || path.startsWith('trending/movie/')) {
      const page = Number(query.get('page') ?? 1);
      const results = (state.pages[page - 1] ?? []).map((id) => ({
        id,
        title: `Film ${id}`,
        genre_ids: [18],
      }));
      const total_results = state.pages.flat().length;
      send(response, 200, { page, results, total_pages: state.pages.length, total_results });
    } else if (film) {
      const found = films.get(Number(film[1]));
      if (found === undefined)
        send(response, 404, refusal(34, 'The resource you requested could not be found.'));
      else send(response, 200, found);
    } else if (path === 'genre/movie/list') send(response, 200, { genres });
    else if (path === 'configuration') send(response, 200, configuration);
    else send(response, 404, refusal(34, 'The resource you requested could not be found.'));
  };

  const server = createServer((message: IncomingMessage, response) => {
    const address = new URL(message.url ?? '/', 'http://tmdb.test');
    const request: TmdbRequest = {
      path: address.pathname.replace(/^\/3\//, ''),
      query: address.searchParams,
      authorization: message.headers.authorization,
      atMs: performance.now(),
    };
    requests.push(request);
    const fault = faults.get(request.path)?.shift();
    if (!fault) respond(request, response);
    else if ('cut' in fault) message.socket.destroy();
    else if ('afterMs' in fault) setTimeout(() => respond(request, response), fault.afterMs).unref();
    else response.writeHead(fault.status, fault.headers).end(fault.body ?? '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/3`,
    requests,
    films,
    get pages() {
      return state.pages;
    },
    set pages(pages) {
      state.pages = pages;
    },
    fail: (path, ...given) => void faults.set(path, [...(faults.get(path) ?? []), ...given]),
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
