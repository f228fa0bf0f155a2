import { admits } from '../audience.ts';
import type { Entry } from '../entry.ts';
import type { CacheEvents } from '../events.ts';
import { covers, isOver } from '../judgement.ts';
import { toAnswer, type Answer, type KeepingRules } from '../keepable.ts';
import type { Proof } from '../log/prover.ts';
import type { Lease, LeaseKeeper } from '../stores/leases.ts';
import { keyForAudience, type AnswerKeys } from './answer-keys.ts';
import type { AnswerRequest, Compute } from './answers.ts';
import type { SharingMemory } from './sharing-memory.ts';
import type { Found, Shelf } from './shelf.ts';

export interface Question {
  readonly request: AnswerRequest;
  readonly keys: AnswerKeys;
  readonly nonce: string;
  readonly compute: Compute;
}

/** How a flight ended. */
export type Landing =
  | { readonly how: 'computed'; readonly answer: Answer }
  /** Another instance had computed it. */
  | { readonly how: 'found'; readonly answer: Answer }
  | { readonly how: 'failed'; readonly error: unknown }
  /** No proof, or the epoch ended: nothing may come of it. */
  | { readonly how: 'aside' }
  /** A refresh that another instance has in hand. */
  | { readonly how: 'left' };

export interface FlightParts extends KeepingRules {
  readonly prove: () => Promise<Proof | undefined>;
  readonly isLive: (nonce: string) => boolean;
  readonly shelf: Shelf;
  readonly leases: LeaseKeeper | undefined;
  readonly sharing: SharingMemory;
  readonly events: CacheEvents;
  readonly wait: (ms: number) => Promise<unknown>;
  readonly leaseMs: number;
  readonly leaseWaitMs: number;
  readonly joinWithinMs: number;
  /** Takes work that nobody waits for. */
  readonly inBackground: (work: Promise<unknown>) => void;
}

/** Running computations, one a lane: first in this process, then among the instances. */
export interface Flights {
  /** One that a request may wait for: none that hangs. */
  running(lane: string): Promise<Landing> | undefined;
  /**
   * Starts a computation, at once in view of others if it has a lane.
   * @param proof the request's own; where absent a fresh one is taken
   * @param refreshed the entry that this is to replace, which nobody waits for
   */
  launch(
    question: Question,
    lane: string | undefined,
    proof: Proof | undefined,
    refreshed?: Entry,
  ): Promise<Landing>;
  /** Whether a request may have what it waited for: audience, its own proof, the epoch, time. */
  mayJoin(
    question: Question,
    proof: Proof,
    landing: Landing,
  ): landing is Landing & { readonly answer: Answer };
}

const FIRST_POLL_MS = 2;
const LONGEST_POLL_MS = 50;

const asAnswer = (entry: Entry): Answer => ({ entry, shareable: true, notStored: undefined });

