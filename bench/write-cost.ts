import { createServer } from 'node:http';
import { compareWays } from './ways-of-serving.ts';

/**
 * What it costs node:http to send a body as text, which it joins to the head for one write, beside bytes, which leave with
 * the head in one `writev`: `node bench/write-cost.ts`.
 */
const sizes = [200, 800, 2_000, 4_000, 6_000, 12_000];

await compareWays({
  file: import.meta.filename,
  ways: ['as bytes', 'as text'],
  sizes,
  serverOf: (way) => {
    const bodies = new Map(sizes.map((size) => [size, Buffer.alloc(size, 'abcdefghij')]));
    return createServer((request, response) => {
      const body = bodies.get(Number(request.url?.slice(1))) ?? Buffer.alloc(0);
      response.writeHead(200, ['Content-Type', 'text/plain', 'Content-Length', String(body.byteLength)]);
      if (way === 'as text') response.end(body.toString('latin1'), 'latin1');
      else response.end(body);
    });
  },
  requestOf: (size) => Buffer.from(`GET /${size} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`),
});
