import type { CheckOptions } from './arguments.ts';
import type { SettingName } from './faults/fault.ts';
import type { Calm } from './faults/figures.ts';
import type { FaultReport } from './faults/schedule.ts';
import { reasonsOf } from './graphql-answer.ts';
import { acknowledgedAt, type Version } from './history.ts';
import type { LifeMemory, MemoryLook } from './instances.ts';
import type { Subject, Violation } from './judge.ts';
import type { StaleRead } from './reader.ts';
import type { StaleReads } from './stale-reads.ts';
import type { Tally } from './tally.ts';

/** The object that `--json` prints. */
export interface CheckSummary {
  readonly engine: string;
  readonly setting: SettingName;
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
  /** Each with what it did. */
  readonly faultReports: readonly FaultReport[];
  /** Asked for, and not made: the time was over before. */
  readonly faultsNotMade: readonly string[];
  /** How the run did while nothing was broken: figures are missed by what comes on top of that. */
  readonly calm: Calm;
  /** Of lives of instances that were looked at twice or more. */
  readonly memories: readonly LifeMemory[];
  /** Instances that ended by themselves; a rejection that nobody handles ends one. */
  readonly crashes: number;
  /** Reads whose counts differ at a time for which docs/counters.md does not promise them. */
  readonly countsNotPromised: number;
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
  const reasons = reasonsOf(cache);
  const origin = cache.hit === true ? 'from the cache' : 'computed, or unknown';
  const [first, ...others] = violations;
  return [
    `  ${operation.name}, asked of ${instance}, began ${seconds(began)}, ended ${seconds(ended)} (${[origin, ...reasons].join('; ')})`,
    `    answer: ${text.length > shownAtMost ? `${text.slice(0, shownAtMost)}…` : text}`,
    ...(first ? [explain(first)] : []),
    ...(others.length > 0 ? [`    and ${others.length} more in the same answer`] : []),
  ].join('\n');
};

const sorted = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].toSorted(([, a], [, b]) => b - a));

export interface Found {
  readonly setting: SettingName;
  readonly tally: Tally;
  readonly stale: StaleReads;
  readonly elapsedMs: number;
  readonly memories: readonly LifeMemory[];
  readonly calm: Calm;
  readonly faultReports: readonly FaultReport[];
  /** Names of the faults that this setting allows, of those that were asked for. */
  readonly asked: readonly string[];
}

