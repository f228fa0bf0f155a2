import { isPlainObject, topOf } from '../canonical.ts';

/** The paths that an update names, whether it changes them or not. */
export interface NamedPaths {
  /** Top-level. */
  readonly tops: ReadonlySet<string>;
  /** Those of `tops` that it names on documents that are there, which `$setOnInsert` does not. */
  readonly changing: ReadonlySet<string>;
  /** Top-level paths that it names by other operators than `$set` and `$unset`. */
  readonly computed: ReadonlySet<string>;
  /** Operators it uses besides `$set`, `$unset` and `$setOnInsert`. */
  readonly otherOperators: readonly string[];
  /** Whether a path goes through an array by position. */
  readonly positional: boolean;
}

const PLAIN = new Set(['$set', '$unset', '$setOnInsert']);
const POSITION = /(?:^|\.)(?:\d+|\$[^.]*)(?:\.|$)/;

/**
 * @param update of operators.
 * @returns `undefined` for pipelines, replacements and whatever else does not say what it names.
 */
export const namedPaths = (update: unknown): NamedPaths | undefined => {
  if (!isPlainObject(update)) return undefined;
  const tops = new Set<string>();
  const changing = new Set<string>();
  const computed = new Set<string>();
  const otherOperators: string[] = [];
  let positional = false;
  for (const [operator, fields] of Object.entries(update)) {
    if (fields === undefined) continue;
    if (!operator.startsWith('$') || !isPlainObject(fields)) return undefined;
    if (!PLAIN.has(operator)) otherOperators.push(operator);
    for (const [path, value] of Object.entries(fields)) {
      const paths = operator === '$rename' ? [path, String(value)] : [path];
      for (const named of paths) {
        tops.add(topOf(named));
        if (operator !== '$setOnInsert') changing.add(topOf(named));
        if (operator !== '$set' && operator !== '$unset') computed.add(topOf(named));
        positional ||= POSITION.test(named);
      }
    }
  }
  return { tops, changing, computed, otherOperators, positional };
};