export const createFlights = (parts: FlightParts): Flights => {
  const { prove, isLive, shelf, leases, sharing, events, wait, clock, inBackground } = parts;
  const flights = new Map<string, { readonly landing: Promise<Landing>; readonly startedAtMs: number }>();

  const freshProof = async (nonce: string): Promise<Proof | undefined> => {
    const proof = await prove();
    return proof?.epoch.nonce === nonce && isLive(nonce) ? proof : undefined;
  };
  const fetchFresh = async ({ keys, request }: Question, proof: Proof): Promise<Found | undefined> => {
    const fetched = await shelf.fetch(keys);
    const found = fetched && shelf.promote(fetched, keys, request.viewerId, proof);
    return typeof found === 'object' && found.verdict !== 'stale' ? found : undefined;
  };

  /** Waits until the holder of the lease has stored the answer, gave up, or took too long. */
  const awaitHolder = async (
    question: Question,
    lane: string,
    keeper: LeaseKeeper,
    proof: Proof,
  ): Promise<Found | undefined> => {
    let pauseMs = FIRST_POLL_MS;
    let waitedMs = 0;
    const patienceMs = question.request.patienceMs ?? parts.leaseWaitMs;
    while (waitedMs < patienceMs) {
      await wait(pauseMs);
      waitedMs += pauseMs;
      pauseMs = Math.min(pauseMs * 1.5, LONGEST_POLL_MS);
      // Asked in this order: the holder stores before it gives back, so a free lease and no entry mean none comes.
      const [isHeld, found] = await Promise.all([keeper.isHeld(lane), fetchFresh(question, proof)]);
      if (found || !isHeld) return found;
    }
    return undefined;
  };

  const computeAndKeep = async (
    question: Question,
    proof: Proof,
    lease: Lease | undefined,
  ): Promise<Landing> => {
    const { request, keys, nonce, compute } = question;
    const { about = {} } = request;
    let kept: Promise<void> | undefined;
    try {
      // The proof came before, and with it `asOf`; the first read comes after.
      const { epoch, position: asOf, operationTime } = proof;
      const computedAtMs = clock();
      const computed = await compute({ epoch, asOf, operationTime, proof });
      let answer = toAnswer(computed, { asOf, computedAtMs }, parts);
      sharing.learn(keys.question, { audience: answer.entry.audience, shareable: answer.shareable });
      if (!answer.notStored && !isLive(nonce)) answer = { ...answer, notStored: { reason: 'epoch-changed' } };
      if (answer.notStored) {
        events.emit({ type: 'not-stored', subject: 'answer', ...answer.notStored, about });
      } else {
        kept = shelf.keep(keyForAudience(nonce, request.key, answer.entry.audience), answer.entry);
        events.emit({ type: 'stored', subject: 'answer', bytes: answer.entry.body.byteLength, about });
      }
      return { how: 'computed', answer };
    } catch (error) {
      return { how: 'failed', error };
    } finally {
      // The answer does not wait for the other tier; the lease does, so that whoever waits finds the entry.
      inBackground(Promise.resolve(kept).then(() => lease?.release()));
    }
  };

  const fly = async (
    question: Question,
    lane: string | undefined,
    ownProof: Proof | undefined,
    refreshed: Entry | undefined,
  ): Promise<Landing> => {
    let proof = ownProof ?? (await freshProof(question.nonce));
    if (!proof) return { how: 'aside' };
    if (!leases || lane === undefined) return computeAndKeep(question, proof, undefined);
    // Looked for once more, behind the lease: another instance may have stored it and be done already.
    const [lease, found] = await Promise.all([
      leases.acquire(lane, Math.max(parts.leaseMs, question.request.patienceMs ?? 0)),
      fetchFresh(question, proof),
    ]);
    const held = typeof lease === 'object' ? lease : undefined;
    if (found && !(refreshed && found.entry.computedAtMs <= refreshed.computedAtMs)) {
      if (held) inBackground(held.release());
      return { how: 'found', answer: asAnswer(found.entry) };
    }
    if (lease === 'taken') {
      if (refreshed) return { how: 'left' };
      const awaited = await awaitHolder(question, lane, leases, proof);
      if (awaited) return { how: 'found', answer: asAnswer(awaited.entry) };
      proof = await freshProof(question.nonce);
      if (!proof) return { how: 'aside' };
    }
    return computeAndKeep(question, proof, held);
  };

  return {
    running(lane) {
      const flight = flights.get(lane);
      return flight && clock() - flight.startedAtMs < parts.joinWithinMs ? flight.landing : undefined;
    },
    launch(question, lane, proof, refreshed) {
      const landing = fly(question, lane, proof, refreshed).finally(() => {
        // Before anyone who waited goes on: the first of them may start the next one.
        if (lane !== undefined && flights.get(lane)?.landing === landing) flights.delete(lane);
      });
      if (lane !== undefined) flights.set(lane, { landing, startedAtMs: clock() });
      return landing;
    },
    mayJoin: ({ request, nonce }, proof, landing): landing is Landing & { readonly answer: Answer } =>
      (landing.how === 'computed' || landing.how === 'found') &&
      landing.answer.shareable &&
      admits(landing.answer.entry.audience, request.viewerId) &&
      covers(proof, landing.answer.entry) &&
      !isOver(landing.answer.entry, clock()) &&
      isLive(nonce),
  };
};
