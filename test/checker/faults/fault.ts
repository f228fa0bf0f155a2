import type { DirectWrites } from '../direct/direct-writes.ts';
import type { Instances } from '../instances.ts';
import type { PlainRedis, Servers } from '../servers/servers.ts';
import type { SeededRandom } from '../../../src/seed/seeded-random.ts';

/** The servers that a fault needs; a run is in one setting. */
export const settingNames = ['plain', 'sentinel', 'cluster', 'replica-set'] as const;
export type SettingName = (typeof settingNames)[number];

/** For people. */
export const settingTitles: Readonly<Record<SettingName, string>> = {
  plain: 'With one Redis, and a Mongo that is a replica set of one',
  sentinel: 'With a Redis and its replica behind three Sentinels',
  cluster: 'With a Redis Cluster of three masters with a replica each',
  'replica-set': 'With one Redis, and a Mongo that is a replica set of three',
};

/** Something that is different when the fault has really happened. */
export interface Proof {
  /** Such as "replication id". */
  readonly of: string;
  readonly before: string;
  readonly after: string;
}

/** What a fault has to work with. */
export interface FaultWorld {
  readonly instances: Instances;
  readonly servers: Servers;
  readonly direct: DirectWrites;
  readonly random: SeededRandom;
  /** Resolves at its time, or when the run ends. */
  wait(ms: number): Promise<void>;
  /** What is broken answers again, or another in its place: from now on the rest is up to the API. Else when all is mended. */
  answersAgain(): void;
}

export type Breakable = 'instances' | 'follower' | 'redis' | 'ways to Redis' | 'mongo' | 'ways to Mongo';

export interface Fault {
  readonly name: string;
  /** For `--help` and the report. */
  readonly what: string;
  readonly setting: SettingName;
  /** Two that break the same never come together. */
  readonly breaks: Breakable;
  /** Whether Redis forgets something then: what dead instances had counted is lost, as docs/counters.md says. */
  readonly forgets?: boolean;
  /**
   * Whether it says itself when whoever follows is lost. With any other, writes past the API may be late from its beginning to its end,
   * and for as long afterwards as it takes until another instance follows.
   */
  readonly tellsOfLoss?: boolean;
  /** Breaks, waits a while, and mends. */
  inject(world: FaultWorld): Promise<readonly Proof[]>;
}

export const happened = (proofs: readonly Proof[]): boolean =>
  proofs.length > 0 && proofs.every(({ before, after }) => before !== after);

/** A number of milliseconds that is drawn. */
export const between = (random: SeededRandom, least: number, most: number): number =>
  least + random.below(most - least);

/** Faults of the plain setting break the one Redis. */
export const plainRedis = ({ redis }: Servers): PlainRedis => {
  if (redis.kind !== 'plain') throw new TypeError('expected one Redis');
  return redis;
};
