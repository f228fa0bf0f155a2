import {
  anyWordTag,
  documentTag,
  membershipTag,
  partitionPathTag,
  partitionTag,
  pathTag,
  type Tag,
  textTag,
  wordTag,
} from '../../cache/tags.ts';
import { canonicalId, canonicalValue, topOf } from '../canonical.ts';
import type { Declared } from '../facets/declarations.ts';
import { wordsOf } from '../words.ts';
import type { Condition, ParsedFilter } from './filter.ts';

/** A union of more partitions than this is read as the whole collection: each is a tag. */
export const MAX_PARTITIONS = 20;

/** More ids than this are read as a list: each is a tag. */
const MAX_IDS = 1_000;

/** Paths within partitions are told apart up to so many pairs, each a tag; beyond, paths count everywhere. */
const MAX_PARTITION_PATHS = 60;

/** Which documents a read looked among, as tags that any write changing the selection stamps. */
export type Selection =
  | { readonly kind: 'wide' }
  | {
      readonly kind: 'narrow';
      readonly tags: ReadonlySet<Tag>;
      /** Those of the tags that are there because of a top-level path, by the path. */
      readonly tagsOfPaths: ReadonlyMap<string, readonly Tag[]>;
      /** Facets that narrowed it. */
      readonly facets: readonly string[];
    };

export interface SelectionOptions {
  /** Whether the command brings a collation: equality then joins more than equal values. */
  readonly collated: boolean;
  /**
   * What the answer shows of the documents that decided it.
   *
   * A document may have left a partition by a write that is not in the log yet; whoever writes to it then sees only
   * where it is now, and stamps nothing of where it was. So it is the answer that must name who decided it.
   *
   * - `'first'`: it shows documents with their ids, and each one that it does not show could go without the answer
   *   being another one: all that were selected, or the first of them in an order. One that it shows is named by its
   *   id; and of one that it does not show and that is in none of its partitions any more, it is right.
   * - `'counted'`: it holds their number and their ids, whose places the caller adds. Paths count everywhere, since a
   *   document that was counted may change elsewhere.
   * - `'nothing'`: it may have been decided by a document that it does not name (a long count, a window behind others).
   *   It carries the facet's own path besides, which every write stamps that moves or removes a document.
   */
  readonly shows: 'first' | 'counted' | 'nothing';
}

/** A partition, and the paths that decide besides which of its documents are selected, and in which order. */
interface Cell {
  readonly partition: Tag;
  readonly paths: ReadonlySet<string>;
}

/** Every document that a filter can match is named by id, and then nothing else about it needs a tag, or in a cell. */
interface Cover {
  readonly ids: readonly Tag[];
  readonly cells: readonly Cell[];
  /** Those that it is made by. */
  readonly facets: readonly string[];
}

const equalityValues = (
  { path, operators }: Condition,
  textOf: (value: unknown) => string | undefined,
): readonly string[] | undefined => {
  const { $eq, $in } = operators;
  const values = '$eq' in operators ? [$eq] : Array.isArray($in) ? ($in as readonly unknown[]) : undefined;
  if (values === undefined || path === '') return undefined;
  const texts = values.map(textOf);
  return texts.every((text) => text !== undefined) ? [...new Set(texts)] : undefined;
};

const coverById = (filter: ParsedFilter, { namespace }: Declared): Cover | undefined => {
  for (const condition of filter.conditions) {
    if (condition.path !== '_id') continue;
    const ids = equalityValues(condition, canonicalId);
    if (ids === undefined || ids.length > MAX_IDS) continue;
    return { ids: ids.map((id) => documentTag(namespace, id)), cells: [], facets: [] };
  }
  return undefined;
};

/** `_id` never changes, so no write names it but those that change the membership. */
const withoutId = (paths: Iterable<string>): readonly string[] => [...paths].filter((path) => path !== '_id');

const coverByFacet = (
  filter: ParsedFilter,
  order: readonly string[],
  declared: Declared,
): Cover | undefined => {
  let best: Cover | undefined;
  for (const condition of filter.conditions) {
    const { path } = condition;
    if (!declared.facets.includes(path)) continue;
    const nullable = !path.includes('.');
    const values = equalityValues(condition, (value) => canonicalValue(value, { nullable }));
    if (values === undefined || values.length > MAX_PARTITIONS) continue;
    if (best !== undefined && best.cells.length <= values.length) continue;
    // The partition's own tag answers for every condition and order on the facet.
    const paths = new Set(withoutId([...filter.paths, ...order]).filter((other) => other !== topOf(path)));
    best = {
      ids: [],
      cells: values.map((value) => ({ partition: partitionTag(declared.namespace, path, value), paths })),
      facets: [path],
    };
  }
  return best;
};

