import type { mongo } from 'mongoose';
import { createHistogram, type Histogram, type HistogramSnapshot } from '../shared/histogram.ts';

/** Commands of one name and outcome. */
export interface CommandTimes {
  readonly command: string;
  readonly outcome: 'ok' | 'failed';
  readonly seconds: HistogramSnapshot;
}

/** Counts how long the commands of a client took. */
export interface MongoClock {
  report(): readonly CommandTimes[];
  close(): void;
}

/** What requests send; anything else is `other`. */
const told: ReadonlySet<string> = new Set([
  'find',
  'aggregate',
  'count',
  'distinct',
  'getMore',
  'insert',
  'update',
  'delete',
  'findAndModify',
  'commitTransaction',
  'abortTransaction',
]);

/** @param client made with `monitorCommands: true`. */
export const createMongoClock = (client: mongo.MongoClient): MongoClock => {
  const series = new Map<string, Readonly<Record<CommandTimes['outcome'], Histogram>>>();
  const count = (name: string, outcome: CommandTimes['outcome'], ms: number): void => {
    const command = told.has(name) ? name : 'other';
    let times = series.get(command);
    if (times === undefined) {
      times = { ok: createHistogram(), failed: createHistogram() };
      series.set(command, times);
    }
    times[outcome].observe(ms / 1_000);
  };
  const succeeded = ({ commandName, duration }: mongo.CommandSucceededEvent): void =>
    count(commandName, 'ok', duration);
  const failed = ({ commandName, duration }: mongo.CommandFailedEvent): void =>
    count(commandName, 'failed', duration);
  client.on('commandSucceeded', succeeded);
  client.on('commandFailed', failed);
  return {
    report: () =>
      [...series].flatMap(([command, times]) =>
        (['ok', 'failed'] as const)
          .map((outcome) => ({ command, outcome, seconds: times[outcome].snapshot() }))
          .filter(({ seconds }) => seconds.count > 0),
      ),
    close() {
      client.off('commandSucceeded', succeeded);
      client.off('commandFailed', failed);
    },
  };
};
