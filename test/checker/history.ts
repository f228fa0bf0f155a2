import type { Clock } from './clock.ts';

/** One life of one server instance. */
export interface Life {
  /** Such as "B3", the third life of instance B. */
  readonly name: string;
  /** When no command that it sent to Mongo could take effect any more; `undefined` while one may. */
  goneAt: number | undefined;
  /** Writes that it was sent and of which nobody knows whether it will make them yet. */
  unsettled: number;
}

/**
 * - `acknowledged`: the client was told that it is done
 * - `refused`: the client was told that nothing was changed, or the request never left
 * - `unknown`: it may have been done, may be done later, or never
 */
export type Outcome = 'pending' | 'acknowledged' | 'refused' | 'unknown';

/** One request that asks for a version: two of them for a double click. */
export interface Attempt {
  readonly life: Life;
  readonly issuedAt: number;
  settledAt: number | undefined;
  outcome: Outcome;
}

export interface Draft<Value> {
  /** The whole state that the write makes; `null`: the object does not exist. */
  readonly value: Value | null;
  /** Whether Mongo refuses it once a version with a higher `seq` is there, so that a late one changes nothing. */
  readonly fenced: boolean;
  /** `false` for a transaction that is asked to abort: nobody may ever see it. */
  readonly mayApply: boolean;
  /** For people: what is written and how. */
  readonly what: string;
}

export interface Version<Value> extends Draft<Value> {
  readonly seq: number;
  readonly issuedAt: number;
  readonly attempts: readonly Attempt[];
}

export const acknowledgedAt = ({ attempts }: Pick<Version<unknown>, 'attempts'>): number => {
  let first = Infinity;
  for (const { outcome, settledAt } of attempts) {
    if (outcome === 'acknowledged' && settledAt !== undefined && settledAt < first) first = settledAt;
  }
  return first;
};

/** When it could take effect for the last time. */
const lastEffectAt = ({ attempts }: Version<unknown>): number => {
  let last = 0;
  for (const { outcome, settledAt, life } of attempts) {
    const end = outcome === 'unknown' ? life.goneAt : outcome === 'pending' ? undefined : settledAt;
    if (end === undefined) return Infinity;
    if (end > last) last = end;
  }
  return last;
};

const isRefused = ({ attempts }: Version<unknown>): boolean =>
  attempts.length > 0 && attempts.every(({ outcome }) => outcome === 'refused');

/** Whether nobody can see `version` any more once `newer` has been acknowledged. README.md says why this is sound. */
const isOverBy = (version: Version<unknown>, newer: Version<unknown>): boolean =>
  version.fenced || lastEffectAt(version) < newer.issuedAt;

/** Versions kept for people after nobody can see them any more. */
const keptForReport = 12;

/** What was ever written to one object, and what of it a read may show. One writer at a time adds to it. */
export class History<Value> {
  #live: Version<Value>[];
  #past: Version<Value>[] = [];
  #seq = 0;
  readonly #clock: Clock;
  /** When the oldest read that is under way began. */
  readonly #horizon: () => number;

  constructor(value: Value | null, clock: Clock, horizon: () => number) {
    this.#clock = clock;
    this.#horizon = horizon;
    const attempts: Attempt[] = [
      {
        life: { name: 'the start', goneAt: 0, unsettled: 0 },
        issuedAt: 0,
        settledAt: 0,
        outcome: 'acknowledged',
      },
    ];
    const start = { fenced: true, mayApply: true, what: 'the state at the start' };
    this.#live = [{ ...start, value, seq: 0, issuedAt: 0, attempts }];
  }

  /** The number that the next version must carry. */
  get nextSeq(): number {
    return this.#seq + 1;
  }

  /** Notes that these lives are now asked to write; call it before the first byte of it leaves. */
  issue(draft: Draft<Value>, lives: readonly Life[]): Version<Value> {
    this.#seq += 1;
    const issuedAt = this.#clock();
    const attempts = lives.map((life): Attempt => ({
      life,
      issuedAt,
      settledAt: undefined,
      outcome: 'pending',
    }));
    const version = { ...draft, seq: this.#seq, issuedAt, attempts };
    this.#prune();
    if (draft.mayApply) this.#live.push(version);
    else this.#retire([version]);
    return version;
  }

  /** Notes what came of an attempt. */
  settle(version: Version<Value>, attempt: Attempt, outcome: Exclude<Outcome, 'pending'>): void {
    attempt.outcome = outcome;
    attempt.settledAt = this.#clock();
    if (isRefused(version)) {
      this.#live = this.#live.filter((other) => other !== version);
      if (version.mayApply) this.#retire([version]);
    }
    this.#prune();
  }

  /** The versions, oldest first, that a read may show which began then and ends now. Never empty. */
  admissible(began: number): readonly Version<Value>[] {
    const live = this.#live;
    if (live.length === 1) return live;
    for (let place = live.length - 1; place > 0; place -= 1) {
      const newest = live[place] as Version<Value>;
      if (acknowledgedAt(newest) >= began) continue;
      const older = live.slice(0, place).filter((version) => !isOverBy(version, newest));
      return [...older, ...live.slice(place)];
    }
    return live;
  }

  /** The only state that the object can be in; `undefined` when there are several. */
  get certain(): Version<Value> | undefined {
    const [first, ...others] = this.admissible(Infinity);
    return others.length === 0 ? first : undefined;
  }

  /**
   * Whether a write without a fence may still take effect: then a further write could be undone by it in a way that no
   * order of versions tells, so the writer waits.
   */
  get isHaunted(): boolean {
    return this.#live.some(
      (version) => !version.fenced && version.attempts.length > 0 && lastEffectAt(version) === Infinity,
    );
  }

  /** The newest versions, oldest first, those that nobody may see any more among them. */
  recent(): readonly Version<Value>[] {
    return [...this.#past, ...this.#live].toSorted((a, b) => a.seq - b.seq);
  }

  #prune(): void {
    if (this.#live.length === 1) return;
    const kept = this.admissible(this.#horizon());
    if (kept.length === this.#live.length) return;
    this.#retire(this.#live.filter((version) => !kept.includes(version)));
    this.#live = [...kept];
  }

  #retire(versions: readonly Version<Value>[]): void {
    this.#past = [...this.#past, ...versions].slice(-keptForReport);
  }
}
