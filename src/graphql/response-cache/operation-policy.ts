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
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { CacheHints } from './cache-hints.ts';
import type { UsedDefinitions } from './normalised-operation.ts';

/** What the schema says about keeping the answers of an operation. */
export interface OperationPolicy {
  /** The shortest of the hints; 0: never kept. */
  readonly maxAgeMs: number;
  /** The shortest of those hints that resolvers may not change. */
  readonly fixedMs: number;
  /** The shortest of those that they may, and the shortest that these may become; `Infinity` without any. */
  readonly elastic: { readonly baseMs: number; readonly upToMs: number };
  /** Why it is never kept. */
  readonly refused: string | undefined;
  /** Whether some hint has the scope PRIVATE. */
  readonly isPrivate: boolean;
  /** The coordinate whose hint is the shortest. */
  readonly decidedBy: string | undefined;
  /** What its root fields give, for whoever counts: `Movie` for one, a list, or a connection of films; else `several`. */
  readonly type: string;
  /** Types and fields (`Movie`, `Movie.title`) that the answer can hold. */
  readonly coordinates: ReadonlySet<string>;
}

/** How long an answer may be kept, by what its resolvers found. */
export const lifeOf = ({ maxAgeMs, fixedMs, elastic }: OperationPolicy, factor: number): number =>
  maxAgeMs === 0 ? 0 : Math.min(fixedMs, elastic.upToMs, elastic.baseMs * factor);

/** The type of an object, or of those in a list or a connection. */
const subjectOf = (type: GraphQLOutputType): string => {
  const named = getNamedType(type);
  const nodes = isObjectType(named) ? named.getFields()['nodes'] : undefined;
  return nodes ? getNamedType(nodes.type).name : named.name;
};

/** Only these know what they answer before the operation has ended. */
const incrementalDirectives = new Set(['defer', 'stream']);

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
  let fixedMs = Infinity;
  let baseMs = Infinity;
  let upToMs = Infinity;
  let isPrivate = false;
  let refused: string | undefined;
  let decidedBy: string | undefined;
  const subjects = new Set<string>();

  const heed = (coordinate: string, inheritsAge = false): void => {
    coordinates.add(coordinate);
    const hint = hints.get(coordinate);
    if (!hint) return;
    if (hint.scope === 'PRIVATE') isPrivate = true;
    if (inheritsAge) return;
    if (hint.maxAgeMs !== undefined && hint.maxAgeMs < Math.min(fixedMs, baseMs)) decidedBy = coordinate;
    if (hint.maxAgeMs !== undefined && hint.upToMs === undefined) {
      fixedMs = Math.min(fixedMs, hint.maxAgeMs);
    } else if (hint.maxAgeMs !== undefined) {
      baseMs = Math.min(baseMs, hint.maxAgeMs);
      upToMs = Math.min(upToMs, hint.upToMs ?? Infinity);
    }
    if (hint.maxAgeMs === 0) refused ??= `${coordinate} has maxAge 0`;
  };

  const rootName = schema.getQueryType()?.name;
  const typeInfo = new TypeInfo(schema);
  for (const definition of [operation, ...fragments]) {
    visit(
      definition,
      visitWithTypeInfo(typeInfo, {
        Field: () => {
          const parent = typeInfo.getParentType();
          const field = typeInfo.getFieldDef();
          if (!parent || !field || field.name === '__typename') return;
          const coordinate = `${parent.name}.${field.name}`;
          heed(coordinate);
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
          const held = isAbstractType(type) ? [type, ...schema.getPossibleTypes(type)] : [type];
          for (const { name } of held) heed(name, hint?.inheritMaxAge === true);
        },
        InlineFragment: ({ typeCondition }) => {
          if (typeCondition) heed(typeCondition.name.value);
        },
        FragmentDefinition: ({ typeCondition }) => {
          if (typeCondition.name.value !== rootName) heed(typeCondition.name.value);
        },
        Directive: ({ name }) => {
          if (incrementalDirectives.has(name.value)) refused ??= `it uses @${name.value}`;
        },
      }),
    );
  }
  if (
    operation.selectionSet.selections.every(
      (node) => node.kind === Kind.FIELD && node.name.value === '__typename',
    )
  ) {
    refused ??= 'it asks for nothing that is read';
  }
  const maxAgeMs = Math.min(fixedMs, baseMs);
  if (maxAgeMs === Infinity) refused ??= 'nothing in it has a maxAge';
  const [type = 'none', ...more] = subjects;
  return {
    maxAgeMs: refused === undefined ? maxAgeMs : 0,
    fixedMs,
    elastic: { baseMs, upToMs },
    refused,
    isPrivate,
    decidedBy,
    type: more.length === 0 ? type : 'several',
    coordinates,
  };
};
