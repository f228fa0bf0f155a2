import type mongoose from 'mongoose';
import { popularityOf } from '../../../src/modules/catalogue/services/popularity.ts';
import type { SeededRandom } from '../../../src/seed/seeded-random.ts';
import type { Subject } from '../judge.ts';
import { anyItemValue } from '../item-writer.ts';
import type { ReadOperation } from '../read-operation.ts';
import { directors, genres, type ItemValue, type MovieSubject, type MovieValue } from '../world.ts';
import { inserts, removals, updates, type Document } from './commands.ts';

export type Session = mongoose.mongo.ClientSession;

/** What a shell asks Mongo to do with an object. */
export interface DirectWrite {
  readonly command: string;
  /** The whole state that it makes; `null`: the object is gone. */
  readonly value: unknown;
  /** For people. */
  readonly what: string;
  /** @returns how many documents were changed: one. */
  run(seq: number, session?: Session): Promise<number>;
}

/** An object that nobody writes to but past the API. */
export interface DirectObject {
  readonly subject: Subject<unknown>;
  /** Asks for it alone. */
  readonly operation: ReadOperation;
  /** The version that the answer to that shows; `null`: that it does not exist. */
  seqOf(data: unknown): number | null;
  readonly exists: boolean;
  /** A change of one that exists, which can be part of a transaction. */
  change(): DirectWrite;
  /** Anything that may happen to it. */
  any(): DirectWrite;
}

const pick = <Command>(commands: Readonly<Record<string, Command>>, random: SeededRandom) =>
  random.pick(Object.entries(commands));

const described = (set: object): string => `past the API: ${JSON.stringify(set)}`;

const valueOf = <Value>({ history }: Subject<Value>): Value | null => history.recent().at(-1)?.value ?? null;

const removed = 0.15;

export const directItem = (
  subject: Subject<ItemValue>,
  collection: mongoose.mongo.Collection<Document>,
  operation: ReadOperation,
  random: SeededRandom,
): DirectObject => {
  const { id } = subject;
  const target = (seq: number) => ({ collection, filter: { _id: id, seq: { $lt: seq } } });

  const insert = (): DirectWrite => {
    const value = anyItemValue(random);
    const [command, run] = pick(inserts, random);
    return {
      command,
      value,
      what: described(value),
      run: (seq) => run(collection, { _id: id, seq, ...value }),
    };
  };
  const remove = (): DirectWrite => {
    const [command, run] = pick(removals, random);
    return { command, value: null, what: described({}), run: (seq) => run(target(seq)) };
  };
  const change = (): DirectWrite => {
    const now = valueOf(subject);
    if (!now) throw new TypeError(`expected ${subject.name} to exist`);
    const drawn = anyItemValue(random);
    const path = random.pick(['group', 'rank', 'due', 'words'] as const);
    const set = { [path]: drawn[path] };
    const [command, run] = pick(updates, random);
    return {
      command,
      value: { ...now, ...set },
      what: described(set),
      run: (seq, session) => run(target(seq), { ...set, seq }, session),
    };
  };
  return {
    subject,
    operation,
    seqOf: (data) => (data as { item: { seq: number } | null }).item?.seq ?? null,
    get exists() {
      return valueOf(subject) !== null;
    },
    change,
    any: () => {
      if (valueOf(subject) === null) return insert();
      return random.happens(removed) ? remove() : change();
    },
  };
};

const fewSlugs = (slugs: readonly string[], random: SeededRandom): string[] =>
  random.shuffled(slugs).slice(0, random.below(3));

/** As the records of films have it; what follows from what is changed is changed along, as a careful script would. */
const filmChange = (now: MovieValue, random: SeededRandom) => {
  switch (random.pick(['votes', 'rating', 'genres', 'directors'] as const)) {
    case 'votes': {
      const value = { ...now, votes: random.below(5000) };
      return { value, set: { votes: value.votes, popularity: popularityOf(value) } };
    }
    case 'rating': {
      const rating = random.happens(0.25) ? null : random.below(100) / 10;
      const value = { ...now, rating };
      return { value, set: { rating, importedRating: rating, popularity: popularityOf(value) } };
    }
    case 'genres': {
      const value = { ...now, genres: fewSlugs(genres, random) };
      return { value, set: { genreIds: value.genres } };
    }
    case 'directors': {
      const slugs = directors.map(({ slug }) => slug);
      const value = { ...now, directors: fewSlugs(slugs, random) };
      return { value, set: { directorIds: value.directors } };
    }
  }
};

/**
 * Films are made and named by the API, which keeps more than one document about them: what they are found by. Only what has its place in
 * their own document alone is changed past it.
 */
export const directFilm = (
  subject: MovieSubject,
  collection: mongoose.mongo.Collection<Document>,
  operation: ReadOperation,
  random: SeededRandom,
): DirectObject => {
  const change = (): DirectWrite => {
    const now = valueOf(subject);
    if (!now) throw new TypeError(`expected ${subject.name} to exist`);
    const { value, set } = filmChange(now, random);
    const [command, run] = pick(updates, random);
    return {
      command,
      value,
      what: described(set),
      run: (seq, session) =>
        run(
          { collection, filter: { _id: subject.key, runtimeMinutes: { $lt: seq } } },
          { ...set, runtimeMinutes: seq },
          session,
        ),
    };
  };
  return {
    subject,
    operation,
    seqOf: (data) => (data as { movie: { runtimeMinutes: number } | null }).movie?.runtimeMinutes ?? null,
    get exists() {
      return valueOf(subject) !== null;
    },
    change,
    any: change,
  };
};
