import type { Connection } from 'mongoose';
import { createProgressBar } from '../../infra/progress-bar.ts';
import {
  createAccountAudience,
  createAccountModels,
  prepareAccountCollections,
} from '../../modules/accounts/index.ts';
import {
  createCatalogueAudience,
  createCatalogueModels,
  createViewingModels,
  isCatalogueSeeded,
  prepareCatalogueCollections,
  prepareViewingCollections,
  seedCatalogue,
} from '../../modules/catalogue/index.ts';
import {
  createLibraryAudience,
  createLibraryModels,
  prepareLibraryCollections,
} from '../../modules/library/index.ts';
import { createAudience, type SeedFilm } from '../../seed/index.ts';
import { StartupError } from '../../shared/startup-error.ts';
import { createTransactions } from '../../shared/transactions.ts';
import { openWriter, type WriterOptions } from '../writer.ts';
import type { SeedRequest } from './arguments.ts';
import { openSeedRunStore, runIdOf } from './run.store.ts';
import { runSeed } from './seed-run.ts';
import { nothingToDo, summaryOf } from './summary.ts';

export interface SeedCommandOptions extends WriterOptions {
  readonly request: SeedRequest;
  /** Takes the summary. */
  readonly print: (line: string) => void;
  /** Ends it in good order. */
  readonly signal: AbortSignal;
}

/** How the process ends. A StartupError is 1. */
export const exitCodes = { done: 0, interrupted: 130 } as const;

const modelsOn = (connection: Connection) => ({
  accounts: createAccountModels(connection),
  catalogue: createCatalogueModels(connection),
  viewing: createViewingModels(connection),
  library: createLibraryModels(connection),
});
type Models = ReturnType<typeof modelsOn>;

const prepare = async (background: Connection): Promise<Models> => {
  const models = modelsOn(background);
  await prepareCatalogueCollections(models.catalogue);
  await prepareViewingCollections(models.viewing);
  await prepareAccountCollections(models.accounts);
  await prepareLibraryCollections(models.library);
  return models;
};

/** As they were before anybody here rated them: a run that goes on finds them like one that began. */
const filmsOf = async ({ catalogue, viewing }: Models): Promise<readonly SeedFilm[]> => {
  const films = await createCatalogueAudience(catalogue, viewing).films();
  if (films.length === 0) throw new StartupError('There is no film in the catalogue that could be viewed.');
  return films.map(({ _id: id, importedRating: rating, ...film }) => ({ ...film, id, rating }));
};

/**
 * Adds users and what they view, with a bar on standard error.
 * @returns the exit code.
 * @throws StartupError when it cannot begin or go on
 */
export const runSeedCommand = async (options: SeedCommandOptions): Promise<number> => {
  const { request, signal, print } = options;
  await using opened = new AsyncDisposableStack();
  const writer = opened.use(await openWriter(options, 'seed', prepare));
  const { followed, background, prepared, write } = writer;
  const store = await openSeedRunStore(followed, background);
  const models = modelsOn(followed);
  // The bundled films, where no server has loaded them yet.
  if (!(await isCatalogueSeeded(prepared.catalogue))) {
    await write(() => seedCatalogue(models.catalogue, createProgressBar('Loading films')));
  }
  const films = await filmsOf(prepared);
  const accounts = createAccountAudience(models.accounts);
  const hashed = await accounts.hashOf(request.password);
  if (!hashed.ok) throw new StartupError(hashed.fault.message.replace(/^input\.newPassword/, '--password'));

  // Before this run counts as one that is in doubt.
  if (await store.isInDoubt()) await writer.doubtEverything();
  const run = await store.begin(runIdOf(request), new Date());
  const audience = createAudience({ ...request, endAt: run.endAt, films });
  if (run.finishedAt) {
    print(nothingToDo(run, request, audience));
    return exitCodes.done;
  }
  const bar = createProgressBar('Making users and views');
  opened.defer(() => bar.stop());
  const isDone = await runSeed({
    accounts,
    catalogue: createCatalogueAudience(models.catalogue, models.viewing),
    library: createLibraryAudience(models.library),
    inTransaction: createTransactions(followed),
    write,
    run,
    store,
    audience,
    days: request.days,
    passwordHash: hashed.value,
    onProgress: bar,
    signal,
  });
  const ended = (await store.end(run._id, isDone)) ?? run;
  bar.stop();
  print(summaryOf({ began: run, ended, request, audience }));
  return isDone ? exitCodes.done : exitCodes.interrupted;
};
