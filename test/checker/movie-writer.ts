import { adminAuthorization } from './server/extension.ts';
import { graphqlRequest } from './http-connection.ts';
import type { Outcome } from './history.ts';
import type { SeededRandom } from '../../src/seed/seeded-random.ts';
import { directors, genres, words, type MovieSubject, type MovieValue } from './world.ts';
import type { Manner, WriteSubmissions } from './write-submission.ts';

/** How often each kind of change is made to a film that exists. */
const changes = { votes: 30, genres: 20, directors: 15, title: 12, rating: 10, everything: 4, delete: 9 };
const doubleClicks = 0.02;

const createDocument =
  'mutation ($input: CreateMovieInput!) { createMovie(input: $input) { movie { id runtimeMinutes } } }';
const updateDocument =
  'mutation ($id: ID!, $input: UpdateMovieInput!) { updateMovie(id: $id, input: $input) { movie { id runtimeMinutes } } }';
const deleteDocument = 'mutation ($id: ID!) { deleteMovie(id: $id) { movie { id } } }';

/** Films are written as any client would; nothing keeps a late write from undoing a newer one. */
const draft = (value: MovieValue | null, what: string) => ({ value, fenced: false, mayApply: true, what });

/** Slugs to what the API wants them by. */
const inputOf = ({ directors: slugs, ...rest }: Partial<MovieValue>) => ({
  ...rest,
  ...(slugs && {
    directors: slugs.map((wanted) => directors.find(({ slug }) => slug === wanted)?.name ?? wanted),
  }),
});

const isDone = () => 'acknowledged' as const;

export class MovieWriter {
  readonly #movies: readonly MovieSubject[];
  readonly #random: SeededRandom;
  readonly #submissions: WriteSubmissions;
  readonly #creating = new Map<MovieSubject, boolean>();

  /** @param movies which nobody else writes. */
  constructor(movies: readonly MovieSubject[], random: SeededRandom, submissions: WriteSubmissions) {
    this.#movies = movies;
    this.#random = random;
    this.#submissions = submissions;
  }

  async write(): Promise<void> {
    const movie = this.#random.pick(this.#movies);
    if (movie.history.isHaunted) return;
    const { certain } = movie.history;
    if (!certain) await this.#settle(movie);
    else if (certain.value === null) await this.#create(movie);
    else await this.#change(movie, certain.value);
  }

  #anyValue({ firstTitle }: MovieSubject): MovieValue {
    return {
      title: `${firstTitle} ${this.#random.pick(words)}`,
      rating: this.#random.happens(0.25) ? null : this.#random.below(100) / 10,
      votes: this.#random.below(5000),
      genres: this.#random.shuffled(genres).slice(0, this.#random.below(3)),
      directors: this.#random
        .shuffled(directors)
        .slice(0, this.#random.below(3))
        .map(({ slug }) => slug),
    };
  }

  #manner(): Manner {
    return this.#random.happens(doubleClicks) ? 'twice' : 'once';
  }

  async #settle(movie: MovieSubject): Promise<void> {
    const creating = this.#creating.get(movie) ?? false;
    const value = this.#anyValue(movie);
    const outcome = await (creating ? this.#create(movie) : this.#update(movie, value, value));
    if (outcome === 'acknowledged') this.#creating.delete(movie);
    else this.#creating.set(movie, !creating);
  }

  /** The id follows from the title that it is created with, so that one never changes. */
  #create(movie: MovieSubject): Promise<Outcome | undefined> {
    const value = { ...this.#anyValue(movie), title: movie.firstTitle };
    return this.#submissions.submit({
      targets: [{ subject: movie, draft: draft(value, `create: ${JSON.stringify(value)}`) }],
      request: ([seq]) =>
        graphqlRequest(
          createDocument,
          { input: { ...inputOf(value), runtimeMinutes: seq } },
          adminAuthorization,
        ),
      outcomeOf: isDone,
      manner: this.#manner(),
    });
  }

  #update(movie: MovieSubject, value: MovieValue, given: Partial<MovieValue>): Promise<Outcome | undefined> {
    return this.#submissions.submit({
      targets: [{ subject: movie, draft: draft(value, `set: ${JSON.stringify(given)}`) }],
      request: ([seq]) =>
        graphqlRequest(
          updateDocument,
          { id: movie.id, input: { ...inputOf(given), runtimeMinutes: seq } },
          adminAuthorization,
        ),
      outcomeOf: isDone,
      manner: this.#manner(),
    });
  }

  async #change(movie: MovieSubject, value: MovieValue): Promise<void> {
    const change = this.#random.weighted(changes);
    const drawn = this.#anyValue(movie);
    if (change === 'delete') {
      await this.#submissions.submit({
        targets: [{ subject: movie, draft: draft(null, 'delete') }],
        request: () => graphqlRequest(deleteDocument, { id: movie.id }, adminAuthorization),
        outcomeOf: isDone,
        manner: this.#manner(),
      });
    } else if (change === 'everything') await this.#update(movie, drawn, drawn);
    else {
      const given = { [change]: drawn[change] } as Partial<MovieValue>;
      await this.#update(movie, { ...value, ...given }, given);
    }
  }
}
