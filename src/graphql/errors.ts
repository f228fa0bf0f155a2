import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import { mongo } from 'mongoose';
import { FaultError, faultCodes, type Fault, type FaultCode } from '../shared/faults.ts';
import type { Logger } from '../shared/logger.ts';
import { currentRequestId } from '../shared/request-scope.ts';

/** Seconds that a client is asked to wait when the database does not answer. */
export const retryAfterSeconds = 2;

const unavailableClasses = [
  mongo.MongoServerSelectionError,
  mongo.MongoNetworkError,
  mongo.MongoNotConnectedError,
  mongo.MongoTopologyClosedError,
] as const;

/** The server's error codes for "not in time": MaxTimeMSExpired, and a write concern that was not met. */
const outOfTimeCodes = [50, 64];

/**
 * What a server says that is no primary any more, or not yet, or is ending. The driver tries a read once more and no oftener, and an
 * election may take longer. Codes as in the MongoDB specification of retryable reads.
 */
const notPrimaryCodes = [91, 134, 189, 262, 9001, 10_107, 11_600, 11_602, 13_435, 13_436];

const unavailableCodes: ReadonlySet<unknown> = new Set([...outOfTimeCodes, ...notPrimaryCodes]);

/** With these the driver says that nothing is wrong but the moment. */
const passingLabels = ['RetryableWriteError', 'TransientTransactionError'];

/** Whether it is the database's state that made it fail, and not what was asked of it. */
export const isDatabaseUnavailable = (error: unknown): boolean =>
  unavailableClasses.some((known) => error instanceof known) ||
  isEndedConnection(error) ||
  (error instanceof mongo.MongoServerError &&
    (unavailableCodes.has(error.code) ||
      passingLabels.some((label) => error.hasErrorLabel(label)) ||
      // A bulk write that met what is no word of the server has it here.
      isDatabaseUnavailable(error.errorResponse)));

/** What the driver passes on as it is: it had not heard yet that the server ended the connection that it writes to. */
const isEndedConnection = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EPIPE';

const isFaultCode = (code: unknown): code is FaultCode =>
  typeof code === 'string' && Object.hasOwn(faultCodes, code);

/** Yoga puts the parser's own message there, which names our internals. */
const withoutCause = ({ originalError: _cause, ...extensions }: GraphQLErrorExtensions) => extensions;

/** Yoga takes a request without a document for a document at fault, and so would answer it 200 in `application/json`. */
const asNoRequest = (extensions: GraphQLErrorExtensions): GraphQLErrorExtensions =>
  typeof extensions['http'] === 'object'
    ? { ...extensions, http: { ...extensions['http'], spec: false } }
    : extensions;

/** @param error kept for its place in the document and in the answer. */
const recoded = (
  error: GraphQLError,
  code: FaultCode,
  message = error.message,
  details?: Fault['details'],
): GraphQLError =>
  new GraphQLError(message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    // Without its cause: Yoga would take it for a defect, and answer 500.
    extensions: {
      ...withoutCause(code === 'BAD_REQUEST' ? asNoRequest(error.extensions) : error.extensions),
      ...details,
      code,
    },
  });

/** The error beneath the wrappers that GraphQL and its tools put around it. */
const causeOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;

/**
 * What a client is told of an error: a sentence, and a code of the register. What was not meant for clients is logged,
 * and replaced by a sentence that names the request.
 */
export const createErrorMask =
  (log: Logger) =>
  (thrown: unknown): GraphQLError => {
    const error = thrown instanceof GraphQLError ? thrown : new GraphQLError('Unexpected error.');
    const cause = causeOf(thrown);
    const requestId = currentRequestId();
    if (cause instanceof FaultError) return recoded(error, cause.code, cause.message, cause.details);
    if (isDatabaseUnavailable(cause)) {
      log.error({ err: cause, requestId, path: error.path }, 'The database did not answer.');
      return recoded(
        error,
        'UNAVAILABLE',
        'The database does not answer. Try again in a moment; of a change, look first whether it took effect.',
      );
    }
    if (cause instanceof GraphQLError) {
      // Raised by GraphQL or by Yoga for the client's eyes: a document or a request that is at fault.
      const { code } = cause.extensions;
      if (isFaultCode(code)) return code === 'BAD_REQUEST' ? recoded(error, code) : error;
      const isHttp = 'http' in cause.extensions && error.path === undefined && error.nodes === undefined;
      return recoded(error, isHttp ? 'BAD_REQUEST' : 'BAD_USER_INPUT');
    }
    if (thrown instanceof SyntaxError) {
      // Bare, so of no resolver: Yoga parses `variables` and `extensions` in an address without a guard.
      const reason = 'Expected variables and extensions to be JSON.';
      return new GraphQLError(reason, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
    }
    log.error({ err: cause, requestId, path: error.path }, 'A request met a defect.');
    const message = `Something went wrong on our side. Our log has it under request ${requestId}.`;
    return recoded(error, 'INTERNAL_SERVER_ERROR', message);
  };
