import {
  defaultTypeResolver,
  type ExecutionResult,
  type GraphQLFieldResolver,
  getArgumentValues,
  GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
  locatedError,
  OperationTypeNode,
  responsePathAsArray,
} from 'graphql';
import type {
  FieldPlan,
  OperationExecutionPlan,
  SelectionPlan,
  TypePlan,
  Variables,
} from './execution-plan.ts';
import { fieldAt, type Hole, type HoleSink, onlyId, siteOf } from './live-fields.ts';

/** What an operation runs on. */
export interface ExecutionInput {
  readonly schema: GraphQLSchema;
  readonly plan: OperationExecutionPlan;
  readonly rootValue: unknown;
  readonly contextValue: unknown;
  readonly variables: Variables;
  /** Takes the live fields, which are then left out. */
  readonly holes?: HoleSink | undefined;
}

type Container = Record<string | number, unknown>;

/** Where a value goes. To resolvers it is the path of their field. */
class Place {
  readonly prev: Place | undefined;
  readonly key: string | number;
  /** Of the object that the field is of; `undefined` for a place in a list. */
  readonly typename: string | undefined;
  readonly container: Container;
  readonly nullable: boolean;
  /** Set when an error below made it null: what is still to come below it is for nobody. */
  isNulled = false;

  constructor(
    prev: Place | undefined,
    key: string | number,
    typename: string | undefined,
    container: Container,
    nullable: boolean,
  ) {
    this.prev = prev;
    this.key = key;
    this.typename = typename;
    this.container = container;
    this.nullable = nullable;
  }
}

/** `Query.movies`, `MovieConnection.nodes`. */
const stepsTo = (place: Place | undefined): readonly string[] => {
  const steps: string[] = [];
  for (let above = place; above; above = above.prev) {
    if (above.typename !== undefined) steps.push(`${above.typename}.${above.key}`);
  }
  return steps.toReversed();
};

const noArguments: Readonly<Record<string, never>> = Object.freeze({});

const isPromiseLike = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

/**
 * One run of an operation. It fills the answer in where it belongs, instead of handing parts of it from promise to
 * promise: a page of films has a promise for each thing that is awaited, and none for what only holds it.
 */
export class Execution {
  readonly #input: ExecutionInput;
  readonly #errors: GraphQLError[] = [];
  #data: Record<string, unknown> | null = null;
  /** Values awaited, and one for the part that is running. */
  #pending = 1;
  #whenIdle: (() => void) | undefined;

  constructor(input: ExecutionInput) {
    this.#input = input;
  }

  run(): ExecutionResult | Promise<ExecutionResult> {
    const { plan, variables, rootValue } = this.#input;
    let root: SelectionPlan;
    try {
      root = plan.rootFor(variables);
    } catch (error) {
      return { errors: [locatedError(error, plan.operation)], data: null };
    }
    this.#data = root.create();
    if (plan.operation.operation === OperationTypeNode.MUTATION) return this.#runInTurn(root, rootValue);
    this.#executeFields(root, rootValue, this.#data, undefined);
    const idle = this.#idle();
    return idle ? idle.then(() => this.#result()) : this.#result();
  }

  /**
   * Executes what was left out of an answer, and nothing else.
   * @returns as data `{ values }`, one for each of the holes; `null` as soon as one fails that may not be null.
   */
  fill(holes: readonly Hole[]): ExecutionResult | Promise<ExecutionResult> {
    const { plan, variables, schema } = this.#input;
    const root = plan.rootFor(variables);
    const known = new Map<string, FieldPlan>();
    const filled = holes.map(({ site, id }) => {
      const field = known.get(site) ?? fieldAt(schema, root, site);
      if (!field?.isLive) throw new Error(`Expected a live field at ${site}.`);
      known.set(site, field);
      const container: Container = {};
      return { field, source: { _id: id }, container };
    });
    this.#data = {};
    for (const { field, source, container } of filled)
      this.#executeField(field, source, container, undefined);
    const result = (): ExecutionResult => {
      const values = filled.map(({ field, container }) => container[field.key]);
      return this.#data === null ? this.#result() : { ...this.#result(), data: { values } };
    };
    const idle = this.#idle();
    return idle ? idle.then(result) : result();
  }

  /** Each field of a mutation begins when all of the one before has ended. */
  async #runInTurn({ fields }: SelectionPlan, rootValue: unknown): Promise<ExecutionResult> {
    for (const field of fields) {
      if (this.#data === null) break;
      this.#executeField(field, rootValue, this.#data, undefined);
      await this.#idle();
      this.#pending = 1;
    }
    return this.#result();
  }

  #result(): ExecutionResult {
    return this.#errors.length === 0 ? { data: this.#data } : { errors: this.#errors, data: this.#data };
  }

