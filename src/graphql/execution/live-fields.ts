import { getDirective } from '@graphql-tools/utils';
import { type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import type { FieldPlan, SelectionPlan, TypePlan } from './execution-plan.ts';

/** A `@live` field of an answer that was left out. */
export interface Hole {
  /** The field's place in the operation: `Query.movies/MovieConnection.nodes/Movie.views`, by the names in the answer. */
  readonly site: string;
  /** Of the object that it is a field of. */
  readonly id: string;
}

/** Takes note of what is left out. */
export interface HoleSink {
  /**
   * @param coordinate of the field: `Movie.views`.
   * @returns what stands in the answer instead.
   */
  leave(hole: Hole, coordinate: string): string;
}

/** What an execution can be told beside GraphQL's own arguments. */
export interface LiveArguments {
  /** Live fields are left out, and noted here. */
  readonly holes?: HoleSink;
  /** Nothing else is executed: the data of the answer is `values`, one for each of these. */
  readonly fill?: readonly Hole[];
}

export const isLiveField = (schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): boolean =>
  getDirective(schema, field, 'live') !== undefined;

/** All that a live field's resolver gets of its object, whether it is left out or not, so that both give the same. */
export const onlyId = (source: unknown): { readonly _id: string } => {
  const id = typeof source === 'object' && source !== null && '_id' in source ? source._id : undefined;
  if (typeof id === 'string') return { _id: id };
  throw new TypeError('Expected the object of a live field to have an _id that is text.');
};

const sites = new WeakMap<FieldPlan, string>();

/** @param above steps to the object that the field is of; asked for once. */
export const siteOf = (field: FieldPlan, above: () => readonly string[]): string => {
  let site = sites.get(field);
  if (site === undefined) {
    site = [...above(), `${field.parentType.name}.${field.key}`].join('/');
    sites.set(field, site);
  }
  return site;
};

const selectionIn = (
  schema: GraphQLSchema,
  type: TypePlan,
  typeName: string | undefined,
): SelectionPlan | undefined => {
  switch (type.kind) {
    case 'leaf':
      return undefined;
    case 'list':
      return selectionIn(schema, type.item, typeName);
    case 'object':
      return type.selection();
    case 'abstract': {
      const member = schema.getType(typeName ?? '');
      return isObjectType(member) && schema.isSubType(type.type, member)
        ? type.selectionOf(member)
        : undefined;
    }
  }
};

/** @returns the field at a site; `undefined` when the operation has none there. */
export const fieldAt = (schema: GraphQLSchema, root: SelectionPlan, site: string): FieldPlan | undefined => {
  let selection: SelectionPlan | undefined = root;
  let field: FieldPlan | undefined;
  for (const step of site.split('/')) {
    const [typeName, key] = step.split('.');
    if (field) selection = selectionIn(schema, field.type, typeName);
    field = selection?.fields.find((one) => one.key === key && one.parentType.name === typeName);
    if (!field) return undefined;
  }
  return field;
};
