import { isAsyncIterable } from '@graphql-tools/utils';
import type { Plugin } from 'graphql-yoga';
import { retryAfterSeconds } from '../errors.ts';

/**
 * HTTP status 503, with Retry-After, for an answer that is nothing but "the database does not answer", so that
 * proxies and clients without knowledge of GraphQL try again. An answer that has some data stays a 200.
 */
export const useErrorStatus = (): Plugin => ({
  onExecutionResult: ({ result, setResult }) => {
    if (!result || isAsyncIterable(result)) return;
    if (result.data !== null && result.data !== undefined) return;
    if (!result.errors?.some(({ extensions }) => extensions['code'] === 'UNAVAILABLE')) return;
    const http = { status: 503, headers: { 'retry-after': String(retryAfterSeconds) } };
    setResult({ ...result, extensions: { ...(result.extensions as object | undefined), http } });
  },
});
