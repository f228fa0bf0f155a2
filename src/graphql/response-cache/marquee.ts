import type { Plugin } from '@envelop/core';
import { isAsyncIterable } from '@graphql-tools/utils';
import type { DocumentNode, ExecutionArgs, ExecutionResult } from 'graphql';
import type { ComputationStart, Computed, Served } from '../../cache/response/answers.ts';
import type { ResponseCache } from '../../cache/response/response-cache.ts';
import { operationTag, viewerTag, type Tag } from '../../cache/tags.ts';
import type { IdleWork } from '../../shared/idle-work.ts';
import { requestScope } from '../../shared/request-scope.ts';
import type { Context } from '../context.ts';
import { createComputationContext, viewerKey } from './computation-context.ts';
import { nobodysContext } from './nobodys-context.ts';
import { neighbouringPages, type PageWalk } from './page-walk.ts';
import { lifeOf } from './operation-policy.ts';
import { explainServed, type QueryExplanation } from './explanation.ts';
import type { OperationPlan, PlanOperation } from './operation-plan.ts';

/** What came of a computation, and what it has read. */
export interface FollowedQuery<T> {
  readonly value: T;
  readonly tags: readonly Tag[];
  /** Why it may not be kept; empty when it may. */
  readonly uncacheable: readonly string[];
  /** Milliseconds since 1970 after which something that it was made of has ended; `Infinity` when nothing does. */
  readonly expiresAtMs: number;
}

/** What the host knows of reads and writes, without knowing how they are seen. */
export interface OperationTracking {
  /** Runs a computation, and tells what it has read. */
  query<T>(start: ComputationStart | undefined, run: () => Promise<T>): Promise<FollowedQuery<T>>;
  /**
   * Runs a mutation, and resolves once whatever it wrote is in the log, or no log lives: then it may be answered.
   * @param waitMs milliseconds after which it is told that nothing is known; it goes on all the same.
   * @throws FaultError UNAVAILABLE then.
   */
  mutation<T>(
    run: () => Promise<T>,
    waitMs?: number,
  ): Promise<{ readonly value: T; readonly stamped: readonly Tag[] }>;
}

export interface MarqueeResponseCacheOptions {
  readonly cache: ResponseCache;
  readonly tracking: OperationTracking;
  readonly plan: PlanOperation;
  /** What the modules make for each computation: services with loaders of their own. */
  readonly forOperation: () => object;
  /** Where pages are computed ahead of whoever walks a list; `undefined`: they are not. */
  readonly ahead: IdleWork | undefined;
  /** Whether answers explain in `extensions.responseCache` what the cache did. */
  readonly explain: boolean;
}

type Execute = (args: ExecutionArgs) => unknown;
type QueryPlan = Extract<OperationPlan, { kind: 'query' }>;

/** A result that Yoga sends as the text it already is. */
interface SerialisedResult extends ExecutionResult {
  readonly stringify: () => string;
}

/** @param explanation put into `extensions.responseCache`. */
export const servedText = (served: Served, explanation: QueryExplanation | undefined): string => {
  const { buffer, byteOffset, byteLength } = served.body;
  const text = Buffer.from(buffer, byteOffset, byteLength).toString('utf8');
  return explanation
    ? `${text.slice(0, -1)},"extensions":{"responseCache":${JSON.stringify(explanation)}}}`
    : text;
};

const extended = (result: ExecutionResult, responseCache: object): ExecutionResult => ({
  ...result,
  extensions: { ...result.extensions, responseCache },
});

/**
 * Puts the engine in front of execution: queries are answered from what is kept and proven current, mutations are
 * answered when their writes are in the log.
 */
