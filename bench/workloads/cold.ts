import { createSeededRandom } from '../../src/seed/seeded-random.ts';
import { computing, type Bench } from '../bench.ts';
import type { RunningContestant } from '../contestants/contestant-process.ts';
import { spreadOf } from '../figures/statistics.ts';
import { askOnce } from '../load/client.ts';
import { openConnections } from '../load/connection.ts';
import { postRequest } from '../load/request.ts';
import { dataOf } from '../load/verify.ts';
import type { ByContestant, ColdFigures } from '../results.ts';
import { pageOf } from './operations.ts';

const requests = 200;

/** Sends the same request on as many connections at once, and waits for all answers. */
const askAtOnce = async (
  { name, port }: RunningContestant,
  request: Buffer,
  right: string,
): Promise<void> => {
  const done = Promise.withResolvers<void>();
  const connections = await openConnections(port, requests, done.reject);
  let left = requests;
  try {
    for (const connection of connections) {
      connection.take = (answer) => {
        try {
          if (dataOf(answer) !== right) throw new Error(`${name} answered a cold query wrongly.`);
        } catch (error) {
          done.reject(error);
        }
        left -= 1;
        if (left === 0) done.resolve();
      };
    }
    for (const connection of connections) connection.send(request);
    await done.promise;
  } finally {
    for (const connection of connections) connection.close();
  }
};

/** A page that nobody knows, asked for by 200 at once: what it costs Mongo. */
export const runCold = async (bench: Bench): Promise<ByContestant<ColdFigures>> => {
  const figures: [string, ColdFigures][] = [];
  for (const contestant of computing(bench)) {
    await contestant.countCommands();
    const random = createSeededRandom(bench.seed + 2_000_000);
    const commands: number[] = [];
    // The first is not counted: the query is to be cold, not the process.
    for (let query = 0; query <= bench.pace.coldQueries; query += 1) {
      const request = postRequest(
        pageOf({ minRating: 2 + random.next() * 3, sort: { field: 'RATING', direction: 'DESC' }, first: 20 }),
      );
      const right = dataOf(await askOnce(bench.referee.port, request));
      const before = await contestant.commands();
      await askAtOnce(contestant, request, right);
      if (query > 0) commands.push((await contestant.commands()) - before);
    }
    figures.push([contestant.name, { commands: spreadOf(commands), requests }]);
    bench.say(`  ${contestant.name}: ${commands.join(', ')} commands to Mongo for ${requests} requests`);
  }
  return Object.fromEntries(figures);
};
