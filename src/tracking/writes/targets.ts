import { isPlainObject } from '../canonical.ts';
import type { StartedCommand } from '../reads/command.ts';

/** Commands that neither read nor write documents. */
const HARMLESS = new Set([
  'hello', 'ismaster', 'isMaster', 'ping', 'endSessions', 'refreshSessions', 'startSession', 'killCursors', 'killSessions',
  'killAllSessions', 'saslStart', 'saslContinue', 'authenticate', 'logout', 'getnonce', 'buildInfo', 'buildinfo',
  'abortTransaction', 'commitTransaction', 'connectionStatus', 'getParameter', 'setParameter', 'whatsmyuri', 'killOp',
]); // prettier-ignore

/** Commands that read something other than documents of a collection. */
const METADATA = new Set([
  'listCollections', 'listIndexes', 'listDatabases', 'dbStats', 'collStats', 'serverStatus', 'currentOp', 'explain',
  'replSetGetStatus', 'replSetGetConfig', 'hostInfo', 'top', 'validate', 'dbHash', 'listCommands', 'getLog', 'getCmdLineOpts',
  'find', 'aggregate', 'count', 'distinct', 'getMore', 'profile', 'usersInfo', 'rolesInfo', 'connPoolStats',
]); // prettier-ignore

/** Commands that change the one collection that they name. */
const WRITES = new Set([
  'insert', 'update', 'delete', 'findAndModify', 'findandmodify', 'drop', 'dropIndexes',
  'collMod', 'convertToCapped', 'reIndex', 'compact', 'createSearchIndexes', 'updateSearchIndex', 'dropSearchIndex',
]); // prettier-ignore

export type CommandKind =
  | { readonly kind: 'harmless' }
  | { readonly kind: 'read' }
  /** `'all'`: it may write anything. */
  | { readonly kind: 'write'; readonly namespaces: readonly string[] | 'all' };

const writing = (namespaces: readonly string[] | 'all'): CommandKind => ({ kind: 'write', namespaces });

/** The collection that a last stage writes into. */
const outputOf = (database: string, stage: unknown): string | undefined => {
  if (!isPlainObject(stage)) return undefined;
  const merge = isPlainObject(stage['$merge']) ? stage['$merge']['into'] : stage['$merge'];
  const target = stage['$out'] ?? merge;
  if (typeof target === 'string') return `${database}.${target}`;
  if (!isPlainObject(target)) return undefined;
  const { db = database, coll } = target;
  return typeof db === 'string' && typeof coll === 'string' ? `${db}.${coll}` : undefined;
};

const namespacesOfBulkWrite = (nsInfo: unknown): readonly string[] | 'all' => {
  if (!Array.isArray(nsInfo)) return 'all';
  const names = (nsInfo as readonly unknown[]).map((info) => (isPlainObject(info) ? info['ns'] : undefined));
  return names.every((name) => typeof name === 'string') ? names : 'all';
};

/** What a command does to documents, as far as its name and form tell. Unknown commands may write anything. */
export const kindOf = ({ databaseName, commandName, command }: StartedCommand): CommandKind => {
  if (HARMLESS.has(commandName)) return { kind: 'harmless' };
  const target = command[commandName];
  if (WRITES.has(commandName))
    return writing(typeof target === 'string' ? [`${databaseName}.${target}`] : 'all');
  switch (commandName) {
    // An index more, and a collection without documents, leave every answer as it is. Each instance asks for them
    // when it starts, and must not have all that is kept thrown away.
    case 'createIndexes':
      return { kind: 'harmless' };
    case 'create':
      return command['viewOn'] === undefined
        ? { kind: 'harmless' }
        : writing(typeof target === 'string' ? [`${databaseName}.${target}`] : 'all');
    case 'aggregate': {
      const { pipeline } = command;
      const output = Array.isArray(pipeline) ? outputOf(databaseName, pipeline.at(-1)) : undefined;
      return output === undefined ? { kind: 'read' } : writing([output]);
    }
    case 'bulkWrite':
      return writing(namespacesOfBulkWrite(command['nsInfo']));
    case 'renameCollection':
      return writing(typeof target === 'string' ? [target, String(command['to'])] : 'all');
    default:
      return METADATA.has(commandName) ? { kind: 'read' } : writing('all');
  }
};
