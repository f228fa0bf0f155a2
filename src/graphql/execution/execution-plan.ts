import { collectFields, collectSubFields } from '@graphql-tools/utils';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  visit,
} from 'graphql';
import { isLiveField } from './live-fields.ts';

/** Values of variables after coercion. */
export type Variables = Readonly<Record<string, unknown>>;

/** As the collecting of fields takes them. */
const asCoerced = (variables: Variables) => ({ coerced: { ...variables }, sources: {} });

/** How the value of a type is completed. */
export type TypePlan =
  | { readonly kind: 'leaf'; readonly nullable: boolean; readonly type: GraphQLLeafType }
  | { readonly kind: 'list'; readonly nullable: boolean; readonly item: TypePlan }
  | { readonly kind: 'object'; readonly nullable: boolean; readonly selection: () => SelectionPlan }
  | {
      readonly kind: 'abstract';
      readonly nullable: boolean;
      readonly type: GraphQLAbstractType;
      readonly selectionOf: (type: GraphQLObjectType) => SelectionPlan;
    };

/** One field of an answer. */
export interface FieldPlan {
  /** Its name in the answer. */
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  /** `undefined`: the property of its name. */
  readonly resolve: GraphQLFieldResolver<unknown, unknown> | undefined;
  readonly type: TypePlan;
  /** Whether it can be left out, to be filled in for whoever asks. */
  readonly isLive: boolean;
}

/** The fields that are asked of an object of one type, in the order of the answer. */
export interface SelectionPlan {
  readonly fields: readonly FieldPlan[];
  /** An empty object for them. */
  readonly create: () => Record<string, unknown>;
}

/** An operation, as far as it is known before it runs. */
export interface OperationExecutionPlan {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The selection for variables with these values: `@skip` and `@include` go by them. */
  rootFor(variables: Variables): SelectionPlan;
}

/** What the answer says before it has ended is not for this executor. */
const incrementalDirectives = new Set(['defer', 'stream']);

/** Selections are kept for up to so many combinations of the variables that `@skip` and `@include` go by. */
const maxConditionsKept = 4;

const definitionOf = (
  schema: GraphQLSchema,
  parent: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> | undefined => {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return parent.getFields()[name];
};

const once = <Value>(make: () => Value): (() => Value) => {
  let made: Value | undefined;
  return () => (made ??= make());
};

/** The fields below are planned when the first object comes by: of a union, most members never do. */
const createSelectionPlanning = (
  schema: GraphQLSchema,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  variables: Variables,
) => {
  const selectionOf = (
    type: GraphQLObjectType,
    fields: ReadonlyMap<string, readonly FieldNode[]>,
  ): SelectionPlan => {
    const plans = [...fields].flatMap(([key, nodes]) => fieldOf(type, key, nodes) ?? []);
    // An alias may be `__proto__`, which an ordinary object takes for something else.
    const create = fields.has('__proto__')
      ? () => Object.create(null) as Record<string, unknown>
      : () => ({});
    return { fields: plans, create };
  };

  const below = (type: GraphQLObjectType, nodes: readonly FieldNode[]): SelectionPlan =>
    selectionOf(
      type,
      collectSubFields(schema, { ...fragments }, asCoerced(variables), type, [...nodes]).fields,
    );

  const typeOf = (type: GraphQLOutputType, nodes: readonly FieldNode[], nullable = true): TypePlan => {
    if (isNonNullType(type)) return typeOf(type.ofType as GraphQLOutputType, nodes, false);
    if (isListType(type)) return { kind: 'list', nullable, item: typeOf(type.ofType, nodes) };
    if (isLeafType(type)) return { kind: 'leaf', nullable, type };
    if (isObjectType(type)) {
      return { kind: 'object', nullable, selection: once(() => below(type, nodes)) };
    }
    const known = new Map<GraphQLObjectType, SelectionPlan>();
    return {
      kind: 'abstract',
      nullable,
      type,
      selectionOf: (member) => {
        const selection = known.get(member) ?? below(member, nodes);
        known.set(member, selection);
        return selection;
      },
    };
  };

  const fieldOf = (
    parentType: GraphQLObjectType,
    key: string,
    nodes: readonly FieldNode[],
  ): FieldPlan | undefined => {
    const [first, ...others] = nodes;
    const definition = first && definitionOf(schema, parentType, first.name.value);
    if (!definition) return undefined;
    const own: FieldPlan['nodes'] = [first, ...others];
    return {
      key,
      name: definition.name,
      nodes: own,
      parentType,
      definition,
      resolve: definition.resolve,
      type: typeOf(definition.type, own),
      isLive: isLiveField(schema, definition),
    };
  };

  return { selectionOf };
};

const fragmentsOf = (document: DocumentNode): Record<string, FragmentDefinitionNode> =>
  Object.fromEntries(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

/** Names of the variables that `@skip` and `@include` go by; `undefined` when there are other directives in the way. */
const conditionsOf = (document: DocumentNode): readonly string[] | undefined => {
  const names = new Set<string>();
  let isIncremental = false;
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (incrementalDirectives.has(name.value)) isIncremental = true;
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return isIncremental ? undefined : [...names];
};

const operationOf = (
  document: DocumentNode,
  operationName: string | null | undefined,
): OperationDefinitionNode | undefined => {
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (operationName === null || operationName === undefined) {
    return operations.length === 1 ? operations[0] : undefined;
  }
  return operations.find(({ name }) => name?.value === operationName);
};

/**
 * Plans an operation of a valid document.
 * @returns `undefined` for what this executor leaves to another one: subscriptions, `@defer` and `@stream`, an operation
 *   that cannot be told, and types with `isTypeOf`.
 */
export const planExecution = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): OperationExecutionPlan | undefined => {
  const operation = operationOf(document, operationName);
  if (!operation || operation.operation === OperationTypeNode.SUBSCRIPTION) return undefined;
  const rootType = schema.getRootType(operation.operation);
  const conditions = conditionsOf(document);
  if (!rootType || !conditions) return undefined;

  const fragments = fragmentsOf(document);
  const planRoot = (variables: Variables): SelectionPlan => {
    const { fields } = collectFields(
      schema,
      fragments,
      asCoerced(variables),
      rootType,
      operation.selectionSet,
    );
    return createSelectionPlanning(schema, fragments, variables).selectionOf(rootType, fields);
  };
  const kept = new Map<string, SelectionPlan>();
  return {
    operation,
    fragments,
    rootFor: (variables) => {
      if (conditions.length > maxConditionsKept) return planRoot(variables);
      const combination = conditions.map((name) => (variables[name] === true ? '1' : '0')).join('');
      let root = kept.get(combination);
      if (!root) {
        root = planRoot(variables);
        kept.set(combination, root);
      }
      return root;
    },
  };
};
