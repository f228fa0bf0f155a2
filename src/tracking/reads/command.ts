import type { Declarations } from '../facets/declarations.ts';
import { planAggregate } from './aggregate.ts';
import { planCount, planDistinct, planFind } from './find.ts';
import { type Clock, forbiddenIn } from './forbidden.ts';
import { type ReadPlan, uncacheable } from './plan.ts';

/** A command as the driver announces it. */
export interface StartedCommand {
  readonly databaseName: string;
  readonly commandName: string;
  readonly command: Readonly<Record<string, unknown>>;
}

/** What every command may carry and what has no part in its answer; the session's own times among it. */
const ENVELOPE = new Set([
  'lsid', '$clusterTime', '$db', '$readPreference', 'readConcern', 'writeConcern', 'maxTimeMS', 'comment', 'txnNumber',
  'apiVersion', 'apiStrict', 'apiDeprecationErrors', 'batchSize', 'cursor', 'hint', 'allowDiskUse',
]); // prettier-ignore

/** The options of each read that are understood here, or have no part in its answer. */
const OPTIONS = new Map(
  Object.entries({
    find: [
      'find', 'filter', 'sort', 'projection', 'skip', 'limit', 'singleBatch', 'collation', 'let', 'min', 'max',
      'noCursorTimeout', 'tailable', 'awaitData', 'oplogReplay', 'allowPartialResults', 'returnKey', 'showRecordId',
    ],
    aggregate: ['aggregate', 'pipeline', 'collation', 'let', 'bypassDocumentValidation'],
    count: ['count', 'query', 'skip', 'limit', 'collation'],
    distinct: ['distinct', 'key', 'query', 'collation'],
  }).map(([name, options]): [string, ReadonlySet<string>] => [name, new Set(options)]),
); // prettier-ignore

/** Whether the command reads documents, so that a plan can be made of it. `getMore` goes by its cursor. */
export const isRead = (commandName: string): boolean => OPTIONS.has(commandName);

/**
 * What the answer to a read depends on. Pure: it judges the command alone.
 * @returns a plan whose tags are complete but for the ids of the documents in the reply.
 */
export const planOf = (
  { databaseName, commandName, command }: StartedCommand,
  declarations: Declarations,
  clock: Clock,
): ReadPlan => {
  const options = OPTIONS.get(commandName);
  if (options === undefined)
    return uncacheable(`the command ${commandName} is not known to depend on data alone`);
  const collection = command[commandName];
  if (typeof collection !== 'string') return uncacheable(`the command ${commandName} names no collection`);
  if (command['autocommit'] !== undefined) return uncacheable('it reads in a transaction');

  for (const [key, value] of Object.entries(command)) {
    if (ENVELOPE.has(key)) continue;
    if (!options.has(key)) return uncacheable(`the option ${key} of ${commandName} is not understood`);
    const reason = forbiddenIn(value, clock);
    if (reason !== undefined) return uncacheable(reason);
  }
  const namespace = `${databaseName}.${collection}`;
  const declared = declarations.of(namespace);
  if (declared === undefined) return uncacheable(`${namespace} is not declared`);

  switch (commandName) {
    case 'find':
      return planFind(command, declared);
    case 'count':
      return planCount(command, declared);
    case 'distinct':
      return planDistinct(command, declared);
    default:
      return planAggregate(command, databaseName, declared, declarations);
  }
};
