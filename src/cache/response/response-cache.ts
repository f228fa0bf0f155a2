import { createBoundedCache } from '../../shared/bounded-cache.ts';
import { createBackground } from '../background.ts';
import type { BypassReason, MissReason } from '../events.ts';
import type { Entry } from '../entry.ts';
import type { Answer } from '../keepable.ts';
import type { Proof } from '../log/prover.ts';
import { answerKeys, type AnswerKeys } from './answer-keys.ts';
import type { AnswerRequest, Compute, Served } from './answers.ts';
import { createFlights, type Landing, type Question } from './flights.ts';
import { withDefaults, type ResponseCacheParts } from './options.ts';
import { createSharingMemory } from './sharing-memory.ts';
import { createShelf, moreTelling, type Found } from './shelf.ts';

export interface ResponseCache {
  /**
   * The answer: a kept one if a proof says that it is current, else a computed one.
   * @throws what `compute` throws, to the request whose computation it was
   */
  respond(request: AnswerRequest, compute: Compute): Promise<Served>;
  /** A fresh answer kept in this process, without a promise; `undefined` wherever `respond` has to be asked. */
  lookupNow(key: string, viewerId: string | undefined): Served | undefined;
  /**
   * The same where the proof has to be waited for.
   * @param tell called once, as {@link Prover.proveSoon} says.
   * @returns `false` where nothing is kept in this process, or proven; nothing is told then.
   */
  lookupSoon(key: string, viewerId: string | undefined, tell: (found: Lookup) => void): boolean;
  /** As `lookupNow`, by a proof that the host began after the request arrived. */
  lookupBy(proof: Proof, key: string, viewerId: string | undefined): Served | undefined;
  /**
   * Takes away what this viewer would get, here and from what the instances share, to be computed again; the
   * memory of other instances keeps it. A computation under way still stores what it gives.
   */
  forget(key: string, viewerId: string | undefined): Promise<void>;
  /** Empties this process. What all instances share ends with its epoch, which is the gate's to end. */
  forgetLocally(): void;
  /** Resolves when refreshes and stores under way have ended: for shutdown, and for tests. */
  idle(): Promise<void>;
}

/** What a look at this process' own entries gave. */
export interface Lookup {
  /** `undefined` wherever `respond` has to be asked. */
  readonly served: Served | undefined;
  /** The one to ask `respond` with afterwards. */
  readonly proof: Proof | undefined;
}

/** A request waits for this many computations of others, then makes its own, whatever befalls them. */
const MAX_JOINS = 2;
const MAX_QUESTIONS_REMEMBERED = 10_000;
/** Of the questions whose keys are remembered; the keys take six times as much. */
const MAX_KEY_CHARACTERS = 500_000;

