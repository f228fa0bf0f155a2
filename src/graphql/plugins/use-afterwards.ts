import type { Plugin } from '@envelop/core';
import { withAfterwards } from '../../shared/afterwards.ts';
import type { Context } from '../context.ts';

/** What an operation left to be done is done when it has ended: for servers without an engine, which sees to that itself. */
export const useAfterwards = (): Plugin<Context> => ({
  onExecute: ({ executeFn, setExecuteFn }) => {
    const execute = executeFn as (args: unknown) => unknown;
    setExecuteFn((args: unknown) => withAfterwards(async () => execute(args)));
  },
});
