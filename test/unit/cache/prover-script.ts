import type { Epoch, EpochAuthority } from '../../../src/cache/epoch.ts';
import type { Clock } from '../../../src/cache/log/clock.ts';
import type {
  InvalidationLog,
  LogRecord,
  Position,
  ProofReply,
} from '../../../src/cache/log/invalidation-log.ts';
import { createProver, type ProverOptions } from '../../../src/cache/log/remote-prover.ts';

/** One proof as the log received it, answered when the test says so. */
export interface SentProof {
  readonly epoch: Epoch;
  readonly applied: Position;
  answer(reply: Partial<ProofReply> & { position: Position }): Promise<void>;
  fail(error: Error): Promise<void>;
}

/** A log that only proves, and whose every word a test writes. */
export interface ScriptedLog extends InvalidationLog {
  readonly sent: readonly SentProof[];
  /** The last proof sent. */
  last(): SentProof;
  /** Runs while the bytes of each proof go out. */
  onSend: () => void;
}

/** Lets everything settle that waits for promises only. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const createScriptedLog = (): ScriptedLog => {
  const sent: SentProof[] = [];
  const unused = () => Promise.reject(new Error('This log only proves.'));
  return {
    sent,
    onSend: () => undefined,
    last() {
      const proof = sent.at(-1);
      if (proof === undefined) throw new Error('No proof was sent.');
      return proof;
    },
    prove(epoch, applied) {
      const { promise, resolve, reject } = Promise.withResolvers<ProofReply>();
      sent.push({
        epoch,
        applied,
        answer(reply) {
          resolve({ records: [], operationTime: undefined, ...reply });
          return settled();
        },
        fail(error) {
          reject(error);
          return settled();
        },
      });
      this.onSend();
      return promise;
    },
    append: unused,
    open: unused,
    close: unused,
  };
};

export const recordOf = (position: Position, ...tags: string[]): LogRecord => ({
  position,
  tags,
  declarations: 'ours',
});

export interface ScriptedAuthority extends EpochAuthority {
  epoch: Epoch | undefined;
  readonly failures: (readonly [nonce: string, reason: string])[];
}

export const createScriptedAuthority = (nonce = 'first'): ScriptedAuthority => {
  const failures: [string, string][] = [];
  return {
    epoch: { nonce, logId: 'log' },
    failures,
    live() {
      return this.epoch;
    },
    reportLogFailure(epoch, reason) {
      failures.push([epoch.nonce, reason]);
    },
  };
};

/** A clock that a test moves; a turn of the event loop passes only by {@link FakeClock.turn}. */
export interface FakeClock extends Clock {
  turn(): Promise<void>;
  /** Passes the time, running what falls due, each with the turns that it asks for. */
  advance(ms: number): Promise<void>;
}

export const createFakeClock = (): FakeClock => {
  let nowMs = 1000;
  let soon: (() => void)[] = [];
  let timers: { readonly atMs: number; readonly run: () => void }[] = [];

  const turn = async (): Promise<void> => {
    while (soon.length > 0) {
      const due = soon;
      soon = [];
      for (const run of due) run();
      await settled();
    }
  };

  return {
    nowMs: () => nowMs,
    after(delayMs, run) {
      const timer = { atMs: nowMs + delayMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    soon(run) {
      soon.push(run);
    },
    turn,
    async advance(ms) {
      const untilMs = nowMs + ms;
      await turn();
      for (;;) {
        const next = timers.toSorted((a, b) => a.atMs - b.atMs).find(({ atMs }) => atMs <= untilMs);
        if (next === undefined) break;
        timers = timers.filter((timer) => timer !== next);
        nowMs = Math.max(nowMs, next.atMs);
        next.run();
        await turn();
      }
      nowMs = untilMs;
    },
  };
};

/** A prover whose log, authority and clock are the test's. */
export const setUpProver = (options: Omit<Partial<ProverOptions>, 'log' | 'authority' | 'clock'> = {}) => {
  const [log, authority, clock] = [createScriptedLog(), createScriptedAuthority(), createFakeClock()];
  const prover = createProver({ log, authority, clock, declarations: 'ours', ...options });
  return { log, authority, clock, prover };
};
