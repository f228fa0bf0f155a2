import { createSeededRandom, type SeededRandom } from '../../src/seed/seeded-random.ts';
import { computing, type Bench } from '../bench.ts';
import type { Answer } from '../load/answer-reader.ts';
import { openClient } from '../load/client.ts';
import { postRequest, type RequestParts } from '../load/request.ts';
import { dataOf } from '../load/verify.ts';
import { pageOf } from './operations.ts';
import { measureThroughput } from './throughput.ts';

/** Requests under way at once. */
const connections = 24;
/** Answers of each that are held against the referee's, before it is measured. */
const comparedAnswers = 12;

const genres = ['action', 'adventure', 'comedy', 'drama', 'horror', 'musical', 'western', undefined] as const;
const fields = ['TITLE', 'RELEASE_DATE', 'RATING', 'VOTES', 'POPULARITY'] as const;
const directions = ['ASC', 'DESC'] as const;

/** A page that nobody has ever asked for: its rating has so many digits that it does not come twice. */
const newPage = (random: SeededRandom): RequestParts => {
  const genre = random.pick(genres);
  return pageOf({
    ...(genre !== undefined && { genre }),
    minRating: 2 + random.next() * 3,
    sort: { field: random.pick(fields), direction: random.pick(directions) },
    first: 20,
  });
};

const wholeEvery = 50;
const begin = Buffer.from('{"data":{"movies":{');

/** An answer that nobody knows beforehand: that it is a page, and now and then that it is one without errors. */
const createPageCheck = (who: string) => {
  let count = 0;
  return (answer: Answer): void => {
    count += 1;
    const looksRight = answer.status === 200 && answer.body.subarray(0, begin.length).equals(begin);
    if (!looksRight)
      throw new Error(`${who} answered a miss with ${answer.status} ${answer.body.toString()}`);
    if (count % wholeEvery === 0) dataOf(answer);
  };
};

/** Pages that nobody asked for before, so that all have to go to Mongo. All are asked the same ones. */
export const runMisses = (bench: Bench) =>
  measureThroughput(bench, computing(bench), connections, async (contestant) => {
    const sample = createSeededRandom(bench.seed + 1_000_000);
    using client = await openClient(contestant.port);
    using referee = await openClient(bench.referee.port);
    for (let compared = 0; compared < comparedAnswers; compared += 1) {
      const request = postRequest(newPage(sample));
      if (dataOf(await client.ask(request)) !== dataOf(await referee.ask(request))) {
        throw new Error(
          `${contestant.name} does not answer what ${bench.referee.name} does: ${request.toString()}`,
        );
      }
    }
    return {
      request: (round) => {
        const random = createSeededRandom(bench.seed * 1_000 + round);
        return () => postRequest(newPage(random));
      },
      check: createPageCheck(contestant.name),
    };
  });
