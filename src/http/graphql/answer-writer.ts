import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Proof } from '../../cache/log/prover.ts';
import type { PastReason } from '../../cache/events.ts';
import type { Served } from '../../cache/response/answers.ts';
import type { Exchange } from '../../graphql/exchange.ts';
import type { EventStream, PlainAnswer } from '../../graphql/host.ts';
import type { Quota } from '../../limits/policy.ts';
import { limitedFault } from '../../limits/refusal.ts';
import type { Viewer } from '../../shared/viewer.ts';
import type { ClientAddress } from '../client-address.ts';
import { createAnswerHeaders, type HttpMaxAge } from './answer-headers.ts';
import { matchingTag } from './conditional.ts';
import type { Cors, RawHeaders } from './cors.ts';
import { limitHeaders, retryAfter } from './limit-headers.ts';
import { codingsAllowedBy, type MediaType } from './negotiation.ts';
import { noteCacheUse, noteStream } from '../timed-response.ts';
import { type Pulse, sendEventStream } from './event-stream.ts';
import { createRepresentations } from './representations.ts';

/**
 * Bytes up to which a body leaves as text, which node:http joins to the head for one write: cheaper than a `writev` of the
 * two, until joining them costs as much as it saves (`node bench/write-cost.ts`).
 */
const maxJoinedBytes = 2_048;

const endWith = (response: ServerResponse, bytes: Buffer): void => {
  if (bytes.byteLength > maxJoinedBytes) response.end(bytes);
  else response.end(bytes.toString('latin1'), 'latin1');
};

/** One request on its way to its answer. */
export interface Turn {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  /** GET or HEAD. */
  readonly isGet: boolean;
  /** What one JSON answer would be sent as. */
  readonly mediaType: MediaType;
  /** A stream of events would do where there is no single answer. */
  readonly mayBeEvents: boolean;
  /** Nothing else would. */
  readonly mustBeEvents: boolean;
  readonly viewer: Viewer | undefined;
  /** Of who the viewer is; it holds for the answer as well. */
  readonly proof?: Proof | undefined;
  readonly client: ClientAddress;
  /** How the asker stands with the limits that the request met; none where nothing is limited. */
  readonly quotas: readonly Quota[];
  /** A list of one operation is answered by a list of one answer. */
  readonly isList: boolean;
  /** Nothing kept is to be looked for. */
  readonly past: PastReason | undefined;
}

/** Writes answers with all their headers, the same whichever path they came by. */
export interface AnswerWriter {
  sendServed(turn: Turn, served: Served): void;
  sendPlain(turn: Turn, answer: PlainAnswer): void;
  /** Resolves when the stream has ended, or the client has gone. */
  sendEvents(turn: Turn, stream: EventStream, exchange: Exchange): Promise<void>;
  sendNotAcceptable(turn: Turn): void;
  /** @param quota of the limit that refused. */
  sendLimited(turn: Turn, quota: Quota): void;
  /** Sets the headers that every answer has, for one that somebody else writes. */
  prepare(turn: Turn): void;
}

export interface AnswerWriterOptions {
  readonly explained: ((served: Served) => string) | undefined;
  readonly maxAge: HttpMaxAge;
  readonly cors: Cors;
  /** Of streams. */
  readonly pulse: Pulse;
}

