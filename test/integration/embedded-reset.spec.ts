import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { NotOurDataFolderError, resetDataDir } from '../../src/commands/reset.ts';
import { DataFolderInUseError } from '../../src/infra/embedded/index.ts';
import { quiet } from '../testkit/quiet-log.ts';
import { scratchFolder, startOwnMongod } from '../testkit/servers.ts';

let parent: string;
let dataDir: string;
let told: string[];
const log = { ...quiet, info: (_fields: object, message: string) => void told.push(message) };

beforeEach(async () => {
  parent = await scratchFolder();
  dataDir = path.join(parent, 'data');
  told = [];
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
});

test('it removes what a server left and says so', async () => {
  await (await startOwnMongod({ dataDir })).stop();
  await resetDataDir({ dataDir, log });
  expect(await readdir(parent)).toEqual([]);
  expect(told).toEqual([expect.stringMatching(/^Removed mongo, mongod\.log, server\.json from .+data\. /)]);
});

test('it is refused while a server runs on the folder', async () => {
  await using _server = await startOwnMongod({ dataDir });
  await expect(resetDataDir({ dataDir, log })).rejects.toThrow(DataFolderInUseError);
  expect(await readdir(dataDir)).toContain('mongo');
});

test('it keeps what Marquee did not make', async () => {
  await (await startOwnMongod({ dataDir })).stop();
  await writeFile(path.join(dataDir, 'notes.txt'), 'mine');
  await resetDataDir({ dataDir, log });
  expect(await readdir(dataDir)).toEqual(['notes.txt']);
  expect(told.join()).toContain('Kept, since Marquee did not make it: notes.txt.');
});

test('it is refused on a folder that does not look like a data folder', async () => {
  await mkdir(path.join(dataDir, 'mongo'), { recursive: true });
  await writeFile(path.join(dataDir, 'thesis.txt'), 'mine');
  await expect(resetDataDir({ dataDir, log })).rejects.toThrow(NotOurDataFolderError);
  expect(await readdir(dataDir)).toEqual(['mongo', 'thesis.txt']);
});

test('it works on a folder whose record of the version is lost', async () => {
  await (await startOwnMongod({ dataDir })).stop();
  await rm(path.join(dataDir, 'server.json'));
  await resetDataDir({ dataDir, log });
  expect(await readdir(parent)).toEqual([]);
});

test('a folder that does not exist is nothing to remove', async () => {
  await resetDataDir({ dataDir, log });
  expect(told).toEqual([expect.stringMatching(/^There is nothing to remove/)]);
});
