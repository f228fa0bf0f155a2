import { anythingTag, type Tag } from '../../cache/tags.ts';
import { isPlainObject } from '../canonical.ts';
import type { Declarations, Declared } from '../facets/declarations.ts';
import { parseFilter } from './filter.ts';
import { isCollated } from './find.ts';
import { readPipeline, stageOf } from './pipeline.ts';
import { type ReadPlan, trackedPlan, uncacheable, wideTags } from './plan.ts';
import { selectionOf } from './selection.ts';

type Command = Readonly<Record<string, unknown>>;

/** Stages whose result follows from the documents that reach them and from the collections they name. */
const KNOWN_STAGES = new Set([
  '$addFields', '$bucket', '$bucketAuto', '$count', '$densify', '$facet', '$fill', '$geoNear', '$graphLookup',
  '$group', '$limit', '$lookup', '$match', '$project', '$redact', '$replaceRoot', '$replaceWith', '$set',
  '$setWindowFields', '$skip', '$sort', '$sortByCount', '$unionWith', '$unset', '$unwind',
]); // prettier-ignore

/** Collections that a pipeline names besides its own, or why it cannot be followed. */
const foreignCollections = (
  pipeline: readonly unknown[],
): readonly string[] | { readonly reason: string } => {
  const names: string[] = [];
  for (const raw of pipeline) {
    const stage = stageOf(raw);
    if (stage === undefined) return { reason: 'a stage of its pipeline has no single name' };
    const [name, value] = stage;
    if (!KNOWN_STAGES.has(name)) return { reason: `its stage ${name} is not known to depend on data alone` };
    const inner = namedBy(name, value);
    if ('reason' in inner) return inner;
    if (inner.collection !== undefined) names.push(inner.collection);
    for (const nested of inner.pipelines) {
      const found = foreignCollections(nested);
      if ('reason' in found) return found;
      names.push(...found);
    }
  }
  return names;
};

type Named =
  | { readonly collection?: string; readonly pipelines: readonly (readonly unknown[])[] }
  | { readonly reason: string };

const asPipeline = (value: unknown): readonly (readonly unknown[])[] => (Array.isArray(value) ? [value] : []);

const namedBy = (name: string, value: unknown): Named => {
  if (name === '$facet') {
    return { pipelines: isPlainObject(value) ? Object.values(value).flatMap(asPipeline) : [] };
  }
  if (name !== '$lookup' && name !== '$graphLookup' && name !== '$unionWith') return { pipelines: [] };
  if (typeof value === 'string') return { collection: value, pipelines: [] };
  if (!isPlainObject(value)) return { reason: `its stage ${name} is not understood` };
  const collection = name === '$unionWith' ? value['coll'] : value['from'];
  const pipelines = asPipeline(value['pipeline']);
  if (collection === undefined) return { pipelines };
  if (typeof collection === 'string') return { collection, pipelines };
  return { reason: `its stage ${name} names a collection of another database` };
};

export const planAggregate = (
  command: Command,
  database: string,
  declared: Declared,
  declarations: Declarations,
): ReadPlan => {
  const { pipeline } = command;
  if (!Array.isArray(pipeline)) return uncacheable('its pipeline is not a list');
  const foreign = foreignCollections(pipeline);
  if ('reason' in foreign) return uncacheable(foreign.reason);

  const tags = new Set<Tag>();
  for (const collection of foreign) {
    const namespace = `${database}.${collection}`;
    if (declarations.of(namespace) === undefined) return uncacheable(`${namespace} is not declared`);
    for (const tag of wideTags(namespace)) tags.add(tag);
  }
  const own = planOwn(pipeline, command, declared);
  if (own.kind === 'uncacheable') return own;
  return { ...own, tags: new Set([...tags, ...own.tags]) };
};

const pathsOfFilter = (filter: unknown): Iterable<string> | undefined => {
  const parsed = parseFilter(filter);
  return parsed.wide || parsed.searchesText ? undefined : parsed.paths;
};

const SHOWN = {
  'first documents': 'first',
  documents: 'nothing',
  number: 'nothing',
  'number and ids': 'counted',
} as const;

const planOwn = (pipeline: readonly unknown[], command: Command, declared: Declared): ReadPlan => {
  const { namespace } = declared;
  const stages = pipeline.map(stageOf).filter((stage) => stage !== undefined);
  const reading = readPipeline(stages, pathsOfFilter);
  if (reading === 'wide') return trackedPlan(wideTags(namespace));
  const filter = parseFilter({ $and: reading.filters });
  const selection = selectionOf(filter, [...reading.paths], declared, {
    collated: isCollated(command),
    shows: SHOWN[reading.yields],
  });
  if (selection.kind === 'wide') return trackedPlan(wideTags(namespace));
  const tags = [...selection.tags, anythingTag(namespace)];
  if (reading.yields === 'number') return trackedPlan(tags);
  return reading.yields === 'number and ids'
    ? trackedPlan(tags, { counted: { namespace, facets: selection.facets } })
    : trackedPlan(tags, { documentsOf: namespace });
};
