import type { GenreRecord, MovieRecord, PersonRecord } from '../models/records.ts';
import { movieIdOf, nameKeyOf, slugOf, tidyText, titleKeyOf } from '../services/film-identity.ts';
import { popularityOf } from '../services/popularity.ts';
import { emptyReport, type CleaningReport, type Repair } from './cleaning-report.ts';
import { directorNamesOf } from './film-directors.ts';
import { genreNamesOf } from './film-genres.ts';
import { readReleaseDate } from './release-date.ts';
import { repairTitle } from './title-repair.ts';

type OnRepair = (kind: Repair) => void;

type FilmRow = Readonly<Record<string, unknown>>;

interface CleanedFilm {
  movie: MovieRecord;
  directors: PersonRecord[];
  genres: GenreRecord[];
}

/** Films as the stores keep them. */
export interface CleanedFilms {
  /** In the order of the rows. */
  movies: MovieRecord[];
  /** The directors of these films, by id. */
  people: PersonRecord[];
  /** The genres of these films, by id. */
  genres: GenreRecord[];
  report: CleaningReport;
}

const mpaaRatings = new Set(['G', 'PG', 'PG-13', 'R', 'NC-17', 'Not Rated']);

/**
 * The film named "Unknown" (2006): whoever made the data took its title for a missing one. The day, the distributor,
 * the running time and the gross in the row are that film's.
 */
const lostTitle = { title: 'Unknown', releaseDate: 'Nov 03 2006', usGross: 26_403 };

/**
 * Turns rows of vega-datasets' `movies.json` into records. The same rows give the same records. A row that cannot be a
 * film is listed in `report.rejected` and never throws: one that is no object, has no title, or has the title and the
 * day of an earlier row. See the folder's README for the faults and what is done about each.
 */
export function cleanFilms(raw: readonly unknown[]): CleanedFilms {
  const report = emptyReport();
  const movies = new Map<string, MovieRecord>();
  const indexById = new Map<string, number>();
  const people = new Map<string, PersonRecord>();
  const genres = new Map<string, GenreRecord>();
  for (const [index, row] of raw.entries()) {
    report.rows += 1;
    const repairs: Repair[] = [];
    const film = isRow(row)
      ? cleanFilm(row, (kind) => repairs.push(kind))
      : `expected an object but got ${kindOf(row)}`;
    if (typeof film === 'string') {
      report.rejected.push({ index, reason: film });
      continue;
    }
    const earlier = indexById.get(film.movie._id);
    if (earlier !== undefined) {
      report.rejected.push({ index, reason: `has the title and the release date of row ${earlier}` });
      continue;
    }
    indexById.set(film.movie._id, index);
    for (const kind of repairs) {
      report.repairs[kind] += 1;
    }
    movies.set(film.movie._id, film.movie);
    // A person or genre that is there already keeps the spelling that came first.
    for (const person of film.directors) {
      people.set(person._id, people.get(person._id) ?? person);
    }
    for (const genre of film.genres) {
      genres.set(genre._id, genres.get(genre._id) ?? genre);
    }
  }
  report.films = movies.size;
  countDoubts([...movies.values()], report);
  return {
    movies: [...movies.values()],
    people: sortedById(people),
    genres: sortedById(genres),
    report,
  };
}

function cleanFilm(row: FilmRow, onRepair: OnRepair): CleanedFilm | string {
  const releaseDate = readReleaseDate(row['Release Date'], onRepair);
  const title = repairTitle(readTitle(row, onRepair), releaseDate?.getUTCFullYear() ?? null, onRepair);
  if (title === '') {
    return `expected the title to be a number or a text that is not blank but got ${kindOf(row['Title'])}`;
  }
  const creativeType = readText(row['Creative Type'], onRepair);
  const directors = withoutRepeats(
    directorNamesOf(readText(row['Director'], onRepair), onRepair).map((name) => ({
      _id: slugOf(name),
      name,
      nameKey: nameKeyOf(name),
    })),
  );
  const genres = withoutRepeats(
    genreNamesOf(readText(row['Major Genre'], onRepair), creativeType).map((name) => ({
      _id: slugOf(name),
      name,
    })),
  );
  const rating = readNumber(row['IMDB Rating'], { max: 10 }, onRepair);
  const votes = readNumber(row['IMDB Votes'], { isWhole: true }, onRepair) ?? 0;
  const movie: MovieRecord = {
    _id: movieIdOf(title, releaseDate),
    title,
    titleKey: titleKeyOf(title),
    releaseDate,
    genreIds: genres.map((genre) => genre._id),
    directorIds: directors.map((person) => person._id),
    runtimeMinutes: readNumber(row['Running Time min'], { min: 1, max: 600, isWhole: true }, onRepair),
    mpaaRating: readMpaaRating(row['MPAA Rating'], onRepair),
    distributor: readDistributor(row['Distributor'], onRepair),
    source: readText(row['Source'], onRepair),
    creativeType,
    budgetUsd: readAmount(row['Production Budget'], onRepair),
    usGrossUsd: readAmount(row['US Gross'], onRepair),
    worldwideGrossUsd: readAmount(row['Worldwide Gross'], onRepair),
    usDvdSalesUsd: readAmount(row['US DVD Sales'], onRepair),
    rating,
    importedRating: rating,
    votes,
    viewerRatingSum: 0,
    viewerRatingCount: 0,
    rottenTomatoesRating: readNumber(row['Rotten Tomatoes Rating'], { max: 100, isWhole: true }, onRepair),
    posterPath: null,
    tmdbId: null,
    popularity: popularityOf({ rating, votes }),
  };
  return { movie, directors, genres };
}

