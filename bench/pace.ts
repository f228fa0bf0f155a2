/** How long and how often things are measured. */
export interface Pace {
  readonly rounds: number;
  /** How often a round of one contestant is repeated while somebody else works on its core. */
  readonly retries: number;
  /** Milliseconds that repeating may take in each workload. */
  readonly retryBudgetMs: number;
  readonly latencyRounds: number;
  /** Milliseconds before the first round, in which a server's code is compiled. */
  readonly warmMs: number;
  /** Milliseconds of each round that are not measured, at its beginning. */
  readonly rampMs: number;
  readonly measureMs: number;
  /** Milliseconds of a round at a fixed rate. */
  readonly latencyMs: number;
  /** Requests in the mix of reads and writes, beyond those that fill the caches. */
  readonly mixRequests: number;
  /** The share of the films, people and searches that the mix asks for. */
  readonly mixShare: number;
  /** Videos of the site, which decide how much of everything else there is. */
  readonly siteVideos: number;
  /** Requests there, one after the other. */
  readonly siteRequests: number;
  /** Answers that are put into Redis to see what stays of them. */
  readonly redisAnswers: number;
  /** Distinct cold queries, each asked 200 times at once. */
  readonly coldQueries: number;
  /** Entries that a write is measured against. */
  readonly invalidationSizes: readonly number[];
  readonly invalidationWrites: number;
}

export const fullPace: Pace = {
  rounds: 11,
  retries: 2,
  retryBudgetMs: 30_000,
  latencyRounds: 61,
  warmMs: 2_500,
  rampMs: 200,
  measureMs: 1_000,
  latencyMs: 250,
  mixRequests: 10_000,
  mixShare: 1,
  siteVideos: 1_000,
  siteRequests: 9_000,
  redisAnswers: 2_000,
  coldQueries: 5,
  invalidationSizes: [1_000, 1_000_000],
  invalidationWrites: 2_000,
};

export const quickPace: Pace = {
  rounds: 5,
  retries: 1,
  retryBudgetMs: 5_000,
  latencyRounds: 21,
  warmMs: 800,
  rampMs: 60,
  measureMs: 300,
  latencyMs: 250,
  mixRequests: 1_600,
  mixShare: 0.25,
  siteVideos: 60,
  siteRequests: 1_000,
  redisAnswers: 400,
  coldQueries: 2,
  invalidationSizes: [1_000, 100_000],
  invalidationWrites: 1_000,
};
