/**
 * A server in a process of its own, for tests that kill it: `node … <EngineProcessOptions as JSON>`. It prints `leading`
 * when it is the one that follows writes from elsewhere.
 */
import { startEngineApp } from './engine-app.ts';
import { waitFor } from './wait-for.ts';

export interface EngineProcessOptions {
  readonly mongodbUri: string;
  readonly redisUrl: string;
  readonly redisPrefix: string;
}

const options = JSON.parse(process.argv[2] ?? '{}') as EngineProcessOptions;
const { app } = await startEngineApp({ ...options, followWrites: true });
await waitFor(() => app.caching?.report().follower?.isLeading === true, 'it follows', 60_000);
process.stdout.write('leading\n');
