import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { mutations, type Mutation } from './mutations.ts';

/**
 * Shows that each rule of the engine is held: takes one out at a time, of a copy of the source, and runs the specs that
 * hold it. A rule that no spec misses is a failure. (Each class of tags is taken out in `tracking-truth.spec.ts`, each
 * rule of the gate in `gate-model.spec.ts`.)
 *
 *     npm run check:mutations [-- a word of the rule]
 */
const projectDir = fileURLToPath(new URL('../../', import.meta.url));
const vitest = path.join(projectDir, 'node_modules/.bin/vitest');
const run = promisify(execFile);

const copyProject = async (): Promise<string> => {
  const copy = await mkdtemp(path.join(tmpdir(), 'marquee-mutation-'));
  for (const part of [
    'src',
    'test',
    'schema',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    '.oxlintrc.json',
  ]) {
    await cp(path.join(projectDir, part), path.join(copy, part), { recursive: true });
  }
  await symlink(path.join(projectDir, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
};

/** @returns what the specs printed when one failed; `undefined` when all pass. */
const failureOf = async (copy: string, specs: readonly string[]): Promise<string | undefined> => {
  try {
    await run(vitest, ['run', '--no-color', '--config', 'test/vitest.config.ts', '--bail', '1', ...specs], {
      cwd: copy,
      maxBuffer: 100_000_000,
    });
    return undefined;
  } catch (error) {
    const printed = error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
    // Without a file to run it fails too, and would seem to hold everything.
    if (!/Tests\s.*failed/.test(printed))
      throw new Error(`No test failed, but the run did: ${printed}`, { cause: error });
    return printed;
  }
};

const mutate = async (copy: string, { file, find, replace }: Mutation): Promise<() => Promise<void>> => {
  const target = path.join(copy, file);
  const source = await readFile(target, 'utf8');
  if (source.split(find).length !== 2)
    throw new Error(`${file} should hold this once, but does not: ${find}`);
  await writeFile(
    target,
    source.replace(find, () => replace),
  );
  return () => writeFile(target, source);
};

const word = process.argv[2] ?? '';
const chosen = mutations.filter(({ rule }) => rule.includes(word));
const copy = await copyProject();
const missed: string[] = [];

try {
  const specs = [...new Set(chosen.flatMap(({ heldBy }) => heldBy))];
  const failure = await failureOf(copy, specs);
  if (failure !== undefined) {
    throw new Error(`The specs fail without any mutation: nothing can be shown.
${failure}`);
  }
  for (const mutation of chosen) {
    const undo = await mutate(copy, mutation);
    const held = (await failureOf(copy, mutation.heldBy)) !== undefined;
    await undo();
    process.stdout.write(`${held ? 'held  ' : 'MISSED'} ${mutation.rule}\n`);
    if (!held) missed.push(mutation.rule);
  }
} finally {
  await rm(copy, { recursive: true, force: true });
}
process.stdout.write(`${chosen.length - missed.length} of ${chosen.length} rules are held by a test\n`);
if (missed.length > 0) process.exitCode = 1;
