import type { IncomingMessage, ServerResponse } from 'node:http';

/** Headers as `writeHead` takes them: name, value, name, value. */
export type RawHeaders = readonly string[];

/** Which pages of other origins may read the answers. See https://fetch.spec.whatwg.org/#http-cors-protocol. */
export interface Cors {
  /** Whether answers differ by `Origin`, and so name it in `Vary`. */
  readonly variesByOrigin: boolean;
  headersFor(origin: string | undefined): RawHeaders;
  /** Answers an `OPTIONS` request. */
  answerPreflight(request: IncomingMessage, response: ServerResponse, requestId: string): void;
}

/** What the pages of other origins may do at an address. */
export interface CorsPolicy {
  /** With commas between them, without OPTIONS. */
  readonly methods: string;
  /** Of these the ones that a page may use. */
  readonly allowedMethods: string;
  /** Headers of answers that a page may read. */
  readonly exposedHeaders: string;
}

const ofTheApi: CorsPolicy = {
  methods: 'GET, HEAD, POST',
  allowedMethods: 'GET, POST',
  exposedHeaders: 'Age, Cache-Status, ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
};

/** Seconds that a browser may remember a preflight; browsers have lower limits of their own. */
const preflightSeconds = 86_400;

/**
 * @param origins `undefined`: every origin, without credentials.
 * @param policy default: that of the API.
 */
export const createCors = (origins: readonly string[] | undefined, policy: CorsPolicy = ofTheApi): Cors => {
  const shared = ['Access-Control-Expose-Headers', policy.exposedHeaders];
  const everybody = ['Access-Control-Allow-Origin', '*', ...shared];
  const byOrigin = new Map(
    origins?.map((origin): [string, RawHeaders] => [
      origin,
      ['Access-Control-Allow-Origin', origin, 'Access-Control-Allow-Credentials', 'true', ...shared],
    ]),
  );
  const headersFor = (origin: string | undefined): RawHeaders => {
    if (!origins) return everybody;
    return (origin !== undefined && byOrigin.get(origin)) || [];
  };
  return {
    variesByOrigin: origins !== undefined,
    headersFor,
    answerPreflight(request, response, requestId) {
      const { origin, 'access-control-request-headers': asked } = request.headers;
      const granted = headersFor(origin);
      response.writeHead(204, [
        'X-Request-Id',
        requestId,
        'Content-Length',
        '0',
        'Allow',
        `${policy.methods}, OPTIONS`,
        'Vary',
        'Origin, Access-Control-Request-Headers',
        ...granted,
        ...(granted.length > 0
          ? [
              'Access-Control-Allow-Methods',
              policy.allowedMethods,
              'Access-Control-Max-Age',
              String(preflightSeconds),
            ]
          : []),
        ...(granted.length > 0 && asked !== undefined ? ['Access-Control-Allow-Headers', asked] : []),
      ]);
      response.end();
    },
  };
};
