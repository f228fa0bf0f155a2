import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sourceFolder = fileURLToPath(new URL('../../', import.meta.url));

/** What serves every domain: when it changes, any answer may change. */
const commonFolders = ['cache', 'graphql', 'infra', 'shared', 'tracking'];
/** And the composition, and the versions of the packages. */
const commonFiles = ['app.ts', 'caching.ts', '../package-lock.json'];

/** An image may be built without the lockfile. */
const readIfThere = async (file: string): Promise<Uint8Array> => {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Uint8Array();
    throw error;
  }
};

const hashFolders = async (folders: readonly string[], single: readonly string[] = []): Promise<string> => {
  const hash = createHash('sha256');
  for (const file of single) hash.update(await readIfThere(join(sourceFolder, file)));
  for (const folder of folders) {
    const found = await readdir(join(sourceFolder, folder), { recursive: true, withFileTypes: true });
    const files = found
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted();
    for (const file of files)
      hash.update(`${file.slice(sourceFolder.length)}\0`).update(await readFile(file));
  }
  return hash.digest('base64url');
};

/** Hashes of the source, so that a deploy forgets the answers of the domains it changes and keeps the others. */
export interface CodeVersions {
  /** @param domain name of a folder of `src/modules`, or `undefined` for what belongs to none. */
  of(domain: string | undefined): string;
  /** Of everything. */
  readonly all: string;
}

/** Reads the source that runs: TypeScript runs as it is. */
export const readCodeVersions = async (): Promise<CodeVersions> => {
  const modules = await readdir(join(sourceFolder, 'modules'), { withFileTypes: true });
  const domains = modules.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const common = await hashFolders(commonFolders, commonFiles);
  const byDomain = new Map(
    await Promise.all(domains.map(async (name) => [name, await hashFolders([`modules/${name}`])] as const)),
  );
  const all = createHash('sha256').update([common, ...byDomain.values()].join('\n'));
  return {
    of: (domain) => `${common}${(domain && byDomain.get(domain)) ?? ''}`,
    all: all.digest('base64url'),
  };
};
