import { isPlainObject, topOf } from '../canonical.ts';
import { orderOf } from './find.ts';
import { keepsId, onlyPicks } from './projection.ts';

/** What a pipeline does to the collection it starts from, as far as that can be told narrowly. */
export interface PipelineReading {
  /** The filters that stand before anything else: all must hold. */
  readonly filters: readonly unknown[];
  /** Top-level paths by which it sorts, or filters later on. */
  readonly paths: ReadonlySet<string>;
  /** Whether it ends in documents with their own ids, or in their number. */
  readonly yields: 'documents' | 'number';
  readonly skips: boolean;
  /** `Infinity` without a limit. */
  readonly limit: number;
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
      if (!isPlainObject(sum) || Object.keys(sum).length !== 1) return false;
      return typeof sum['$sum'] === 'number' || isPlainObject(sum['$count']);
    })
  );
};

class PipelineReader {
  readonly filters: unknown[] = [];
  readonly laterFilters: unknown[] = [];
  readonly order = new Set<string>();
  yields: PipelineReading['yields'] = 'documents';
  skips = false;
  limit = Infinity;
  /** Paths may no longer mean what they mean in the collection. */
  #reshaped = false;
  /** Paths may be missing that the collection has. */
  #picked = false;

  /** @returns false when the stage cannot be told narrowly. */
  read([name, value]: Stage): boolean {
    if (this.yields === 'number') return false;
    switch (name) {
      case '$match':
        return this.#match(value);
      case '$sort':
        return this.#sort(value);
      case '$skip':
        this.skips = true;
        return true;
      case '$limit':
        this.limit = Math.min(this.limit, Number(value));
        return Number.isFinite(this.limit);
      case '$count':
        this.yields = 'number';
        return true;
      case '$group':
        this.yields = 'number';
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
    const leading = !this.skips && this.limit === Infinity && !this.#picked;
    (leading ? this.filters : this.laterFilters).push(filter);
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
  // A filter after a window makes fewer documents than the window held: nothing tells that it is complete.
  const skips = reader.skips || reader.laterFilters.length > 0;
  return { filters: reader.filters, paths, yields: reader.yields, skips, limit: reader.limit };
};
