import { getDirective, MapperKind, mapSchema } from '@graphql-tools/utils';
import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { limitedFault, subjectOf } from '../limits/refusal.ts';
import { createPolicy, type LimitCounter, type LimitPolicy, type LimitWindow } from '../limits/policy.ts';
import { FaultError } from '../shared/faults.ts';
import { StartupError } from '../shared/startup-error.ts';
import type { Context } from './context.ts';
import type { RateLimitSubject } from './generated/resolvers.ts';

interface DirectiveArguments {
  readonly name: string;
  readonly limit: number;
  readonly window: number;
  readonly by: RateLimitSubject;
  readonly countSuccesses: boolean;
}

type Window = Omit<LimitWindow, 'name'>;

/** What one name says at one place. */
interface Rule {
  readonly name: string;
  readonly windows: readonly [Window, ...Window[]];
  readonly by: RateLimitSubject;
  readonly countSuccesses: boolean;
}

/** A rule with the policy that all fields of its name share. */
interface FieldLimit extends Rule {
  readonly policy: LimitPolicy;
}

/** Of the limit of all requests. */
export const generalPolicyName = 'general';

const faultsOf = ({ name, limit, window }: DirectiveArguments): readonly string[] => [
  ...(/^[a-z][a-z0-9-]*$/.test(name) && name !== generalPolicyName
    ? []
    : [
        `expected a name of small letters, digits and "-", other than "${generalPolicyName}", but got "${name}"`,
      ]),
  ...(limit >= 1 ? [] : [`expected a limit from 1, but got ${limit}`]),
  ...(window >= 1 ? [] : [`expected a window from 1 second, but got ${window}`]),
];

const windowOf = ({ limit, window }: DirectiveArguments): Window => ({ limit, windowMs: window * 1_000 });

const rulesOf = (given: readonly DirectiveArguments[]): readonly Rule[] => {
  const rules = new Map<string, Rule>();
  for (const one of given) {
    const { name, by, countSuccesses } = one;
    const known = rules.get(name);
    rules.set(name, {
      name,
      by,
      countSuccesses,
      windows: known ? [...known.windows, windowOf(one)] : [windowOf(one)],
    });
  }
  return [...rules.values()];
};

/** What must be the same wherever a name stands: counts of one name are one count. */
const meaning = ({ windows, by, countSuccesses }: Rule): string =>
  JSON.stringify([
    by,
    countSuccesses,
    windows
      .map(({ limit, windowMs }) => [windowMs, limit])
      .toSorted(([left = 0], [right = 0]) => left - right),
  ]);

/** Refuses, or tells what to do when the field has ended well. */
const takeAll = async (
  limits: readonly FieldLimit[],
  counter: LimitCounter,
  { exchange, viewer }: Context,
): Promise<() => Promise<void>> => {
  const undo: (() => Promise<void>)[] = [];
  const whenWell: (() => Promise<void>)[] = [];
  for (const { policy, by, countSuccesses } of limits) {
    const subject = subjectOf(by === 'ADDRESS' ? undefined : viewer.look(), exchange.address);
    const { isAllowed, quota, giveBack } = await counter.take(policy, subject);
    exchange.quotas ??= new Map();
    exchange.quotas.set(policy.name, quota);
    if (!isAllowed) {
      // One limit refuses, so the others were not used.
      for (const back of undo) await back();
      throw new FaultError(limitedFault(quota));
    }
    undo.push(giveBack);
    if (countSuccesses) continue;
    whenWell.push(async () => {
      await giveBack();
      exchange.quotas?.set(policy.name, { ...quota, remaining: quota.remaining + 1 });
    });
  }
  return async () => {
    for (const back of whenWell) await back();
  };
};

/**
 * Puts the limits that `@rateLimit` asks for in front of the resolvers, behind the guards of `@auth` if those are put
 * there later: who may not ask at all is told that, and uses nothing up. Where successes do not count, a place is taken
 * all the same while the field is at work, so that many attempts at once are no way around the limit.
 * @param counter `undefined`: nothing is limited, but what the schema says is looked at.
 * @throws StartupError that lists every fault.
 */
export const withRateLimitDirective = (
  schema: GraphQLSchema,
  counter: LimitCounter | undefined,
): GraphQLSchema => {
  const faults: string[] = [];
  const known = new Map<string, { readonly at: string; readonly rule: Rule; readonly policy: LimitPolicy }>();
  const given = (node: Parameters<typeof getDirective>[1]): readonly DirectiveArguments[] =>
    (getDirective(schema, node, 'rateLimit') ?? []).map((found) => found as DirectiveArguments);

  const limitOf = (rule: Rule, at: string): FieldLimit => {
    const found = known.get(rule.name);
    if (found) {
      if (meaning(found.rule) !== meaning(rule)) {
        faults.push(`${at}: expected the limit "${rule.name}" to be the same as at ${found.at}`);
      }
      return { ...rule, policy: found.policy };
    }
    const policy = createPolicy(rule.name, rule.windows);
    known.set(rule.name, { at, rule, policy });
    return { ...rule, policy };
  };

  const limited = mapSchema(schema, {
    [MapperKind.INTERFACE_FIELD]: (field, name, typeName) => {
      if (given(field).length > 0) {
        faults.push(`${typeName}.${name}: expected @rateLimit at the fields of types, not of an interface`);
      }
      return field;
    },
    [MapperKind.OBJECT_FIELD]: (field, name, typeName) => {
      const all = given(field);
      if (all.length === 0) return field;
      const at = `${typeName}.${name}`;
      const isNeverStored =
        typeName === schema.getMutationType()?.name ||
        getDirective(schema, field, 'cacheControl')?.[0]?.['maxAge'] === 0;
      if (!isNeverStored || typeName === schema.getSubscriptionType()?.name) {
        faults.push(`${at}: expected @rateLimit at a mutation, or at a field with @cacheControl(maxAge: 0)`);
      }
      for (const one of all) faults.push(...faultsOf(one).map((fault) => `${at}: ${fault}`));
      const mixed = all.find(({ name: policy, by, countSuccesses }) =>
        all.some(
          (other) => other.name === policy && (other.by !== by || other.countSuccesses !== countSuccesses),
        ),
      );
      if (mixed)
        faults.push(`${at}: expected all of "${mixed.name}" to count the same subjects and outcomes`);
      const repeated = rulesOf(all).find(
        ({ windows }) => new Set(windows.map(({ windowMs }) => windowMs)).size < windows.length,
      );
      if (repeated) faults.push(`${at}: expected the windows of "${repeated.name}" to differ`);
      const limits = rulesOf(all).map((rule) => limitOf(rule, at));
      if (!counter) return field;
      const { resolve = defaultFieldResolver } = field;
      return {
        ...field,
        resolve: async (source, args, context: Context, info) => {
          const endedWell = await takeAll(limits, counter, context);
          const result: unknown = await resolve(source, args, context, info);
          await endedWell();
          return result;
        },
      };
    },
  });
  if (faults.length > 0) {
    throw new StartupError(`The limits of the schema have faults:\n  ${faults.join('\n  ')}`);
  }
  return limited;
};
