import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Usage } from './contestants/contestant.ts';
import { listening } from './contestants/listening.ts';
import { runClosedLoop } from './load/closed-loop.ts';
import { pinToCores } from './machine.ts';

/**
 * What it costs node:http to send a body as text, which it joins to the head for one write, beside bytes, which leave with
 * the head in one `writev`: `node bench/write-cost.ts`. CPU of the server for a request, the lower quartile of interleaved
 * rounds.
 */
const sizes = [200, 800, 2_000, 4_000, 6_000, 12_000];
const ways = ['bytes', 'text'] as const;
const rounds = 12;

const serve = async (): Promise<void> => {
  const bodies = new Map(sizes.map((size) => [size, Buffer.alloc(size, 'abcdefghij')]));
  const server = createServer((request, response) => {
    const [, way, size] = (request.url ?? '').split('/');
    const body = bodies.get(Number(size)) ?? Buffer.alloc(0);
    response.writeHead(200, ['Content-Type', 'text/plain', 'Content-Length', String(body.byteLength)]);
    if (way === 'text') response.end(body.toString('latin1'), 'latin1');
    else response.end(body);
  });
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    const usage: Usage = {
      cpuMicros: user + system,
      atMs: performance.now(),
      rssBytes: process.memoryUsage.rss(),
    };
    process.send?.(usage);
  });
  process.on('disconnect', () => process.exit());
  process.send?.(await listening(server));
};

const lowerQuartile = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 4)] ?? Number.NaN;

const measure = async (): Promise<void> => {
  const { server: command, serverCore } = await pinToCores();
  const [execPath = process.execPath, ...pinned] = command;
  const server = fork(fileURLToPath(import.meta.url), ['serve'], {
    execPath,
    ...(pinned.length > 0 && { execArgv: [...pinned, process.execPath] }),
  });
  const [port] = (await once(server, 'message')) as [number];
  const usage = async (): Promise<Usage> => {
    const reply = once(server, 'message');
    server.send('usage');
    return ((await reply) as [Usage])[0];
  };
  const microsOf = async (way: string, size: number): Promise<number> => {
    const request = Buffer.from(`GET /${way}/${size} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
    const { cpuMicrosPerRequest } = await runClosedLoop({
      port,
      connections: 64,
      rampMs: 50,
      measureMs: 250,
      request: () => request,
      check: () => undefined,
      usage,
      core: serverCore,
    });
    return cpuMicrosPerRequest;
  };
  for (const size of sizes) {
    const micros = { bytes: [] as number[], text: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      const order = round % 2 === 0 ? ways : ways.toReversed();
      for (const way of order) micros[way].push(await microsOf(way, size));
    }
    const [bytes, text] = [lowerQuartile(micros.bytes), lowerQuartile(micros.text)];
    const share = (text / bytes).toFixed(2);
    process.stdout.write(
      `${String(size).padStart(6)} bytes: ${bytes.toFixed(1)} µs as bytes, ${text.toFixed(1)} µs as text (${share})\n`,
    );
  }
  server.disconnect();
};

await (process.argv[2] === 'serve' ? serve() : measure());
