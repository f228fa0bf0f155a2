/** What the cleaning changes, in words that go after a count. */
export const repairTexts = {
  numberTitles: 'titles that were numbers, made text',
  missingTitles: 'missing titles of films that the rest of the row identifies, filled in',
  garbledTitles: 'titles in the wrong character set, decoded',
  trailingArticles: 'titles with the article at the end, turned round',
  yearsInTitles: 'release years in titles, removed',
  spacesInTitles: 'titles with superfluous white space, tidied',
  wrongCenturies: 'release dates a century late, moved back',
  emptyDates: 'release dates that are the zero of a clock, removed',
  unreadableDates: 'release dates that are no date or out of range, removed',
  zeroAmounts: 'amounts of 0 dollars that mean "not known", removed',
  unknownMpaaRatings: 'MPAA ratings that do not exist, removed',
  unknownDistributors: 'distributors named "unknown", removed',
  quotedNames: 'names with doubled quotation marks, corrected',
  sharedCredits: 'credits that name several directors, split',
  refusedValues: 'other values of the wrong type or out of range, removed',
} as const;

/** What the cleaning finds and leaves as it is, since the truth is not in the data; words that go after a count. */
export const doubtTexts = {
  noDirector: 'films without a director',
  noGenre: 'films without a genre',
  noReleaseDate: 'films without a release date',
  turnOfYearDates: 'release dates on 31 December or 1 January, most of which stand for a year alone',
  sharedVotes: 'films with exactly the rating and votes of another film',
} as const;

/** A kind of repair. */
export type Repair = keyof typeof repairTexts;

/** A kind of doubt. */
export type Doubt = keyof typeof doubtTexts;

/** What a cleaning did. The texts for the counts are `repairTexts` and `doubtTexts`. */
export interface CleaningReport {
  /** Number of rows that came in: `films` and the rejected ones together. */
  rows: number;
  films: number;
  /** How often each repair was made; every kind is present. */
  repairs: Record<Repair, number>;
  /** How often each doubt was found; every kind is present. */
  doubts: Record<Doubt, number>;
  /** The rows that are no film, in order: their place in the input, from 0, and why. */
  rejected: { index: number; reason: string }[];
}

/** A report in which nothing has happened yet. */
export function emptyReport(): CleaningReport {
  return {
    rows: 0,
    films: 0,
    repairs: {
      numberTitles: 0,
      missingTitles: 0,
      garbledTitles: 0,
      trailingArticles: 0,
      yearsInTitles: 0,
      spacesInTitles: 0,
      wrongCenturies: 0,
      emptyDates: 0,
      unreadableDates: 0,
      zeroAmounts: 0,
      unknownMpaaRatings: 0,
      unknownDistributors: 0,
      quotedNames: 0,
      sharedCredits: 0,
      refusedValues: 0,
    },
    doubts: { noDirector: 0, noGenre: 0, noReleaseDate: 0, turnOfYearDates: 0, sharedVotes: 0 },
    rejected: [],
  };
}
