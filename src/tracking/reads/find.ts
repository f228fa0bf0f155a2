import { anythingTag } from '../../cache/tags.ts';
import { isPlainObject, topOf } from '../canonical.ts';
import type { Declared } from '../facets/declarations.ts';
import { parseFilter } from './filter.ts';
import { type ReadPlan, type ShownOrder, trackedPlan, uncacheable, wideTags } from './plan.ts';
import { keepsId, keepsPath } from './projection.ts';
import { type Selection, selectionOf } from './selection.ts';

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

/** Path and direction of what a sort goes by first. */
const leadOf = (sort: unknown): { readonly path: string; readonly direction: unknown } | undefined => {
  const entries: Iterable<[unknown, unknown]> =
    sort instanceof Map ? sort : isPlainObject(sort) ? Object.entries(sort) : [];
  for (const [path, direction] of entries) return typeof path === 'string' ? { path, direction } : undefined;
  return undefined;
};

/** @returns `undefined` where every value of the paths matters, or it cannot be told which do. */
const shownOrder = (
  command: Command,
  { tagsOfPaths }: Extract<Selection, { kind: 'narrow' }>,
  declared: Declared,
): ShownOrder | undefined => {
  const { sort, projection, singleBatch } = command;
  const limit = Number(command['limit'] ?? 0);
  const lead = leadOf(sort);
  const tags = lead && tagsOfPaths.get(lead.path);
  if (!tags || !(limit > 0) || isCollated(command) || declared.hasCollation) return undefined;
  if (Number(command['skip'] ?? 0) > 0 || singleBatch === true || !keepsPath(projection, lead.path))
    return undefined;
  if (lead.direction !== 1 && lead.direction !== -1) return undefined;
  return {
    path: lead.path,
    bound: lead.direction === 1 ? '<=' : '>=',
    tags,
    limit,
  };
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
  const shown = shownOrder(command, selection, declared);
  const decided = new Set(shown?.tags);
  const tags = [...selection.tags].filter((tag) => !decided.has(tag));
  return trackedPlan([...tags, anythingTag(namespace)], {
    documentsOf: namespace,
    ...(shown && { order: shown }),
  });
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
