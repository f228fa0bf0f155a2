/** How often a film was viewed, in `filmCounts`: apart from the film, so that a view does not touch it. */
export interface FilmCountRecord {
  /** Of the film. */
  _id: string;
  views: number;
}

/** Views of a film within an hour, in `filmViewHours`; removed when no window reaches back to it. */
export interface FilmViewHourRecord {
  /** The hour since 1970, and the film. */
  _id: string;
  filmId: string;
  /** When the hour began. */
  hour: Date;
  views: number;
}

/** Says that somebody's views of a film do not count for a while, in `filmViewMarks`. */
export interface FilmViewMarkRecord {
  /** A hash of who and what. */
  _id: string;
  expiresAt: Date;
}

/** The films that somebody viewed last, in `viewTrails`: of those who are signed in only. */
export interface ViewTrailRecord {
  /** Of the user. */
  _id: string;
  /** Without repeats, the latest first. */
  filmIds: string[];
  lastAt: Date;
}

/** A film in a ranking. */
export interface RankedFilm {
  readonly filmId: string;
  readonly score: number;
}

/** What trended when an hour began, in `trendingRankings`. Never changed once it is there. */
export interface TrendingRankingRecord {
  /** See `rankingId`. */
  _id: string;
  /** Best first. */
  films: RankedFilm[];
  /** After which it is removed. */
  expiresAt: Date;
}

/** A film that may be recommended to who liked another. */
export interface NeighbourFilm extends RankedFilm {
  /** Signed-in viewers that both have had. */
  readonly sharedViewers: number;
}

/** What to recommend to who liked a film, in `filmNeighbours`. */
export interface FilmNeighboursRecord {
  /** Of that film. */
  _id: string;
  /** Best first. */
  films: NeighbourFilm[];
  computedAt: Date;
}
