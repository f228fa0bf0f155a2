import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PastReason } from '../../cache/events.ts';
import type { Proof } from '../../cache/log/prover.ts';
import type { Served } from '../../cache/response/answers.ts';
import type { Lookup } from '../../cache/response/response-cache.ts';
import type { Callers, Recognised } from '../../graphql/callers.ts';
import type { Exchange, Standing } from '../../graphql/exchange.ts';
import { type Asked, type GraphqlHost, maxRequestBodySize, type Refusal } from '../../graphql/host.ts';
import type { GeneralLimit } from '../../limits/general-limit.ts';
import type { KeptAnswers } from '../../graphql/response-cache/kept-answers.ts';
import type { ClientAddress } from '../client-address.ts';
import type { IncomingRequest } from '../incoming-request.ts';
import { subjectOf } from '../../limits/refusal.ts';
import type { Quota } from '../../limits/policy.ts';
import type { Logger } from '../../shared/logger.ts';
import { requestScope } from '../../shared/request-scope.ts';
import type { Viewer } from '../../shared/viewer.ts';
import { type AnswerWriter, createAnswerWriter, type Turn } from './answer-writer.ts';
import type { HttpMaxAge } from './answer-headers.ts';
import { createCors } from './cors.ts';
import { createKnownQuestions } from './known-questions.ts';
import type { Pulse } from './event-stream.ts';
import { acceptedBy, type Accepted } from './negotiation.ts';
import { paramsOfAddress, paramsOfBody } from './request-params.ts';

export interface GraphqlEndpointOptions {
  readonly host: GraphqlHost;
  /** `undefined`: another engine, or none. */
  readonly kept: KeptAnswers | undefined;
  readonly callers: Callers;
  /** What every request is counted by; `undefined`: nothing is. */
  readonly limit: Pick<GeneralLimit, 'take'> | undefined;
  readonly addressOf: (request: IncomingMessage) => ClientAddress;
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
  /** Of streams of events. */
  readonly pulse: Pulse;
  readonly log: Logger;
}

/** Answers everything at the address of the API. */
export type GraphqlEndpoint = (request: IncomingRequest, response: ServerResponse, requestId: string) => void;

/** Bytes of the requests whose question is remembered, so that the next one like it need not be read. */
const maxKnownBytes = 8_000_000;

/** RFC 6750: what tells a client that its token is at fault, and not the request. */
const badCredentials: Refusal = {
  code: 'UNAUTHENTICATED',
  message:
    'The access token is wrong or over, or its session has ended. Get another one with refresh, or sign in again; send neither with an Authorization header.',
  status: 401,
  headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
};

const isJson = (contentType: string | undefined): boolean =>
  contentType === 'application/json' ||
  /^application\/(?:graphql\+)?json\s*(?:[;,]|$)/i.test(contentType ?? '');

const noQuotas: readonly Quota[] = [];

/** A request as it came. */
interface Arrival {
  readonly request: IncomingRequest;
  readonly response: ServerResponse;
  readonly requestId: string;
  readonly accepted: Accepted;
}

/** A request that was counted by the general limit. */
interface Counted {
  readonly turn: Turn;
  /** Set when it was one too many. */
  readonly tooMany: Quota | undefined;
}

const jsonSpace: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** Whether what is JSON, if it is, is a list. */
const isList = (body: Buffer): boolean => {
  let at = 0;
  while (jsonSpace.has(body[at])) at += 1;
  return body[at] === 0x5b;
};

/**
 * The path of a request, the shortest first. One whose bytes were seen before has a known question: a kept answer goes
 * out as it is, without parsing or executing anything. Else the GraphQL side executes the parsed request. What takes no
 * JSON, or is none (pages, forms), goes through its HTTP host.
 */
