import { freePort, waitForPort } from './port.ts';
import { type ExitReport, startSupervised } from './supervised-process.ts';

export interface RedisServerOptions {
  /** The redis-server to run: a path, or a name on the PATH. */
  readonly binary: string;
  /** Default: a free one. */
  readonly port?: number;
  /** More arguments, such as `['--maxmemory', '2mb']`; they come last and so win. */
  readonly args?: readonly string[];
  /** Where it writes, if its arguments make it write; default: the folder of this process. */
  readonly dir?: string;
}

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** Of the server itself, not of its supervisor. */
  readonly pid: number;
  /** Ends the server. May be called more than once. */
  stop(): Promise<void>;
  /** Resolves when the server has ended, asked or not. Never rejects. */
  readonly exited: Promise<ExitReport>;
}

const START_TIMEOUT_MS = 20_000;

/**
 * Runs a Redis server on 127.0.0.1 which keeps nothing on disk, for tests. It ends with this process, however that
 * ends. Resolves when it accepts connections.
 *
 * @throws Error with what the server printed, when it does not start
 */
export async function startRedisServer(options: RedisServerOptions): Promise<RedisServer> {
  const port = options.port ?? (await freePort());
  const server = await startSupervised({
    command: options.binary,
    args: [
      ['--port', String(port), '--bind', '127.0.0.1'],
      ['--save', '', '--appendonly', 'no', '--daemonize', 'no'],
      options.dir === undefined ? [] : ['--dir', options.dir],
      options.args ?? [],
    ].flat(),
    killAfterMs: 5000,
  });
  const waiting = new AbortController();
  const timeout = setTimeout(() => waiting.abort(), START_TIMEOUT_MS);
  void server.exited.then(() => waiting.abort());
  try {
    await waitForPort(port, waiting.signal);
  } catch (error) {
    const { output } = await server.stop();
    throw new Error(`redis-server did not start on port ${port}: ${output.trim()}`, { cause: error });
  } finally {
    clearTimeout(timeout);
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    pid: server.pid,
    exited: server.exited,
    async stop() {
      await server.stop();
    },
  };
}