/** The title as it is written, or an empty text. */
function readTitle(row: FilmRow, onRepair: OnRepair): string {
  const title = row['Title'];
  if (typeof title === 'string') {
    return title;
  }
  if (typeof title === 'number' && Number.isFinite(title)) {
    onRepair('numberTitles');
    return String(title);
  }
  if (
    title === null &&
    row['Release Date'] === lostTitle.releaseDate &&
    row['US Gross'] === lostTitle.usGross
  ) {
    onRepair('missingTitles');
    return lostTitle.title;
  }
  return '';
}

function readMpaaRating(raw: unknown, onRepair: OnRepair): string | null {
  const text = readText(raw, onRepair);
  if (text === null || mpaaRatings.has(text)) {
    return text;
  }
  onRepair('unknownMpaaRatings');
  return null;
}

function readDistributor(raw: unknown, onRepair: OnRepair): string | null {
  const text = readText(raw, onRepair);
  if (text !== 'Distributor Unknown') {
    return text;
  }
  onRepair('unknownDistributors');
  return null;
}

function readAmount(raw: unknown, onRepair: OnRepair): number | null {
  if (raw === 0) {
    onRepair('zeroAmounts');
    return null;
  }
  return readNumber(raw, { isWhole: true }, onRepair);
}

function readText(raw: unknown, onRepair: OnRepair): string | null {
  if (typeof raw === 'string') {
    return tidyText(raw) || null;
  }
  if (raw !== null && raw !== undefined) {
    onRepair('refusedValues');
  }
  return null;
}

function readNumber(
  raw: unknown,
  {
    min = 0,
    max = Number.MAX_SAFE_INTEGER,
    isWhole = false,
  }: { min?: number; max?: number; isWhole?: boolean },
  onRepair: OnRepair,
): number | null {
  if (raw === null || raw === undefined) {
    return null;
  }
  if (typeof raw === 'number' && raw >= min && raw <= max && (!isWhole || Number.isInteger(raw))) {
    return raw;
  }
  onRepair('refusedValues');
  return null;
}

function countDoubts(movies: readonly MovieRecord[], { doubts }: CleaningReport): void {
  const filmsByVotes = new Map<string, number>();
  for (const { directorIds, genreIds, releaseDate, rating, votes } of movies) {
    const day = releaseDate?.toISOString().slice(5, 10);
    doubts.noDirector += directorIds.length === 0 ? 1 : 0;
    doubts.noGenre += genreIds.length === 0 ? 1 : 0;
    doubts.noReleaseDate += releaseDate === null ? 1 : 0;
    doubts.turnOfYearDates += day === '12-31' || day === '01-01' ? 1 : 0;
    if (votes > 0) {
      const key = `${rating} ${votes}`;
      filmsByVotes.set(key, (filmsByVotes.get(key) ?? 0) + 1);
    }
  }
  for (const films of filmsByVotes.values()) {
    doubts.sharedVotes += films > 1 ? films : 0;
  }
}

function isRow(value: unknown): value is FilmRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'an array' : String(value === null ? value : typeof value);
}

function withoutRepeats<T extends { _id: string }>(records: readonly T[]): T[] {
  return [...new Map(records.toReversed().map((record) => [record._id, record])).values()].toReversed();
}

/** Compares code units: a locale would order the records differently on another machine. */
function sortedById<T extends { _id: string }>(records: ReadonlyMap<string, T>): T[] {
  return [...records.values()].toSorted((a, b) => (a._id < b._id ? -1 : 1));
}
