import { fail, ok, type Result } from '../../shared/faults.ts';
import type { StreamEnd } from '../exchange.ts';

/** How many may listen at once. */
export interface StreamLimits {
  /** Streams of one viewer, or of one address where nobody is signed in. */
  readonly perClient: number;
  /** Of this process. */
  readonly total: number;
}

/** A place among the streams that are open. */
export interface Seat {
  /** Noted for each event that goes out. */
  told(): void;
  /** Gives the place back. */
  leave(reason: StreamEnd): void;
}

export interface StreamsReport {
  readonly open: number;
  readonly begun: number;
  readonly refused: number;
  readonly told: number;
  readonly ended: Readonly<Record<StreamEnd, number>>;
}

/** The streams of events that are open in this process, whichever way they go. */
export interface Streams {
  /**
   * Takes a place.
   * @param subject who is counted, such as `viewer:7` or `address:192.0.2.1`.
   * @param stop called when the server stops.
   * @returns RATE_LIMITED when they have as many as they may; UNAVAILABLE when this process has, or stops.
   */
  take(subject: string, stop: () => void): Result<Seat>;
  /** Ends all, and lets none begin from then on. */
  stop(): void;
  report(): StreamsReport;
}

export const createStreams = ({ perClient, total }: StreamLimits): Streams => {
  const open = new Map<Seat, () => void>();
  const bySubject = new Map<string, number>();
  const ended: Record<StreamEnd, number> = { source: 0, unauthenticated: 0, left: 0, stopping: 0, failed: 0 };
  let isStopping = false;
  let begun = 0;
  let refused = 0;
  let told = 0;

  const refusal = (subject: string): Result<never> | undefined => {
    if (isStopping) return fail('UNAVAILABLE', 'This server stops. Try again, and another one answers.');
    if (open.size >= total)
      return fail('UNAVAILABLE', 'This server has as many streams as it carries. Try again in a moment.');
    if ((bySubject.get(subject) ?? 0) < perClient) return undefined;
    return {
      ok: false,
      fault: {
        code: 'RATE_LIMITED',
        message: `Expected at most ${perClient} streams at once. End one of them first.`,
        details: { policy: 'streams', limit: perClient, remaining: 0 },
      },
    };
  };

  return {
    take(subject, stop) {
      const fault = refusal(subject);
      if (fault) {
        refused += 1;
        return fault;
      }
      begun += 1;
      bySubject.set(subject, (bySubject.get(subject) ?? 0) + 1);
      const seat: Seat = {
        told: () => void (told += 1),
        leave: (reason) => {
          if (!open.delete(seat)) return;
          ended[reason] += 1;
          const left = (bySubject.get(subject) ?? 1) - 1;
          if (left === 0) bySubject.delete(subject);
          else bySubject.set(subject, left);
        },
      };
      open.set(seat, stop);
      return ok(seat);
    },
    stop() {
      isStopping = true;
      for (const stop of open.values()) stop();
    },
    report: () => ({ open: open.size, begun, refused, told, ended: { ...ended } }),
  };
};
