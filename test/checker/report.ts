import type { CheckOptions } from './arguments.ts';
import { acknowledgedAt, type Version } from './history.ts';
import type { Subject, Violation } from './judge.ts';
import type { StaleRead } from './reader.ts';
import type { Tally } from './tally.ts';

/** The object that `--json` prints. */
export interface CheckSummary {
  readonly engine: string;
  readonly seed: number;
  readonly seconds: number;
  /** Reads whose answers were held against the histories. */
  readonly judged: number;
  /** States of objects that those answers were judged for. */
  readonly objectsJudged: number;
  readonly readsPerSecond: number;
  readonly hitRate: number;
  readonly readErrors: Readonly<Record<string, number>>;
  readonly writes: Readonly<Record<'issued' | 'acknowledged' | 'refused' | 'unknown', number>>;
  readonly writeErrors: Readonly<Record<string, number>>;
  readonly faults: readonly { readonly fault: string; readonly count: number }[];
  readonly crashes: number;
  /** Reads that showed what they may not. */
  readonly violations: number;
  readonly violationsByKind: Readonly<Record<string, number>>;
  readonly violationsByOperation: Readonly<Record<string, number>>;
  readonly invalidations: number;
  /** Of the misses by invalidation, those whose answer was the same as before; `null`: not told by this engine. */
  readonly needlessShare: number | null;
  readonly needlessByOperation: Readonly<Record<string, number>>;
}

const seconds = (ms: number): string => (ms === Infinity ? 'never' : `${(ms / 1000).toFixed(4)} s`);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const versionLine = ({ seq, what, value, issuedAt, attempts, ...version }: Version<unknown>): string => {
  const sent = attempts.map(({ life, outcome, settledAt }) => {
    const end = settledAt === undefined ? '' : ` ${seconds(settledAt)}`;
    return `${life.name} ${outcome}${end}`;
  });
  const acknowledged = acknowledgedAt({ attempts });
  return [
    `      version ${seq}: issued ${seconds(issuedAt)}, acknowledged ${seconds(acknowledged)} (${sent.join('; ')})`,
    `        ${what}${version.mayApply ? ` -> ${JSON.stringify(value)}` : ', which nobody may see'}`,
  ].join('\n');
};

const historyOf = (subject: Subject<unknown>): string =>
  [`    what was written to ${subject.name}:`, ...subject.history.recent().slice(-6).map(versionLine)].join(
    '\n',
  );

const explain = ({ kind, found, expected, subjects }: Violation): string =>
  [`    ${kind}: shows ${found}; expected ${expected}`, ...subjects.map(historyOf)].join('\n');

const shownAtMost = 600;

/** A violation for people; render it at once, since histories go on. */
export const describeStaleRead = ({
  operation,
  instance,
  began,
  ended,
  text,
  cache,
  violations,
}: StaleRead): string => {
  const origin = cache.hit === true ? 'from the cache' : 'computed, or unknown';
  const [first, ...others] = violations;
  return [
    `  ${operation.name}, asked of ${instance}, began ${seconds(began)}, ended ${seconds(ended)} (${origin})`,
    `    answer: ${text.length > shownAtMost ? `${text.slice(0, shownAtMost)}…` : text}`,
    ...(first ? [explain(first)] : []),
    ...(others.length > 0 ? [`    and ${others.length} more in the same answer`] : []),
  ].join('\n');
};

const sorted = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].toSorted(([, a], [, b]) => b - a));

export const summarise = (
  { engine, seed }: CheckOptions,
  tally: Tally,
  stale: {
    readonly reads: number;
    readonly byKind: ReadonlyMap<string, number>;
    readonly byOperation: ReadonlyMap<string, number>;
  },
  elapsedMs: number,
): CheckSummary => {
  const { reads, writes, invalidations } = tally;
  const { issued, acknowledged, refused, unknown } = writes;
  return {
    engine,
    seed,
    seconds: Math.round(elapsedMs / 100) / 10,
    judged: reads.judged,
    objectsJudged: reads.objects,
    readsPerSecond: Math.round((reads.judged * 1000) / elapsedMs),
    hitRate: reads.judged === 0 ? 0 : reads.hits / reads.judged,
    readErrors: sorted(reads.errors),
    writes: { issued, acknowledged, refused, unknown },
    writeErrors: sorted(writes.errors),
    faults: [...tally.faults].map(([fault, count]) => ({ fault, count })),
    crashes: tally.crashes,
    violations: stale.reads,
    violationsByKind: sorted(stale.byKind),
    violationsByOperation: sorted(stale.byOperation),
    invalidations: invalidations.all,
    needlessShare:
      engine === 'marquee' && invalidations.all > 0 ? invalidations.needless / invalidations.all : null,
    needlessByOperation: sorted(invalidations.needlessBy),
  };
};

export const progressLine = (tally: Tally, stale: number, elapsedMs: number): string => {
  const { reads, writes } = tally;
  const hits = reads.judged === 0 ? 0 : reads.hits / reads.judged;
  const perSecond = Math.round((reads.judged * 1000) / elapsedMs);
  return (
    `${Math.round(elapsedMs / 1000)} s: ${reads.judged} reads judged (${perSecond}/s, ${percent(hits)} hits), ` +
    `${writes.acknowledged} writes acknowledged, ${stale} violations`
  );
};

const listed = (counts: Readonly<Record<string, number>>, most: number): string =>
  Object.entries(counts)
    .slice(0, most)
    .map(([what, count]) => `${count} × ${what}`)
    .join(', ') || 'none';

/** The table at the end, with the first violations. */
export const describeSummary = (summary: CheckSummary, firstViolations: readonly string[]): string => {
  const { writes } = summary;
  const rows: readonly (readonly [string, string])[] = [
    ['engine, seed', `${summary.engine}, ${summary.seed}`],
    ['reads judged', `${summary.judged} in ${summary.seconds} s (${summary.readsPerSecond}/s)`],
    ['objects judged in them', String(summary.objectsJudged)],
    ['hit rate', percent(summary.hitRate)],
    ['read errors', listed(summary.readErrors, 5)],
    [
      'writes',
      `${writes.issued} issued: ${writes.acknowledged} acknowledged, ${writes.refused} refused, ${writes.unknown} unknown`,
    ],
    ['write errors', listed(summary.writeErrors, 5)],
    ['faults injected', summary.faults.map(({ fault, count }) => `${count} × ${fault}`).join(', ') || 'none'],
    ['crashes', String(summary.crashes)],
    [
      'needless invalidations',
      summary.needlessShare === null
        ? 'not told'
        : `${percent(summary.needlessShare)} of ${summary.invalidations}`,
    ],
    ['  by operation', listed(summary.needlessByOperation, 8)],
    ['violations', String(summary.violations)],
    ['  by kind', listed(summary.violationsByKind, 10)],
    ['  by operation', listed(summary.violationsByOperation, 8)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    ...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
    ...(firstViolations.length > 0 ? ['', `The first ${firstViolations.length} violations:`] : []),
    ...firstViolations,
  ].join('\n');
};
