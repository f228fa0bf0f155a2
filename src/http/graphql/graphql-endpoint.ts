import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { PastReason } from '../../cache/events.ts';
import type { Proof } from '../../cache/log/prover.ts';
import type { Served } from '../../cache/response/answers.ts';
import type { Lookup } from '../../cache/response/response-cache.ts';
import type { Exchange } from '../../graphql/exchange.ts';
import { type GraphqlHost, maxRequestBodySize, type Refusal } from '../../graphql/host.ts';
import { createBoundedCache } from '../../shared/bounded-cache.ts';
import type { Logger } from '../../shared/logger.ts';
import { requestScope } from '../../shared/request-scope.ts';
import type { Viewer } from '../../shared/viewer.ts';
import { type AnswerWriter, createAnswerWriter, type Turn } from './answer-writer.ts';
import type { HttpMaxAge } from './answer-headers.ts';
import { createCors } from './cors.ts';
import { acceptedBy } from './negotiation.ts';
import { readBody } from './request-body.ts';
import { paramsOfAddress, paramsOfBody } from './request-params.ts';

/** The response cache, as far as a hit needs it. */
export interface KeptAnswers {
  lookupNow(question: string, viewerId: string | undefined): Served | undefined;
  lookupSoon(question: string, viewerId: string | undefined): Promise<Lookup> | undefined;
}

export interface GraphqlEndpointOptions {
  readonly host: GraphqlHost;
  /** `undefined`: another engine, or none. */
  readonly kept: KeptAnswers | undefined;
  readonly authenticate: (authorization: string | undefined) => Viewer | undefined;
  /** What the cache knows a viewer by. */
  readonly viewerKey: (viewer: Viewer) => string;
  /** Whether a request is to be answered past the cache. */
  readonly past: (
    bypassHeader: string | string[] | undefined,
    viewer: Viewer | undefined,
  ) => PastReason | undefined;
  /** In development: the answer with `extensions.responseCache`. */
  readonly explained: ((served: Served) => string) | undefined;
  readonly maxAge: HttpMaxAge;
  /** `undefined`: every origin, without credentials. */
  readonly corsOrigins: readonly string[] | undefined;
  readonly log: Logger;
}

/** Answers everything at the address of the API. */
export type GraphqlEndpoint = (request: IncomingMessage, response: ServerResponse, requestId: string) => void;

/** Characters of the requests whose question is remembered, so that the next one like it need not be read. */
const maxKnownCharacters = 8_000_000;

const isJson = (contentType: string | undefined): boolean =>
  contentType === 'application/json' ||
  /^application\/(?:graphql\+)?json\s*(?:[;,]|$)/i.test(contentType ?? '');

/** The first byte of an address, and of nothing that is JSON. */
const slash = 0x2f;

const jsonSpace: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** Whether what is JSON, if it is, is a list. */
const isList = (body: Buffer): boolean => {
  let at = 0;
  while (jsonSpace.has(body[at])) at += 1;
  return body[at] === 0x5b;
};

/**
 * The path of a request, the shortest first. One whose bytes were seen before has a known question: a kept answer goes
 * out as it is, without parsing or executing anything. Else one JSON answer to one operation is made by the GraphQL side
 * from the parsed request. Everything else (pages, streams, forms) goes through its HTTP host.
 */
