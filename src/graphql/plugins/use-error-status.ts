import { isAsyncIterable } from '@graphql-tools/utils';
import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { retryAfterSeconds } from '../errors.ts';

/** Whether every field that was asked for failed so: a nullable one leaves its `null` in the data. */
const isWhollyUnavailable = ({ data, errors = [] }: ExecutionResult): boolean => {
  const unavailable = errors.filter(({ extensions }) => extensions['code'] === 'UNAVAILABLE');
  if (unavailable.length === 0) return false;
  const failed = new Set(unavailable.map(({ path }) => path?.[0]));
  return Object.entries(data ?? {}).every(([field, value]) => value === null && failed.has(field));
};

/**
 * HTTP status 503, with Retry-After, for an answer that is nothing but "the database does not answer", so that
 * proxies and clients without knowledge of GraphQL try again. An answer that has some data stays a 200.
 */
export const useErrorStatus = (): Plugin => ({
  onExecutionResult: ({ result, setResult }) => {
    if (!result || isAsyncIterable(result)) return;
    if (!isWhollyUnavailable(result)) return;
    const http = { status: 503, headers: { 'retry-after': String(retryAfterSeconds) } };
    setResult({ ...result, extensions: { ...(result.extensions as object | undefined), http } });
  },
});
