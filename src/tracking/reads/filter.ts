import { isPlainObject, topOf } from '../canonical.ts';

/** Conditions on one path, all of which must hold. */
export interface Condition {
  readonly path: string;
  readonly operators: Readonly<Record<string, unknown>>;
}

/** A filter taken apart: a conjunction. */
export interface ParsedFilter {
  readonly conditions: readonly Condition[];
  /** Each a disjunction of filters. */
  readonly alternatives: readonly (readonly ParsedFilter[])[];
  /** Top-level paths that it looks at in any way, those of nested parts included. */
  readonly paths: ReadonlySet<string>;
  /** Those of them that it looks at elsewhere than in `conditions` and `alternatives`. */
  readonly otherPaths: ReadonlySet<string>;
  readonly searchesText: boolean;
  /** What it searches for, where that is one text in no language of its own. */
  readonly search: string | undefined;
  /** Set when it looks at more than `paths` says. */
  readonly wide: boolean;
}

const FIELD_OPERATORS = new Set([
  '$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin', '$not', '$exists', '$type', '$mod', '$regex',
  '$options', '$all', '$elemMatch', '$size', '$bitsAllSet', '$bitsAnySet', '$bitsAllClear', '$bitsAnyClear',
]); // prettier-ignore

/** Keys of a DBRef, which is a value though it looks like operators. */
const isOperatorObject = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (!isPlainObject(value)) return false;
  const [first] = Object.keys(value);
  return first?.startsWith('$') === true && first !== '$ref' && first !== '$id' && first !== '$db';
};

const searchOf = (value: unknown): string | undefined => {
  if (!isPlainObject(value) || value['$language'] !== undefined) return undefined;
  const text = value['$search'];
  return typeof text === 'string' ? text : undefined;
};

class FilterReader {
  readonly conditions: Condition[] = [];
  readonly alternatives: ParsedFilter[][] = [];
  readonly paths = new Set<string>();
  readonly otherPaths = new Set<string>();
  searchesText = false;
  search: string | undefined;
  wide = false;

  read(filter: unknown): void {
    if (filter === undefined || filter === null) return;
    if (!isPlainObject(filter)) {
      this.wide = true;
      return;
    }
    for (const [key, value] of Object.entries(filter)) this.#readKey(key, value);
  }

  #readKey(key: string, value: unknown): void {
    if (!key.startsWith('$')) {
      this.#readCondition(key, value);
      return;
    }
    switch (key) {
      case '$and':
        if (Array.isArray(value)) for (const part of value as readonly unknown[]) this.read(part);
        else this.wide = true;
        return;
      case '$or':
      case '$nor':
        if (Array.isArray(value)) this.#readBranches(value, key === '$or');
        else this.wide = true;
        return;
      case '$text':
        this.search = this.searchesText ? undefined : searchOf(value);
        this.searchesText = true;
        return;
      case '$comment':
      case '$alwaysTrue':
      case '$alwaysFalse':
        return;
      default:
        this.wide = true;
    }
  }

  #readBranches(branches: readonly unknown[], union: boolean): void {
    const parsed = branches.map(parseFilter);
    for (const branch of parsed) {
      for (const path of branch.paths) {
        this.paths.add(path);
        if (!union) this.otherPaths.add(path);
      }
      if (branch.searchesText) this.search = undefined;
      this.searchesText ||= branch.searchesText;
      this.wide ||= branch.wide;
    }
    if (union) this.alternatives.push(parsed);
  }

  #readCondition(path: string, value: unknown): void {
    this.paths.add(topOf(path));
    const operators = isOperatorObject(value) ? value : { $eq: value };
    if (Object.keys(operators).some((operator) => !FIELD_OPERATORS.has(operator))) this.wide = true;
    // A regular expression as a value is a pattern, whatever operator it stands under.
    this.conditions.push({ path, operators });
  }
}

/** Takes a filter apart without judging it. Never throws: what it does not know makes the result wide. */
export const parseFilter = (filter: unknown): ParsedFilter => {
  const reader = new FilterReader();
  reader.read(filter);
  return reader;
};
