/**
 * A server in a process of its own, for tests that kill it: `node … ‹TellingProcessOptions as JSON›`. It prints its address on a
 * line, and tells followers of new videos until it ends.
 */
import { startEngineApp } from './engine-app.ts';
import { createMemoryObjectStore } from './memory-object-store.ts';

export interface TellingProcessOptions {
  readonly mongodbUri: string;
  readonly redisUrl: string;
  readonly redisPrefix: string;
  readonly notificationTuning: { readonly leaseMs: number; readonly lookEveryMs: number };
}

const options = JSON.parse(process.argv[2] ?? '{}') as TellingProcessOptions;
const { url } = await startEngineApp({
  ...options,
  seedProgress: undefined,
  objectStore: createMemoryObjectStore(),
});
process.stdout.write(`${url}\n`);
