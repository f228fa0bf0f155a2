import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptTokenKeys } from '../../../src/infra/token-keys.ts';
import { createRecordingLog } from '../../testkit/recording-log.ts';
import { scratchFolder } from '../../testkit/servers.ts';

let folder: string;
beforeEach(async () => {
  folder = await scratchFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const fileIn = (dataDir: string) => path.join(dataDir, 'token-key');

test('the key is made once, for its owner alone, and said so', async () => {
  const log = createRecordingLog();
  const dataDir = path.join(folder, 'new');
  const keys = await keptTokenKeys(dataDir, log);
  expect(keys).toMatchObject([{ id: 'kept' }]);
  expect(keys[0]?.secret.byteLength).toBe(32);
  expect((await stat(fileIn(dataDir))).mode & 0o777).toBe(0o600);
  expect(await keptTokenKeys(dataDir, log)).toEqual(keys);
  expect(log.lines.map(({ level }) => level)).toEqual(['warn']);
});

test('of several that start at once, all have the same', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => keptTokenKeys(folder, createRecordingLog())));
  expect(new Set(all.map(([key]) => Buffer.from(key?.secret ?? '').toString('hex'))).size).toBe(1);
});

test('one that is damaged is left alone, and another is used until the next start', async () => {
  const log = createRecordingLog();
  await writeFile(fileIn(folder), 'half a k');
  expect(await keptTokenKeys(folder, log)).toMatchObject([{ id: 'unkept' }]);
  expect(await readFile(fileIn(folder), 'utf8')).toBe('half a k');
  expect(log.lines[0]?.message).toContain('everybody is signed out by a restart');
});
