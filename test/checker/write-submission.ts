import { Connections, type Reply } from './graphql-answer.ts';
import type { Clock } from './clock.ts';
import type { Attempt, Draft, Life, Outcome, Version } from './history.ts';
import type { Observer } from './faults/observer.ts';
import type { Instances } from './instances.ts';
import type { Subject } from './judge.ts';
import type { SeededRandom } from '../../src/seed/seeded-random.ts';
import { increase, type Tally } from './tally.ts';

export interface Target<Value> {
  readonly subject: Subject<Value>;
  readonly draft: Draft<Value>;
}

/** How a write is sent: once, twice at once to two instances, or by a client that does not wait for the answer. */
export type Manner = 'once' | 'twice' | 'given up';

export interface Submission<Value> {
  /** Written by one request; more than one of them by a transaction. */
  readonly targets: readonly Target<Value>[];
  /** @param seqs that the targets must carry, in their order. */
  request(seqs: readonly number[]): string;
  /** What the data of the answer says; `unknown` is for errors only. */
  outcomeOf(data: never): 'acknowledged' | 'refused';
  readonly manner: Manner;
  /** Whether an error with this code says that it was done before. */
  meansDone?(code: string | undefined): boolean;
  /** Told of each life that may have done it, or may do so later. */
  onUnknown?(life: Life): void;
}

/** Codes with which a server says that nothing was changed. */
const refusals: ReadonlySet<string | undefined> = new Set([
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'CONFLICT',
  'RATE_LIMITED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
]);

/** Longest patience of a client that does not wait. */
const patienceMs = 25;

/** Who is told of what was sent. */
interface Seen {
  readonly tally: Tally;
  readonly observer: Observer;
  readonly clock: Clock;
}

/** Sends the writes of one writer, one after another, and keeps the histories of what they write to. */
export class WriteSubmissions {
  readonly #instances: Instances;
  readonly #tally: Tally;
  readonly #observer: Observer;
  readonly #clock: Clock;
  readonly #random: SeededRandom;
  readonly #connections: Connections;

  constructor(
    instances: Instances,
    { tally, observer, clock }: Seen,
    random: SeededRandom,
    timeoutMs: number,
  ) {
    this.#instances = instances;
    this.#tally = tally;
    this.#observer = observer;
    this.#clock = clock;
    this.#random = random;
    this.#connections = new Connections(timeoutMs);
  }

  /** @returns what came of it; `undefined` when there was no instance to ask. */
  async submit<Value>(submission: Submission<Value>): Promise<Outcome | undefined> {
    const { targets, manner } = submission;
    const up = this.#random.shuffled(this.#instances.available());
    const asked = up.slice(0, manner === 'twice' ? 2 : 1);
    if (asked.length === 0) return undefined;

    this.#tally.writes.issued += 1;
    if (asked.length === 2) increase(this.#tally.faults, 'double click');
    if (manner === 'given up') increase(this.#tally.faults, 'client gave up, the write goes on');
    if (targets.some(({ draft }) => !draft.mayApply)) increase(this.#tally.faults, 'transaction aborted');
    const request = submission.request(targets.map(({ subject }) => subject.history.nextSeq));
    const lives = asked.map(({ life }) => life);
    const versions = targets.map(({ subject, draft }) => ({
      subject,
      version: subject.history.issue(draft, lives),
    }));
    const giveUpMs = manner === 'given up' ? 1 + this.#random.below(patienceMs) : undefined;

    const outcomes = await Promise.all(
      asked.map(async (instance, index) => {
        const began = this.#clock();
        const reply = await this.#connections.ask(instance, request, giveUpMs);
        if (giveUpMs === undefined) {
          const isRefusal = reply.ok || refusals.has(reply.code);
          const error = isRefusal ? undefined : reply.error;
          this.#observer.write({ instance: instance.life.name, began, ended: this.#clock(), error });
        }
        const outcome = this.#outcomeOf(reply, submission);
        if (outcome === 'unknown') {
          submission.onUnknown?.(instance.life);
          if (targets.some(({ draft }) => !draft.fenced)) instance.life.unsettled += 1;
        }
        for (const { subject, version } of versions) {
          subject.history.settle(version, attemptOf(version, index), outcome);
        }
        return outcome;
      }),
    );
    const outcome = (['acknowledged', 'unknown'] as const).find((one) => outcomes.includes(one)) ?? 'refused';
    this.#tally.writes[outcome] += 1;
    return outcome;
  }

  close(): void {
    this.#connections.close();
  }

  #outcomeOf<Value>(reply: Reply, submission: Submission<Value>): Exclude<Outcome, 'pending'> {
    const { outcomeOf, manner, meansDone } = submission;
    if (reply.ok) return outcomeOf(reply.data as never);
    if (meansDone?.(reply.code) === true) return 'acknowledged';
    if (manner !== 'given up') increase(this.#tally.writes.errors, reply.error);
    return reply.neverSent || refusals.has(reply.code) ? 'refused' : 'unknown';
  }
}

const attemptOf = (version: Version<unknown>, index: number): Attempt => {
  const attempt = version.attempts[index];
  if (!attempt) throw new RangeError(`expected an attempt ${index} of version ${version.seq}`);
  return attempt;
};