export const createGraphqlEndpoint = (options: GraphqlEndpointOptions): GraphqlEndpoint => {
  const { host, kept, callers, limit, addressOf, viewerKey, log } = options;
  const cors = createCors(options.corsOrigins);
  const writer: AnswerWriter = createAnswerWriter({ ...options, cors });
  const questions = createKnownQuestions(maxKnownBytes);

  const refuse = async (turn: Turn, refusal: Refusal): Promise<void> => {
    writer.sendPlain({ ...turn, isList: false }, await host.refuse(refusal, turn.mediaType));
  };

  const fail = ({ requestId, response }: Pick<Turn, 'requestId' | 'response'>, error: unknown): void => {
    log.error({ err: error, requestId }, 'A request could not be answered.');
    if (!response.headersSent) response.writeHead(500);
    response.end();
  };

  const run = (turn: Pick<Turn, 'requestId' | 'response'>, work: () => Promise<void>): void => {
    requestScope.run({ requestId: turn.requestId }, () => {
      work().catch((error: unknown) => fail(turn, error));
    });
  };

  const standingOf = (authorization: string | undefined): Standing | undefined =>
    authorization === undefined
      ? undefined
      : {
          now: async () => (await callers.recognise(authorization)).caller,
          endsAtMs: callers.endsAtMs(authorization),
        };

  const exchangeOf = (
    { viewer, client, isGet, past, request, mayBeEvents, proof: own }: Turn,
    proof = own,
  ): Exchange => {
    const standing = mayBeEvents ? standingOf(request.headers.authorization) : undefined;
    return {
      viewer,
      client: {
        address: client.address,
        network: client.counted,
        userAgent: request.headers['user-agent'] ?? '',
      },
      address: client.counted,
      // What browsers and CDNs keep is the same bytes in development as in production.
      mayExplain: !isGet,
      ...(proof && { proof: Promise.resolve(proof) }),
      ...(past && { past }),
      ...(standing && { standing }),
    };
  };

  /** Of the request and of what its operations met. */
  const quotasOf = ({ quotas }: Turn, exchanges: readonly Exchange[]): readonly Quota[] => {
    const ofFields = exchanges.flatMap((exchange) => [...(exchange.quotas ?? [])]);
    return ofFields.length === 0 ? quotas : [...quotas, ...new Map(ofFields).values()];
  };

  const executeBatch = async (turn: Turn, list: readonly unknown[], asked: Asked): Promise<void> => {
    // The request itself is counted; each further operation counts as one more.
    const taken =
      list.length > 1 ? limit?.take(subjectOf(turn.viewer, turn.client.counted), list.length - 1) : undefined;
    const counted = taken ? { ...turn, quotas: [taken.quota] } : turn;
    if (taken && !taken.isAllowed) return writer.sendLimited(counted, taken.quota);
    const exchanges: Exchange[] = [];
    const plain = await host.executeBatch(list, asked, () => {
      const exchange = exchangeOf(turn);
      exchanges.push(exchange);
      return exchange;
    });
    // It is the list already.
    writer.sendPlain({ ...counted, isList: false, quotas: quotasOf(counted, exchanges) }, plain);
  };

  const execute = async (turn: Turn, asking: string | Buffer, proof?: Proof): Promise<void> => {
    const { mediaType, request } = turn;
    const { url = '', headers } = request;
    const given =
      typeof asking === 'string'
        ? paramsOfAddress(asking.slice(asking.indexOf('?') + 1))
        : paramsOfBody(asking);
    if (given.kind === 'faulty') return refuse(turn, { message: given.message, status: 400 });
    const mayBeEvents = turn.mayBeEvents && given.kind === 'single';
    const mustBeEvents = mayBeEvents && turn.mustBeEvents;
    const asked = { method: turn.isGet ? 'GET' : 'POST', url, headers, mediaType, mayBeEvents, mustBeEvents };
    if (given.kind === 'batch' && turn.mustBeEvents) return writer.sendNotAcceptable(turn);
    if (given.kind === 'batch' && given.list.length !== 1) {
      return executeBatch(turn, given.list, asked);
    }
    const exchange = exchangeOf(turn, proof);
    const params = given.kind === 'batch' ? given.list[0] : given.params;
    const own = await host.execute(params, asked, exchange);
    if (kept && exchange.question !== undefined) questions.remember(asking, exchange.question);
    const asGiven = { ...turn, isList: given.kind === 'batch' };
    const quotas = quotasOf(turn, [exchange]);
    if (own) {
      if ('results' in own) await writer.sendEvents(turn, own, exchange);
      else writer.sendPlain({ ...asGiven, quotas }, own);
    } else if (exchange.served) writer.sendServed(asGiven, exchange.served);
  };

  /** What Yoga's own HTTP host answers. */
  const handOver = async (turn: Turn): Promise<void> => {
    const { request, response } = turn;
    writer.prepare(turn);
    // Node leaves the body of the answer away.
    if (request.method === 'HEAD') request.method = 'GET';
    await host.handle(request, response, exchangeOf(turn));
  };

  const work = (turn: Turn, asking: string | Buffer, proof?: Proof): void =>
    run(turn, () => execute(turn, asking, proof));

  /** @param asking what decides the question: the address of a GET, the body of a POST. */
  const answer = (turn: Turn, asking: string | Buffer): void => {
    const isPastKept = turn.past !== undefined || turn.mustBeEvents;
    const question = isPastKept ? undefined : questions.find(asking);
    if (question === undefined || kept === undefined) return work(turn, asking);
    const viewerId = turn.viewer && viewerKey(turn.viewer);
    const served = turn.proof
      ? kept.lookupBy(turn.proof, question, viewerId)
      : kept.lookupNow(question, viewerId);
    if (served) return writer.sendServed(turn, served);
    const answerBy = (found: Lookup): void => {
      try {
        if (found.served) writer.sendServed(turn, found.served);
        else work(turn, asking, found.proof);
      } catch (error) {
        fail(turn, error);
      }
    };
    const waits = turn.proof === undefined && kept.lookupSoon(question, viewerId, answerBy);
    if (!waits) work(turn, asking);
  };

  const turnOf = (
    { request, response, requestId, accepted }: Arrival,
    viewer: Viewer | undefined,
    proof: Proof | undefined,
  ): Counted => {
    const { method, headers } = request;
    const client = addressOf(request);
    const taken = limit?.take(subjectOf(viewer, client.counted));
    const turn: Turn = {
      request,
      response,
      requestId,
      isGet: method === 'GET' || method === 'HEAD',
      mediaType: accepted.mediaType ?? 'application/json',
      mayBeEvents: accepted.mayBeEvents && method !== 'HEAD',
      mustBeEvents: accepted.mayBeEvents && accepted.mediaType === undefined && method !== 'HEAD',
      viewer,
      proof,
      client,
      quotas: taken ? [taken.quota] : noQuotas,
      isList: false,
      past: options.past(headers['cache-bypass'], viewer),
    };
    return { turn, tooMany: taken?.isAllowed === false ? taken.quota : undefined };
  };

  /** Reads and answers a request when it is known who sends it. */
  const begin = (arrival: Arrival, viewer: Viewer | undefined, proof: Proof | undefined): void => {
    const { turn, tooMany } = turnOf(arrival, viewer, proof);
    if (tooMany) return writer.sendLimited(turn, tooMany);
    const { response, isGet } = turn;
    const { request } = arrival;
    const { method = 'GET', headers, url = '' } = request;
    const { mediaType, mayBeOther, isPage: takesPage } = arrival.accepted;
    const isPage = isGet && takesPage;
    if (mediaType === undefined && !mayBeOther && !isPage) return writer.sendNotAcceptable(turn);
    if (!isGet && method !== 'POST') {
      const message = 'GraphQL only supports GET and POST requests.';
      const headers = { Allow: 'GET, HEAD, POST, OPTIONS' };
      return run(turn, () => refuse(turn, { message, status: 405, headers }));
    }
    const isForm = !isGet && !isJson(headers['content-type']);
    if (isPage || isForm || (mediaType === undefined && !turn.mustBeEvents)) {
      return run(turn, () => handOver(turn));
    }
    if (isGet) return answer(turn, url);
    request.readWhole(maxRequestBodySize, (body) => {
      if (body) return answer(isList(body) ? { ...turn, isList: true } : turn, body);
      // What is left of it is read and dropped: a connection that is cut might take the answer with it.
      request.resume();
      response.shouldKeepAlive = false;
      run(turn, () => refuse(turn, { message: 'Request body too large', status: 413 }));
    });
  };

  /** Whoever shows credentials is answered as who they are, or not at all. */
  const beginAs = async (arrival: Arrival, authorization: string): Promise<void> => {
    let recognised: Recognised;
    try {
      recognised = await callers.recognise(authorization);
    } catch (error) {
      const { turn } = turnOf(arrival, undefined, undefined);
      writer.sendPlain(turn, await host.fail(error, turn.mediaType));
      return;
    }
    const { caller, proof } = recognised;
    if (caller) return begin(arrival, caller, proof);
    const { turn, tooMany } = turnOf(arrival, undefined, undefined);
    if (tooMany) return writer.sendLimited(turn, tooMany);
    turn.request.resume();
    await refuse(turn, badCredentials);
  };

  return (request, response, requestId) => {
    if (request.method === 'OPTIONS') return cors.answerPreflight(request, response, requestId);
    const { headers } = request;
    const arrival: Arrival = { request, response, requestId, accepted: acceptedBy(headers.accept) };
    const { authorization } = headers;
    if (authorization === undefined) return begin(arrival, undefined, undefined);
    const caller = callers.now(authorization);
    if (caller) return begin(arrival, caller, undefined);
    run(arrival, () => beginAs(arrival, authorization));
  };
};