export const createGraphqlEndpoint = (options: GraphqlEndpointOptions): GraphqlEndpoint => {
  const { host, kept, authenticate, viewerKey, log } = options;
  const cors = createCors(options.corsOrigins);
  const writer: AnswerWriter = createAnswerWriter({ ...options, cors });
  /** The question that a request asks, by all of it that decides the question: its address, or its body. */
  const questions = createBoundedCache<string>(maxKnownCharacters);

  const refuse = async (turn: Turn, refusal: Refusal): Promise<void> => {
    writer.sendPlain({ ...turn, isList: false }, await host.refuse(refusal, turn.mediaType));
  };

  const fail = ({ requestId, response }: Turn, error: unknown): void => {
    log.error({ err: error, requestId }, 'A request could not be answered.');
    if (!response.headersSent) response.writeHead(500);
    response.end();
  };

  const run = (turn: Turn, work: () => Promise<void>): void => {
    requestScope.run({ requestId: turn.requestId }, () => {
      work().catch((error: unknown) => fail(turn, error));
    });
  };

  const exchangeOf = ({ viewer, isGet, past }: Turn, proof?: Proof): Exchange => ({
    viewer,
    // What browsers and CDNs keep is the same bytes in development as in production.
    mayExplain: !isGet,
    ...(proof && { proof: Promise.resolve(proof) }),
    ...(past && { past }),
  });
  const remember = (key: string, { question }: Exchange): void => {
    if (kept && question !== undefined) questions.set(key, question);
  };

  const execute = async (turn: Turn, key: string, body: Buffer | undefined, proof?: Proof): Promise<void> => {
    const { mediaType, request } = turn;
    const { url = '', headers } = request;
    const asked = { method: turn.isGet ? 'GET' : 'POST', url, headers, mediaType };
    const given = body ? paramsOfBody(body) : paramsOfAddress(key.slice(key.indexOf('?') + 1));
    if (given.kind === 'faulty') return refuse(turn, { message: given.message, status: 400 });
    if (given.kind === 'batch' && given.list.length !== 1) {
      const plain = await host.executeBatch(given.list, asked, () => exchangeOf(turn));
      // It is the list already.
      writer.sendPlain({ ...turn, isList: false }, plain);
      return;
    }
    const exchange = exchangeOf(turn, proof);
    const params = given.kind === 'batch' ? given.list[0] : given.params;
    const plain = await host.execute(params, asked, exchange);
    remember(key, exchange);
    if (plain) writer.sendPlain({ ...turn, isList: given.kind === 'batch' }, plain);
    else if (exchange.served) writer.sendServed({ ...turn, isList: given.kind === 'batch' }, exchange.served);
  };

  /** What Yoga's own HTTP host answers. */
  const handOver = async (turn: Turn, key?: string, body?: Buffer): Promise<void> => {
    const { request, response } = turn;
    writer.prepare(turn);
    // Node leaves the body of the answer away.
    if (request.method === 'HEAD') request.method = 'GET';
    // Its stream has been read; the host takes another one for it.
    if (body) Object.assign(request, { body: Readable.from([body]) });
    const exchange = exchangeOf(turn);
    await host.handle(request, response, exchange);
    if (key !== undefined) remember(key, exchange);
  };

  const work = (turn: Turn, key: string, body: Buffer | undefined, proof?: Proof): void =>
    run(turn, () =>
      turn.mayBeOther && !turn.isList ? handOver(turn, key, body) : execute(turn, key, body, proof),
    );

  /** @param key what decides the question: address or body; one that is JSON has another first character. */
  const answer = (turn: Turn, key: string, body: Buffer | undefined): void => {
    const question = body?.[0] === slash ? undefined : questions.get(key);
    if (question === undefined || kept === undefined || turn.past !== undefined) return work(turn, key, body);
    const viewerId = turn.viewer && viewerKey(turn.viewer);
    const served = kept.lookupNow(question, viewerId);
    if (served) return writer.sendServed(turn, served);
    const soon = kept.lookupSoon(question, viewerId);
    if (!soon) return work(turn, key, body);
    soon
      .then(
        (found) =>
          found.served ? writer.sendServed(turn, found.served) : work(turn, key, body, found.proof),
        () => work(turn, key, body),
      )
      .catch((error: unknown) => fail(turn, error));
  };

  return (request, response, requestId) => {
    const { method = 'GET', headers, url = '' } = request;
    if (method === 'OPTIONS') return cors.answerPreflight(request, response, requestId);
    const isGet = method === 'GET' || method === 'HEAD';
    const accepted = acceptedBy(headers.accept);
    const { mediaType, mayBeOther } = accepted;
    const { authorization } = headers;
    const viewer = authorization === undefined ? undefined : authenticate(authorization);
    const turn: Turn = {
      request,
      response,
      requestId,
      isGet,
      mediaType: mediaType ?? 'application/json',
      mayBeOther,
      viewer,
      isList: false,
      past: options.past(headers['cache-bypass'], viewer),
    };
    const isPage = isGet && accepted.isPage;
    if (mediaType === undefined && !mayBeOther && !isPage) return writer.sendNotAcceptable(turn);
    if (!isGet && method !== 'POST') {
      const message = 'GraphQL only supports GET and POST requests.';
      const headers = { Allow: 'GET, HEAD, POST, OPTIONS' };
      return run(turn, () => refuse(turn, { message, status: 405, headers }));
    }
    const isForm = !isGet && !isJson(headers['content-type']);
    if (isPage || isForm || mediaType === undefined) return run(turn, () => handOver(turn));
    if (isGet) return answer(turn, url, undefined);
    readBody(request, maxRequestBodySize, (body) => {
      if (body) return answer(isList(body) ? { ...turn, isList: true } : turn, body.toString('latin1'), body);
      // What is left of it is read and dropped: a connection that is cut might take the answer with it.
      request.resume();
      response.shouldKeepAlive = false;
      run(turn, () => refuse(turn, { message: 'Request body too large', status: 413 }));
    });
  };
};
