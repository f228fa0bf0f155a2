import type { Plugin } from '@envelop/core';
import { createHistogram, type Histogram, type HistogramSnapshot } from '../../shared/histogram.ts';
import type { Context } from '../context.ts';

export type Phase = 'parse' | 'validate' | 'execute';

/** How long the phases of GraphQL took, since the start. A hit has none of them. */
export type PhaseClock = Readonly<Record<Phase, Histogram>>;

export const createPhaseClock = (): PhaseClock => ({
  parse: createHistogram(),
  validate: createHistogram(),
  execute: createHistogram(),
});

export const reportPhases = (clock: PhaseClock): readonly (readonly [Phase, HistogramSnapshot])[] => [
  ['parse', clock.parse.snapshot()],
  ['validate', clock.validate.snapshot()],
  ['execute', clock.execute.snapshot()],
];

const secondsSince = (beganMs: number): number => (performance.now() - beganMs) / 1_000;

/**
 * Stands between what executes and what stands around execution, so that `execute` is the resolvers alone: without the
 * look into the cache, and with what the cache computes in the background.
 */
export const usePhaseClock = (clock: PhaseClock): Plugin<Context> => ({
  onParse: () => {
    const beganMs = performance.now();
    return () => clock.parse.observe(secondsSince(beganMs));
  },
  onValidate: () => {
    const beganMs = performance.now();
    return () => clock.validate.observe(secondsSince(beganMs));
  },
  onExecute: ({ executeFn, setExecuteFn }) => {
    const execute = executeFn as (args: unknown) => unknown;
    setExecuteFn(async (args: unknown) => {
      const beganMs = performance.now();
      try {
        return await execute(args);
      } finally {
        clock.execute.observe(secondsSince(beganMs));
      }
    });
  },
});
