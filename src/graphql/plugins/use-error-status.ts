import { isAsyncIterable } from '@graphql-tools/utils';
import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { FaultCode } from '../../shared/faults.ts';
import { retryAfterSeconds } from '../errors.ts';

/** Whether every field that was asked for failed so: a nullable one leaves its `null` in the data. */
const failedWhollyBy = (code: FaultCode, { data, errors = [] }: ExecutionResult): boolean => {
  const failures = errors.filter(({ extensions }) => extensions['code'] === code);
  if (failures.length === 0) return false;
  const failed = new Set(failures.map(({ path }) => path?.[0]));
  return Object.entries(data ?? {}).every(([field, value]) => value === null && failed.has(field));
};

/** The longest that a field asks for. */
const limitedSeconds = ({ errors = [] }: ExecutionResult): number =>
  Math.max(...errors.map(({ extensions }) => Number(extensions['retryAfterSeconds'] ?? 1)));

const statusOf = (result: ExecutionResult): { status: number; seconds: number } | undefined => {
  if (!result.errors?.length) return undefined;
  if (failedWhollyBy('UNAVAILABLE', result)) return { status: 503, seconds: retryAfterSeconds };
  if (failedWhollyBy('RATE_LIMITED', result)) return { status: 429, seconds: limitedSeconds(result) };
  return undefined;
};

/**
 * HTTP status 503 for an answer that is nothing but "the database does not answer", and 429 for one that is nothing but
 * "too often", with Retry-After, so that proxies and clients without knowledge of GraphQL try again when it helps.
 * An answer that has some data stays a 200.
 */
export const useErrorStatus = (): Plugin => ({
  onExecutionResult: ({ result, setResult }) => {
    if (!result || isAsyncIterable(result)) return;
    const found = statusOf(result);
    if (!found) return;
    const http = { status: found.status, headers: { 'retry-after': String(found.seconds) } };
    setResult({ ...result, extensions: { ...(result.extensions as object | undefined), http } });
  },
});
