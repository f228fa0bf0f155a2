import type { ContestantName } from './contestants/line-up.ts';
import type { Spread } from './figures/statistics.ts';
import type { WorkloadName } from './workloads/names.ts';

export type ByContestant<Value> = Readonly<Partial<Record<ContestantName, Value>>>;

export interface ThroughputFigures {
  readonly requestsPerSecond: Spread;
  readonly cpuMicrosPerRequest: Spread;
  /** Cores that the server kept busy. */
  readonly serverBusy: Spread;
  readonly loadBusy: Spread;
  /** Share of the server's core that others took. */
  readonly othersBusy: Spread;
}

export interface LatencyFigures {
  readonly p50Ms: Spread;
  readonly p99Ms: Spread;
  readonly maxMs: Spread;
  /** Of the requests of all rounds together. */
  readonly overallP99Ms: number;
}

export interface LatencyResult {
  /** Offered to all: half of what the slower of ours can. */
  readonly requestsPerSecond: number;
  readonly byContestant: ByContestant<LatencyFigures>;
  /** Who cannot answer as many. */
  readonly leftOut: readonly ContestantName[];
}

export interface ColdFigures {
  /** Commands to Mongo for all of them at once. */
  readonly commands: Spread;
  readonly requests: number;
}

export interface MixFigures {
  readonly reads: number;
  readonly writes: number;
  readonly hits: number;
  /** Hits of an oracle that drops an answer only when its bytes change. */
  readonly oracleHits: number;
  /** Misses of what was asked before and has the same bytes as then. */
  readonly needless: number;
  /** Misses of what was asked before. */
  readonly invalidated: number;
  /** Answers that were not what the database held, after the writes before them were acknowledged. */
  readonly stale: number;
  /** Commands to Mongo of reads, and of all requests. */
  readonly readCommands: number;
  readonly commands: number;
}

export interface SignedInFigures extends MixFigures {
  /** Of the reads, those of somebody who is signed in. */
  readonly viewerReads: number;
  readonly viewerHits: number;
  /** Of hits, one request under way. */
  readonly hitP50Ms: number;
  readonly hitP99Ms: number;
}

/** Of the site of videos: one request after the other first, then as many as each can. */
export interface SiteFigures {
  readonly reads: number;
  readonly writes: number;
  /** Of the reads. */
  readonly hits: number;
  /** Answers to reads that were not what the database held, or another viewer's; but for counts of views. */
  readonly wrong: number;
  /** Answers of which only the counts of views were of a moment before: nobody waits for a view. */
  readonly lateViews: number;
  /** Operations that MongoDB ran for all requests, reads and writes. */
  readonly mongoOperations: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly hitP99Ms: number;
  readonly throughput: ThroughputFigures;
  /** While each was asked as fast as it answers. */
  readonly loadedP99Ms: number;
}

export interface RedisLeftFigures {
  readonly answers: number;
  /** That came with these answers. */
  readonly keysFilled: number;
  readonly bytesFilled: number;
  /** Of these and all earlier ones, when everything that can expire has. */
  readonly keysLeft: number;
  readonly bytesLeft: number;
}

export interface InvalidationFigures {
  readonly entries: number;
  readonly keysInRedis: number;
  /** Median, from the append to the proof that finds an entry stale. */
  readonly microseconds: number;
}

type Throughputs = ByContestant<ThroughputFigures>;

/** What each workload finds. */
export interface Results extends Record<WorkloadName, unknown> {
  readonly page: Throughputs;
  readonly film: Throughputs;
  readonly 'page-get': Throughputs;
  readonly 'film-get': Throughputs;
  readonly conditional: Throughputs;
  readonly home: Throughputs;
  readonly latency: LatencyResult;
  readonly miss: Throughputs;
  readonly cold: ByContestant<ColdFigures>;
  readonly mix: ByContestant<MixFigures>;
  readonly 'redis-left': ByContestant<RedisLeftFigures>;
  readonly 'signed-in': ByContestant<SignedInFigures>;
  readonly site: ByContestant<SiteFigures>;
  readonly invalidation: readonly InvalidationFigures[];
}
