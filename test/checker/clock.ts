/**
 * The one clock that all is judged by: milliseconds since the run began, and no two readings alike. Events are put in
 * order by the single thread that reads it, so it is the logical clock of the checker and can be shown to people too.
 */
export type Clock = () => number;

const smallestStepMs = 1e-6;

export const createClock = (): Clock => {
  const start = performance.now();
  let last = 0;
  return () => {
    const now = performance.now() - start;
    last = now > last ? now : last + smallestStepMs;
    return last;
  };
};
