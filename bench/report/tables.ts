import { allNames, entrant, type ContestantName } from '../contestants/line-up.ts';
import { goals, meets, type Goal, type RatioName } from '../figures/ratios.ts';
import type { ByContestant, Results, ThroughputFigures } from '../results.ts';
import type { Report } from '../run.ts';
import { workloads } from '../workloads/index.ts';
import { shown, shownShare, shownSpread } from './numbers.ts';

export interface Table {
  readonly title: string;
  readonly note?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const each = <Figures>(
  byContestant: ByContestant<Figures>,
  row: (figures: Figures, name: ContestantName) => readonly string[],
): (readonly string[])[] =>
  allNames.flatMap((name) => {
    const figures = byContestant[name];
    return figures === undefined ? [] : [[entrant(name).label, ...row(figures, name)]];
  });

const throughputNames = ['page', 'film', 'page-get', 'film-get', 'conditional', 'home', 'miss'] as const;

const throughput = (title: string, figures: ByContestant<ThroughputFigures>): Table => {
  const limit = figures.raw?.requestsPerSecond.median;
  return {
    title,
    head: [
      'contestant',
      'requests a second',
      ...(limit === undefined ? [] : ['of the limit']),
      'CPU µs a request',
      'server busy',
      'load busy',
      'others',
    ],
    rows: each(figures, ({ requestsPerSecond, cpuMicrosPerRequest, serverBusy, loadBusy, othersBusy }) => [
      shownSpread(requestsPerSecond),
      ...(limit === undefined ? [] : [shown(requestsPerSecond.median / limit)]),
      shownSpread(cpuMicrosPerRequest),
      shown(serverBusy.median),
      shown(loadBusy.median),
      shown(othersBusy.median),
    ]),
  };
};

const latency = ({ requestsPerSecond, byContestant, leftOut }: Results['latency']): Table => ({
  title: workloads.latency.title,
  note:
    `${shown(requestsPerSecond)} requests a second offered to each: half of what the slower of ours can. ` +
    'Milliseconds from when a request was due.' +
    (leftOut.length === 0
      ? ''
      : ` Not measured, since they cannot answer as many: ${leftOut.map((name) => entrant(name).label).join('; ')}.`),
  head: ['contestant', 'p50', 'p99', 'longest', 'p99 of all rounds together'],
  rows: each(byContestant, ({ p50Ms, p99Ms, maxMs, overallP99Ms }) => [
    ...[p50Ms, p99Ms, maxMs].map(shownSpread),
    shown(overallP99Ms),
  ]),
});

const cold = (figures: Results['cold']): Table => ({
  title: workloads.cold.title,
  head: ['contestant', 'commands to Mongo for all of them'],
  rows: each(figures, ({ commands }) => [shownSpread(commands)]),
});

const mix = (figures: Results['mix']): Table => ({
  title: workloads.mix.title,
  note:
    'One request after the other. Needless: missed although the answer’s bytes are those of the last time. Stale: not ' +
    'what the database held after the writes acknowledged before.',
  head: [
    'contestant',
    'hit rate',
    'oracle’s',
    'needless',
    'stale',
    'Mongo commands a request',
    'of reads only',
  ],
  rows: each(figures, ({ reads, writes, hits, oracleHits, needless, stale, commands, readCommands }) => [
    shownShare(hits, reads),
    shownShare(oracleHits, reads),
    shownShare(needless, reads),
    shownShare(stale, reads),
    (commands / (reads + writes)).toFixed(3),
    (readCommands / reads).toFixed(3),
  ]),
});

const signedIn = (figures: Results['signed-in']): Table => ({
  title: workloads['signed-in'].title,
  note:
    'One request after the other; those of viewers carry a token. Wrong: stale, or another viewer’s. Milliseconds of hits, ' +
    'of which none waits for another.',
  head: [
    'contestant',
    'hit rate',
    'oracle’s',
    'of viewers',
    'needless',
    'wrong',
    'Mongo commands a read',
    'p50 of hits',
    'p99 of hits',
  ],
  rows: each(figures, (found) => [
    shownShare(found.hits, found.reads),
    shownShare(found.oracleHits, found.reads),
    shownShare(found.viewerHits, found.viewerReads),
    shownShare(found.needless, found.reads),
    shownShare(found.stale, found.reads),
    (found.readCommands / found.reads).toFixed(3),
    shown(found.hitP50Ms),
    shown(found.hitP99Ms),
  ]),
});

const site = (figures: Results['site']): Table => ({
  title: workloads.site.title,
  note:
    'One request after the other, then as many as each can in rounds. Wrong: not what the database held after the writes ' +
    'acknowledged before, or another viewer’s. Late views: of which only counts of views are of a moment before (nobody ' +
    'waits for a view). Milliseconds of reads.',
  head: [
    'contestant',
    'hit rate',
    'wrong',
    'late views',
    'Mongo operations a request',
    'p50',
    'p99',
    'p99 of hits',
    'requests a second',
    'p99 under that load',
  ],
  rows: each(figures, (found) => [
    shownShare(found.hits, found.reads),
    shownShare(found.wrong, found.reads),
    shownShare(found.lateViews, found.reads),
    (found.mongoOperations / (found.reads + found.writes)).toFixed(3),
    shown(found.p50Ms),
    shown(found.p99Ms),
    found.hits === 0 ? '–' : shown(found.hitP99Ms),
    shownSpread(found.throughput.requestsPerSecond),
    shown(found.loadedP99Ms),
  ]),
});

const redisLeft = (figures: Results['redis-left']): Table => ({
  title: workloads['redis-left'].title,
  note: 'Left of these answers, and of those of all workloads before.',
  head: ['contestant', 'answers', 'keys', 'bytes', 'keys left', 'bytes left'],
  rows: each(figures, ({ answers, keysFilled, bytesFilled, keysLeft, bytesLeft }) =>
    [answers, keysFilled, bytesFilled, keysLeft, bytesLeft].map(shown),
  ),
});

const invalidation = (figures: Results['invalidation']): Table => ({
  title: workloads.invalidation.title,
  note: 'From the append of a write’s twelve tags to the proof that finds an entry stale, with Redis.',
  head: ['entries', 'keys in Redis', 'µs an invalidation'],
  rows: figures.map(({ entries, keysInRedis, microseconds }) =>
    [entries, keysInRedis, microseconds].map(shown),
  ),
});

const goalText = ({ least, most }: Goal): string => {
  if (least !== undefined) return `≥ ${least}`;
  return most === undefined ? '' : `≤ ${most}`;
};

/** The ratios, and whether they are what they should be. */
export const ratioTable = ({ ratios }: Report): Table => ({
  title: 'Ratios',
  head: ['ratio', 'what', 'found', 'goal', 'met'],
  rows: (Object.entries(goals) as [RatioName, Goal][]).map(([name, goal]) => {
    const value = ratios[name];
    const isGoal = goal.least !== undefined || goal.most !== undefined;
    const met = value === undefined || !isGoal ? '' : meets(goal, value) ? 'yes' : 'no';
    return [
      name,
      goal.what,
      value === undefined ? '–' : value.toFixed(value < 10 ? 3 : 1),
      goalText(goal),
      met,
    ];
  }),
});

/** What was measured, a table each. */
export const figureTables = ({ results }: Report): readonly Table[] => [
  ...throughputNames.flatMap((name) => {
    const figures = results[name];
    return figures ? [throughput(workloads[name].title, figures)] : [];
  }),
  ...(results.latency ? [latency(results.latency)] : []),
  ...(results.cold ? [cold(results.cold)] : []),
  ...(results.mix ? [mix(results.mix)] : []),
  ...(results['redis-left'] ? [redisLeft(results['redis-left'])] : []),
  ...(results['signed-in'] ? [signedIn(results['signed-in'])] : []),
  ...(results.site ? [site(results.site)] : []),
  ...(results.invalidation ? [invalidation(results.invalidation)] : []),
];
