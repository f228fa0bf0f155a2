import type { Plugin } from '@envelop/core';
import { type DocumentNode, type ExecutionArgs, type GraphQLSchema, getVariableValues } from 'graphql';
import { Execution } from './execution.ts';
import { type OperationExecutionPlan, planExecution } from './execution-plan.ts';
import type { LiveArguments } from './live-fields.ts';

type Execute = (args: ExecutionArgs & LiveArguments) => unknown;

/** Plans, by the documents that are kept parsed: they go when these go. */
type Plans = WeakMap<DocumentNode, Map<string | undefined, OperationExecutionPlan | undefined>>;

const planIn = (
  plans: Plans,
  { schema, document, operationName }: ExecutionArgs,
): OperationExecutionPlan | undefined => {
  let byName = plans.get(document);
  if (!byName) {
    byName = new Map();
    plans.set(document, byName);
  }
  const name = operationName ?? undefined;
  const known = byName.get(name);
  if (known || byName.has(name)) return known;
  const plan = planExecution(schema, document, operationName);
  // What does not exist has endless names.
  if (plan || name === undefined) byName.set(name, plan);
  return plan;
};

/**
 * @param otherwise executes what is not planned, and answers variables that do not fit.
 * @param schema of all documents.
 */
export const createPlannedExecute = (schema: GraphQLSchema, otherwise: Execute): Execute => {
  const plans: Plans = new WeakMap();
  const hasTypePredicates = Object.values(schema.getTypeMap()).some(
    (type) =>
      'isTypeOf' in type &&
      type.isTypeOf !== undefined &&
      type.isTypeOf !== null &&
      !type.name.startsWith('__'),
  );
  return (args) => {
    if (args.schema !== schema || args.fieldResolver || args.typeResolver || hasTypePredicates)
      return otherwise(args);
    const plan = planIn(plans, args);
    if (!plan) return otherwise(args);
    const { variableDefinitions = [] } = plan.operation;
    const { coerced, errors } = getVariableValues(schema, variableDefinitions, args.variableValues ?? {});
    if (!coerced || errors) return otherwise(args);
    const { rootValue, contextValue, holes, fill } = args;
    const execution = new Execution({ schema, plan, rootValue, contextValue, variables: coerced, holes });
    return fill ? execution.fill(fill) : execution.run();
  };
};

/** Executes queries and mutations by a plan that is made once a document. */
export const usePlannedExecution = (): Plugin => {
  const executes = new WeakMap<GraphQLSchema, Execute>();
  return {
    onExecute: ({ args, executeFn, setExecuteFn }) => {
      const schema = args.schema as GraphQLSchema;
      let execute = executes.get(schema);
      if (!execute) {
        execute = createPlannedExecute(schema, executeFn as Execute);
        executes.set(schema, execute);
      }
      setExecuteFn(execute);
    },
  };
};
