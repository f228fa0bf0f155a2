import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isLiveField } from '../execution/live-fields.ts';
import { isCostlyField, type CacheHint, type CacheHints } from './cache-hints.ts';
import type { UsedDefinitions } from './normalised-operation.ts';

/** What the hints along some fields come to. */
export interface KeepingPolicy {
  /** The shortest of the hints; 0: never kept. */
  readonly maxAgeMs: number;
  /** The shortest of those hints that resolvers may not change. */
  readonly fixedMs: number;
  /** The shortest of those that they may, and the shortest that these may become; `Infinity` without any. */
  readonly elastic: { readonly baseMs: number; readonly upToMs: number };
  /** Whether some hint has the scope PRIVATE. */
  readonly isPrivate: boolean;
  /** The coordinate whose hint is the shortest. */
  readonly decidedBy: string | undefined;
}

/** `own`: live fields with the scope PRIVATE. */
export type LiveGroup = 'shared' | 'own';

export const liveGroupOf = (hints: CacheHints, coordinate: string): LiveGroup =>
  hints.get(coordinate)?.scope === 'PRIVATE' ? 'own' : 'shared';

/** What the schema says about keeping the answers of an operation. But for `coordinates`, live fields are not in it. */
export interface OperationPolicy extends KeepingPolicy {
  /** Why it is never kept. */
  readonly refused: string | undefined;
  /** What its root fields give, for whoever counts: `Movie` for one, a list, or a connection of films; else `several`. */
  readonly type: string;
  /** Types and fields (`Movie`, `Movie.title`) that the answer can hold. */
  readonly coordinates: ReadonlySet<string>;
  /** Whether something in it is `@costly`. */
  readonly isCostly: boolean;
  /** Of the live fields, as far as there are any. */
  readonly live: ReadonlyMap<LiveGroup, KeepingPolicy>;
}

/** How long an answer may be kept, by what its resolvers found. */
export const lifeOf = ({ maxAgeMs, fixedMs, elastic }: KeepingPolicy, factor: number): number =>
  maxAgeMs === 0 ? 0 : Math.min(fixedMs, elastic.upToMs, elastic.baseMs * factor);

/** The type of an object, or of those in a list or a connection. */
const subjectOf = (type: GraphQLOutputType): string => {
  const named = getNamedType(type);
  const nodes = isObjectType(named) ? named.getFields()['nodes'] : undefined;
  return nodes ? getNamedType(nodes.type).name : named.name;
};

/** What never changes of an object, as long as it is there. */
const unchanging = new Set(['id', '__typename']);

/** Only these know what they answer before the operation has ended. */
const incrementalDirectives = new Set(['defer', 'stream']);

/** Gathers hints. */
const createGathering = () => {
  let fixedMs = Infinity;
  let baseMs = Infinity;
  let upToMs = Infinity;
  let isPrivate = false;
  let decidedBy: string | undefined;
  return {
    heed: (coordinate: string, hint: CacheHint, inheritsAge: boolean): void => {
      if (hint.scope === 'PRIVATE') isPrivate = true;
      const { maxAgeMs, upToMs: hintUpToMs } = hint;
      if (inheritsAge || maxAgeMs === undefined) return;
      if (maxAgeMs < Math.min(fixedMs, baseMs)) decidedBy = coordinate;
      if (hintUpToMs === undefined) {
        fixedMs = Math.min(fixedMs, maxAgeMs);
      } else {
        baseMs = Math.min(baseMs, maxAgeMs);
        upToMs = Math.min(upToMs, hintUpToMs);
      }
    },
    policy: (): KeepingPolicy => ({
      maxAgeMs: Math.min(fixedMs, baseMs),
      fixedMs,
      elastic: { baseMs, upToMs },
      isPrivate,
      decidedBy,
    }),
  };
};
type Gathering = ReturnType<typeof createGathering>;

/**
 * Reads the hints along an operation. It goes by what the answer can hold, not by what one answer holds: of a union,
 * all members count that the operation asks for; so a life is never too long.
 */
