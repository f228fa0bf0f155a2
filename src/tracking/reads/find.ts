import { anythingTag } from '../../cache/tags.ts';
import { isPlainObject, topOf } from '../canonical.ts';
import type { Declared } from '../facets/declarations.ts';
import { parseFilter } from './filter.ts';
import { type ReadPlan, trackedPlan, uncacheable, wideTags } from './plan.ts';
import { keepsId } from './projection.ts';
import { selectionOf } from './selection.ts';

type Command = Readonly<Record<string, unknown>>;

/** Whether equality under this collation joins unequal texts. */
export const isCollated = ({ collation }: Command): boolean =>
  collation !== undefined && !(isPlainObject(collation) && collation['locale'] === 'simple');

/** Top-level paths of a sort; `undefined` when it is not understood. */
export const orderOf = (sort: unknown): readonly string[] | undefined => {
  if (sort === undefined || sort === null) return [];
  const isMap = sort instanceof Map;
  if (!isMap && !isPlainObject(sort)) return undefined;
  const paths: string[] = [];
  const entries: Iterable<[unknown, unknown]> = isMap ? sort : Object.entries(sort);
  for (const [path, direction] of entries) {
    if (typeof path !== 'string') return undefined;
    if (isPlainObject(direction)) {
      // The score of a text search follows from the text paths, which its own tag covers.
      if (direction['$meta'] !== 'textScore') return undefined;
    } else if (path !== '$natural') paths.push(topOf(path));
  }
  return paths;
};

const FIND_PROBLEMS = new Map([
  ['tailable', 'a tailable cursor follows the collection'],
  ['awaitData', 'a tailable cursor follows the collection'],
  ['oplogReplay', 'it reads the oplog'],
  ['allowPartialResults', 'it may return a part only'],
  ['returnKey', 'it returns keys of an index'],
  ['showRecordId', 'it returns record ids'],
]);

export const planFind = (command: Command, declared: Declared): ReadPlan => {
  for (const [option, reason] of FIND_PROBLEMS) {
    if (command[option] !== undefined && command[option] !== false) return uncacheable(reason);
  }
  const { namespace } = declared;
  const order = orderOf(command['sort']);
  const bounded = command['min'] !== undefined || command['max'] !== undefined;
  const selection =
    order === undefined || bounded || !keepsId(command['projection'])
      ? undefined
      : selectionOf(parseFilter(command['filter']), order, declared, {
          collated: isCollated(command),
          shows: Number(command['skip'] ?? 0) > 0 ? 'nothing' : 'first',
        });
  if (selection === undefined || selection.kind === 'wide') return trackedPlan(wideTags(namespace));
  return trackedPlan([...selection.tags, anythingTag(namespace)], { documentsOf: namespace });
};

/** `count` and `distinct`, whose replies show no documents. */
export const planCount = (command: Command, declared: Declared): ReadPlan => {
  const { query } = command;
  if (!isPlainObject(query) || Object.keys(query).length === 0) {
    return uncacheable('a count without a filter reads metadata, which no read concern covers');
  }
  return planFilterOnly(query, [], command, declared);
};

export const planDistinct = (command: Command, declared: Declared): ReadPlan => {
  const { key } = command;
  if (typeof key !== 'string') return trackedPlan(wideTags(declared.namespace));
  return planFilterOnly(command['query'], [topOf(key)], command, declared);
};

const planFilterOnly = (
  filter: unknown,
  paths: readonly string[],
  command: Command,
  declared: Declared,
): ReadPlan => {
  const { namespace } = declared;
  const options = { collated: isCollated(command), shows: 'nothing' } as const;
  const selection = selectionOf(parseFilter(filter), paths, declared, options);
  if (selection.kind === 'wide') return trackedPlan(wideTags(namespace));
  return trackedPlan([...selection.tags, anythingTag(namespace)]);
};
