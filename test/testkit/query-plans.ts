import type { Connection } from 'mongoose';
import type { SeenCommand } from './mongo-commands.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** All values of a key, at any depth. */
const all = (key: string, value: unknown): unknown[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...all(key, inner)])
    : [];

/** What of a command says how it came, and not what it asks. */
const ofTheWay = [
  'lsid',
  '$clusterTime',
  '$db',
  'readConcern',
  '$readPreference',
  'txnNumber',
  'startTransaction',
  'autocommit',
];

/** Reads that have a plan. */
export const isPlanned = ({ name }: SeenCommand): boolean =>
  ['find', 'aggregate', 'count', 'distinct'].includes(name);

/** Names of the stages of the plan that the server has chosen for a command, such as `IXSCAN`. */
export const stagesOf = async (mongo: Connection, { command }: SeenCommand): Promise<readonly string[]> => {
  const read = Object.fromEntries(Object.entries(command).filter(([name]) => !ofTheWay.includes(name)));
  const plan = await mongo.db?.command({ explain: read, verbosity: 'queryPlanner' });
  const stages = all('stage', all('winningPlan', plan)).map(String);
  // A pipeline that is not pushed down as a whole sorts in a stage of its own.
  const sorts = all('$sort', plan?.['stages']).map(() => 'SORT');
  return [...stages, ...sorts];
};
