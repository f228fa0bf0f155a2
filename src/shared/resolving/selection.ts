import { collectSubFields } from '@graphql-tools/utils';
import {
  getNamedType,
  isCompositeType,
  isObjectType,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';

const subFields = (info: GraphQLResolveInfo, type: GraphQLObjectType, nodes: readonly FieldNode[]) =>
  collectSubFields(info.schema, info.fragments, info.variableValues, type, [...nodes]).fields;

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

/**
 * Names of the fields asked of the objects of one type in the answer that is being resolved: of the answer itself,
 * or below wrappers such as `edges` and `node`. Fragments, `@skip` and `@include` are taken into account. What lies
 * below another object of that type does not count: it has a resolver, and so a selection, of its own.
 */
export const fieldsSelectedOf = (info: GraphQLResolveInfo, typeName: string): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const child of objectTypesOf(info, info.parentType, info.fieldName)) {
    collect(info, child, info.fieldNodes, typeName, found);
  }
  return found;
};
