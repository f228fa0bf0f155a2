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

/** An argument of a list: a number in the document, or a variable with its default, if it has any. */
type PageArgument =
  { readonly literal: number } | { readonly variable: string; readonly fallback: number | undefined };

/** How a client of an operation gets from a page of a list to those beside it: by variables. */
export interface PageWalk {
  /** Names in the answer, from the root to the connection. */
  readonly path: readonly string[];
  readonly first: PageArgument | undefined;
  readonly last: PageArgument | undefined;
  /** Names of the variables that `after` and `before` are. */
  readonly after: string | undefined;
  readonly before: string | undefined;
  /** Names of `pageInfo` in the connection, and in it of those of its fields that are asked for. */
  readonly pageInfo: string;
  readonly startCursor: string | undefined;
  readonly endCursor: string | undefined;
  readonly hasNextPage: string | undefined;
  readonly hasPreviousPage: string | undefined;
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
 * @returns `undefined` for an operation that no client can walk: without a list that is paged by a variable `after` with its
 *   `endCursor`, or by a variable `before` with its `startCursor`. Of several, the first one counts; lists within lists do not.
 */
export const pageWalkOf = (
  schema: GraphQLSchema,
  { operation, fragments }: UsedDefinitions,
): PageWalk | undefined => {
  const fallbackOf = (variable: string): number | undefined => {
    const definition = operation.variableDefinitions?.find(
      ({ variable: { name } }) => name.value === variable,
    );
    return definition?.defaultValue?.kind === Kind.INT ? Number(definition.defaultValue.value) : undefined;
  };

  const connection = (field: FieldNode, path: readonly string[]): PageWalk | undefined => {
    if (!field.selectionSet) return undefined;
    const sizeOf = (name: string): PageArgument | undefined => {
      const value = argumentOf(field, name);
      if (value?.kind === Kind.INT) return { literal: Number(value.value) };
      if (value?.kind !== Kind.VARIABLE) return undefined;
      return { variable: value.name.value, fallback: fallbackOf(value.name.value) };
    };
    const after = argumentOf(field, 'after');
    const before = argumentOf(field, 'before');
    // A list from or to a fixed place is another list.
    if (after?.kind === Kind.STRING || before?.kind === Kind.STRING) return undefined;
    const pageInfo = fieldsOf(field.selectionSet, fragments).find(({ name }) => name.value === 'pageInfo');
    if (!pageInfo?.selectionSet) return undefined;
    const inPageInfo = fieldsOf(pageInfo.selectionSet, fragments);
    const asked = (name: string): string | undefined => {
      const found = inPageInfo.find((candidate) => candidate.name.value === name);
      return found && keyOf(found);
    };
    const walk: PageWalk = {
      path: [...path, keyOf(field)],
      first: sizeOf('first'),
      last: sizeOf('last'),
      after: after?.kind === Kind.VARIABLE ? after.name.value : undefined,
      before: before?.kind === Kind.VARIABLE ? before.name.value : undefined,
      pageInfo: keyOf(pageInfo),
      startCursor: asked('startCursor'),
      endCursor: asked('endCursor'),
      hasNextPage: asked('hasNextPage'),
      hasPreviousPage: asked('hasPreviousPage'),
    };
    const isFixed = (size: PageArgument | undefined): boolean => size !== undefined && 'literal' in size;
    const goesOn = walk.after !== undefined && walk.endCursor !== undefined && !isFixed(walk.last);
    const goesBack =
      walk.before !== undefined && walk.startCursor !== undefined && walk.last && !isFixed(walk.first);
    return goesOn || goesBack ? walk : undefined;
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

/** One direction of a walk. The other one has its size and place swapped with these. */
interface Side {
  readonly size: PageArgument | undefined;
  /** The variable of the place to read from. */
  readonly from: string | undefined;
  /** Names in `pageInfo`: where to read on from, and whether there is more. */
  readonly cursor: string | undefined;
  readonly more: string | undefined;
}

const sizeGiven = (size: PageArgument | undefined, variables: Variables): number | undefined => {
  if (!size) return undefined;
  if ('literal' in size) return size.literal;
  const value = variables[size.variable];
  if (value === undefined) return size.fallback;
  return typeof value === 'number' ? value : undefined;
};

const isGiven = (name: string | undefined, variables: Variables): boolean =>
  name !== undefined && (variables[name] ?? null) !== null;

/**
 * The pages beside one, each as the variables that a client of this operation sends for it.
 *
 * On the way that it is read, the next one differs by its cursor. To turn around, a client moves the size from `first` to `last`,
 * or from `last` to `first`, and leaves without a value what it gave before: left out, or null, just as it does now
 * with those of the other direction.
 * @returns first the one that comes next as the list is read; none where there is none.
 */
export const neighbouringPages = (
  walk: PageWalk,
  data: unknown,
  given: Variables | null | undefined,
): readonly Variables[] => {
  const variables = given ?? {};
  const onward: Side = {
    size: walk.first,
    from: walk.after,
    cursor: walk.endCursor,
    more: walk.hasNextPage,
  };
  const backward: Side = {
    size: walk.last,
    from: walk.before,
    cursor: walk.startCursor,
    more: walk.hasPreviousPage,
  };
  const isBackward = sizeGiven(backward.size, variables) !== undefined;
  const [ahead, behind] = isBackward ? [backward, onward] : [onward, backward];
  // What lies between two places is not walked, and `first` with `last` is refused.
  if (isGiven(behind.from, variables) || sizeGiven(behind.size, variables) !== undefined) return [];

  const pageInfo = memberOf(walk.path.reduce(memberOf, data), walk.pageInfo);
  const cursorOf = ({ from, cursor, more }: Side): string | undefined => {
    const value = from === undefined || cursor === undefined ? undefined : memberOf(pageInfo, cursor);
    const isLast = more !== undefined && memberOf(pageInfo, more) !== true;
    return typeof value === 'string' && !isLast ? value : undefined;
  };

  const pages: Variables[] = [];
  const next = cursorOf(ahead);
  if (ahead.from !== undefined && next !== undefined && next !== variables[ahead.from])
    pages.push({ ...variables, [ahead.from]: next });

  const previous = cursorOf(behind);
  const size = sizeGiven(ahead.size, variables);
  const canTurn =
    size !== undefined && ahead.size && 'variable' in ahead.size && behind.size && 'variable' in behind.size;
  if (canTurn && previous !== undefined && behind.from !== undefined && isGiven(ahead.from, variables)) {
    const { variable: name, fallback } = ahead.size;
    const asNull = {
      // A variable that has a default is without a value only as null.
      ...((fallback !== undefined || variables[behind.size.variable] === null) && { [name]: null }),
      ...(ahead.from !== undefined && variables[behind.from] === null && { [ahead.from]: null }),
    };
    const others = Object.entries(variables).filter(([other]) => other !== name && other !== ahead.from);
    pages.push({
      ...Object.fromEntries(others),
      ...asNull,
      [behind.size.variable]: size,
      [behind.from]: previous,
    });
  }
  return pages;
};
