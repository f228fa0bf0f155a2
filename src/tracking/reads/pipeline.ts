import { isPlainObject, topOf } from '../canonical.ts';
import { orderOf } from './find.ts';
import { isIdsOfCount, showsCounted } from './count.ts';
import { keepsId, onlyPicks } from './projection.ts';

/** What a pipeline does to the collection it starts from, as far as that can be told narrowly. */
export interface PipelineReading {
  /** The filters that stand before anything else: all must hold. */
  readonly filters: readonly unknown[];
  /** Top-level paths by which it sorts, or filters later on. */
  readonly paths: ReadonlySet<string>;
  /**
   * Whether it ends in documents with their own ids, or in their number, perhaps with some ids beside it. It is of the first documents when none
   * of those selected came before one that it shows, or had any other part in it, without being shown.
   */
  readonly yields: 'first documents' | 'documents' | 'number' | 'number and ids';
}

/** Why a pipeline cannot be told narrowly: any document may matter in any way. */
export type Narrowness = PipelineReading | 'wide';

type Stage = readonly [name: string, value: unknown];

export const stageOf = (stage: unknown): Stage | undefined => {
  if (!isPlainObject(stage)) return undefined;
  const [entry, ...more] = Object.entries(stage);
  return more.length === 0 ? entry : undefined;
};

/** `countDocuments` of the driver sends this group; the name of the sum does not matter. */
const isCountingGroup = (value: unknown): boolean => {
  if (!isPlainObject(value)) return false;
  const { _id, ...sums } = value;
  const constant = _id === null || typeof _id === 'number';
  return (
    constant &&
    Object.values(sums).every((sum) => {
      if (isIdsOfCount(sum)) return true;
      if (!isPlainObject(sum) || Object.keys(sum).length !== 1) return false;
      return typeof sum['$sum'] === 'number' || isPlainObject(sum['$count']);
    })
  );
};

class PipelineReader {
  readonly filters: unknown[] = [];
  readonly laterFilters: unknown[] = [];
  readonly order = new Set<string>();
  yields: PipelineReading['yields'] = 'first documents';
  #windows = false;
  /** Paths may no longer mean what they mean in the collection. */
  #reshaped = false;
  /** Paths may be missing that the collection has. */
  #picked = false;

  /** @returns false when the stage cannot be told narrowly. */
  read([name, value]: Stage): boolean {
    if (this.yields === 'number' || this.yields === 'number and ids') return false;
    switch (name) {
      case '$match':
        return this.#match(value);
      case '$sort':
        return this.#sort(value);
      case '$skip':
        this.#windows = true;
        this.yields = 'documents';
        return true;
      case '$limit':
        // A window of a window, perhaps in another order, need not show what decided the outer one.
        if (this.#windows) this.yields = 'documents';
        this.#windows = true;
        return Number.isFinite(Number(value));
      case '$count':
        this.yields = 'number';
        return true;
      case '$group':
        this.yields = showsCounted(value) && !this.#windows ? 'number and ids' : 'number';
        return isCountingGroup(value);
      case '$project':
        this.#picked = true;
        this.#reshaped ||= !isPlainObject(value) || !onlyPicks(value);
        return keepsId(value);
      case '$set':
      case '$addFields':
        this.#reshaped = true;
        return isPlainObject(value) && Object.keys(value).every((path) => topOf(path) !== '_id');
      case '$unset':
        this.#picked = true;
        return [value].flat().every((path) => typeof path === 'string' && topOf(path) !== '_id');
      case '$lookup':
      case '$graphLookup':
        this.#reshaped = true;
        return isPlainObject(value) && typeof value['as'] === 'string' && topOf(value['as']) !== '_id';
      default:
        return false;
    }
  }

  #match(filter: unknown): boolean {
    if (this.#reshaped) return false;
    // Behind a window or without a path, a document that fails the filter may still have had its effect.
    const leading = !this.#windows && !this.#picked;
    (leading ? this.filters : this.laterFilters).push(filter);
    if (!leading) this.yields = 'documents';
    return true;
  }

  #sort(sort: unknown): boolean {
    const paths = orderOf(sort);
    if (this.#reshaped || paths === undefined) return false;
    for (const path of paths) this.order.add(path);
    return true;
  }
}

/**
 * @param pathsOf the top-level paths of a filter, `undefined` when it is not understood.
 */
export const readPipeline = (
  stages: readonly Stage[],
  pathsOf: (filter: unknown) => Iterable<string> | undefined,
): Narrowness => {
  const reader = new PipelineReader();
  if (!stages.every((stage) => reader.read(stage))) return 'wide';
  const paths = new Set(reader.order);
  for (const filter of reader.laterFilters) {
    const more = pathsOf(filter);
    if (more === undefined) return 'wide';
    for (const path of more) paths.add(path);
  }
  return { filters: reader.filters, paths, yields: reader.yields };
};
