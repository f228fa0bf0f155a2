import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { UsedDefinitions } from './normalised-operation.ts';

type Variables = Readonly<Record<string, unknown>>;

/** How a client of an operation gets from a page of a list to the next one: by a variable. */
export interface PageWalk {
  /** Names in the answer, from the root to the connection. */
  readonly path: readonly string[];
  /** The variable that `after` is. */
  readonly after: string;
  /** Variables that have it read backwards when they are given. */
  readonly backward: readonly string[];
  /** Names, in the connection, of `pageInfo`, and in that of `endCursor` and, where it is asked for, `hasNextPage`. */
  readonly pageInfo: string;
  readonly endCursor: string;
  readonly hasNextPage: string | undefined;
}

const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** Fields of a selection, those of its fragments included, whatever type they are for. */
const fieldsOf = (
  { selections }: SelectionSetNode,
  fragments: readonly FragmentDefinitionNode[],
): readonly FieldNode[] =>
  selections.flatMap((selection) => {
    switch (selection.kind) {
      case Kind.FIELD:
        return [selection];
      case Kind.INLINE_FRAGMENT:
        return fieldsOf(selection.selectionSet, fragments);
      case Kind.FRAGMENT_SPREAD: {
        const found = fragments.find(({ name }) => name.value === selection.name.value);
        return found ? fieldsOf(found.selectionSet, fragments) : [];
      }
    }
  });

const argumentOf = (field: FieldNode, name: string) =>
  field.arguments?.find((argument) => argument.name.value === name)?.value;

/**
 * @returns `undefined` for an operation that no client can walk: without a list paged by a variable `$after`, or one that does
 *   not ask for its `endCursor`. Of several, the first one counts; lists within lists do not.
 */
export const pageWalkOf = (
  schema: GraphQLSchema,
  { operation, fragments }: UsedDefinitions,
): PageWalk | undefined => {
  const connection = (field: FieldNode, path: readonly string[]): PageWalk | undefined => {
    const after = argumentOf(field, 'after');
    if (after?.kind !== Kind.VARIABLE || !field.selectionSet) return undefined;
    const backward = [];
    for (const name of ['last', 'before']) {
      const value = argumentOf(field, name);
      if (value?.kind === Kind.VARIABLE) backward.push(value.name.value);
      else if (value && value.kind !== Kind.NULL) return undefined;
    }
    const pageInfo = fieldsOf(field.selectionSet, fragments).find(({ name }) => name.value === 'pageInfo');
    const inPageInfo = pageInfo?.selectionSet ? fieldsOf(pageInfo.selectionSet, fragments) : [];
    const endCursor = inPageInfo.find(({ name }) => name.value === 'endCursor');
    if (!pageInfo || !endCursor) return undefined;
    const hasNextPage = inPageInfo.find(({ name }) => name.value === 'hasNextPage');
    return {
      path: [...path, keyOf(field)],
      after: after.name.value,
      backward,
      pageInfo: keyOf(pageInfo),
      endCursor: keyOf(endCursor),
      hasNextPage: hasNextPage && keyOf(hasNextPage),
    };
  };

  const within = (
    selectionSet: SelectionSetNode,
    typeName: string,
    path: readonly string[],
  ): PageWalk | undefined => {
    const type = schema.getType(typeName);
    if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
    for (const field of fieldsOf(selectionSet, fragments)) {
      const definition = type.getFields()[field.name.value];
      if (!definition || isListType(getNullableType(definition.type)) || !field.selectionSet) continue;
      const found =
        connection(field, path) ??
        within(field.selectionSet, getNamedType(definition.type).name, [...path, keyOf(field)]);
      if (found) return found;
    }
    return undefined;
  };
  return within(operation.selectionSet, schema.getQueryType()?.name ?? '', []);
};

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined;

/** @returns the variables that ask for the next page; `undefined` where there is none. */
export const nextPageVariables = (
  walk: PageWalk,
  data: unknown,
  variables: Variables | null | undefined,
): Variables | undefined => {
  if (walk.backward.some((name) => (variables?.[name] ?? null) !== null)) return undefined;
  const pageInfo = memberOf(walk.path.reduce(memberOf, data), walk.pageInfo);
  const endCursor = memberOf(pageInfo, walk.endCursor);
  if (typeof endCursor !== 'string' || endCursor === variables?.[walk.after]) return undefined;
  if (walk.hasNextPage !== undefined && memberOf(pageInfo, walk.hasNextPage) !== true) return undefined;
  return { ...variables, [walk.after]: endCursor };
};
