import { hash } from 'node:crypto';
import { OperationTypeNode, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { CacheHints } from './cache-hints.ts';
import { liveQuestion } from './live-answer.ts';
import { normalisedText, normalisedVariables, usedDefinitions } from './normalised-operation.ts';
import { liveGroupOf, operationPolicy, type LiveGroup, type OperationPolicy } from './operation-policy.ts';
import { pageWalkOf, type PageWalk } from './page-walk.ts';
import type { SchemaVersions } from './schema-versions.ts';

/** What is known of an operation before it runs, whatever its variables. */
export type OperationPlan =
  | { readonly kind: 'mutation' | 'other' }
  | {
      readonly kind: 'query';
      readonly name: string | undefined;
      readonly policy: OperationPolicy;
      /** Kept with its answers, for whoever counts. */
      readonly about: { readonly type: string; readonly operation?: string };
      /** `undefined`: there is no next page to ask for. */
      readonly walk: PageWalk | undefined;
      /** Of a live field, by its coordinate. */
      liveGroupOf(coordinate: string): LiveGroup;
      /** What is asked, whoever asks: a hash. */
      key(variables: Readonly<Record<string, unknown>> | null | undefined): string;
    };

export type PlanOperation = (
  document: DocumentNode,
  operationName: string | null | undefined,
) => OperationPlan;

export interface OperationPlanningParts {
  readonly schema: GraphQLSchema;
  readonly hints: CacheHints;
  readonly versions: SchemaVersions;
}

const digest = (text: string): string => hash('sha256', text, 'base64url');

/** Plans are kept as long as their parsed documents, which Yoga keeps by their text. */
export const createOperationPlanning = ({
  schema,
  hints,
  versions,
}: OperationPlanningParts): PlanOperation => {
  const plans = new WeakMap<DocumentNode, Map<string | undefined, OperationPlan>>();

  const plan: PlanOperation = (document, operationName) => {
    const used = usedDefinitions(document, operationName);
    if (used?.operation.operation === OperationTypeNode.MUTATION) return { kind: 'mutation' };
    if (used?.operation.operation !== OperationTypeNode.QUERY) return { kind: 'other' };
    const policy = operationPolicy(schema, hints, used);
    const variableNames = (used.operation.variableDefinitions ?? [])
      .map(({ variable }) => variable.name.value)
      .toSorted();
    const question = `${versions.of(policy.coordinates)}\n${normalisedText(used)}\n`;
    const keyOf = (text: string): string =>
      policy.live.size > 0 ? liveQuestion(digest(text)) : digest(text);
    const keyWithoutVariables = variableNames.length === 0 ? keyOf(question) : undefined;
    const name = used.operation.name?.value;
    return {
      kind: 'query',
      name,
      policy,
      about: { type: policy.type, ...(name !== undefined && { operation: name }) },
      liveGroupOf: (coordinate) => liveGroupOf(hints, coordinate),
      walk: policy.isPrivate ? undefined : pageWalkOf(schema, used),
      key: (variables) =>
        keyWithoutVariables ?? keyOf(question + normalisedVariables(variableNames, variables)),
    };
  };

  return (document, operationName) => {
    let byName = plans.get(document);
    if (!byName) {
      byName = new Map();
      plans.set(document, byName);
    }
    // No name and the empty one are not the same: the former picks a lone operation.
    const name = operationName ?? undefined;
    let known = byName.get(name);
    if (!known) {
      known = plan(document, operationName);
      // What does not exist has endless names.
      if (known.kind !== 'other') byName.set(name, known);
    }
    return known;
  };
};
