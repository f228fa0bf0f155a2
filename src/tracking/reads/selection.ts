import { documentTag, membershipTag, partitionTag, pathTag, type Tag, textTag } from '../../cache/tags.ts';
import { canonicalId, canonicalValue, topOf } from '../canonical.ts';
import type { Declared } from '../facets/declarations.ts';
import type { Condition, ParsedFilter } from './filter.ts';

/** A union of more partitions than this is read as the whole collection: each is a tag. */
export const MAX_PARTITIONS = 20;

/** More ids than this are read as a list: each is a tag. */
const MAX_IDS = 1_000;

/** Which documents a read looked among, as tags that any write changing the selection stamps. */
export type Selection =
  | { readonly kind: 'wide' }
  | {
      readonly kind: 'narrow';
      readonly tags: ReadonlySet<Tag>;
      /** Whether only documents named by id were looked at: then nothing else about them needs a tag. */
      readonly byIdOnly: boolean;
      /**
       * Path tags of facets that narrowed it. A document may have left the partition by a write that is not
       * in the log yet; a later write on it then knows only where it found it. Where the answer shows the
       * document, its own tag helps; counts and windows do not show it and need these besides.
       */
      readonly moves: ReadonlySet<Tag>;
    };

interface Cover {
  readonly tags: readonly Tag[];
  /** Top-level path whose every condition and order the cover answers for; `undefined` for a cover by id. */
  readonly facet: string | undefined;
  readonly moves: readonly Tag[];
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
    return { tags: ids.map((id) => documentTag(namespace, id)), facet: undefined, moves: [] };
  }
  return undefined;
};

const coverByFacet = (filter: ParsedFilter, declared: Declared): Cover | undefined => {
  let best: Cover | undefined;
  for (const condition of filter.conditions) {
    const { path } = condition;
    if (!declared.facets.includes(path)) continue;
    const nullable = !path.includes('.');
    const values = equalityValues(condition, (value) => canonicalValue(value, { nullable }));
    if (values === undefined || values.length > MAX_PARTITIONS) continue;
    if (best !== undefined && best.tags.length <= values.length) continue;
    best = {
      tags: values.map((value) => partitionTag(declared.namespace, path, value)),
      facet: topOf(path),
      moves: declared.fixedFacets.has(path) ? [] : [pathTag(declared.namespace, path)],
    };
  }
  return best;
};

type NarrowSelection = Extract<Selection, { kind: 'narrow' }>;

/** `_id` never changes, so no write names it but those that change the membership. */
const pathTags = (namespace: string, paths: Iterable<string>, except?: string): readonly Tag[] =>
  [...paths].filter((path) => path !== '_id' && path !== except).map((path) => pathTag(namespace, path));

/** The union of the branches of one `$or`, where each can be covered; what stands beside it keeps its paths. */
const coverByAlternatives = (
  filter: ParsedFilter,
  order: readonly string[],
  declared: Declared,
): NarrowSelection | undefined => {
  for (const branches of filter.alternatives) {
    const covered = branches.map((branch) => coverOf(branch, [], declared));
    if (!covered.every((branch) => branch !== undefined)) continue;
    const tags = new Set(covered.flatMap((branch) => [...branch.tags]));
    if (tags.size > MAX_PARTITIONS) continue;
    const moves = new Set(covered.flatMap((branch) => [...branch.moves]));
    if (covered.every((branch) => branch.byIdOnly)) return { kind: 'narrow', tags, byIdOnly: true, moves };
    const beside = [
      ...order,
      ...filter.otherPaths,
      ...filter.conditions.map(({ path }) => topOf(path)),
      ...filter.alternatives.filter((other) => other !== branches).flatMap(pathsOfBranches),
    ];
    for (const tag of pathTags(declared.namespace, beside)) tags.add(tag);
    return { kind: 'narrow', tags, byIdOnly: false, moves };
  }
  return undefined;
};

const pathsOfBranches = (branches: readonly ParsedFilter[]): readonly string[] =>
  branches.flatMap((branch) => [...branch.paths]);

/** A cover of every document that the filter can match, or `undefined` when there is none. */
const coverOf = (
  filter: ParsedFilter,
  order: readonly string[],
  declared: Declared,
): NarrowSelection | undefined => {
  const byId = coverById(filter, declared);
  if (byId !== undefined) {
    return { kind: 'narrow', tags: new Set(byId.tags), byIdOnly: true, moves: new Set() };
  }
  const byFacet = coverByFacet(filter, declared);
  if (byFacet === undefined) return coverByAlternatives(filter, order, declared);
  const paths = pathTags(declared.namespace, [...filter.paths, ...order], byFacet.facet);
  return {
    kind: 'narrow',
    tags: new Set([...byFacet.tags, ...paths]),
    byIdOnly: false,
    moves: new Set(byFacet.moves),
  };
};

/**
 * @param order top-level paths that the read sorts by.
 * @param options.collated whether the command brings a collation: equality then joins more than equal values.
 */
export const selectionOf = (
  filter: ParsedFilter,
  order: readonly string[],
  declared: Declared,
  options: { readonly collated: boolean },
): Selection => {
  const { namespace } = declared;
  if (filter.wide || (filter.searchesText && declared.textPaths.length === 0)) return { kind: 'wide' };
  if (!filter.searchesText && !options.collated && !declared.hasCollation) {
    const cover = coverOf(filter, order, declared);
    if (cover !== undefined) return cover;
  }
  const base = filter.searchesText ? textTag(namespace) : membershipTag(namespace);
  return {
    kind: 'narrow',
    tags: new Set([base, ...pathTags(namespace, new Set([...filter.paths, ...order]))]),
    byIdOnly: false,
    moves: new Set(),
  };
};
