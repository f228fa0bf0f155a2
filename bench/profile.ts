import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { quiet } from '../test/testkit/quiet-log.ts';
import { nodeFlags } from './contestants/node-flags.ts';
import { flameGraph } from './profile-flame-graph.ts';
import { frameTree } from './profile-frames.ts';
import { asked, neverAsked, type Question } from './profile-questions.ts';
import { report } from './profile-report.ts';
import type { Recorded } from './profile-server.ts';
import { startServers } from './servers.ts';

/**
 * Where the time of a request goes: loads a server of its own, records it, prints what took longest, and draws a flame
 * graph into `docs/images/profile-<hit|miss>[-redis].svg`.
 *
 *     node bench/profile.ts hit|miss [--redis] [--seconds 10] [--rows 40] [--mongodb URI] [--cpu core] [--svg file] [--cpuprofile file]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    redis: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '10' },
    rows: { type: 'string', default: '40' },
    mongodb: { type: 'string' },
    cpu: { type: 'string' },
    svg: { type: 'string' },
    cpuprofile: { type: 'string' },
  },
});
const [kind] = positionals;
const seconds = Number(values.seconds);
const rows = Number(values.rows);
if (kind !== 'hit' && kind !== 'miss') throw new TypeError('Expected hit or miss.');
if (!(seconds > 0) || !(rows > 0))
  throw new TypeError('Expected --seconds and --rows to be positive numbers.');
const drawing = `../docs/images/profile-${kind}${values.redis ? '-redis' : ''}.svg`;
const svg = values.svg ?? fileURLToPath(new URL(drawing, import.meta.url));

const connections = 16;
const agent = new Agent({ keepAlive: true, maxSockets: connections });

const ask = async (port: number, body: string): Promise<string> => {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const sent = request(
    { port, host: '127.0.0.1', path: '/graphql', method: 'POST', agent, headers },
    (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    },
  );
  sent.on('error', reject);
  sent.end(body);
  const text = await promise;
  if (!text.startsWith('{"data":')) throw new Error(`Expected an answer with data but got ${text}`);
  return text;
};

/** @returns how many requests were answered. */
const load = async (port: number, question: Question, forSeconds: number): Promise<number> => {
  const endMs = performance.now() + forSeconds * 1_000;
  let answered = 0;
  const client = async (): Promise<void> => {
    for (; performance.now() < endMs; answered += 1) await ask(port, question());
  };
  await Promise.all(Array.from({ length: connections }, client));
  return answered;
};

const tell = async (server: ChildProcess, message: string): Promise<unknown> => {
  const reply = once(server, 'message');
  server.send(message);
  return ((await reply) as unknown[])[0];
};

const filmIdsAt = async (port: number): Promise<readonly string[]> => {
  const query = '{ movies(first: 100) { nodes { id } } }';
  const answer = JSON.parse(await ask(port, JSON.stringify({ query }))) as {
    data: { movies: { nodes: { id: string }[] } };
  };
  return answer.data.movies.nodes.map(({ id }) => id);
};

await using opened = new AsyncDisposableStack();
opened.defer(() => agent.destroy());
const needsServers = values.redis || values.mongodb === undefined;
const servers = needsServers ? opened.use(await startServers(quiet)) : undefined;
const mongodbUri = values.mongodb ?? servers?.mongodbUri('profile') ?? '';
const redisUrl = values.redis ? servers?.redisUrl(0) : undefined;
const server = fork(
  fileURLToPath(new URL('profile-server.ts', import.meta.url)),
  redisUrl === undefined ? [mongodbUri] : [mongodbUri, redisUrl],
  // A core of its own: a sample that waits for a core looks like work.
  values.cpu === undefined
    ? { execArgv: [...nodeFlags] }
    : { execPath: 'taskset', execArgv: ['--cpu-list', values.cpu, process.execPath, ...nodeFlags] },
);
opened.defer(async () => {
  const ended = once(server, 'exit');
  server.send('end');
  await ended;
});
const [port] = (await once(server, 'message')) as [number];

const question = kind === 'hit' ? asked() : neverAsked(await filmIdsAt(port));
await load(port, question, Math.max(3, seconds / 3));
await tell(server, 'start');
const requests = await load(port, question, seconds);
const { profile, grownBytes } = (await tell(server, 'stop')) as Recorded;

const tree = frameTree(profile);
process.stdout.write(report(tree, requests, rows, grownBytes));
const title = `A ${kind}${values.redis ? ' with Redis' : ''}: ${(tree.totalUs / requests).toFixed(0)} µs a request (with the profiler on)`;
await writeFile(svg, flameGraph(tree, title, requests));
if (values.cpuprofile) await writeFile(values.cpuprofile, JSON.stringify(profile));