  /** Ends the running part; `undefined` when nothing is awaited. */
  #idle(): Promise<void> | undefined {
    this.#pending -= 1;
    if (this.#pending === 0) return undefined;
    return new Promise((resolve) => {
      this.#whenIdle = resolve;
    });
  }

  #settle(): void {
    this.#pending -= 1;
    if (this.#pending === 0) this.#whenIdle?.();
  }

  #executeFields(
    { fields }: SelectionPlan,
    source: unknown,
    container: Container,
    parent: Place | undefined,
  ): void {
    const errors = this.#errors.length;
    for (const field of fields) {
      this.#executeField(field, source, container, parent);
      if (this.#errors.length > errors && this.#isNulled(parent)) return;
    }
  }

  #executeField(field: FieldPlan, object: unknown, container: Container, parent: Place | undefined): void {
    const { key, resolve, definition, type, parentType } = field;
    let source = object;
    let value: unknown;
    let place: Place | undefined;
    try {
      if (field.isLive) {
        const ofId = onlyId(object);
        const { holes } = this.#input;
        if (holes) {
          const site = siteOf(field, () => stepsTo(parent));
          container[key] = holes.leave({ site, id: ofId._id }, `${parentType.name}.${definition.name}`);
          return;
        }
        source = ofId;
      }
      if (resolve === undefined) {
        value = propertyOf(source, field.name);
        // Most of an answer: properties that are values already, at places that nobody has to know.
        if (type.kind === 'leaf' && isPrimitive(value)) {
          container[key] = serialised(type, value);
          return;
        }
      }
      place = new Place(parent, key, parentType.name, container, type.nullable);
      const call = resolve ?? (typeof value === 'function' ? methodOf(field.name) : undefined);
      if (call) {
        const given =
          definition.args.length === 0
            ? noArguments
            : getArgumentValues(definition, field.nodes[0], this.#input.variables);
        value = call(source, given, this.#input.contextValue, this.#infoOf(field, place));
      }
    } catch (error) {
      this.#fail(error, field, place ?? new Place(parent, key, parentType.name, container, type.nullable));
      return;
    }
    this.#complete(type, field, value, place);
  }

  #infoOf({ name, nodes, definition, parentType }: FieldPlan, place: Place): GraphQLResolveInfo {
    const { schema, plan, rootValue, variables } = this.#input;
    return {
      fieldName: name,
      fieldNodes: nodes,
      returnType: definition.type,
      parentType,
      path: place,
      schema,
      fragments: plan.fragments,
      rootValue,
      operation: plan.operation,
      variableValues: variables,
    };
  }

  /** Keeps the place in the order of the answer, for what is still to come. */
  #await({ container, key }: Place): void {
    container[key] = undefined;
    this.#pending += 1;
  }

  #arrived(type: TypePlan, field: FieldPlan, value: unknown, place: Place): void {
    this.#complete(type, field, value, place);
    this.#settle();
  }

  #lost(error: unknown, field: FieldPlan, place: Place): void {
    this.#fail(error, field, place);
    this.#settle();
  }

  /** Puts a value into its place, now or when it is there. Never throws. */
  #complete(type: TypePlan, field: FieldPlan, value: unknown, place: Place): void {
    if (isPromiseLike(value)) {
      this.#await(place);
      value.then(
        (awaited) => this.#arrived(type, field, awaited, place),
        (error: unknown) => this.#lost(error, field, place),
      );
      return;
    }
    try {
      this.#completeNow(type, field, value, place);
    } catch (error) {
      this.#fail(error, field, place);
    }
  }

  #completeNow(type: TypePlan, field: FieldPlan, value: unknown, place: Place): void {
    if (value instanceof Error) throw value;
    if (value === null || value === undefined) {
      if (!type.nullable) throw nullError(field);
      place.container[place.key] = null;
      return;
    }
    switch (type.kind) {
      case 'leaf':
        place.container[place.key] = serialised(type, value);
        return;
      case 'list':
        this.#completeList(type.item, field, value, place);
        return;
      case 'object':
        this.#completeObject(type.selection(), value, place);
        return;
      case 'abstract':
        this.#completeAbstract(type, field, value, place);
        return;
    }
  }

  #completeList(item: TypePlan, field: FieldPlan, value: unknown, place: Place): void {
    if (!isIterable(value)) {
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${field.parentType.name}.${field.name}".`,
      );
    }
    const items: unknown[] = [];
    place.container[place.key] = items;
    const errors = this.#errors.length;
    for (const element of value) {
      const index = items.length;
      items.push(undefined);
      const itemPlace = new Place(place, index, undefined, items as unknown as Container, item.nullable);
      this.#complete(item, field, element, itemPlace);
      if (this.#errors.length > errors && this.#isNulled(place)) return;
    }
  }

  #completeObject(selection: SelectionPlan, value: unknown, place: Place): void {
    const object = selection.create();
    place.container[place.key] = object;
    this.#executeFields(selection, value, object, place);
  }

  #completeAbstract(
    type: Extract<TypePlan, { kind: 'abstract' }>,
    field: FieldPlan,
    value: unknown,
    place: Place,
  ): void {
    let fieldPlace = place;
    while (fieldPlace.typename === undefined && fieldPlace.prev) fieldPlace = fieldPlace.prev;
    const resolveType = type.type.resolveType ?? defaultTypeResolver;
    const info = this.#infoOf(field, fieldPlace);
    const name: unknown = resolveType(value, this.#input.contextValue, info, type.type);
    const complete = (typeName: unknown): void => {
      this.#completeObject(type.selectionOf(this.#memberOf(type, field, typeName)), value, place);
    };
    if (!isPromiseLike(name)) {
      complete(name);
      return;
    }
    this.#await(place);
    name.then(complete).then(
      () => this.#settle(),
      (error: unknown) => this.#lost(error, field, place),
    );
  }

  #memberOf({ type }: Extract<TypePlan, { kind: 'abstract' }>, field: FieldPlan, name: unknown) {
    const { schema } = this.#input;
    const member = typeof name === 'string' ? schema.getType(name) : undefined;
    if (isObjectType(member) && schema.isSubType(type, member)) return member;
    throw new GraphQLError(
      `Expected ${field.parentType.name}.${field.name} to be of a type of ${type.name}, but got ${String(name)}.`,
      { nodes: field.nodes },
    );
  }

  #isNulled(place: Place | undefined): boolean {
    for (let above = place; above; above = above.prev) if (above.isNulled) return true;
    return this.#data === null;
  }

  /** Notes an error, and makes null what may be null, at its place or above. */
  #fail(error: unknown, { nodes }: FieldPlan, place: Place): void {
    if (this.#isNulled(place)) return;
    this.#errors.push(locatedError(error, nodes, responsePathAsArray(place)));
    let nulled: Place | undefined = place;
    while (nulled && !nulled.nullable) nulled = nulled.prev;
    if (nulled) {
      nulled.isNulled = true;
      nulled.container[nulled.key] = null;
    } else this.#data = null;
  }
}

const isPrimitive = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const propertyOf = (source: unknown, name: string): unknown =>
  (typeof source === 'object' && source !== null) || typeof source === 'function'
    ? (source as Container)[name]
    : undefined;

/** Resolves by a method of the object, as GraphQL does where there is no resolver. */
const methodOf =
  (name: string): GraphQLFieldResolver<unknown, unknown> =>
  (source, given, context, info): unknown =>
    (source as Record<string, (...args: unknown[]) => unknown>)[name]?.(given, context, info);

const nullError = ({ parentType, name }: FieldPlan): Error =>
  new Error(`Cannot return null for non-nullable field ${parentType.name}.${name}.`);

const serialised = ({ type }: Extract<TypePlan, { kind: 'leaf' }>, value: unknown): unknown => {
  const text: unknown = type.serialize(value);
  if (text === undefined || text === null) {
    throw new Error(`Expected ${type.name} to serialise a value, but it made ${String(text)} of it.`);
  }
  return text;
};