export const summarise = (
  { engine, seed }: CheckOptions,
  { setting, tally, stale, elapsedMs, memories, calm, faultReports, asked }: Found,
): CheckSummary => {
  const { reads, writes, invalidations } = tally;
  const { issued, acknowledged, refused, unknown } = writes;
  return {
    engine,
    setting,
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
    faultReports,
    faultsNotMade: asked.filter((name) => !faultReports.some(({ faults }) => faults.includes(name))),
    calm,
    memories,
    crashes: tally.crashes,
    countsNotPromised: tally.countsNotPromised,
    violations: stale.count,
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

const ageOf = ({ looks }: LifeMemory): number => looks.at(-1)?.at ?? 0;

const memoryOf = (life: LifeMemory): string => {
  const told = (of: (look: MemoryLook) => number): string => {
    const values = life.looks.map(of);
    return `${values[0]} -> ${values.at(-1)} (at most ${Math.max(...values)})`;
  };
  const heap = told(({ heapMb }) => heapMb);
  const external = told(({ externalMb }) => externalMb);
  const all = told(({ rssMb }) => rssMb);
  return `heap ${heap}, outside it ${external}, process ${all}, from second ${life.looks[0]?.at} to ${ageOf(life)}`;
};

/** Of the oldest: a young process grows to its size. */
const memoryRows = (memories: readonly LifeMemory[]): (readonly [string, string])[] =>
  memories
    .toSorted((a, b) => ageOf(b) - ageOf(a))
    .slice(0, 3)
    .map((life) => [`memory of ${life.life}, MB`, memoryOf(life)]);

const calmLine = ({ slowestRead, slowestWrite, filling, failed }: Calm): string =>
  `a read ${Math.round(slowestRead)} ms, a write ${Math.round(slowestWrite)} ms; filling the cache ${seconds(filling)}; ${failed} failed`;

/** The figures that faults missed, each with its fault. */
export const missedOf = ({ faultReports }: CheckSummary): readonly string[] =>
  faultReports.flatMap(({ faults, missed }) => missed.map((what) => `${faults.join(' and ')}: ${what}`));

const longest = (values: readonly number[]): string =>
  values.length === 0 ? '-' : String(Math.max(...values));

/** A line for each kind of fault: the worst of what was seen of it. */
const faultTable = (reports: readonly FaultReport[]): string[] => {
  const kinds = new Map<string, FaultReport[]>();
  for (const report of reports) {
    const kind = report.faults.join(' and ');
    kinds.set(kind, [...(kinds.get(kind) ?? []), report]);
  }
  const rows = [...kinds].map(([kind, of]) => {
    const errors = of.flatMap(({ reads, writes }) => [
      ...Object.values(reads.errors),
      ...Object.values(writes.errors),
    ]);
    const answered = of.reduce((sum, { reads, writes }) => sum + reads.answered + writes.answered, 0);
    const seen = of.flatMap(({ recovery }) => recovery ?? []);
    return [
      kind,
      `${of.length}${of.every(({ happened }) => happened) ? '' : ' (not all shown)'}`,
      `${answered} / ${errors.reduce((sum, count) => sum + count, 0)}`,
      `${longest(of.map(({ reads }) => reads.p99))} / ${longest(of.map(({ reads }) => reads.most))}`,
      `${longest(of.map(({ writes }) => writes.p99))} / ${longest(of.map(({ writes }) => writes.most))}`,
      longest(of.map(({ broken }) => broken)),
      longest(of.map(({ cacheOut }) => cacheOut)),
      seen.length < of.length ? `${longest(seen)} (${of.length - seen.length} not seen)` : longest(seen),
      String(of.reduce((sum, { violations }) => sum + violations, 0)),
    ];
  });
  if (rows.length === 0) return [];
  const head = [
    'fault',
    'times',
    'answered / errors',
    'reads p99 / longest ms',
    'writes p99 / longest ms',
    'broken s',
    'cache out s',
    'recovery s',
    'violations',
  ];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return [head, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};

/** Several runs as one: in it each fault stands with its run's setting. */
export const joinSummaries = (
  runs: readonly CheckSummary[],
): CheckSummary & { readonly runs: readonly CheckSummary[] } => {
  const [first] = runs;
  if (!first) throw new RangeError('expected a run');
  const sum = (of: (run: CheckSummary) => number): number => runs.reduce((all, run) => all + of(run), 0);
  const most = (of: (run: CheckSummary) => number): number => Math.max(...runs.map(of));
  const together = (of: (run: CheckSummary) => Readonly<Record<string, number>>): Record<string, number> => {
    const counts = new Map<string, number>();
    for (const run of runs)
      for (const [what, count] of Object.entries(of(run))) counts.set(what, (counts.get(what) ?? 0) + count);
    return sorted(counts);
  };
  const judged = sum((run) => run.judged);
  const seconds = sum((run) => run.seconds);
  return {
    ...first,
    seconds: Math.round(seconds * 10) / 10,
    judged,
    objectsJudged: sum((run) => run.objectsJudged),
    readsPerSecond: seconds === 0 ? 0 : Math.round(judged / seconds),
    hitRate: judged === 0 ? 0 : sum((run) => run.hitRate * run.judged) / judged,
    readErrors: together((run) => run.readErrors),
    writes: {
      issued: sum((run) => run.writes.issued),
      acknowledged: sum((run) => run.writes.acknowledged),
      refused: sum((run) => run.writes.refused),
      unknown: sum((run) => run.writes.unknown),
    },
    writeErrors: together((run) => run.writeErrors),
    faults: runs.flatMap((run) => run.faults),
    faultReports: runs.flatMap((run) => run.faultReports),
    faultsNotMade: runs.flatMap((run) => run.faultsNotMade),
    calm: {
      slowestRead: most((run) => run.calm.slowestRead),
      slowestWrite: most((run) => run.calm.slowestWrite),
      filling: most((run) => run.calm.filling),
      failed: sum((run) => run.calm.failed),
    },
    memories: runs.flatMap((run) => run.memories),
    crashes: sum((run) => run.crashes),
    countsNotPromised: sum((run) => run.countsNotPromised),
    violations: sum((run) => run.violations),
    violationsByKind: together((run) => run.violationsByKind),
    violationsByOperation: together((run) => run.violationsByOperation),
    invalidations: sum((run) => run.invalidations),
    needlessShare: first.needlessShare,
    needlessByOperation: together((run) => run.needlessByOperation),
    runs,
  };
};

const explanation: readonly string[] = [
  'Broken: until what was broken answered again, or another in its place (of Mongo: for a majority). Recovery: from then until hits were',
  'as many as before. Figures: no read, and after an outage of Mongo no request, takes more than 2 s; a write waits for the gate (5.5 s',
  'more) once an outage and instance; recovery within 10 s. Each may take longer by what the slowest request, and the filling of the cache,',
  'took in this run while nothing was broken: that much is the machine.',
];

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
    ...(summary.faultsNotMade.length > 0
      ? [['faults not made', summary.faultsNotMade.join(', ')] as const]
      : []),
    ['crashes', String(summary.crashes)],
    ...memoryRows(summary.memories),
    ['slowest while nothing was broken', calmLine(summary.calm)],
    ['figures missed', String(missedOf(summary).length)],
    ['counts not promised', `${summary.countsNotPromised} reads showed others then`],
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
  const tables = faultTable(summary.faultReports);
  const missed = missedOf(summary);
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    ...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
    ...(tables.length > 0 ? ['', 'Each kind of fault, at its worst:', ...tables, ...explanation] : []),
    ...(missed.length > 0 ? ['', 'Figures missed:', ...missed.map((line) => `  ${line}`)] : []),
    ...(firstViolations.length > 0 ? ['', `The first ${firstViolations.length} violations:`] : []),
    ...firstViolations,
  ].join('\n');
};
