import { hash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { countedKinds } from '../../src/counting.ts';
import { allCollections } from '../../src/domains.ts';
import type { Bench } from '../bench.ts';
import type { RunningContestant } from '../contestants/contestant-process.ts';
import { entrant, type ContestantName } from '../contestants/line-up.ts';
import { percentile } from '../figures/statistics.ts';
import { headerOf, type Answer } from '../load/answer-reader.ts';
import { openClient } from '../load/client.ts';
import { postRequest, type RequestParts } from '../load/request.ts';
import { dataOf } from '../load/verify.ts';
import type { ByContestant, SiteFigures } from '../results.ts';
import type { MixStep } from './mix-sequence.ts';
import { copyDatabase, countOperations, seedSite } from './site-data.ts';
import { siteRequests, type SiteRequests } from './site-requests.ts';
import { measureThroughput } from './throughput.ts';

/** Who tells what is right: it keeps nothing. */
const truthTeller: ContestantName = 'marquee-off';

const connections = 24;
/** Requests under way at once while caches are filled. */
const fillingConnections = 8;

const databaseOf = (name: ContestantName): string => `bench_site_${name.replaceAll('-', '_')}`;

const collections = [
  ...allCollections.map(({ collection }) => collection),
  ...Object.values(countedKinds).map(({ collection }) => collection),
];

/** What came of one request. */
interface Outcome {
  readonly isRead: boolean;
  /** Of the answer without counts of views, and with them. */
  readonly digest: string;
  readonly wholeDigest: string;
  readonly isHit: boolean;
  readonly ms: number;
}

interface Walk {
  readonly outcomes: readonly Outcome[];
  readonly mongoOperations: number;
}

const partsOf = ({ queries }: SiteRequests, step: MixStep): RequestParts =>
  step.kind === 'read' ? (queries[step.query] as RequestParts) : step.request;

/** Commands of requests that no cache can spare: what tells who sent them. */
const authenticationCommands = async (
  contestant: RunningContestant,
  authorization: string | undefined,
): Promise<number> => {
  if (authorization === undefined) return 0;
  using client = await openClient(contestant.port);
  const before = await contestant.commands();
  dataOf(await client.ask(postRequest({ query: '{ __typename }', authorization })));
  return (await contestant.commands()) - before;
};

/** Asks every query once: what is asked for the first time is the matter of the misses. */
const fill = async ({ queries }: SiteRequests, { port }: RunningContestant): Promise<void> => {
  const left = queries.values();
  const work = async (): Promise<void> => {
    using client = await openClient(port);
    for (const query of left) dataOf(await client.ask(postRequest(query)));
  };
  await Promise.all(Array.from({ length: fillingConnections }, work));
};

/** What is found stands in an order of views and of time, which two servers that are told the same see differently. */
const inOneOrder = (text: string): string => text.split('{"__typename"').toSorted().join();

/** Goes through the requests one after the other. */
const walk = async (
  requests: SiteRequests,
  contestant: RunningContestant,
  mongodbUri: string,
): Promise<Walk> => {
  await contestant.countCommands();
  const signedIn = requests.queries.find(({ authorization }) => authorization !== undefined)?.authorization;
  const telling = await authenticationCommands(contestant, signedIn);
  await using counted = await countOperations(mongodbUri, collections);
  using client = await openClient(contestant.port);
  let total = await contestant.commands();
  const isHit = (answer: Answer, parts: RequestParts, commands: number): boolean => {
    // Ours says it (RFC 9211).
    const status = headerOf(answer, 'cache-status');
    if (status !== undefined && entrant(contestant.name).role === 'ours') return /;\s*hit\b/.test(status);
    return (
      entrant(contestant.name).cache !== 'none' &&
      commands <= (parts.authorization === undefined ? 0 : telling)
    );
  };
  const outcomes: Outcome[] = [];
  for (const step of requests.steps) {
    const parts = partsOf(requests, step);
    const request = postRequest(parts);
    const fromMs = performance.now();
    const answer = await client.ask(request);
    const ms = performance.now() - fromMs;
    const text = dataOf(answer);
    const after = await contestant.commands();
    const comparable = parts.operationName === 'Search' ? inOneOrder(text) : text;
    outcomes.push({
      isRead: step.kind === 'read',
      digest: hash('sha1', comparable.replaceAll(/"views":\d+/g, '')),
      wholeDigest: hash('sha1', comparable),
      isHit: isHit(answer, parts, after - total),
      ms,
    });
    total = after;
  }
  return { outcomes, mongoOperations: await counted.total() };
};

type WalkFigures = Omit<SiteFigures, 'throughput' | 'loadedP99Ms'>;

const figuresOf = ({ outcomes, mongoOperations }: Walk, truth: Walk): WalkFigures => {
  const reads = outcomes.filter(({ isRead }) => isRead);
  const hits = reads.filter(({ isHit }) => isHit);
  const readMs = reads.map(({ ms }) => ms);
  const differing = (digest: 'digest' | 'wholeDigest'): number =>
    outcomes.filter((outcome, place) => outcome.isRead && outcome[digest] !== truth.outcomes[place]?.[digest])
      .length;
  const wrong = differing('digest');
  return {
    reads: reads.length,
    writes: outcomes.length - reads.length,
    hits: hits.length,
    wrong,
    lateViews: differing('wholeDigest') - wrong,
    mongoOperations,
    p50Ms: percentile(readMs, 0.5),
    p99Ms: percentile(readMs, 0.99),
    hitP99Ms: percentile(
      hits.map(({ ms }) => ms),
      0.99,
    ),
  };
};

const errors = Buffer.from('"errors":');

/** The requests round and round, each contestant's from where it was. */
const loadOf = (requests: SiteRequests, { name }: RunningContestant, noteMs: (ms: number) => void) => {
  const all = requests.steps.map((step) => postRequest(partsOf(requests, step)));
  let next = 0;
  return {
    request: () => () => {
      next = (next + 1) % all.length;
      return all[next] as Buffer;
    },
    check: ({ status, body }: Answer) => {
      if (status === 200 && !body.includes(errors)) return;
      throw new Error(`${name} failed under load: status ${status}, ${body.toString('utf8').slice(0, 300)}`);
    },
    noteMs,
  };
};

const describe = (figures: WalkFigures): string =>
  `hits ${((100 * figures.hits) / figures.reads).toFixed(1)} %, ${figures.wrong} wrong, ${figures.lateViews} with late views, ` +
  `${(figures.mongoOperations / (figures.reads + figures.writes)).toFixed(3)} operations in Mongo a request, ` +
  `p50 ${figures.p50Ms.toFixed(2)} ms, p99 ${figures.p99Ms.toFixed(2)} ms`;

/**
 * A site of videos, made by the generator of `npm run seed`: home, categories, watch pages, channels, comments, searches and feeds, with
 * counts and what the viewer thinks, and one request in ten that writes, over caches that are full. Against the same server without a cache and with
 * Envelop's: first the same requests, one after the other, each on a database of its own, held against what the server without a
 * cache answers at the same place; then as many as each can, in turn.
 */
export const runSite = async (bench: Bench): Promise<ByContestant<SiteFigures>> => {
  const { pace, seed, viewers, say } = bench;
  await using opened = new AsyncDisposableStack();
  const source = bench.mongodbUriOf('bench_site');
  const names = viewers.map(({ userId }) => userId.replace(/^user-/, ''));
  const data = await seedSite(source, { seed, videos: pace.siteVideos, viewers, names });
  const requests = siteRequests(data, { count: pace.siteRequests, seed, viewers });
  say(`  ${pace.siteVideos} videos, ${requests.queries.length} queries, ${requests.steps.length} requests`);

  const wanted: readonly ContestantName[] = [truthTeller, 'marquee-memory', 'marquee-redis', 'marquee-stock'];
  const contestants: RunningContestant[] = [];
  for (const name of wanted) {
    await copyDatabase(source, bench.mongodbUriOf(databaseOf(name)));
    const dataDir = await mkdtemp(path.join(tmpdir(), 'marquee-bench-site-'));
    opened.defer(() => rm(dataDir, { recursive: true, force: true }));
    contestants.push(opened.use(await bench.start(name, databaseOf(name), { dataDir, fieldLimits: false })));
  }
  let truth: Walk | undefined;
  const walked = new Map<ContestantName, WalkFigures>();
  for (const contestant of contestants) {
    await fill(requests, contestant);
    const found = await walk(requests, contestant, bench.mongodbUriOf(databaseOf(contestant.name)));
    truth ??= found;
    const figures = figuresOf(found, truth);
    walked.set(contestant.name, figures);
    say(`  ${contestant.name}: ${describe(figures)}`);
  }
  const loadedMs = new Map<ContestantName, number[]>(wanted.map((name) => [name, []]));
  const throughputs = await measureThroughput(bench, contestants, connections, async (contestant) =>
    loadOf(requests, contestant, (ms) => void loadedMs.get(contestant.name)?.push(ms)),
  );
  return Object.fromEntries(
    [...walked].flatMap(([name, figures]): [string, SiteFigures][] => {
      const throughput = throughputs[name];
      const loadedP99Ms = percentile(loadedMs.get(name) ?? [], 0.99);
      return throughput ? [[name, { ...figures, throughput, loadedP99Ms }]] : [];
    }),
  );
};