/** The union of the branches of one `$or`, where each can be covered; what stands beside it keeps its paths. */
const coverByAlternatives = (
  filter: ParsedFilter,
  order: readonly string[],
  declared: Declared,
): Cover | undefined => {
  for (const branches of filter.alternatives) {
    const covers = branches.map((branch) => coverOf(branch, [], declared));
    if (!covers.every((cover) => cover !== undefined)) continue;
    const ids = covers.flatMap((cover) => cover.ids);
    const cells = covers.flatMap((cover) => cover.cells);
    if (ids.length + cells.length > MAX_PARTITIONS) continue;
    const beside = withoutId([
      ...order,
      ...filter.otherPaths,
      ...filter.conditions.map(({ path }) => topOf(path)),
      ...filter.alternatives.filter((other) => other !== branches).flatMap(pathsOfBranches),
    ]);
    return {
      ids,
      cells: cells.map(({ partition, paths }) => ({ partition, paths: new Set([...paths, ...beside]) })),
      facets: covers.flatMap((cover) => cover.facets),
    };
  }
  return undefined;
};

const pathsOfBranches = (branches: readonly ParsedFilter[]): readonly string[] =>
  branches.flatMap((branch) => [...branch.paths]);

/** A cover of every document that the filter can match, or `undefined` when there is none. */
const coverOf = (filter: ParsedFilter, order: readonly string[], declared: Declared): Cover | undefined =>
  coverById(filter, declared) ??
  coverByFacet(filter, order, declared) ??
  coverByAlternatives(filter, order, declared);

const narrow = (
  others: readonly Tag[],
  tagsOfPaths: ReadonlyMap<string, readonly Tag[]>,
  facets: readonly string[],
): Selection => ({
  kind: 'narrow',
  tags: new Set([...others, ...[...tagsOfPaths.values()].flat()]),
  tagsOfPaths,
  facets,
});

const narrowToCover = (
  { ids, cells, facets }: Cover,
  { namespace }: Declared,
  { shows }: SelectionOptions,
): Selection => {
  const pairs = cells.reduce((sum, { paths }) => sum + paths.size, 0);
  const isWithin = shows === 'first' && pairs <= MAX_PARTITION_PATHS;
  const tagsOfPaths = new Map<string, Tag[]>();
  for (const { partition, paths } of cells) {
    for (const path of paths) {
      const tag = isWithin ? partitionPathTag(partition, path) : pathTag(namespace, path);
      tagsOfPaths.set(path, [...(tagsOfPaths.get(path) ?? []), tag]);
    }
  }
  const ofFacets = shows === 'nothing' ? facets.map((facet) => pathTag(namespace, facet)) : [];
  return narrow([...ids, ...cells.map(({ partition }) => partition), ...ofFacets], tagsOfPaths, facets);
};

/** Which texts a search depends on: where it shows the first that it finds, those that hold a word of it. */
const textTags = (
  { search }: ParsedFilter,
  { namespace, textLanguage }: Declared,
  { shows }: SelectionOptions,
): readonly Tag[] => {
  const isByWords = textLanguage === 'none' && shows === 'first' && search !== undefined;
  const words = isByWords ? (wordsOf([search]) ?? []) : [];
  if (words.length === 0) return [textTag(namespace)];
  return [...words.map((word) => wordTag(namespace, word)), anyWordTag(namespace)];
};

/** @param order top-level paths that the read sorts by. */
export const selectionOf = (
  filter: ParsedFilter,
  order: readonly string[],
  declared: Declared,
  options: SelectionOptions,
): Selection => {
  const { namespace } = declared;
  if (filter.wide || (filter.searchesText && declared.textPaths.length === 0)) return { kind: 'wide' };
  if (!filter.searchesText && !options.collated && !declared.hasCollation) {
    const cover = coverOf(filter, order, declared);
    if (cover !== undefined) return narrowToCover(cover, declared, options);
  }
  const base = filter.searchesText ? textTags(filter, declared, options) : [membershipTag(namespace)];
  const paths = withoutId(new Set([...filter.paths, ...order]));
  return narrow(base, new Map(paths.map((path) => [path, [pathTag(namespace, path)]])), []);
};
