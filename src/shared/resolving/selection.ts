import { collectSubFields } from '@graphql-tools/utils';
import {
  getNamedType,
  GraphQLBoolean,
  isCompositeType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type OperationDefinitionNode,
} from 'graphql';

const subFields = (info: GraphQLResolveInfo, type: GraphQLObjectType, nodes: readonly FieldNode[]) =>
  collectSubFields(info.schema, info.fragments, { coerced: info.variableValues, sources: {} }, type, [
    ...nodes,
  ]).fields;

const objectTypesOf = (info: GraphQLResolveInfo, type: GraphQLObjectType, field: string) => {
  const fieldType = type.getFields()[field]?.type;
  const named = fieldType && getNamedType(fieldType);
  if (!named || !isCompositeType(named)) return [];
  return isObjectType(named) ? [named] : info.schema.getPossibleTypes(named);
};

const collect = (
  info: GraphQLResolveInfo,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  typeName: string,
  found: Set<string>,
): void => {
  for (const [, fieldNodes] of subFields(info, type, nodes)) {
    const field = fieldNodes[0]?.name.value;
    if (field === undefined) continue;
    if (type.name === typeName) found.add(field);
    else {
      for (const child of objectTypesOf(info, type, field)) collect(info, child, fieldNodes, typeName, found);
    }
  }
};

/** Only variables of this type can decide whether a field is there at all. */
const hasConditions = ({ variableDefinitions = [] }: OperationDefinitionNode): boolean =>
  variableDefinitions.some(({ type }) => {
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    return named.kind === Kind.NAMED_TYPE && named.name.value === GraphQLBoolean.name;
  });

/**
 * What was found below some nodes: for the operation, or for the variables where they decide. A page of films asks once
 * for each film.
 */
const known = new WeakMap<readonly FieldNode[], WeakMap<object, Map<string, ReadonlySet<string>>>>();

const knownFor = ({ fieldNodes, operation, variableValues }: GraphQLResolveInfo) => {
  let byScope = known.get(fieldNodes);
  if (!byScope) {
    byScope = new WeakMap();
    known.set(fieldNodes, byScope);
  }
  const scope = hasConditions(operation) ? variableValues : operation;
  let byType = byScope.get(scope);
  if (!byType) {
    byType = new Map();
    byScope.set(scope, byType);
  }
  return byType;
};

/**
 * Names of the fields asked of the objects of one type in the answer that is being resolved: of the answer itself,
 * or below wrappers such as `edges` and `node`. Fragments, `@skip` and `@include` are taken into account. What lies
 * below another object of that type does not count: it has a resolver, and so a selection, of its own.
 */
export const fieldsSelectedOf = (info: GraphQLResolveInfo, typeName: string): ReadonlySet<string> => {
  const { parentType, fieldName, fieldNodes } = info;
  const byType = knownFor(info);
  const question = `${parentType.name} ${typeName}`;
  const answer = byType.get(question);
  if (answer) return answer;
  const found = new Set<string>();
  for (const child of objectTypesOf(info, parentType, fieldName)) {
    collect(info, child, fieldNodes, typeName, found);
  }
  byType.set(question, found);
  return found;
};