export const useMarqueeResponseCache = (options: MarqueeResponseCacheOptions): Plugin<Context> => {
  const { cache, tracking, plan, forOperation, ahead, explain } = options;

  /** What everybody may have of a list is computed before the pages beside it are asked for, as nobody in particular. */
  const offerNeighbours = (
    execute: Execute,
    args: ExecutionArgs,
    planned: QueryPlan & { readonly walk: PageWalk },
    { body }: Served,
  ): void => {
    const { exchange, log } = args.contextValue as Context;
    const variables = args.variableValues;
    const compute = async (variableValues: ExecutionArgs['variableValues']): Promise<void> => {
      const contextValue = nobodysContext(forOperation, log, 'page-ahead');
      await requestScope.run({ requestId: contextValue.requestId }, () =>
        answerQuery(execute, { ...args, variableValues, contextValue }, planned, true),
      );
    };
    ahead?.offer(exchange.question ?? '', async () => {
      const { data } = JSON.parse(Buffer.from(body).toString('utf8')) as { data: unknown };
      // Each waits for quiet on its own, and is looked for once, whichever page it is beside.
      for (const page of neighbouringPages(planned.walk, data, variables)) {
        ahead.offer(`page ${planned.key(page)}`, () => compute(page));
      }
    });
  };

  const answerQuery = async (
    execute: Execute,
    args: ExecutionArgs,
    planned: QueryPlan,
    isAhead = false,
  ): Promise<unknown> => {
    const { key, name, policy, about } = planned;
    const context = args.contextValue as Context;
    const viewer = context.viewer.look();
    /** The result of this request's own computation: errors go on as they are, to be masked and shown. */
    let own: { readonly result: unknown; readonly text: string | undefined } | undefined;

    const compute = async (start: ComputationStart | undefined): Promise<Computed> => {
      const computation = createComputationContext(context, forOperation(), viewer);
      const { value, tags, uncacheable, expiresAtMs } = await tracking.query(start, async () =>
        execute({ ...args, contextValue: computation.context }),
      );
      const endMs = Math.min(expiresAtMs, computation.life.endsAtMs);
      const result = isAsyncIterable(value) ? undefined : (value as ExecutionResult);
      const isWhole = result?.data !== undefined && result.data !== null && !result.errors?.length;
      const text = isWhole ? JSON.stringify({ data: result.data }) : undefined;
      own = { result: value, text };
      const refused =
        text === undefined ? ['the answer has errors'] : [...uncacheable, ...computation.taints];
      const audience = computation.audience(policy.isPrivate);
      return {
        // Bytes of its own: what is a view of something larger would be copied to be kept.
        body: new TextEncoder().encode(text ?? ''),
        tags: [
          ...tags,
          ...(name === undefined ? [] : [operationTag(name)]),
          ...(viewer && typeof audience === 'object' ? [viewerTag(viewer.id)] : []),
        ],
        audience,
        maxAgeMs: lifeOf(policy, computation.life.factor),
        ...(Number.isFinite(endMs) && { expiresAtMs: endMs }),
        ...(refused.length > 0 && { uncacheable: refused.join('; ') }),
        meta: about,
      };
    };

    const { exchange } = context;
    exchange.question = key(args.variableValues);
    const served = await cache.respond(
      {
        key: exchange.question,
        viewerId: viewer && viewerKey(viewer),
        about,
        ...(exchange.proof && { proof: exchange.proof }),
        ...(exchange.past && { past: exchange.past }),
      },
      compute,
    );
    const explanation = explain && exchange.mayExplain ? explainServed(served) : undefined;
    if (planned.walk && !isAhead && served.audience === 'everyone' && served.how !== 'bypassed') {
      offerNeighbours(execute, args, { ...planned, walk: planned.walk }, served);
    }
    const isOwn = served.how === 'computed' || served.how === 'bypassed';
    if (isOwn && own?.text === undefined) {
      const result = own?.result as ExecutionResult;
      return explanation && !isAsyncIterable(result) ? extended(result, explanation) : result;
    }
    exchange.served = served;
    const result: SerialisedResult = { stringify: () => servedText(served, explanation) };
    return result;
  };

  const answerUncached = async (execute: Execute, args: ExecutionArgs, reason: string): Promise<unknown> => {
    const { value } = await tracking.query(undefined, async () => execute(args));
    const { mayExplain } = (args.contextValue as Context).exchange;
    if (!explain || !mayExplain || isAsyncIterable(value)) return value;
    const explanation: QueryExplanation = {
      hit: false,
      how: 'not-cached',
      didCache: false,
      reasons: [reason],
    };
    return extended(value as ExecutionResult, explanation);
  };

  const answerMutation = async (execute: Execute, args: ExecutionArgs): Promise<unknown> => {
    const { value, stamped } = await tracking.mutation(async () => execute(args));
    if (!explain || isAsyncIterable(value)) return value;
    return extended(value as ExecutionResult, { invalidated: stamped.toSorted() });
  };

  return {
    onExecute: ({ args, executeFn, setExecuteFn }) => {
      const planned = plan(args.document as DocumentNode, args.operationName as string | null | undefined);
      const execute = executeFn as Execute;
      switch (planned.kind) {
        case 'mutation':
          setExecuteFn((given: ExecutionArgs) => answerMutation(execute, given));
          return;
        case 'query': {
          const { refused } = planned.policy;
          setExecuteFn((given: ExecutionArgs) =>
            refused === undefined
              ? answerQuery(execute, given, planned)
              : answerUncached(execute, given, refused),
          );
          return;
        }
        case 'other':
          return;
      }
    },
  };
};
