import { createProgressBar } from '../../infra/progress-bar.ts';
import { createTmdbClient, type TmdbClientOptions } from '../../infra/tmdb/tmdb-client.ts';
import {
  type CatalogueImport,
  type ImportSource,
  type ImportSummary,
  openJsonLines,
  openTmdb,
} from '../../modules/catalogue/index.ts';
import { StartupError } from '../../shared/startup-error.ts';
import type { ImportRequest } from './arguments.ts';
import { type CatalogueWriterOptions, openCatalogueWriter } from './catalogue-writer.ts';
import { spool } from './standard-input.ts';

export interface ImportCommandOptions extends CatalogueWriterOptions {
  readonly request: ImportRequest;
  /** `undefined`: nothing can be had of TMDB. */
  readonly tmdb: TmdbClientOptions | undefined;
  readonly input: NodeJS.ReadableStream;
  /** Takes the summary. */
  readonly print: (line: string) => void;
  /** Ends it in good order. */
  readonly signal: AbortSignal;
}

/** How the process ends. A StartupError is 1. */
export const exitCodes = { done: 0, withFaults: 2, interrupted: 130 } as const;

/** Lines are cheap to read, films of TMDB are not. */
const batchSizes = { jsonl: 200, tmdb: 20 } as const;

/** Further ones are counted only. */
const shownFaults = 100;

const numbers = new Intl.NumberFormat('en-US');

const summaryOf = (name: string, summary: ImportSummary): string => {
  const { created, updated, unchanged, faulty, total, position, resumedAt } = summary;
  const counts = Object.entries({ created, updated, unchanged, faulty })
    .map(([outcome, count]) => `${numbers.format(count)} ${outcome}`)
    .join(', ');
  const resumed = resumedAt > 0 ? ` (${numbers.format(resumedAt)} of them by an earlier run)` : '';
  const stopped =
    position < total
      ? ` Stopped at ${numbers.format(position)} of ${numbers.format(total)}: run the same import again to go on.`
      : '';
  return `Imported ${name}: ${counts}${resumed}.${stopped}`;
};

const keyOf = (options: ImportCommandOptions): TmdbClientOptions => {
  if (options.tmdb) return options.tmdb;
  throw new StartupError(
    'TMDB needs a key: set TMDB_API_KEY to an API read access token or an API key of yours, ' +
      'from https://www.themoviedb.org/settings/api.',
  );
};

/**
 * Imports what is asked for, with a bar on standard error.
 * @returns the exit code.
 * @throws StartupError when it cannot begin or go on
 */
export const runImportCommand = async (options: ImportCommandOptions): Promise<number> => {
  const { request, signal, print } = options;
  const tmdb = request.from === 'tmdb' ? keyOf(options) : undefined;
  await using opened = new AsyncDisposableStack();
  const bar = createProgressBar(request.from === 'tmdb' ? 'Importing films' : 'Importing lines');
  opened.defer(() => bar.stop());

  const open = async (catalogueImport: CatalogueImport): Promise<ImportSource> => {
    if (request.from === 'tmdb') {
      const pages = createProgressBar('Reading pages');
      opened.defer(() => pages.stop());
      return openTmdb(request.choice, {
        api: createTmdbClient(tmdb ?? keyOf(options)),
        store: catalogueImport.store,
        fromStart: request.fromStart,
        onPage: pages,
        signal,
      });
    }
    if (request.file !== '-') return openJsonLines(request.file, request.file);
    const spooled = opened.use(await spool(options.input, signal));
    return openJsonLines(spooled.path, 'standard input');
  };

  const { catalogueImport } = opened.use(await openCatalogueWriter(options));
  let faults = 0;
  const summarise = async (): Promise<number> => {
    const source = await open(catalogueImport);
    const summary = await catalogueImport.run({
      source,
      batchSize: batchSizes[request.from],
      fromStart: request.fromStart,
      onProgress: bar,
      onFault: (place, fault) => {
        faults += 1;
        if (faults <= shownFaults) bar.print(`${place}: ${fault}`);
        if (faults === shownFaults) bar.print('Further faults are counted only.');
      },
      signal,
    });
    bar.stop();
    print(summaryOf(source.name, summary));
    if (summary.position < summary.total) return exitCodes.interrupted;
    return summary.faulty > 0 ? exitCodes.withFaults : exitCodes.done;
  };
  try {
    return await summarise();
  } catch (error) {
    // Stopped before there was anything to tell.
    if (signal.aborted && !(error instanceof StartupError)) return exitCodes.interrupted;
    throw error;
  }
};
