import { open, rename } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from '../../shared/logger.ts';
import { StartupError } from '../../shared/startup-error.ts';
import { DataFolderInUseError, endOrphanMongod, lockDataFolder } from './data-folder-lock.ts';
import {
  DATA_FOLDER_ENTRIES,
  DataFolderUnusableError,
  diskFullSentence,
  openDataFolder,
  readServerRecord,
  refuseOtherVersion,
  writeServerRecord,
} from './data-folder.ts';
import { messageOf } from './message-of.ts';
import { type MongodBinary, provisionMongod } from './mongod-binary.ts';
import { freePort, waitForPort } from './port.ts';
import { becomePrimary, embeddedUri, REPLICA_SET } from './replica-set.ts';
import { type ExitReport, startSupervised, type SupervisedProcess } from './supervised-process.ts';

export interface EmbeddedMongodOptions {
  /** Absolute path of the data folder; made when missing. */
  readonly dataDir: string;
  /** Absolute path of the folder in which downloads are kept. */
  readonly downloadDir: string;
  readonly log: Logger;
  /** Preferred port; by default the one of last time. When it is taken, another one is chosen. */
  readonly port?: number;
  /** Where the mongod comes from; by default it is found or downloaded. */
  readonly provision?: () => Promise<MongodBinary>;
}

export interface EmbeddedMongod {
  /** With the replica set and the database "marquee". */
  readonly uri: string;
  /** Of the server, such as "6.0.5". */
  readonly version: string;
  /** Of the mongod itself, not of its supervisor. */
  readonly pid: number;
  /** Ends mongod in good order and gives the data folder back. May be called more than once. */
  stop(): Promise<void>;
  /** Resolves when mongod has ended, asked or not. Never rejects. */
  readonly exited: Promise<ExitReport>;
}

/** Recovery after a crash may have to replay a large journal. */
const START_TIMEOUT_MS = 120_000;
const KILL_AFTER_MS = 15_000;
const PORT_TRIES = 3;
/** mongod's exit codes (mongo/util/exit_code.h in its source). */
const EXIT_NET_ERROR = 48;
const EXIT_DB_PATH_IN_USE = 100;

/**
 * Runs a MongoDB server as a replica set of one, so with transactions and change streams, on 127.0.0.1, with its
 * data in `dataDir`. It ends with this process, however that ends; Ctrl-C in a terminal does not reach it.
 * Resolves when it takes writes.
 *
 * @throws StartupError with a sentence for a person: no mongod to be had, data folder in use (DataFolderInUseError),
 *   written by another version (OtherMongodVersionError), not writable or full (DataFolderUnusableError), or mongod fails
 */
export async function startEmbeddedMongod(options: EmbeddedMongodOptions): Promise<EmbeddedMongod> {
  const { downloadDir, log } = options;
  const folder = await openDataFolder(options.dataDir);
  const lock = await lockDataFolder(folder);
  try {
    const binary = await (options.provision ?? (() => provisionMongod({ downloadDir, log })))();
    const record = await readServerRecord(folder);
    refuseOtherVersion(folder, record, binary.version);
    await endOrphanMongod(folder, log);
    const { server, port } = await startOnSomePort(binary, folder, options.port ?? record?.port);
    log.info({ version: binary.version, port, pid: server.pid }, `MongoDB is up, with its data in ${folder}`);
    return {
      uri: embeddedUri(port),
      version: binary.version,
      pid: server.pid,
      exited: server.exited,
      async stop() {
        await server.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function startOnSomePort(
  binary: MongodBinary,
  folder: string,
  preferredPort: number | undefined,
): Promise<{ server: SupervisedProcess; port: number }> {
  for (let triesLeft = PORT_TRIES; ; triesLeft -= 1) {
    const port = await freePort(preferredPort);
    await writeServerRecord(folder, { mongodVersion: binary.version, port });
    const logFile = path.join(folder, DATA_FOLDER_ENTRIES.mongodLog);
    await rename(logFile, path.join(folder, DATA_FOLDER_ENTRIES.previousMongodLog)).catch(() => undefined);
    const server = await startSupervised({
      command: binary.command,
      args: mongodArgs(folder, port, logFile),
      killAfterMs: KILL_AFTER_MS,
    }).catch((error: unknown) => {
      throw new StartupError(
        `The MongoDB server did not start: ${messageOf(error)}. ` +
          'Install MongoDB anew, or set MONGODB_URI to a replica set that you run.',
        { cause: error },
      );
    });
    const waiting = new AbortController();
    const timeout = setTimeout(
      () => waiting.abort(new Error(`mongod did not become ready in ${START_TIMEOUT_MS / 1000} seconds`)),
      START_TIMEOUT_MS,
    );
    const exitedEarly = server.exited.then((exit) => {
      waiting.abort(new Error('mongod ended while it started'));
      return exit;
    });
    try {
      await waitForPort(port, waiting.signal);
      await becomePrimary(port, server.pid, waiting.signal);
      return { server, port };
    } catch (error) {
      await server.stop();
      const exit = await exitedEarly;
      // Somebody took the port between the look and the start.
      if (exit.code === EXIT_NET_ERROR && triesLeft > 1) continue;
      throw await explain(waiting.signal.aborted ? waiting.signal.reason : error, exit, folder);
    } finally {
      clearTimeout(timeout);
    }
  }
}

function mongodArgs(folder: string, port: number, logFile: string): string[] {
  return [
    ['--dbpath', path.join(folder, DATA_FOLDER_ENTRIES.mongo)],
    ['--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'],
    ['--replSet', REPLICA_SET, '--oplogSize', '512'],
    ['--logpath', logFile, '--quiet'],
    ['--wiredTigerCacheSizeGB', '0.25'],
    // By default it keeps every file open that it ever used, and ends when there are more than a process may have.
    ['--wiredTigerEngineConfigString', 'file_manager=(close_idle_time=20,close_scan_interval=5)'],
    ['--setParameter', 'diagnosticDataCollectionEnabled=false'],
    // By default it waits 15 s after SIGTERM for clients to go elsewhere, and there is no elsewhere.
    ['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100'],
  ].flat();
}

async function explain(error: unknown, exit: ExitReport, folder: string): Promise<StartupError> {
  if (exit.code === EXIT_DB_PATH_IN_USE) {
    return new DataFolderInUseError(
      `The data folder ${folder} is in use by another MongoDB server. Stop that one, or set DATA_DIR to another folder.`,
    );
  }
  const logFile = path.join(folder, DATA_FOLDER_ENTRIES.mongodLog);
  const logged = await lastOf(logFile);
  if (/no space left on device/i.test(logged + exit.output)) {
    return new DataFolderUnusableError(diskFullSentence(folder));
  }
  const reason = messageOf(error);
  const printed = exit.output.trim().split('\n').at(-1) ?? '';
  return new StartupError(
    `The MongoDB server did not start: ${reason}${exit.code === null ? '' : `, exit code ${exit.code}`}` +
      `${printed === '' ? '' : ` ("${printed}")`}. Its log is ${logFile}. ` +
      'Start over by `npm run reset`, or set MONGODB_URI to a replica set that you run.',
    { cause: error },
  );
}

const TAIL_BYTES = 64 * 1024;

async function lastOf(file: string): Promise<string> {
  const handle = await open(file).catch(() => undefined);
  if (handle === undefined) return '';
  try {
    const { size } = await handle.stat();
    const start = Math.max(0, size - TAIL_BYTES);
    const buffer = Buffer.alloc(size - start);
    await handle.read(buffer, 0, buffer.length, start);
    return buffer.toString('utf8');
  } finally {
    await handle.close();
  }
}
