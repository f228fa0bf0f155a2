import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { Handler } from '../server.ts';

export interface MetricsEndpointOptions {
  /** What a scraper sends as `Authorization: Bearer …`; `undefined`: whoever asks from the private network may read. */
  readonly token: string | undefined;
  readonly contentType: string;
  /** The exposition, in Prometheus' text format. */
  readonly expose: () => Promise<string>;
}

const near = new BlockList();
near.addSubnet('127.0.0.0', 8, 'ipv4');
near.addSubnet('10.0.0.0', 8, 'ipv4');
near.addSubnet('172.16.0.0', 12, 'ipv4');
near.addSubnet('192.168.0.0', 16, 'ipv4');
near.addSubnet('169.254.0.0', 16, 'ipv4');
near.addAddress('::1', 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');
near.addSubnet('fe80::', 10, 'ipv6');

/** Loopback, private and link-local addresses (RFC 1918, 3927, 4193, 4291), IPv4 within IPv6 too. */
export const isNear = (address: string | undefined): boolean => {
  const plain = address?.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '') ?? '';
  const family = isIP(plain);
  return family !== 0 && near.check(plain, family === 4 ? 'ipv4' : 'ipv6');
};

/** What a proxy says of those it speaks for. Behind one, every request comes from an address nearby. */
const proxyHeaders = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'] as const;

const cameThroughProxy = ({ headers }: IncomingMessage): boolean =>
  proxyHeaders.some((name) => headers[name] !== undefined);

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Answers `/metrics` to those who may read it. */
export const createMetricsEndpoint = ({ token, contentType, expose }: MetricsEndpointOptions): Handler => {
  const expected = token === undefined ? undefined : digest(token);
  const hasToken = ({ headers }: IncomingMessage): boolean => {
    const given = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
    return given !== undefined && expected !== undefined && timingSafeEqual(digest(given), expected);
  };
  return async (request, response) => {
    const { method, url = '', socket } = request;
    if (url.split('?', 1)[0] !== '/metrics' || (method !== 'GET' && method !== 'HEAD')) return false;
    const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
    if (expected === undefined) {
      if (!isNear(socket.remoteAddress) || cameThroughProxy(request)) {
        response
          .writeHead(403, plain)
          .end('Metrics are read from the private network, without a proxy, or with METRICS_TOKEN.\n');
        return true;
      }
    } else if (!hasToken(request)) {
      response
        .writeHead(401, { ...plain, 'www-authenticate': 'Bearer realm="metrics"' })
        .end('Expected the METRICS_TOKEN of this server: Authorization: Bearer …\n');
      return true;
    }
    const text = await expose();
    response.writeHead(200, { ...plain, 'content-type': contentType }).end(text);
    return true;
  };
};
