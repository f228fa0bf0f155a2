import { readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { cleanFilms, type CleanedFilms } from './film-cleaning.ts';

/**
 * The rows of `data/movies.json` as the npm package `vega-datasets` ships them.
 *
 * @throws Error when the package is not installed or its file is no JSON array
 */
export async function readBundledRows(): Promise<readonly unknown[]> {
  // Not a plain import: the package's `exports` hide its data files.
  const manifest = findPackageJSON('vega-datasets', import.meta.url);
  if (manifest === undefined) {
    throw new Error('expected the package vega-datasets to be installed: run `npm ci`');
  }
  const path = join(manifest, '..', 'data', 'movies.json');
  const rows: unknown = JSON.parse(await readFile(path, 'utf8'));
  if (!Array.isArray(rows)) {
    throw new TypeError(`expected an array of films in ${path} but got ${typeof rows}`);
  }
  const films: readonly unknown[] = rows;
  return films;
}

/**
 * The 3,201 films that come with the server, cleaned.
 *
 * @throws Error when the package `vega-datasets` cannot be read
 */
export async function readBundledFilms(): Promise<CleanedFilms> {
  return cleanFilms(await readBundledRows());
}