/** Whole answers, kept by question, audience and epoch; see the invariants in `src/cache/README.md`. */
export const createResponseCache = (parts: ResponseCacheParts): ResponseCache => {
  const { prover, authority, memory, remote, events, logger } = parts;
  const {
    clock = Date.now,
    random = Math.random,
    wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  } = parts;
  const tuning = withDefaults(parts.tuning);
  const shelf = createShelf({ memory, remote: remote?.store, clock, rules: { ...tuning, random } });
  const sharing = createSharingMemory({
    forgetAfterMs: tuning.rememberSharingMs,
    clock,
    maxQuestions: MAX_QUESTIONS_REMEMBERED,
  });
  const background = createBackground(logger);
  const isLive = (nonce: string): boolean => authority.live()?.nonce === nonce;
  const flights = createFlights({
    prove: () => prover.prove(),
    isLive,
    shelf,
    leases: remote?.leases,
    sharing,
    events,
    wait,
    clock,
    random,
    ...tuning,
    inBackground: background.run,
  });

  const ageOf = (entry: Entry, nowMs = clock()): number => Math.max(0, nowMs - entry.computedAtMs);

  const serve = ({ entry, tier, verdict, atMs }: Found): Served => {
    const isStale = verdict === 'stale';
    const { body, meta, tags, audience, ttlMs } = entry;
    events.emit({ type: 'hit', subject: 'answer', tier, stale: isStale, about: meta });
    return {
      body,
      meta,
      how: isStale ? 'stale-while-revalidate' : 'hit',
      tier,
      ageMs: ageOf(entry, atMs),
      ttlMs,
      tags,
      audience,
    };
  };

  const bypass = async (
    reason: BypassReason,
    { about = {} }: AnswerRequest,
    compute: Compute,
  ): Promise<Served> => {
    events.emit({ type: 'bypassed', subject: 'answer', reason, about });
    const { body, meta, tags, audience } = await compute(undefined);
    const notStored = { reason: 'bypassed' } as const;
    return { body, meta, how: 'bypassed', ageMs: 0, ttlMs: 0, tags, audience, bypassed: reason, notStored };
  };

  const reportFailure = (landing: Landing): void => {
    if (landing.how === 'failed') events.emit({ type: 'refresh-failed', error: landing.error });
  };
  const refresh = (question: Question, { entry, verdict }: Found): void => {
    const lane =
      sharing.laneOf(question.keys.question, question.request.viewerId) ?? question.keys.lookedUp[1];
    if (flights.running(lane)) return;
    events.emit({ type: 'refresh', reason: verdict === 'stale' ? 'expired' : 'early' });
    const flight = flights.launch(question, lane, undefined, entry);
    background.run(flight.then(reportFailure));
  };
  /** What the synchronous path left to `respond` to refresh: drawing again would make that rarer than it should be. */
  let due: Entry | undefined;
  const serveKept = (question: Question, found: Found): Served => {
    const isDue = found.entry === due;
    if (isDue) due = undefined;
    if (isDue || found.verdict !== 'fresh') refresh(question, found);
    return serve(found);
  };

  /** Keys of the anonymous, made before: making them, and the hashes of new strings, costs more than finding them. */
  let known = { nonce: '', keys: createBoundedCache<AnswerKeys>(MAX_KEY_CHARACTERS) };
  const keysOf = (nonce: string, key: string, viewerId: string | undefined): AnswerKeys => {
    if (viewerId !== undefined) return answerKeys(nonce, key, viewerId);
    if (known.nonce !== nonce) known = { nonce, keys: createBoundedCache(MAX_KEY_CHARACTERS) };
    let keys = known.keys.get(key);
    if (!keys) {
      keys = answerKeys(nonce, key, viewerId);
      known.keys.set(key, keys);
    }
    return keys;
  };

  /** Leaves whatever needs more than a look to `respond`. */
  const serveFresh = (keys: AnswerKeys, viewerId: string | undefined, proof: Proof): Served | undefined => {
    const found = shelf.findLocally(keys, viewerId, proof);
    if (typeof found !== 'object') return undefined;
    if (found.verdict === 'fresh') return serve(found);
    due = found.entry;
    return undefined;
  };

  const served = (
    how: 'computed' | 'joined',
    { answer, how: landed }: Landing & { readonly answer: Answer },
    missed: MissReason,
  ): Served => {
    const { entry, notStored } = answer;
    const { body, meta, tags, audience } = entry;
    return {
      body,
      meta,
      how,
      ...(landed === 'found' ? { tier: 'remote' } : {}),
      ageMs: how === 'computed' ? 0 : ageOf(entry),
      ttlMs: notStored ? 0 : entry.ttlMs,
      tags,
      audience,
      missed,
      ...(notStored ? { notStored } : {}),
    };
  };

  /** The rule of joining: own proof, fitting audience; those that fail share the next computation. */
  const compute = async (question: Question, proof: Proof, missed: MissReason): Promise<Served> => {
    const { request, keys } = question;
    const { about = {} } = request;
    events.emit({ type: 'miss', subject: 'answer', reason: missed, about });
    for (let joins = 0; ; joins++) {
      const lane = joins < MAX_JOINS ? sharing.laneOf(keys.question, request.viewerId) : undefined;
      const running = lane === undefined ? undefined : flights.running(lane);
      if (running === undefined) {
        // After a wait the request's own proof would make a needlessly old `asOf`.
        const landing = await flights.launch(question, lane, joins === 0 ? proof : undefined);
        if (landing.how === 'failed') throw landing.error;
        if (landing.how === 'computed') return served('computed', landing, missed);
        if (!flights.mayJoin(question, proof, landing))
          return bypass('epoch-changed', request, question.compute);
        events.emit({ type: 'joined', where: 'instances', about });
        return served('joined', landing, missed);
      }
      const landing = await running;
      if (flights.mayJoin(question, proof, landing)) {
        events.emit({ type: 'joined', where: 'process', about });
        return served('joined', landing, missed);
      }
    }
  };

  return {
    async respond(request, computeIt) {
      if (request.past !== undefined) return bypass(request.past, request, computeIt);
      const epoch = authority.live();
      if (epoch === undefined) return bypass('no-epoch', request, computeIt);
      const { viewerId } = request;
      const keys = answerKeys(epoch.nonce, request.key, viewerId);
      const proving = request.proof ?? prover.prove();
      const fetching = shelf.hasLocally(keys) ? undefined : shelf.fetch(keys);
      const proof = await proving;
      if (proof === undefined) return bypass('no-proof', request, computeIt);
      if (!isLive(proof.epoch.nonce)) return bypass('epoch-changed', request, computeIt);
      if (proof.epoch.nonce !== epoch.nonce) {
        const nonce = proof.epoch.nonce;
        const renewed = {
          request,
          keys: answerKeys(nonce, request.key, viewerId),
          nonce,
          compute: computeIt,
        };
        return compute(renewed, proof, 'other-epoch');
      }
      const question = { request, keys, nonce: epoch.nonce, compute: computeIt };
      const local = shelf.findLocally(keys, viewerId, proof);
      if (typeof local === 'object') return serveKept(question, local);
      const fetched = await (fetching ?? shelf.fetch(keys));
      if (fetched === undefined) return compute(question, proof, local);
      if (!isLive(epoch.nonce)) return bypass('epoch-changed', request, computeIt);
      const distant = shelf.promote(fetched, keys, viewerId, proof);
      if (typeof distant === 'object') return serveKept(question, distant);
      // A computation of this process may have ended during the fetch.
      const again = shelf.findLocally(keys, viewerId, proof);
      if (typeof again === 'object') return serveKept(question, again);
      return compute(question, proof, moreTelling(local, distant));
    },

    lookupNow(key, viewerId) {
      const proof = prover.proveNow?.();
      return proof && serveFresh(keysOf(proof.epoch.nonce, key, viewerId), viewerId, proof);
    },

    lookupBy: (proof, key, viewerId) =>
      isLive(proof.epoch.nonce)
        ? serveFresh(keysOf(proof.epoch.nonce, key, viewerId), viewerId, proof)
        : undefined,

    lookupSoon(key, viewerId, tell) {
      const epoch = prover.proveSoon && authority.live();
      if (!epoch || !prover.proveSoon) return false;
      const keys = keysOf(epoch.nonce, key, viewerId);
      if (!shelf.hasLocally(keys)) return false;
      return prover.proveSoon(epoch, (proofs) => {
        const isOfEpoch = proofs?.kept.epoch.nonce === epoch.nonce;
        tell({
          served: isOfEpoch ? serveFresh(keys, viewerId, proofs.atOnce) : undefined,
          proof: proofs?.kept,
        });
      });
    },

    async forget(key, viewerId) {
      const epoch = authority.live();
      if (epoch === undefined) return;
      const { lookedUp } = answerKeys(epoch.nonce, key, viewerId);
      await Promise.all([memory.delete(lookedUp), remote?.store.delete(lookedUp)]);
    },
    forgetLocally: () => memory.clear(),
    idle: background.idle,
  };
};
