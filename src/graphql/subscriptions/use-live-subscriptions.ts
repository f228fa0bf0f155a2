import type { Plugin } from '@envelop/core';
import { isAsyncIterable } from '@graphql-tools/utils';
import {
  createSourceEventStream,
  execute,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
} from 'graphql';
import { subjectOf } from '../../limits/refusal.ts';
import { EndOfStream, NothingToTell } from '../../shared/event-streams.ts';
import { FaultError, type Fault } from '../../shared/faults.ts';
import type { Logger } from '../../shared/logger.ts';
import { requestScope } from '../../shared/request-scope.ts';
import type { Caller } from '../../shared/viewer.ts';
import type { Context } from '../context.ts';
import { createErrorMask } from '../errors.ts';
import { createComputationContext, viewerKey } from '../response-cache/computation-context.ts';
import type { OperationTracking } from '../response-cache/marquee.ts';
import { createSharedExecutions, type Shareable } from './shared-executions.ts';
import type { Streams } from './streams.ts';
import { createSubscriptionStream, type Outcome, type SubscriptionStream } from './subscription-stream.ts';

export interface LiveSubscriptionsOptions {
  /** What the modules make for each event: services with loaders of their own. */
  readonly forOperation: () => object;
  /** `undefined`: reads are not followed. */
  readonly tracking: Pick<OperationTracking, 'unkept'> | undefined;
  readonly streams: Streams;
  /** Milliseconds between looks whether credentials still hold, while nothing happens. Default 15,000. */
  readonly recheckEveryMs?: number | undefined;
  readonly log: Logger;
}

type Subscribe = (args: ExecutionArgs) => Promise<ExecutionResult | AsyncIterable<ExecutionResult>>;

/** Events that are executed at a time. */
const maxExecuting = 32;

const refused = (fault: Fault): ExecutionResult => ({
  errors: [new GraphQLError(fault.message, { originalError: new FaultError(fault) })],
});

const raised = ({ errors = [] }: ExecutionResult, kind: typeof EndOfStream | typeof NothingToTell): boolean =>
  errors.some(({ originalError }) => originalError instanceof kind);

/** A number for each document that is kept parsed. */
const createNumbering = (): ((document: DocumentNode) => number) => {
  const numbers = new WeakMap<DocumentNode, number>();
  let last = 0;
  return (document) => {
    const known = numbers.get(document);
    if (known !== undefined) return known;
    last += 1;
    numbers.set(document, last);
    return last;
  };
};

/**
 * Answers subscriptions: each event executes the selection against what is there then, as the one who asked may see it then.
 * Nothing of it is kept; what many ask of one event is executed once, as long as that runs.
 */
export const useLiveSubscriptions = (options: LiveSubscriptionsOptions): Plugin<Context> => {
  const { forOperation, tracking, streams, recheckEveryMs = 15_000, log } = options;
  const shared = createSharedExecutions<Outcome>(maxExecuting);
  const numberOf = createNumbering();
  const mask = createErrorMask(log);
  const followed = <T>(run: () => Promise<T>): Promise<T> => (tracking ? tracking.unkept(run) : run());

  const executeEvent = async (
    args: ExecutionArgs,
    event: unknown,
    caller: Caller | undefined,
  ): Promise<Shareable<Outcome>> => {
    const request = args.contextValue as Context;
    const computation = createComputationContext(request, forOperation(), caller);
    const result = await followed(async () =>
      execute({ ...args, rootValue: event, contextValue: computation.context }),
    );
    const audience = computation.taints.length > 0 ? undefined : computation.audience(false);
    if (raised(result, EndOfStream)) return { value: { kind: 'over' }, audience };
    if (raised(result, NothingToTell)) return { value: { kind: 'nothing' }, audience };
    // Here and not for each who is told the same: what is masked is logged.
    const errors = result.errors?.map((error) => mask(error));
    return { value: { kind: 'told', result: errors ? { ...result, errors } : result }, audience };
  };

  const subscribe: Subscribe = async (args) => {
    const { exchange, requestId } = args.contextValue as Context;
    const scope = { requestId };
    let stream: SubscriptionStream | undefined;
    let isStopping = false;
    const taken = streams.take(subjectOf(exchange.viewer, exchange.address), () => {
      isStopping = true;
      stream?.end('stopping');
    });
    if (!taken.ok) return refused(taken.fault);
    const seat = taken.value;
    let source: ExecutionResult | AsyncIterable<unknown>;
    try {
      source = await followed(async () => createSourceEventStream(args));
    } catch (error) {
      seat.leave('failed');
      throw error;
    }
    if (!isAsyncIterable(source)) {
      seat.leave('failed');
      return source;
    }
    const question = `${numberOf(args.document)} ${args.operationName ?? ''} ${JSON.stringify(args.variableValues ?? {})}`;
    const run = (event: unknown, caller: Caller | undefined): Promise<Outcome> =>
      requestScope.run(scope, async () => {
        const compute = () => executeEvent(args, event, caller);
        if (typeof event !== 'object' || event === null) return (await compute()).value;
        return shared.run({ event, question, viewerId: caller && viewerKey(caller) }, compute);
      });
    log.debug({ requestId, operation: args.operationName ?? null }, 'A stream began.');
    stream = createSubscriptionStream({
      source,
      execute: run,
      standing: exchange.standing,
      recheckEveryMs,
      onTold: seat.told,
      onEnd: (reason) => {
        exchange.streamEnd = reason;
        seat.leave(reason);
        log.debug({ requestId, operation: args.operationName ?? null, reason }, 'A stream ended.');
      },
    });
    if (isStopping) stream.end('stopping');
    return stream;
  };

  return {
    onSubscribe: ({ setSubscribeFn }) => setSubscribeFn(subscribe),
  };
};
