import mongoose from 'mongoose';
import { MovieWriter } from '../movie-writer.ts';
import type { ReadOperation } from '../read-operation.ts';
import type { World } from '../world.ts';
import { WriteSubmissions } from '../write-submission.ts';
import type { Document } from './commands.ts';
import { DirectBatch, type DirectBatchOptions } from './direct-batch.ts';
import { LeaseDocument } from './lease-document.ts';
import { directFilm, directItem, type DirectObject } from './objects.ts';

export interface DirectWritesOptions extends Omit<DirectBatchOptions, 'take' | 'giveBack' | 'inTransaction'> {
  /** Of Mongo itself, past the ways of the instances. */
  readonly mongodbUri: string;
  readonly world: World;
  readonly operations: readonly ReadOperation[];
}

/** Times that the API is asked for a film. */
const tries = 20;

/** A shell on Mongo, and what is written with it past the API: objects that nobody else writes to. */
export class DirectWrites implements AsyncDisposable {
  readonly lease: LeaseDocument;
  readonly #options: DirectWritesOptions;
  readonly #client: mongoose.mongo.MongoClient;
  readonly #objects: DirectObject[];
  #films: Promise<void> | undefined;
  readonly #taken = new Set<DirectObject>();

  constructor(options: DirectWritesOptions) {
    const { mongodbUri, world, random } = options;
    this.#options = options;
    this.#client = new mongoose.mongo.MongoClient(mongodbUri, { writeConcern: { w: 'majority' } });
    const database = this.#client.db();
    this.lease = new LeaseDocument(database);
    const items = database.collection<Document>('checkItems');
    this.#objects = world.direct.items.map((item) => directItem(item, items, this.#reads(item), random));
  }

  get promise(): DirectWritesOptions['promise'] {
    return this.#options.promise;
  }

  /** Begins to write. */
  async start(): Promise<DirectBatch> {
    this.#films ??= this.#makeFilms();
    await this.#films;
    const { random } = this.#options;
    return new DirectBatch({
      ...this.#options,
      take: (count) => {
        const free = this.#objects.filter(
          (object) => !this.#taken.has(object) && (count === 1 || object.exists),
        );
        const taken = random.shuffled(free).slice(0, count);
        for (const object of taken) this.#taken.add(object);
        return taken;
      },
      giveBack: (objects) => {
        for (const object of objects) this.#taken.delete(object);
      },
      inTransaction: (run) =>
        this.#client.withSession((session) => session.withTransaction(() => run(session))),
    });
  }

  /** Has the API make them: it keeps more of a film than its document. */
  async #makeFilms(): Promise<void> {
    const { world, instances, reading, random, timeoutMs, signal } = this.#options;
    const submissions = new WriteSubmissions(instances, reading, random, timeoutMs);
    const films = this.#client.db().collection<Document>('movies');
    for (const film of world.direct.movies) {
      const writer = new MovieWriter([film], random, submissions);
      const isThere = () => film.history.certain?.value;
      for (let tried = 0; tried < tries && !isThere() && !signal.aborted; tried += 1) await writer.write();
      if (isThere()) this.#objects.push(directFilm(film, films, this.#reads(film), random));
    }
    submissions.close();
  }

  #reads({ name }: { readonly name: string }): ReadOperation {
    const operation = this.#options.operations.find((one) => one.name === name);
    if (!operation) throw new RangeError(`expected an operation that reads ${name}`);
    return operation;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#client.close();
  }
}