export const createAnswerWriter = ({ explained, maxAge, cors, pulse }: AnswerWriterOptions): AnswerWriter => {
  const answerHeaders = createAnswerHeaders({ maxAge, variesByOrigin: cors.variesByOrigin });
  const representationsOf = createRepresentations();
  const corsOf = ({ request }: Turn) => cors.headersFor(request.headers.origin);
  const keptByNobody = [
    'Cache-Control',
    'private, no-store',
    'Vary',
    `Accept, Accept-Encoding, Authorization${cors.variesByOrigin ? ', Origin' : ''}`,
  ];

  const headersOf = (turn: Turn, served: Served, fixed: RawHeaders): string[] => [
    'X-Request-Id',
    turn.requestId,
    ...fixed,
    ...limitHeaders(turn.quotas, answerHeaders.isSharedUnasked(served)),
    ...answerHeaders.age(served),
    ...corsOf(turn),
  ];

  /** An answer whose bytes are this request's alone: explained, or in a list. */
  const sendOwn = (turn: Turn, served: Served): void => {
    const { response, isList, mediaType } = turn;
    const { buffer, byteOffset, byteLength } = served.body;
    const text = explained?.(served) ?? Buffer.from(buffer, byteOffset, byteLength).toString('utf8');
    const bytes = Buffer.from(isList ? `[${text}]` : text);
    const fixed = [
      'Content-Type',
      `${mediaType}; charset=utf-8`,
      'Content-Length',
      String(bytes.byteLength),
      ...answerHeaders.withoutTag(served),
    ];
    response.writeHead(200, headersOf(turn, served, fixed));
    response.end(bytes);
  };

  return {
    sendServed(turn, served) {
      const { request, response, isGet, mediaType } = turn;
      noteCacheUse(response, served);
      if (turn.isList || (explained && !isGet)) return sendOwn(turn, served);
      const representations = representationsOf(served.body);
      const codings = codingsAllowedBy(request.headers['accept-encoding']);
      const ifNoneMatch = isGet ? request.headers['if-none-match'] : undefined;
      const tag = ifNoneMatch && matchingTag(ifNoneMatch, representations, mediaType, codings);
      if (tag) {
        const fixed = answerHeaders.ofNotModified(served, tag);
        response.writeHead(304, headersOf(turn, served, fixed));
        response.end();
        return;
      }
      const coded = representations.choose(codings);
      const fixed = answerHeaders.of(served, representations.digest, coded, mediaType, isGet);
      response.writeHead(200, headersOf(turn, served, fixed));
      endWith(response, coded.bytes);
    },

    sendPlain(turn, { status, headers, body }) {
      const bytes = Buffer.from(turn.isList ? `[${body}]` : body);
      turn.response.writeHead(status, [
        'X-Request-Id',
        turn.requestId,
        ...Object.entries(headers).flat(),
        'Content-Length',
        String(bytes.byteLength),
        ...keptByNobody,
        ...limitHeaders(turn.quotas),
        ...corsOf(turn),
      ]);
      turn.response.end(bytes);
    },

    async sendEvents(turn, { results }, exchange) {
      const { response } = turn;
      noteStream(response);
      response.writeHead(200, [
        'X-Request-Id',
        turn.requestId,
        'Content-Type',
        'text/event-stream',
        // Else nginx would keep events back until it has a buffer full of them.
        'X-Accel-Buffering',
        'no',
        ...keptByNobody,
        ...limitHeaders(turn.quotas),
        ...corsOf(turn),
      ]);
      // Who is cut off by a stop of the server is to come back, and so is not told that this was all.
      const isComplete = (): boolean => exchange.streamEnd !== 'stopping';
      await sendEventStream(response, results, { ...pulse, isComplete });
    },
    sendLimited(turn, quota) {
      // Made here, not by the GraphQL side: what is refused must cost less than what is answered.
      const { code, message, details } = limitedFault(quota);
      const body = JSON.stringify({ errors: [{ message, extensions: { ...details, code } }] });
      turn.request.resume();
      turn.response.writeHead(429, [
        'X-Request-Id',
        turn.requestId,
        'Content-Type',
        `${turn.mediaType}; charset=utf-8`,
        'Content-Length',
        String(Buffer.byteLength(body)),
        ...retryAfter(quota),
        ...keptByNobody,
        ...limitHeaders(turn.quotas),
        ...corsOf(turn),
      ]);
      turn.response.end(body);
    },

    sendNotAcceptable(turn) {
      turn.request.resume();
      turn.response.writeHead(406, [
        'X-Request-Id',
        turn.requestId,
        'Content-Length',
        '0',
        'Accept',
        'application/json, application/graphql-response+json',
        ...keptByNobody,
        ...limitHeaders(turn.quotas),
        ...corsOf(turn),
      ]);
      turn.response.end();
    },

    prepare(turn) {
      const headers = [
        'X-Request-Id',
        turn.requestId,
        ...keptByNobody,
        ...limitHeaders(turn.quotas),
        ...corsOf(turn),
      ];
      for (let at = 0; at < headers.length; at += 2) {
        turn.response.setHeader(headers[at] ?? '', headers[at + 1] ?? '');
      }
    },
  };
};
