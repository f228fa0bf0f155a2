import { AsyncLocalStorage } from 'node:async_hooks';
import type { OperationTime } from '../../cache/log/invalidation-log.ts';
import type { Tag } from '../../cache/tags.ts';
import { WriteLedger } from '../writes/ledger.ts';
import { ReadSessions } from './read-sessions.ts';

export interface OperationOptions {
  /** What a mutation reads is not tracked, since its answer is never stored. */
  readonly kind: 'query' | 'mutation';
  /**
   * Reads see at least this time: the operation time of the log's head, or at an epoch's start that of the gate.
   * Without it a deposed primary might answer, so a query then is not cacheable.
   */
  readonly readAfter: OperationTime | undefined;
  /** In milliseconds; default 5,000. */
  readonly readMaxTimeMs?: number;
  /** Milliseconds since 1970; default `Date.now`. */
  readonly nowMs?: () => number;
}

/** What an operation read, as far as it is known. */
export interface ReadReport {
  readonly tags: readonly Tag[];
  /** Why what it computed must not be stored; empty when it may be. */
  readonly uncacheable: readonly string[];
}

/** More reasons than this tell nothing new. */
const MAX_REASONS = 10;

/** One computation: everything that it reads and writes is noted here. */
export class Operation {
  readonly kind: OperationOptions['kind'];
  readonly readAfter: OperationTime | undefined;
  readonly ledger = new WriteLedger();
  readonly sessions: ReadSessions;
  /** Namespace of the documents that a cursor of this operation shows, by the text of its id. */
  readonly cursors = new Map<string, string | undefined>();
  readonly #tags = new Set<Tag>();
  readonly #reasons = new Set<string>();
  readonly #handedOut = new Set<number>();
  readonly #nowMs: () => number;
  #isOpen = true;

  constructor({ kind, readAfter, readMaxTimeMs = 5_000, nowMs = Date.now }: OperationOptions) {
    this.kind = kind;
    this.readAfter = readAfter;
    this.#nowMs = nowMs;
    this.sessions = new ReadSessions(readAfter, readMaxTimeMs);
    this.ledger.onTime = (time) => this.sessions.advance(time);
    if (kind === 'query' && readAfter === undefined) this.taint('there is no time that its reads must see');
  }

  /** False once its answer is computed: what is done under it later belongs to nobody. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  close(): void {
    this.#isOpen = false;
  }

  /** What this operation computes must not be stored. */
  taint(reason: string): void {
    if (this.#reasons.size < MAX_REASONS) this.#reasons.add(reason);
  }

  addTags(tags: Iterable<Tag>): void {
    for (const tag of tags) this.#tags.add(tag);
  }

  /** Takes over what an earlier computation read, for a loader or cache that answers without a command. */
  replay({
    tags,
    uncacheable = [],
  }: {
    readonly tags: Iterable<Tag>;
    readonly uncacheable?: Iterable<string>;
  }): void {
    this.addTags(tags);
    for (const reason of uncacheable) this.taint(reason);
  }

  /**
   * The present, in milliseconds since 1970. Dates made of this very value may stand in filters; that the answer
   * then depends on time is for the caller to account for.
   */
  now(): number {
    const ms = this.#nowMs();
    this.#handedOut.add(ms);
    return ms;
  }

  /** Lets a date stand in filters that was derived from {@link now}, or is known to have nothing to do with it. */
  allowDate(ms: number): void {
    this.#handedOut.add(ms);
  }

  get clock(): { nowMs(): number; handedOut(ms: number): boolean } {
    return { nowMs: this.#nowMs, handedOut: (ms) => this.#handedOut.has(ms) };
  }

  get report(): ReadReport {
    return { tags: [...this.#tags], uncacheable: [...this.#reasons] };
  }
}

const store = new AsyncLocalStorage<Operation>();

/** The operation in whose asynchronous context this runs, unless it is over. */
export const currentOperation = (): Operation | undefined => {
  const operation = store.getStore();
  return operation?.isOpen === true ? operation : undefined;
};

/** Runs in the operation's context. Most callers want `runTracked`. */
export const inOperation = <T>(operation: Operation, run: () => T): T => store.run(operation, run);

/** The operation in whose context this runs, be it over or not. */
export const enclosingOperation = (): Operation | undefined => store.getStore();
