/**
 * The register of what can go wrong for a client: every error of this API carries one of these in
 * `extensions.code`. `docs/errors.md` is held to it by a test.
 */
export const faultCodes = {
  BAD_USER_INPUT: 'An argument is not of the form that its description asks for.',
  NOT_FOUND: 'The object that a mutation names does not exist.',
  CONFLICT: 'The object exists already, or is in another state than the change needs.',
  UNAUTHENTICATED: 'The field needs credentials, and none, or wrong ones, were sent.',
  FORBIDDEN: 'The credentials do not allow this.',
  RATE_LIMITED: 'Too much was asked for in too short a time. The error says when to try again.',
  UNAVAILABLE: 'The database, or the store of files, does not answer. Try again; the answer says when.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  BAD_REQUEST: 'The request is not GraphQL over HTTP.',
  PERSISTED_QUERY_NOT_FOUND: 'No document with this hash is known. Send it once with its text.',
  PERSISTED_QUERY_MISMATCH: 'The hash is not the one of the document.',
  INTERNAL_SERVER_ERROR: 'A defect of the server. What happened is in its log, under the request id.',
} as const;

export type FaultCode = keyof typeof faultCodes;

/** An expected failure, in a sentence for whoever sent the request. */
export interface Fault {
  readonly code: FaultCode;
  readonly message: string;
  /** What more the error carries in its `extensions`. */
  readonly details?: Readonly<Record<string, string | number>>;
}

/** What a service returns where it can fail in an expected way. Exceptions are defects. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (code: FaultCode, message: string): { readonly ok: false; readonly fault: Fault } => ({
  ok: false,
  fault: { code, message },
});

/** A fault on its way from a resolver to the client. Only resolvers and guards throw it. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
  readonly code: FaultCode;
  readonly details: Fault['details'];
  constructor(fault: Fault) {
    super(fault.message);
    this.code = fault.code;
    this.details = fault.details;
  }
}

/**
 * The value of a result, for a resolver.
 * @throws FaultError
 */
export const unwrap = <T>(result: Result<T>): T => {
  if (!result.ok) throw new FaultError(result.fault);
  return result.value;
};
