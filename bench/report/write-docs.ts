import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import type { Report } from '../run.ts';
import { pageOf } from './page.ts';
import { plotOf } from './plot.ts';

const docsFolder = new URL('../../docs/', import.meta.url);

/** Writes the page and its plot. @returns their names. */
export const writeDocs = async (report: Report): Promise<readonly string[]> => {
  const page = new URL('benchmarks.md', docsFolder);
  const options = await resolveConfig(fileURLToPath(page));
  await writeFile(page, await format(pageOf(report), { ...options, parser: 'markdown' }));
  await writeFile(new URL('images/benchmarks.svg', docsFolder), `${await plotOf(report)}\n`);
  return ['docs/benchmarks.md', 'docs/images/benchmarks.svg'];
};