export const operationPolicy = (
  schema: GraphQLSchema,
  hints: CacheHints,
  { operation, fragments }: UsedDefinitions,
): OperationPolicy => {
  const coordinates = new Set<string>();
  const whole = createGathering();
  const live = new Map<LiveGroup, Gathering>();
  /** Where the hints go: of what lies within a live field, to the group of that field. */
  let gathering = whole;
  let liveField: FieldNode | undefined;
  let refused: string | undefined;
  let isCostly = false;
  const subjects = new Set<string>();

  const heed = (coordinate: string, inheritsAge = false): void => {
    coordinates.add(coordinate);
    const hint = hints.get(coordinate);
    if (!hint) return;
    gathering.heed(coordinate, hint, inheritsAge);
    if (hint.maxAgeMs === 0 && !inheritsAge && gathering === whole) refused ??= `${coordinate} has maxAge 0`;
  };
  const groupOf = (coordinate: string): Gathering => {
    const group = liveGroupOf(hints, coordinate);
    const found = live.get(group) ?? createGathering();
    live.set(group, found);
    return found;
  };

  const rootName = schema.getQueryType()?.name;
  /** Members of which an answer can show more than that they are there: of the others, nothing can change. */
  const typesShown = (
    type: GraphQLCompositeType,
    selectionSet: SelectionSetNode | undefined,
  ): ReadonlySet<string> => {
    const members = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    const shown = new Set<string>();
    for (const selection of selectionSet?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        if (unchanging.has(selection.name.value)) continue;
        return new Set(members.map(({ name }) => name));
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? fragments.find(({ name }) => name.value === selection.name.value)
          : selection;
      const condition = schema.getType(fragment?.typeCondition?.name.value ?? type.name);
      if (!fragment || !isCompositeType(condition)) continue;
      for (const name of typesShown(condition, fragment.selectionSet)) shown.add(name);
    }
    return shown;
  };

  const entered = new Map<Gathering, Set<string>>();
  const walk = (definition: OperationDefinitionNode | FragmentDefinitionNode): void => {
    const typeInfo = new TypeInfo(schema);
    const visitor: ASTVisitor = {
      Field: {
        enter: (node) => {
          const parent = typeInfo.getParentType();
          const field = typeInfo.getFieldDef();
          if (!parent || !field || field.name === '__typename') return;
          const coordinate = `${parent.name}.${field.name}`;
          if (gathering === whole && isLiveField(schema, field)) {
            gathering = groupOf(coordinate);
            liveField = node;
          }
          heed(coordinate);
          isCostly ||= isCostlyField(schema, field);
          if (parent.name === rootName) subjects.add(subjectOf(field.type));
          // A field of an interface is resolved by whichever type is there, under that type's own hint.
          if (isInterfaceType(parent)) {
            for (const member of schema.getPossibleTypes(parent)) heed(`${member.name}.${field.name}`);
          }
          const hint = hints.get(coordinate);
          if (parent.name === rootName && hint?.maxAgeMs === undefined)
            refused ??= `${coordinate} has no maxAge`;
          const type = getNamedType(field.type);
          if (!isCompositeType(type)) return;
          const inherits = hint?.inheritMaxAge === true;
          heed(type.name, inherits);
          if (!isAbstractType(type)) return;
          const shown = typesShown(type, node.selectionSet);
          // Whose they are matters even of those.
          for (const { name } of schema.getPossibleTypes(type)) heed(name, inherits || !shown.has(name));
        },
        leave: (node) => {
          if (node === liveField) gathering = whole;
        },
      },
      InlineFragment: ({ typeCondition }) => {
        if (typeCondition) heed(typeCondition.name.value);
      },
      FragmentSpread: ({ name }) => {
        const seen = entered.get(gathering) ?? new Set();
        entered.set(gathering, seen);
        const fragment = fragments.find((one) => one.name.value === name.value);
        if (!fragment || seen.has(name.value)) return;
        seen.add(name.value);
        walk(fragment);
      },
      FragmentDefinition: ({ typeCondition }) => {
        if (typeCondition.name.value !== rootName) heed(typeCondition.name.value);
      },
      Directive: ({ name }) => {
        if (incrementalDirectives.has(name.value)) refused ??= `it uses @${name.value}`;
      },
    };
    visit(definition, visitWithTypeInfo(typeInfo, visitor));
  };
  walk(operation);
  if (
    operation.selectionSet.selections.every(
      (node) => node.kind === Kind.FIELD && node.name.value === '__typename',
    )
  ) {
    refused ??= 'it asks for nothing that is read';
  }
  const policy = whole.policy();
  if (policy.maxAgeMs === Infinity) refused ??= 'nothing in it has a maxAge';
  const [type = 'none', ...more] = subjects;
  return {
    ...policy,
    maxAgeMs: refused === undefined ? policy.maxAgeMs : 0,
    refused,
    type: more.length === 0 ? type : 'several',
    coordinates,
    isCostly,
    live: new Map([...live].map(([group, gathered]) => [group, gathered.policy()])),
  };
};
