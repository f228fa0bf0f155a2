import type { MovieRecord } from '../models/records.ts';
import { movieIdOf, nameKeyOf, slugOf, tidyText, titleKeyOf } from '../services/film-identity.ts';
import type {
  ImportedReader,
  ImportedWriter,
  PlainCollection,
  PlainRecord,
} from '../stores/imported.store.ts';
import type { MovieStore } from '../stores/movie.store.ts';
import { changesOf, newFilm } from './film-changes.ts';
import { matchFilm } from './film-matching.ts';
import type { ImportedFilm, ImportItem, Outcome } from './import-items.ts';
import { inLanes } from './lanes.ts';

export type ItemOutcome =
  { readonly outcome: Exclude<Outcome, 'faulty'> } | { readonly outcome: 'faulty'; readonly fault: string };

export interface ApplyBatchOptions {
  readonly reader: ImportedReader;
  readonly writer: ImportedWriter;
  readonly movies: Pick<MovieStore, 'insert' | 'update'>;
  /** Resolves when what `run` wrote can be seen by everyone, in what is cached too. */
  readonly write: <T>(run: () => Promise<T>) => Promise<T>;
}

/**
 * Brings a batch in. Afterwards every item is settled: what it says can be read, from the cache too, or it is faulty.
 * What is as it should be already is read and not written.
 *
 * @param beforeWriting awaited once, before the first write, if there is one.
 * @returns an outcome for each item.
 */
export type ApplyBatch = (
  items: readonly ImportItem[],
  beforeWriting: () => Promise<void>,
) => Promise<ItemOutcome[]>;

/** Writes under way at once. */
const width = 16;

/** A film that others keep changing between the look at it and the write is left to them after so many tries. */
const maxTries = 5;

const collections = {
  genre: 'genres',
  person: 'people',
  images: 'configurations',
} as const satisfies Record<Exclude<ImportItem['kind'], 'movie'>, PlainCollection>;

const personOf = (given: string) => {
  const name = tidyText(given);
  return { _id: slugOf(name), name, nameKey: nameKeyOf(name) };
};

/** By slug, without repeats; `undefined` where nothing is said of them. */
const directorsOf = ({ directors }: ImportedFilm) =>
  directors && [...new Map(directors.map(personOf).map((person) => [person._id, person])).values()];

const dayOf = (date: Date | null): string => date?.toISOString().slice(0, 10) ?? 'an unknown day';

const once = (run: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | undefined;
  return () => (running ??= run());
};

const isSameRecord = (a: PlainRecord, b: PlainRecord): boolean => {
  const other = new Map(Object.entries(b));
  return Object.entries(a).every(
    ([field, value]) => JSON.stringify(value) === JSON.stringify(other.get(field)),
  );
};

type PlainItem = Exclude<ImportItem, ImportedFilm>;
const isFilm = (item: ImportItem): item is ImportedFilm => item.kind === 'movie';

