import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

const isConnection = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && type.name.endsWith('Connection') && 'pageInfo' in type.getFields();

/** A field that answers a list, by where it stands: `Query.videos`. */
export interface ListField {
  readonly coordinate: string;
  readonly field: Field;
  readonly isPaged: boolean;
}

/** All fields of all types that answer connections, and those of `Query` that answer lists. */
export const listFieldsOf = (schema: GraphQLSchema): readonly ListField[] =>
  Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__')) return [];
    return Object.values(type.getFields()).flatMap((field): readonly ListField[] => {
      const isPaged = isConnection(getNamedType(field.type));
      const isList = isListType(getNullableType(field.type)) && type === schema.getQueryType();
      return isPaged || isList ? [{ coordinate: `${type.name}.${field.name}`, field, isPaged }] : [];
    });
  });

/** Values that an argument can have, as text, where it is known: of an enum, or an input of enums alone. */
const valuesOf = (type: GraphQLInputType): readonly string[] | undefined => {
  const bare = getNullableType(type);
  if (isEnumType(bare)) {
    const names = bare.getValues().map(({ name }) => name);
    return isNonNullType(type) ? names : [...names, 'null'];
  }
  if (!isInputObjectType(bare)) return undefined;
  let inputs: readonly string[] = [''];
  for (const { name, type: inner } of Object.values(bare.getFields())) {
    const values = valuesOf(inner)?.filter((value) => value !== 'null');
    if (!values) return undefined;
    inputs = inputs.flatMap((input) => values.map((value) => `${input} ${name}: ${value}`));
  }
  return inputs.map((input) => `{${input} }`);
};

const pageArguments = new Set(['first', 'after', 'last', 'before']);

/** Every way to sort and to choose among named values that a list offers, as arguments. */
export const choicesOf = ({ args }: Pick<Field, 'args'>): readonly string[] => {
  let choices: readonly string[] = [''];
  for (const { name, type } of args) {
    const values = pageArguments.has(name) ? undefined : valuesOf(type);
    if (values) choices = choices.flatMap((choice) => values.map((value) => `${choice} ${name}: ${value}`));
  }
  return choices;
};

/** What can be asked of an object without arguments and without what lies below. */
const leavesOf = (type: GraphQLNamedType): string => {
  if (!isObjectType(type)) return '__typename';
  const leaves = Object.values(type.getFields()).filter(
    (field) => field.args.length === 0 && !isCompositeType(getNamedType(field.type)),
  );
  return ['__typename', ...leaves.map(({ name }) => name)].join(' ');
};

const pageInfo = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

/** A selection of all that a list tells of itself, and of what is in it without what lies below. */
export const selectionOf = ({ field, isPaged }: ListField): string => {
  const type = getNamedType(field.type);
  if (!isPaged || !isObjectType(type)) return isCompositeType(type) ? `{ ${leavesOf(type)} }` : '';
  const edge = type.getFields()['edges'];
  const edgeType = edge && getNamedType(edge.type);
  const node = isObjectType(edgeType) ? edgeType.getFields()['node'] : undefined;
  const total = 'totalCount' in type.getFields() ? 'totalCount' : '';
  return `{ ${total} ${pageInfo} edges { cursor node { ${node ? leavesOf(getNamedType(node.type)) : '__typename'} } } }`;
};
