import type { Plugin } from '@envelop/core';
import { isAsyncIterable } from '@graphql-tools/utils';
import type { DocumentNode, ExecutionArgs, ExecutionResult } from 'graphql';
import type { ComputationStart, Computed, Served } from '../../cache/response/answers.ts';
import type { ResponseCache } from '../../cache/response/response-cache.ts';
import { operationTag, viewerTag, type Tag } from '../../cache/tags.ts';
import type { IdleWork } from '../../shared/idle-work.ts';
import { requestScope } from '../../shared/request-scope.ts';
import type { Viewer } from '../../shared/viewer.ts';
import type { Context } from '../context.ts';
import type { LiveArguments } from '../execution/live-fields.ts';
import { createComputationContext, viewerKey } from './computation-context.ts';
import { nobodysContext } from './nobodys-context.ts';
import { neighbouringPages, type PageWalk } from './page-walk.ts';
import { assembled, createHoles, fillingBody, isLiveQuestion, pageOf } from './live-answer.ts';
import { lifeOf, type KeepingPolicy, type LiveGroup } from './operation-policy.ts';
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
  /** Runs a computation of which nothing is kept, on whatever records are kept and proven current after this call. */
  unkept<T>(run: () => Promise<T>): Promise<T>;
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

/** Milliseconds: as long as a query may compute. */
const costlyPatienceMs = 8_000;

type Execute = (args: ExecutionArgs & LiveArguments) => unknown;
type QueryPlan = Extract<OperationPlan, { kind: 'query' }>;

type PartPlanned = Pick<QueryPlan, 'name' | 'about'> & { readonly policy: KeepingPolicy };

interface PartAsked {
  readonly start: ComputationStart | undefined;
  readonly context: Context;
  readonly viewer: Viewer | undefined;
}

/** What came of an operation, or of a part of it. */
interface Followed {
  readonly computed: Computed;
  readonly value: unknown;
  /** Without errors. */
  readonly isWhole: boolean;
}

/** A live field gave an error: where that leads, only the whole operation tells. */
class LiveFieldError extends Error {
  constructor(errors: ExecutionResult['errors']) {
    super('a live field has an error', { cause: errors });
  }
}

/** Live fields are counted beside the page that they stand on. */
const liveAbout = ({ type, operation }: QueryPlan['about'], group: LiveGroup): QueryPlan['about'] => ({
  type,
  ...(operation !== undefined && { operation: `${operation} (live, ${group})` }),
});

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

  /** Runs an operation, or a part of it, so that what comes of it may be kept. */
  const follow = async (
    { start, context, viewer }: PartAsked,
    { name, about, policy }: PartPlanned,
    run: (context: Context) => unknown,
    bodyOf: (data: unknown) => Uint8Array,
  ): Promise<Followed> => {
    const computation = createComputationContext(context, forOperation(), viewer);
    const { value, tags, uncacheable, expiresAtMs } = await tracking.query(start, async () =>
      run(computation.context),
    );
    const endMs = Math.min(expiresAtMs, computation.life.endsAtMs);
    const result = isAsyncIterable(value) ? undefined : (value as ExecutionResult);
    const isWhole = result?.data !== undefined && result.data !== null && !result.errors?.length;
    const refused = isWhole ? [...uncacheable, ...computation.taints] : ['the answer has errors'];
    const audience = computation.audience(policy.isPrivate);
    const computed: Computed = {
      // Bytes of its own: what is a view of something larger would be copied to be kept.
      body: isWhole ? bodyOf(result.data) : new Uint8Array(),
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
    return { computed, value, isWhole };
  };

  /** Fills the holes of a page, each group of them from what is kept of it, or computed. */
  const fillPage = async (
    execute: Execute,
    args: ExecutionArgs,
    { name, about, policy }: QueryPlan,
    page: Served,
  ): Promise<Served> => {
    const context = args.contextValue as Context;
    const viewer = context.viewer.look();
    const { proof } = context.exchange;
    const fillings = pageOf(page.body).groups.map(({ group, holes, question }) => {
      const ofGroup = policy.live.get(group);
      if (!ofGroup) throw new Error(`Expected live fields of the group ${group}.`);
      const planned = { name, policy: ofGroup, about: liveAbout(about, group) };
      return cache.respond(
        {
          key: question,
          viewerId: viewer && viewerKey(viewer),
          about: planned.about,
          ...(proof && { proof }),
        },
        async (start) => {
          const { computed, value, isWhole } = await follow(
            { start, context, viewer },
            planned,
            (contextValue) => execute({ ...args, contextValue, fill: holes }),
            (data) => fillingBody((data as { readonly values: readonly unknown[] }).values),
          );
          if (!isWhole) throw new LiveFieldError((value as ExecutionResult).errors);
          return computed;
        },
      );
    });
    return assembled(page, await Promise.all(fillings));
  };

  const answerQuery = async (
    execute: Execute,
    args: ExecutionArgs,
    planned: QueryPlan,
    isAhead = false,
  ): Promise<unknown> => {
    const { key, about } = planned;
    const context = args.contextValue as Context;
    const viewer = context.viewer.look();
    const question = key(args.variableValues);
    /** What this request's own computation gave: errors go on as they are, to be masked and shown. */
    let own: (Followed & { readonly hasHoles: boolean }) | undefined;

    const compute = async (start: ComputationStart | undefined): Promise<Computed> => {
      // Past the cache there is nothing to share, so nothing is left out.
      const holes = start && isLiveQuestion(question) ? createHoles() : undefined;
      const followed = await follow(
        { start, context, viewer },
        planned,
        (contextValue) => execute({ ...args, contextValue, ...(holes && { holes: holes.sink }) }),
        (data) => {
          const text = JSON.stringify({ data });
          return holes ? holes.cut(text, question, planned.liveGroupOf) : new TextEncoder().encode(text);
        },
      );
      own = { ...followed, hasHoles: holes !== undefined };
      return followed.computed;
    };

    const { exchange } = context;
    exchange.question = question;
    const page = await cache.respond(
      {
        key: question,
        viewerId: viewer && viewerKey(viewer),
        about,
        ...(exchange.proof && { proof: exchange.proof }),
        ...(exchange.past && { past: exchange.past }),
        ...(planned.policy.isCostly && { patienceMs: costlyPatienceMs }),
      },
      compute,
    );
    const mayExplain = explain && exchange.mayExplain;
    if ((page.how === 'computed' || page.how === 'bypassed') && own?.isWhole === false) {
      if (own.hasHoles) return answerUncached(execute, args, 'the answer has errors');
      const result = own.value as ExecutionResult;
      return mayExplain && !isAsyncIterable(result) ? extended(result, explainServed(page)) : result;
    }
    const hasHoles = page.how !== 'bypassed' && isLiveQuestion(question);
    if (isAhead && hasHoles) return undefined;
    let served: Served;
    try {
      served = hasHoles ? await fillPage(execute, args, planned, page) : page;
    } catch (error) {
      if (error instanceof LiveFieldError) return answerUncached(execute, args, error.message);
      throw error;
    }
    if (planned.walk && !isAhead && page.audience === 'everyone' && page.how !== 'bypassed') {
      offerNeighbours(execute, args, { ...planned, walk: planned.walk }, served);
    }
    exchange.served = served;
    const result: SerialisedResult = {
      stringify: () => servedText(served, mayExplain ? explainServed(served) : undefined),
    };
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
