import { getOperationAST, type DocumentNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { isAsyncIterable } from '@graphql-tools/utils';
import type { Context } from '../context.ts';

/** One line an operation: what it was, how long it took, how it went. */
export const useOperationLog = (): Plugin<Context> => ({
  onExecute: ({ args }) => {
    const startedMs = performance.now();
    const { log, requestId } = args.contextValue;
    const operation = getOperationAST(args.document as DocumentNode, args.operationName as string | null);
    return {
      onExecuteDone: ({ result }) => {
        const errors = isAsyncIterable(result) ? 0 : (result.errors?.length ?? 0);
        const durationMs = Math.round((performance.now() - startedMs) * 10) / 10;
        const fields = {
          requestId,
          kind: operation?.operation,
          operation: operation?.name?.value ?? null,
          durationMs,
          errors,
        };
        log.debug(fields, 'An operation was executed.');
      },
    };
  },
});
