import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Usage } from './contestants/contestant.ts';
import { listening } from './contestants/listening.ts';
import { usage } from './contestants/usage.ts';
import { percentile } from './figures/statistics.ts';
import { runClosedLoop } from './load/closed-loop.ts';
import { pinToCores } from './machine.ts';

/** What is compared: servers that do the same in different ways, in one process, each way at a port of its own. */
export interface Comparison<Way extends string> {
  /** `import.meta.filename` of the command: it is started once more as the server. */
  readonly file: string;
  /** The first is the one that others are measured by. */
  readonly ways: readonly Way[];
  /** Bytes, whatever they are of. */
  readonly sizes: readonly number[];
  /** A server of its own for each way, that answers all sizes. */
  serverOf(way: Way): Server;
  requestOf(size: number): Buffer;
}

const rounds = 12;

const serve = async <Way extends string>({ ways, serverOf }: Comparison<Way>): Promise<void> => {
  const ports = await Promise.all(ways.map((way) => listening(serverOf(way))));
  process.on('message', () => void process.send?.(usage()));
  process.on('disconnect', () => process.exit());
  process.send?.(ports);
};

const measure = async <Way extends string>({
  file,
  ways,
  sizes,
  requestOf,
}: Comparison<Way>): Promise<void> => {
  const { server: command, serverCore } = await pinToCores();
  const [execPath = process.execPath, ...pinned] = command;
  const server = fork(file, ['serve'], {
    execPath,
    ...(pinned.length > 0 && { execArgv: [...pinned, process.execPath] }),
  });
  const [ports] = (await once(server, 'message')) as [readonly number[]];
  const usageOfServer = async (): Promise<Usage> => {
    const reply = once(server, 'message');
    server.send('usage');
    return ((await reply) as [Usage])[0];
  };
  const all = ways.map((way, at) => ({ way, port: ports[at] ?? 0, micros: new Map<number, number[]>() }));
  for (const size of sizes) {
    const request = requestOf(size);
    for (let round = 0; round < rounds; round += 1) {
      for (const { port, micros } of round % 2 === 0 ? all : all.toReversed()) {
        const { cpuMicrosPerRequest } = await runClosedLoop({
          port,
          connections: 64,
          rampMs: 50,
          measureMs: 250,
          request: () => request,
          check: () => undefined,
          usage: usageOfServer,
          core: serverCore,
        });
        micros.set(size, [...(micros.get(size) ?? []), cpuMicrosPerRequest]);
      }
    }
    const costs = all.map(({ way, micros }) => ({ way, cost: percentile(micros.get(size) ?? [], 0.25) }));
    const first = costs[0]?.cost ?? Number.NaN;
    const told = costs.map(({ way, cost }) => `${cost.toFixed(1)} µs ${way} (${(cost / first).toFixed(2)})`);
    process.stdout.write(`${String(size).padStart(6)} bytes: ${told.join(', ')}\n`);
  }
  server.disconnect();
};

/** Prints the CPU of the server for a request, the lower quartile of interleaved rounds, for each size and way. */
export const compareWays = async <Way extends string>(comparison: Comparison<Way>): Promise<void> =>
  process.argv[2] === 'serve' ? serve(comparison) : measure(comparison);
