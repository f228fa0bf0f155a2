import { appendFile, mkdir, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { AccountState } from '../../../src/counters/account.ts';
import { openJournal } from '../../../src/counters/journal.ts';
import { createRecordingLog } from '../../testkit/recording-log.ts';
import { scratchFolder } from '../../testkit/servers.ts';

let folder: string;
let living: Set<number>;
let log: ReturnType<typeof createRecordingLog>;
beforeEach(async () => {
  folder = await scratchFolder();
  living = new Set();
  log = createRecordingLog();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

const open = async (owner: string, pid: number) => {
  living.add(pid);
  const identityOf = async (one: number) => (living.has(one) ? 'a life' : undefined);
  return openJournal({ folder, owner, processes: { pid, identityOf }, log });
};
const state = (seq: number, thing = 'video:a'): AccountState => ({
  thing,
  owner: 'one',
  born: 7,
  seq,
  sums: { views: seq * 10 },
});

test('what a dead process has left is found, in its last state, until it is released', async () => {
  const journal = await open('one', 1);
  expect(await journal.append([state(1), state(1, 'video:b')])).toBe(true);
  await journal.rotate();
  expect(await Promise.all([journal.append([state(3)]), journal.append([state(2)])])).toEqual([true, true]);
  const other = await open('two', 2);
  expect((await other.leftovers()).states).toEqual([]);
  living.delete(1);
  const left = await other.leftovers();
  expect(left.states).toEqual([state(3), state(1, 'video:b')]);
  await left.release();
  expect(await readdir(folder)).toEqual([]);
});

test('a line that a crash has cut off is dropped, wherever it was cut', async () => {
  const journal = await open('one', 1);
  await journal.append([state(1)]);
  await journal.append([state(2)]);
  await journal.close();
  living.delete(1);
  const [name = ''] = await readdir(folder);
  const file = path.join(folder, name);
  const text = await readFile(file, 'utf8');
  const lastLine = text.lastIndexOf('\n', text.length - 2) + 1;
  const other = await open('two', 2);
  for (let length = text.length - 2; length >= lastLine; length -= 1) {
    await truncate(file, length);
    expect((await other.leftovers()).states).toEqual([state(1)]);
  }
  await appendFile(file, 'noise');
  expect((await other.leftovers()).states).toEqual([state(1)]);
});

test('a file in which nothing was begun is deleted, once nobody can be about to begin it', async () => {
  const file = path.join(folder, 'dead.1.journal');
  await writeFile(file, '0123');
  const journal = await open('one', 1);
  await (await journal.leftovers()).release();
  expect(await readdir(folder)).toEqual(['dead.1.journal']);
  await utimes(file, 0, 0);
  await (await journal.leftovers()).release();
  expect(await readdir(folder)).toEqual([]);
});

test('files are deleted up to a rotation, and none is made before there is something to write', async () => {
  const journal = await open('one', 1);
  expect(await journal.rotate()).toBe(0);
  expect(await readdir(folder)).toEqual([]);
  await journal.append([state(1)]);
  const upTo = await journal.rotate();
  await journal.append([state(2)]);
  expect(journal.size()).toBeGreaterThan(0);
  await journal.drop(upTo);
  expect(await readdir(folder)).toEqual(['one.2.journal']);
  await journal.drop(await journal.rotate());
  expect(await readdir(folder)).toEqual([]);
  expect(journal.size()).toBe(0);
});

test('says that it cannot be written, once, and goes on when it can', async () => {
  const journal = await open('one', 1);
  await rm(folder, { recursive: true });
  expect(await journal.append([state(1)])).toBe(false);
  expect(await journal.append([state(2)])).toBe(false);
  expect(log.lines.map(({ level }) => level)).toEqual(['error']);
  await mkdir(folder);
  expect(await journal.append([state(3)])).toBe(true);
  expect(log.lines.map(({ level }) => level)).toEqual(['error', 'info']);
  await journal.close();
  living.delete(1);
  expect((await (await open('two', 2)).leftovers()).states).toEqual([state(3)]);
});
