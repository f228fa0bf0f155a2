import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What proxies in front may send, to follow a request through several logs. */
const requestIdPattern = /^[\w.:-]{1,128}$/;

/** Of this process, among all there are. */
const processId = randomBytes(9).toString('base64url');
let requests = 0;

/** The id that the request brings, or a new one: that of the process, and a number, which costs a hit less than a UUID. */
export const requestIdOf = ({ headers }: IncomingMessage): string => {
  const given = headers['x-request-id'];
  if (typeof given === 'string' && requestIdPattern.test(given)) return given;
  requests += 1;
  return `${processId}.${requests.toString(36)}`;
};
