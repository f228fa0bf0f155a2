/** A film as Mongo keeps it, in `movies`. Amounts are whole US dollars. `null` is "not known". */
export interface MovieRecord {
  /** Twelve hex digits: see `movieIdOf`. */
  _id: string;
  title: string;
  /** What titles are sorted by: lower case, without diacritics, punctuation or a leading article. Never empty. */
  titleKey: string;
  /** Midnight UTC of the day. */
  releaseDate: Date | null;
  /** Slugs of genres, in order of importance, without repeats. */
  genreIds: string[];
  /** Slugs of people, in order of credit, without repeats. */
  directorIds: string[];
  runtimeMinutes: number | null;
  mpaaRating: string | null;
  distributor: string | null;
  /** What the film is based on, such as "Original Screenplay". */
  source: string | null;
  /** The kind of story, such as "Contemporary Fiction". */
  creativeType: string | null;
  budgetUsd: number | null;
  usGrossUsd: number | null;
  worldwideGrossUsd: number | null;
  usDvdSalesUsd: number | null;
  /** See `ratingOf`. */
  rating: number | null;
  /** Mean of the imported votes, 0 to 10. */
  importedRating: number | null;
  /** Number of the imported votes. */
  votes: number;
  viewerRatingSum: number;
  viewerRatingCount: number;
  /** Percent of favourable reviews, 0 to 100. */
  rottenTomatoesRating: number | null;
  /** Path of the poster below the picture server; `null` without one. */
  posterPath: string | null;
  /** Of The Movie Database; `null` when it is not known to be there. No two films share one. */
  tmdbId: number | null;
  /** See `popularityOf`. */
  popularity: number;
}

/** A genre as Mongo keeps it, in `genres`. */
export interface GenreRecord {
  /** Slug of the name, such as `science-fiction`. */
  _id: string;
  name: string;
}

/** A person as Mongo keeps it, in `people`. */
export interface PersonRecord {
  /** Slug of the name, such as `christopher-nolan`. */
  _id: string;
  name: string;
  /** What people are sorted by: lower case, without diacritics and punctuation. */
  nameKey: string;
}

/** The one document of `configurations` that says where pictures are. Shape of TMDB's `/configuration`. */
export interface ImageConfigurationRecord {
  _id: 'images';
  baseUrl: string;
  secureBaseUrl: string;
  posterSizes: string[];
  backdropSizes: string[];
  profileSizes: string[];
}

/** How far an import is, in `imports`: there until it has finished. */
export interface ImportRecord {
  /** Of the source's content. */
  _id: string;
  /** What is imported, for people. */
  name: string;
  /** Items of the source that are settled. */
  position: number;
  created: number;
  updated: number;
  unchanged: number;
  faulty: number;
  /** The films of a list that was read once, since the list itself moves. */
  ids?: number[];
  startedAt: Date;
  /** While items are written: names the batch. What it wrote may not be in the invalidation log. */
  writing: string | null;
  writingSince: Date | null;
  /** Set for what is done once and never again. */
  finishedAt: Date | null;
}
