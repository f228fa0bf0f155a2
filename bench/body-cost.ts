import { createServer, type ServerResponse } from 'node:http';
import { IncomingRequest } from '../src/http/incoming-request.ts';
import { compareWays } from './ways-of-serving.ts';

/** What it costs to read the body of a request from its stream, beside taking it whole: `node bench/body-cost.ts`. */
await compareWays({
  file: import.meta.filename,
  ways: ['from the stream', 'whole'],
  sizes: [300, 4_000],
  serverOf: (way) => {
    const answer = (response: ServerResponse): void => {
      response.writeHead(200, ['Content-Type', 'text/plain', 'Content-Length', '6']);
      response.end('answer');
    };
    return createServer({ IncomingMessage: IncomingRequest }, (request, response) => {
      if (way === 'whole') request.readWhole(1_000_000, () => answer(response));
      else request.on('data', () => undefined).on('end', () => answer(response));
    });
  },
  requestOf: (size) =>
    Buffer.concat([
      Buffer.from(`POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${size}\r\n\r\n`),
      Buffer.alloc(size, 'abcdefghij'),
    ]),
});
