import type { Breakable } from './fault.ts';
import { quantile, type Ended } from './observer.ts';

/** What the API is to reach, in milliseconds. */
export const figures = {
  /** An answer, whatever is broken of Redis; and of Mongo, once a majority is there again. */
  answer: 2000,
  /** What a mutation that finds the log silent takes longer: one try to append, the closing of the gate, and a look at it. */
  gate: 5500,
  /** Back to the hits of before, from when what was broken answers again. */
  recovery: 10_000,
} as const;

/**
 * How the same run did on the same machine while nothing was broken, in milliseconds: a figure is missed by what comes on top of that.
 * A machine that others use as well is slow at times, and says nothing about faults.
 */
export interface Calm {
  readonly slowestRead: number;
  readonly slowestWrite: number;
  /** From the first hit after the start until hits were as many as usual. */
  readonly filling: number;
  /** Requests that failed; where there are some, failing says nothing either. */
  readonly failed: number;
}

/** What was seen of a fault, or of two at once. Times are of the checker's clock. */
export interface Seen {
  readonly breaks: readonly Breakable[];
  /** When what was broken answered again. */
  readonly answeredAgain: number;
  /** When the watch ended. */
  readonly until: number;
  /** From then until hits were as many as before; `undefined`: that was not seen. */
  readonly recovery: number | undefined;
  readonly reads: readonly Ended[];
  readonly writes: readonly Ended[];
}

/** Silences that are the connection's, which an instance that ends takes along; an instance that must not end counts as crashed. */
const ofConnection: ReadonlySet<string | undefined> = new Set(['lost', 'unreachable', 'given up']);

const breaksOnly = ({ breaks }: Seen, what: readonly Breakable[]): boolean =>
  breaks.every((one) => what.includes(one));

const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** What a request took of the API: what was broken of Mongo is not its fault, until it answers again. */
const owed = ({ began, ended }: Ended, from: number): number => ended - Math.max(began, from);

const lateAnswers = (what: string, requests: readonly Ended[], from: number, limit: number): string[] => {
  const late = requests.filter((request) => owed(request, from) > limit);
  const longest = quantile(
    late.map((request) => owed(request, from)),
    1,
  );
  return late.length === 0
    ? []
    : [`${late.length} ${what} took longer than ${inSeconds(limit)}, up to ${inSeconds(longest)}`];
};

const failures = (what: string, requests: readonly Ended[], from: number): string[] => {
  const failed = requests.filter(({ ended, error }) => ended > from && error !== undefined);
  const counted = failed.filter(({ error }) => !ofConnection.has(error) && error !== internal);
  return counted.length === 0
    ? []
    : [
        `${counted.length} ${what} were not answered: ${[...new Set(counted.map(({ error }) => error))].join(', ')}`,
      ];
};

/** Whatever is broken, clients are told so; this says that something is wrong in the API. */
const internal = 'INTERNAL_SERVER_ERROR';

const defects = (requests: readonly Ended[]): string[] => {
  const count = requests.filter(({ error }) => error === internal).length;
  return count === 0 ? [] : [`${count} requests met a defect: ${internal}`];
};

/** Those that waited for the gate, though another had waited on the same instance before. */
const waitedAgain = (writes: readonly Ended[], limit: number): string[] => {
  const slow = writes.filter(({ began, ended }) => ended - began > limit);
  const again = slow.filter((one) =>
    slow.some((other) => other.instance === one.instance && other.ended < one.began),
  );
  return again.length === 0
    ? []
    : [`${again.length} writes waited for the gate after others had waited for it on the same instance`];
};

/** The figures that were missed, in sentences. */
export const missedFigures = (seen: Seen, calm: Calm): readonly string[] => {
  const { reads, writes, answeredAgain, until, recovery } = seen;
  const missed = defects([...reads, ...writes]);
  const readLimit = figures.answer + calm.slowestRead;
  const writeLimit = figures.answer + calm.slowestWrite;
  if (breaksOnly(seen, ['redis', 'ways to Redis'])) {
    missed.push(
      ...lateAnswers('reads', reads, 0, readLimit),
      ...lateAnswers('writes', writes, 0, figures.gate + writeLimit),
      ...waitedAgain(writes, writeLimit),
    );
    if (calm.failed === 0) missed.push(...failures('reads', reads, 0), ...failures('writes', writes, 0));
  } else if (breaksOnly(seen, ['mongo', 'ways to Mongo'])) {
    const after = (requests: readonly Ended[]) => requests.filter(({ ended }) => ended > answeredAgain);
    missed.push(
      ...lateAnswers('reads', after(reads), answeredAgain, readLimit),
      ...lateAnswers('writes', after(writes), answeredAgain, writeLimit),
    );
    if (calm.failed === 0) {
      missed.push(
        ...failures('reads', reads, answeredAgain + readLimit),
        ...failures('writes', writes, answeredAgain + writeLimit),
      );
    }
  }
  const recoveryLimit = figures.recovery + calm.filling;
  const took = recovery ?? until - answeredAgain;
  if (took > recoveryLimit) {
    const end = recovery === undefined ? ' and more' : '';
    missed.push(
      `hits were as many as before ${inSeconds(took)}${end} after what was broken answered again, and not within ${inSeconds(recoveryLimit)}`,
    );
  }
  return missed;
};
