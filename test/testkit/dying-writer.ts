/**
 * A program that writes as a mutation does, and dies when Mongo has acknowledged it, before the log is told:
 * `node … <DyingWriterOptions as JSON>`.
 */
import { openWriter } from '../../src/commands/writer.ts';
import { quickGate } from './engine-app.ts';
import { quiet } from './quiet-log.ts';

export interface DyingWriterOptions {
  readonly mongodbUri: string;
  readonly redisUrl: string;
  readonly redisPrefix: string;
  readonly collection: string;
  readonly id: string;
  readonly set: Readonly<Record<string, unknown>>;
}

const { collection, id, set, ...options } = JSON.parse(process.argv[2] ?? '{}') as DyingWriterOptions;
const writer = await openWriter(
  { ...options, gateTimings: quickGate, log: quiet },
  'dying writer',
  async () => undefined,
);
await writer.write(async () => {
  const { matchedCount } = await writer.followed
    .collection<{ _id: string }>(collection)
    .updateOne({ _id: id }, { $set: set });
  if (matchedCount !== 1) throw new Error(`There is no ${id} in ${collection}.`);
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
});
