import { createServer } from 'node:http';
import type { FixedAnswer, StartContestant } from './contestant.ts';
import { listening } from './listening.ts';

/**
 * The limit: node:http that reads the request and writes bytes that are there already. Nothing that runs on node:http
 * and answers over it can be faster.
 */
export const startRaw: StartContestant = async () => {
  let headers: string[] = [];
  let body = Buffer.alloc(0);
  let etag: string | undefined;
  let notModifiedHeaders: string[] = [];

  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      if (etag !== undefined && request.headers['if-none-match'] === etag) {
        response.writeHead(304, notModifiedHeaders).end();
      } else response.writeHead(200, headers).end(body);
      return;
    }
    request.on('data', () => undefined);
    request.on('end', () => {
      response.writeHead(200, headers).end(body);
    });
  });
  return {
    port: await listening(server),
    countCommands: () => undefined,
    commands: () => 0,
    setAnswer: (answer: FixedAnswer) => {
      headers = [...answer.headers];
      body = Buffer.from(answer.body, 'base64');
      etag = answer.notModified?.etag;
      notModifiedHeaders = [...(answer.notModified?.headers ?? [])];
    },
  };
};