export const createApplyBatch = ({ reader, writer, movies, write }: ApplyBatchOptions): ApplyBatch => {
  /** What is there, of all that the batch is about; kept up to date while it is written. */
  const readKnown = async (items: readonly ImportItem[]) => {
    const films = items.filter(isFilm);
    const personIds = [
      ...films.flatMap((film) => directorsOf(film) ?? []).map(({ _id }) => _id),
      ...items
        .filter(({ kind }) => kind === 'person')
        .map((item) => ('record' in item ? item.record._id : '')),
    ];
    const wantsImages = items.some(({ kind }) => kind === 'images');
    const [found, genres, people, images] = await Promise.all([
      films.length === 0
        ? []
        : reader.films({
            ids: films.map(({ fields }) => movieIdOf(fields.title, fields.releaseDate ?? null)),
            tmdbIds: films.flatMap(({ fields }) => fields.tmdbId ?? []),
            titleKeys: films.flatMap(({ fields }) => (fields.tmdbId ? titleKeyOf(fields.title) : [])),
          }),
      reader.genres(),
      personIds.length === 0 ? [] : reader.people([...new Set(personIds)]),
      wantsImages ? reader.images() : null,
    ]);
    const byId = <Value extends { readonly _id: string }>(records: readonly Value[]) =>
      new Map<string, Value>(records.map((record) => [record._id, record]));
    return {
      films: byId(found),
      plain: {
        genres: byId<PlainRecord>(genres),
        people: byId<PlainRecord>(people),
        configurations: byId<PlainRecord>(images ? [images] : []),
      },
    };
  };
  type Known = Awaited<ReturnType<typeof readKnown>>;

  const applyPlain = async (
    item: PlainItem,
    known: Known,
    beforeWriting: () => Promise<void>,
  ): Promise<ItemOutcome> => {
    const collection = collections[item.kind];
    const { record } = item;
    const now = known.plain[collection].get(record._id);
    const keeps = now !== undefined && item.kind === 'genre' && item.keepsName === true;
    if (now && (keeps || isSameRecord(now, record))) return { outcome: 'unchanged' };
    await beforeWriting();
    await write(() => writer.put(collection, record));
    known.plain[collection].set(record._id, record);
    return { outcome: now ? 'updated' : 'created' };
  };

  const applyFilm = async (
    item: ImportedFilm,
    known: Known,
    beforeWriting: () => Promise<void>,
  ): Promise<ItemOutcome> => {
    const { fields } = item;
    const added = new Set(item.newGenres?.map(({ _id }) => _id));
    const unknown = (item.genreIds ?? []).filter((id) => !known.plain.genres.has(id) && !added.has(id));
    if (unknown.length > 0) {
      return {
        outcome: 'faulty',
        fault: `genres: expected slugs of genres, but got ${JSON.stringify(unknown)}`,
      };
    }
    const directors = directorsOf(item);
    const directorIds = directors?.map(({ _id }) => _id);
    const identity = {
      id: movieIdOf(fields.title, fields.releaseDate ?? null),
      title: fields.title,
      releaseDate: fields.releaseDate ?? null,
      tmdbId: fields.tmdbId ?? null,
      directorIds: directorIds ?? [],
    };

    const addOthers = async (): Promise<void> => {
      for (const [collection, records] of [
        ['genres', item.newGenres ?? []],
        ['people', directors ?? []],
      ] as const) {
        const missing = records.filter(({ _id }) => !known.plain[collection].has(_id));
        await writer.addMissing(collection, missing);
        for (const record of missing) known.plain[collection].set(record._id, record);
      }
    };
    const lookAgain = async (): Promise<void> => {
      const { tmdbId, id } = identity;
      const found = await reader.films({
        ids: [id, ...known.films.keys()],
        tmdbIds: tmdbId === null ? [] : [tmdbId],
        titleKeys: [],
      });
      known.films.clear();
      for (const film of found) known.films.set(film._id, film);
    };

    for (let attempt = 0; attempt < maxTries; attempt += 1) {
      const match = matchFilm(identity, known.films.values());
      if (match.kind === 'taken') {
        const { title, releaseDate, tmdbId } = match.film;
        const place = `${JSON.stringify(title)} of ${dayOf(releaseDate)}`;
        return {
          outcome: 'faulty',
          fault: `tmdbId: expected ${tmdbId}, by which ${place} is known here, but got ${identity.tmdbId}`,
        };
      }
      let settled: MovieRecord | null;
      if (match.kind === 'new') {
        const film = newFilm(identity.id, item, directorIds);
        await beforeWriting();
        settled = await write(async () => {
          await addOthers();
          return (await movies.insert(film)) ? film : null;
        });
      } else {
        const change = changesOf(match.film, item, directorIds);
        if (!change) return { outcome: 'unchanged' };
        await beforeWriting();
        settled = await write(async () => {
          await addOthers();
          return movies.update(match.film._id, change.changes, change.expected);
        });
      }
      if (settled) {
        known.films.set(settled._id, settled);
        return { outcome: match.kind === 'new' ? 'created' : 'updated' };
      }
      await lookAgain();
    }
    return { outcome: 'faulty', fault: 'expected to find the film as it was, but others keep changing it' };
  };

  return async (items, beforeWriting) => {
    const known = await readKnown(items);
    const prepare = once(beforeWriting);
    const settled = new Map<ImportItem, ItemOutcome>();
    const plain = items.filter((item) => !isFilm(item));
    await inLanes(
      plain,
      ({ kind, record }) => `${kind} ${record._id}`,
      width,
      async (item) => void settled.set(item, await applyPlain(item, known, prepare)),
    );
    // Films of one title may be one film, or compete for one.
    await inLanes(
      items.filter(isFilm),
      ({ fields }) => titleKeyOf(fields.title),
      width,
      async (item) => void settled.set(item, await applyFilm(item, known, prepare)),
    );
    return items.map((item) => settled.get(item) ?? { outcome: 'unchanged' });
  };
};
