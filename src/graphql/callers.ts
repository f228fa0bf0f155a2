import type { ComputationStart, Computed, Served } from '../cache/response/answers.ts';
import type { Proof } from '../cache/log/prover.ts';
import type { Lookup, ResponseCache } from '../cache/response/response-cache.ts';
import { createBoundedCache } from '../shared/bounded-cache.ts';
import type { Caller } from '../shared/viewer.ts';
import type { OperationTracking } from './response-cache/marquee.ts';
import type { Authenticate } from './viewer.ts';

/** Who a request is from, and what was proven to know it. */
export interface Recognised {
  /** `undefined` for credentials that are wrong or over: the request is refused then. */
  readonly caller: Caller | undefined;
  /** Begun after the request arrived: good for its answer, too. */
  readonly proof?: Proof | undefined;
}

/** Tells who sends a value of the `Authorization` header. */
export interface Callers {
  /** Where it is known and proven without waiting; `undefined` wherever `recognise` has to be asked. */
  now(authorization: string): Caller | undefined;
  recognise(authorization: string): Promise<Recognised>;
  /** Milliseconds since 1970 when what was recognised is over in any case; `Infinity` where that is not known. */
  endsAtMs(authorization: string): number;
}

/** What a token says, by its signature alone. */
export interface TokenClaims {
  readonly userId: string;
  readonly sessionId: string;
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number;
}

export interface CallersParts {
  /** The same for the same token, until `expiresAtMs`; `undefined` for what is none. */
  verifyAccessToken(authorization: string): Promise<TokenClaims | undefined>;
  /** Whether that still holds. Reads what logout, bans and changes of roles write, and nothing else. */
  viewerOf(claims: TokenClaims): Promise<Caller | undefined>;
  /** `undefined`: another engine, or none. */
  readonly caching: { readonly cache: ResponseCache; readonly tracking: OperationTracking } | undefined;
  /** Told at every request of a session. */
  readonly onSeen: (caller: Caller) => void;
}

/** Asks each time. */
export const uncachedCallers = (authenticate: Authenticate): Callers => ({
  now: () => undefined,
  recognise: async (authorization) => ({ caller: await authenticate(authorization) }),
  endsAtMs: () => Infinity,
});

/** Characters of the tokens whose claims are remembered. */
const maxTokenCharacters = 4_000_000;

/** Milliseconds that a session is kept at most; a write that ends it counts at once. */
const maxAgeMs = 600_000;

/** An answer's key is a hash, so none is like this. */
const questionOf = ({ userId, sessionId }: TokenClaims): string =>
  `session/${encodeURIComponent(userId)}/${encodeURIComponent(sessionId)}`;

/**
 * Who sends an access token. A token's signature is verified once. Its session is kept as an answer is, by the same
 * cache: proven current at every request, so what ends it holds at once on every instance, and as near as a hit.
 */
export const createCallers = ({ verifyAccessToken, viewerOf, caching, onSeen }: CallersParts): Callers => {
  const known = createBoundedCache<TokenClaims>(maxTokenCharacters);
  /** What the bytes that are kept say, for as long as they are. */
  const decoded = new WeakMap<Uint8Array, { readonly caller: Caller | undefined }>();

  const claimsKnown = (authorization: string): TokenClaims | undefined => {
    const claims = known.get(authorization);
    return claims && claims.expiresAtMs > Date.now() ? claims : undefined;
  };
  const claimsOf = async (authorization: string): Promise<TokenClaims | undefined> => {
    const before = claimsKnown(authorization);
    if (before) return before;
    const claims = await verifyAccessToken(authorization);
    if (claims) known.set(authorization, claims);
    return claims;
  };

  const callerIn = ({ body }: Served): Caller | undefined => {
    let found = decoded.get(body);
    if (!found) {
      const { buffer, byteOffset, byteLength } = body;
      const caller = JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString()) as Caller | null;
      found = { caller: caller ?? undefined };
      decoded.set(body, found);
    }
    return found.caller;
  };

  const seen = (caller: Caller | undefined): Caller | undefined => {
    if (caller) onSeen(caller);
    return caller;
  };

  const compute =
    (claims: TokenClaims, tracking: OperationTracking) =>
    async (start: ComputationStart | undefined): Promise<Computed> => {
      const { value, tags, uncacheable } = await tracking.query(start, () => viewerOf(claims));
      const endsAtMs = value?.session?.expiresAtMs;
      return {
        body: new TextEncoder().encode(JSON.stringify(value ?? null)),
        tags,
        audience: 'everyone',
        maxAgeMs,
        ...(endsAtMs !== undefined && { expiresAtMs: endsAtMs }),
        ...(uncacheable.length > 0 && { uncacheable: uncacheable.join('; ') }),
        meta: {},
      };
    };

  const recogniseKept = async (
    claims: TokenClaims,
    { cache, tracking }: NonNullable<CallersParts['caching']>,
  ): Promise<Recognised> => {
    const key = questionOf(claims);
    const soon = await new Promise<Lookup | undefined>((resolve) => {
      if (!cache.lookupSoon(key, undefined, resolve)) resolve(undefined);
    });
    if (soon?.served) return { caller: seen(callerIn(soon.served)), proof: soon.proof };
    const proof = soon && Promise.resolve(soon.proof);
    const request = { key, viewerId: undefined, ...(proof && { proof }) };
    return { caller: seen(callerIn(await cache.respond(request, compute(claims, tracking)))) };
  };

  return {
    now: (authorization) => {
      const claims = claimsKnown(authorization);
      const served = claims && caching?.cache.lookupNow(questionOf(claims), undefined);
      return served && seen(callerIn(served));
    },
    recognise: async (authorization) => {
      const claims = await claimsOf(authorization);
      if (!claims) return { caller: undefined };
      return caching ? recogniseKept(claims, caching) : { caller: seen(await viewerOf(claims)) };
    },
    endsAtMs: (authorization) => claimsKnown(authorization)?.expiresAtMs ?? Infinity,
  };
};
