import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { DataFolderUnusableError, OtherMongodVersionError } from '../../src/infra/embedded/index.ts';
import { StartupError } from '../../src/shared/startup-error.ts';
import { scratchFolder, startOwnMongod } from '../testkit/servers.ts';

let folder: string;
beforeEach(async () => {
  folder = await scratchFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

const writtenBy = async (mongodVersion: string) => {
  await writeFile(path.join(folder, 'server.json'), JSON.stringify({ mongodVersion, port: 27_999 }));
};

test('data of another feature version is refused before mongod touches it', async () => {
  await writtenBy('4.4.29');
  const start = startOwnMongod({ dataDir: folder });
  await expect(start).rejects.toThrow(OtherMongodVersionError);
  await expect(start).rejects.toThrow(
    /was written by MongoDB 4\.4, but the mongod found on this machine is \d+\.\d+\. To keep the data, make mongod 4\.4 the first on the PATH\. Start over with an empty database by `npm run reset`, or set DATA_DIR to another folder\.$/,
  );
  await expect(readFile(path.join(folder, 'mongod.log'))).rejects.toThrow('ENOENT');
});

test('data of another patch of the same version is taken', async () => {
  const { version } = await startAndStop();
  await writtenBy(version.replace(/\.\d+$/, '.999'));
  await expect(startAndStop()).resolves.toMatchObject({ version });
});

test('data without a record of its version is refused', async () => {
  await mkdir(path.join(folder, 'mongo'));
  await writeFile(path.join(folder, 'mongo', 'WiredTiger'), '');
  await expect(startOwnMongod({ dataDir: folder })).rejects.toThrow(
    /server\.json, which tells the MongoDB version that wrote it, is missing or damaged/,
  );
});

test('a data folder that cannot be made is refused with the reason', async () => {
  await writeFile(path.join(folder, 'file'), '');
  const start = startOwnMongod({ dataDir: path.join(folder, 'file', 'data') });
  await expect(start).rejects.toThrow(DataFolderUnusableError);
  await expect(start).rejects.toThrow(
    /cannot be used: a part of that path is a file and not a folder\. Set DATA_DIR to a folder that Marquee can write to\.$/,
  );
});

test('a mongod that fails is told with its exit code, its log and what to do, and frees the data folder', async () => {
  const broken = path.join(folder, 'broken-mongod');
  await writeFile(broken, '#!/bin/sh\necho "cannot open shared object file" >&2\nexit 127\n', {
    mode: 0o755,
  });
  const start = startOwnMongod({
    dataDir: path.join(folder, 'data'),
    provision: () => Promise.resolve({ command: broken, version: '6.0.5' }),
  });
  await expect(start).rejects.toThrow(StartupError);
  await expect(start).rejects.toThrow(
    /^The MongoDB server did not start: mongod ended while it started, exit code 127 \("cannot open shared object file"\)\. Its log is .+mongod\.log\. Start over by `npm run reset`, or set MONGODB_URI/,
  );
  await expect(readFile(path.join(folder, 'data', 'marquee.lock'))).rejects.toThrow('ENOENT');
});

test('a mongod that cannot be executed is told as a sentence', async () => {
  const start = startOwnMongod({
    dataDir: path.join(folder, 'data'),
    provision: () => Promise.resolve({ command: path.join(folder, 'nothing'), version: '6.0.5' }),
  });
  await expect(start).rejects.toThrow(StartupError);
  await expect(start).rejects.toThrow(/^The MongoDB server did not start: .+ENOENT\. Install MongoDB anew/);
});

test('when no mongod is to be had, the error lists what was tried, and the data folder is free again', async () => {
  const start = startOwnMongod({
    dataDir: folder,
    provision: () => Promise.reject(new StartupError('Marquee could not get a MongoDB server.')),
  });
  await expect(start).rejects.toThrow('Marquee could not get a MongoDB server.');
  await expect(startAndStop()).resolves.toBeDefined();
});

async function startAndStop() {
  await using server = await startOwnMongod({ dataDir: folder });
  return { version: server.version };
}
