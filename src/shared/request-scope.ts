import { AsyncLocalStorage } from 'node:async_hooks';

export interface RequestScope {
  readonly requestId: string;
}

/** What is known of the HTTP request on whose behalf code runs; for logs and messages, never for decisions. */
export const requestScope = new AsyncLocalStorage<RequestScope>();

export const currentRequestId = (): string => requestScope.getStore()?.requestId ?? 'none';
