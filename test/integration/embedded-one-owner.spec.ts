import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockDataFolder } from '../../src/infra/embedded/data-folder-lock.ts';
import { DataFolderInUseError } from '../../src/infra/embedded/index.ts';
import { scratchFolder, startOwnMongod } from '../testkit/servers.ts';

async function folderOfTest(): Promise<string> {
  const folder = await scratchFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('a second start on the same data folder is refused with the pid and what to do', async () => {
  await using server = await startOwnMongod();
  const second = startOwnMongod({ dataDir: server.dataDir });
  await expect(second).rejects.toThrow(DataFolderInUseError);
  await expect(second).rejects.toThrow(
    new RegExp(
      `^The data folder .+ is in use by another Marquee \\(pid ${process.pid}\\)\\. ` +
        'Stop that one, or set DATA_DIR to another folder\\.$',
    ),
  );
});

test('a refused start does not disturb the one that lives', async () => {
  await using server = await startOwnMongod();
  await expect(startOwnMongod({ dataDir: server.dataDir })).rejects.toThrow('in use');
  await expect(startOwnMongod({ dataDir: server.dataDir })).rejects.toThrow('in use');
});

test('the lock of a dead process is taken over, even when its pid lives again as another process', async () => {
  const folder = await folderOfTest();
  const dead = { pid: process.pid, identity: 'an earlier life', nonce: 'n' };
  await writeFile(path.join(folder, 'marquee.lock'), JSON.stringify(dead));
  const lock = await lockDataFolder(folder);
  await expect(lockDataFolder(folder)).rejects.toThrow(DataFolderInUseError);
  await lock.release();
  expect(await readdir(folder)).toEqual([]);
});

test('a damaged lock is taken over', async () => {
  const folder = await folderOfTest();
  await writeFile(path.join(folder, 'marquee.lock'), '{"pid":');
  const lock = await lockDataFolder(folder);
  await lock.release();
  expect(await readdir(folder)).toEqual([]);
});

test('of many that take over the lock of a dead process at once, one gets it', async () => {
  const folder = await folderOfTest();
  await writeFile(path.join(folder, 'marquee.lock'), 'of nobody');
  const takers = await Promise.allSettled(Array.from({ length: 20 }, () => lockDataFolder(folder)));
  expect(takers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await readdir(folder)).toEqual(['marquee.lock']);
});
