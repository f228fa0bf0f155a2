import type { Bench } from '../bench.ts';
import type { RunningContestant } from '../contestants/contestant-process.ts';
import { getRequest, postRequest, type RequestParts } from '../load/request.ts';
import { filmOf, homeOf, thePage } from './operations.ts';
import { prepareConditional, prepareHit } from './fixed-question.ts';
import { anyFilm } from './films.ts';
import { measureThroughput } from './throughput.ts';

/** Requests under way at once. */
const connections = 64;

const measureHits = (bench: Bench, contestants: readonly RunningContestant[], request: Buffer) =>
  measureThroughput(bench, contestants, connections, (contestant) => prepareHit(bench, contestant, request));

const keepingOrBare = ({ contestants }: Bench) =>
  contestants.filter(({ entrant }) => entrant.cache !== 'none' || entrant.role === 'limit');

/** The same page, again and again. */
export const runPage = (bench: Bench) => measureHits(bench, bench.contestants, postRequest(thePage));

/** The same film, again and again. */
export const runFilm = async (bench: Bench) =>
  measureHits(bench, bench.contestants, postRequest(filmOf(await anyFilm(bench))));

export const runPageByGet = (bench: Bench) => measureHits(bench, keepingOrBare(bench), getRequest(thePage));

export const runFilmByGet = async (bench: Bench) =>
  measureHits(bench, keepingOrBare(bench), getRequest(filmOf(await anyFilm(bench))));

/** Live fields are ours alone, so only ours and the bare server, which copies our answer, take part. */
export const runHome = (bench: Bench) => {
  const home = homeOf(bench.authorization);
  const past = postRequest({ ...home, pastTheCache: true });
  return measureThroughput(
    bench,
    bench.contestants.filter(({ entrant }) => entrant.role === 'ours' || entrant.role === 'limit'),
    connections,
    (contestant) => prepareHit(bench, contestant, postRequest(home), past),
  );
};

/** A page that the client has: only ours gives validators, so only ours and the bare server take part. */
export const runConditional = (bench: Bench) => {
  const conditional = (parts: RequestParts) => (ifNoneMatch: string) => getRequest({ ...parts, ifNoneMatch });
  return measureThroughput(
    bench,
    bench.contestants.filter(({ entrant }) => entrant.role !== 'peer'),
    connections,
    (contestant) => prepareConditional(bench, contestant, getRequest(thePage), conditional(thePage)),
  );
};
