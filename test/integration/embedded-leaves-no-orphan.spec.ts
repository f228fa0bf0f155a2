import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, realpath, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, inject, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { provisionMongod } from '../../src/infra/embedded/index.ts';
import { freePort } from '../../src/infra/embedded/port.ts';
import { processIdentity } from '../../src/infra/embedded/process-identity.ts';
import { quiet } from '../testkit/quiet-log.ts';
import { scratchFolder, startOwnMongod } from '../testkit/servers.ts';

const PARENT = fileURLToPath(new URL('../testkit/embedded-mongod-parent.ts', import.meta.url));
const greeting = z.object({ pid: z.int(), uri: z.string() });

async function folderOfTest(): Promise<string> {
  const folder = await realpath(await scratchFolder());
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A process that runs an embedded mongod, as the leader of a process group of its own. */
async function startParent(dataDir: string) {
  const parent = spawn(process.execPath, [PARENT, dataDir, inject('downloadDir')], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => end(parent));
  const lines = createInterface({ input: parent.stdout })[Symbol.asyncIterator]();
  const nextLine = async () => z.string().parse((await lines.next()).value);
  const mongod = greeting.parse(JSON.parse(await nextLine()));
  const parentPid = z.int().parse(parent.pid);
  return { parent, parentPid, mongod, nextLine };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const gone = { timeout: 25_000, interval: 20 };

test('kill -9 of the process that runs it ends mongod too, and the next start works', async () => {
  const dataDir = await folderOfTest();
  const { parent, mongod } = await startParent(dataDir);
  expect(await processIdentity(mongod.pid)).toBeDefined();

  await end(parent);
  await expect.poll(() => processIdentity(mongod.pid), gone).toBeUndefined();

  await using server = await startOwnMongod({ dataDir });
  expect(await processIdentity(server.pid)).toBeDefined();
});

test('a start right after a kill -9 does not fail on what the dead one has left', async () => {
  const dataDir = await folderOfTest();
  const { parent, mongod } = await startParent(dataDir);
  await end(parent);
  await using server = await startOwnMongod({ dataDir });
  expect(server.pid).not.toBe(mongod.pid);
  expect(await processIdentity(mongod.pid)).toBeUndefined();
});

test('Ctrl-C in the terminal reaches the parent and not mongod', async () => {
  const { mongod, parentPid, nextLine } = await startParent(await folderOfTest());
  process.kill(-parentPid, 'SIGINT');
  expect(await nextLine()).toBe('interrupted');
  expect(await processIdentity(mongod.pid)).toBeDefined();
});

test('a mongod which survived all the same is ended by the next start', async () => {
  const dataDir = await folderOfTest();
  await (await startOwnMongod({ dataDir })).stop();
  const { command } = await provisionMongod({ downloadDir: inject('downloadDir'), log: quiet });
  const dbPath = path.join(dataDir, 'mongo');
  const port = String(await freePort());
  const orphan = spawn(
    command,
    ['--dbpath', dbPath, '--port', port, '--bind_ip', '127.0.0.1', '--nounixsocket'],
    {
      stdio: 'ignore',
    },
  );
  onTestFinished(() => end(orphan));
  const lockFile = path.join(dbPath, 'mongod.lock');
  await expect.poll(() => readFile(lockFile, 'utf8').catch(() => ''), gone).toBe(`${orphan.pid}\n`);

  const exit = once(orphan, 'exit');
  await using server = await startOwnMongod({ dataDir });
  await exit;
  expect(await processIdentity(server.pid)).toBeDefined();
});

test('a process that is no mongod on the data folder is not touched, whatever the lock file says', async () => {
  const dataDir = await folderOfTest();
  await (await startOwnMongod({ dataDir })).stop();
  const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'ignore' });
  onTestFinished(() => end(bystander));
  await writeFile(path.join(dataDir, 'mongo', 'mongod.lock'), `${bystander.pid}\n`);

  await using server = await startOwnMongod({ dataDir });
  expect(await processIdentity(server.pid)).toBeDefined();
  expect(await processIdentity(z.int().parse(bystander.pid))).toBeDefined();
});
