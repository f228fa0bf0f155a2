import type { Connection } from 'mongoose';
import { createBaseAdditions } from '../../counters/base-additions.ts';
import { createBaseStore } from '../../counters/base-store.ts';
import { countedKinds, type CountedNames } from '../../counting.ts';
import { createProgressBar } from '../../infra/progress-bar.ts';
import {
  createAccountAudience,
  createAccountModels,
  prepareAccountCollections,
} from '../../modules/accounts/index.ts';
import {
  beginBaselinesAnew,
  createAnalyticsModels,
  createPastDays,
  prepareAnalyticsCollections,
} from '../../modules/analytics/index.ts';
import {
  createCatalogueAudience,
  createCatalogueModels,
  createViewingModels,
  isCatalogueSeeded,
  prepareCatalogueCollections,
  prepareViewingCollections,
  seedCatalogue,
} from '../../modules/catalogue/index.ts';
import { createCourseModels } from '../../modules/courses/index.ts';
import {
  createLibraryAudience,
  createLibraryModels,
  prepareLibraryCollections,
} from '../../modules/library/index.ts';
import { createSearchModels, prepareSearchCollections } from '../../modules/search/index.ts';
import {
  createSocialAudience,
  createSocialModels,
  prepareSocialCollections,
} from '../../modules/social/index.ts';
import {
  createVideoAudience,
  createVideoDirectory,
  createVideoModels,
  prepareVideoCollections,
} from '../../modules/videos/index.ts';
import {
  createAudience,
  createSite,
  type Audience,
  type SeedFilm,
  type SiteSizes,
} from '../../seed/index.ts';
import type { Logger } from '../../shared/logger.ts';
import { StartupError } from '../../shared/startup-error.ts';
import { createTransactions } from '../../shared/transactions.ts';
import { openWriter, type Writer, type WriterOptions } from '../writer.ts';
import type { SeedRequest } from './arguments.ts';
import { keepExampleFilm, type FileStoreOptions } from './example-film.ts';
import { openSeedRunStore, runIdOf, siteRunIdOf, type SeedRunStore } from './run.store.ts';
import { runSeed } from './seed-run.ts';
import { makeFindable } from './findable.ts';
import { runSite } from './site-run.ts';
import { nothingToDo, signInOf, siteNothingToDo, siteSummaryOf, summaryOf } from './summary.ts';

export interface SeedCommandOptions extends WriterOptions, FileStoreOptions {
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
  analytics: createAnalyticsModels(connection),
  catalogue: createCatalogueModels(connection),
  viewing: createViewingModels(connection),
  library: createLibraryModels(connection),
  videos: createVideoModels(connection),
  social: createSocialModels(connection),
  courses: createCourseModels(connection),
  search: createSearchModels(connection),
});
type Models = ReturnType<typeof modelsOn>;

const prepare =
  (log: Logger) =>
  async (background: Connection): Promise<Models> => {
    const models = modelsOn(background);
    await prepareCatalogueCollections(models.catalogue);
    await prepareViewingCollections(models.viewing);
    await prepareAccountCollections(models.accounts);
    await prepareAnalyticsCollections(models.analytics);
    await prepareLibraryCollections(models.library);
    await prepareVideoCollections(models.videos);
    await prepareSocialCollections(models.social);
    await prepareSearchCollections(models.search);
    await createBaseStore({ connection: background, kinds: countedKinds, log }).prepare();
    return models;
  };

/** As they were before anybody here rated them: a run that goes on finds them like one that began. */
const filmsOf = async ({ catalogue, viewing }: Models): Promise<readonly SeedFilm[]> => {
  const films = await createCatalogueAudience(catalogue, viewing).films();
  if (films.length === 0) throw new StartupError('There is no film in the catalogue that could be viewed.');
  return films.map(({ _id: id, importedRating: rating, ...film }) => ({ ...film, id, rating }));
};

/** What both parts of the command go through. */
interface Parts {
  readonly options: SeedCommandOptions;
  readonly writer: Writer<Models>;
  /** Whose writes are followed. */
  readonly models: Models;
  readonly store: SeedRunStore;
}

/** People, and what they do with films. @returns them, or `undefined` when it was stopped. */
const seedAudience = async ({ options, writer, models, store }: Parts): Promise<Audience | undefined> => {
  const { request, signal, print } = options;
  const films = await filmsOf(writer.prepared);
  const accounts = createAccountAudience(models.accounts);
  const hashed = await accounts.hashOf(request.password);
  if (!hashed.ok) throw new StartupError(hashed.fault.message.replace(/^input\.newPassword/, '--password'));

  // Before this run counts as one that is in doubt.
  if (await store.isInDoubt()) await writer.doubtEverything();
  const run = await store.begin(runIdOf(request), new Date());
  const audience = createAudience({ ...request, endAt: run.endAt, films });
  if (run.finishedAt) {
    print(nothingToDo(run, request));
    print(signInOf(request, audience, false));
    return audience;
  }
  const bar = createProgressBar('Making users and views');
  try {
    const isDone = await runSeed({
      accounts,
      catalogue: createCatalogueAudience(models.catalogue, models.viewing),
      library: createLibraryAudience(models.library),
      inTransaction: createTransactions(writer.followed),
      write: writer.write,
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
    print(summaryOf({ began: run, ended, request }));
    if (isDone) print(signInOf(request, audience, ended.users > run.users));
    return isDone ? audience : undefined;
  } finally {
    bar.stop();
  }
};

/** Channels, videos, and what people do with them. @returns whether it is done. */
const seedSite = async (
  { options, writer, models, store }: Parts,
  sizes: SiteSizes,
  { population }: Audience,
): Promise<boolean> => {
  const { request, signal, print, log } = options;
  const run = await store.begin(siteRunIdOf(request, sizes), new Date());
  if (run.finishedAt) {
    print(siteNothingToDo(run, request));
    return true;
  }
  const film = await keepExampleFilm(options, log);
  const { seed, days } = request;
  const site = createSite({ ...sizes, seed, days, endAt: run.endAt, population });
  const bar = createProgressBar('Making channels, videos and what is done with them');
  const count = createBaseAdditions<CountedNames>(writer.followed, countedKinds);
  const { channelOf } = createVideoDirectory(writer.prepared.videos);
  try {
    const isDone = await runSite({
      accounts: createAccountAudience(models.accounts),
      videos: createVideoAudience(models.videos),
      social: createSocialAudience(models.social, count, createPastDays(count, channelOf)),
      inTransaction: createTransactions(writer.followed),
      write: writer.write,
      run,
      store,
      site,
      population,
      film,
      onProgress: bar,
      signal,
    });
    const ended = (await store.end(run._id, isDone)) ?? run;
    bar.stop();
    print(siteSummaryOf({ began: run, ended, request, eventCount: site.events.count }));
    return isDone;
  } finally {
    bar.stop();
    await beginBaselinesAnew(writer.prepared.analytics);
  }
};

const keepFindable = ({ options, writer, models }: Parts): Promise<void> =>
  makeFindable({
    models,
    background: writer.prepared,
    followed: writer.followed,
    counted: writer.background,
    write: writer.write,
    signal: options.signal,
    log: options.log,
  });

/**
 * Adds users and what they do, with a bar on standard error: first with films, then with videos.
 * @returns the exit code.
 * @throws StartupError when it cannot begin or go on
 */
export const runSeedCommand = async (options: SeedCommandOptions): Promise<number> => {
  const { request, log } = options;
  await using writer = await openWriter(options, 'seed', prepare(log));
  const { followed, background, prepared } = writer;
  const store = await openSeedRunStore(followed, background);
  const parts: Parts = { options, writer, models: modelsOn(followed), store };
  // The bundled films, where no server has loaded them yet.
  if (!(await isCatalogueSeeded(prepared.catalogue))) {
    await writer.write(() => seedCatalogue(parts.models.catalogue, createProgressBar('Loading films')));
  }
  const audience = await seedAudience(parts);
  if (!audience) return exitCodes.interrupted;
  const isDone = request.site === undefined || (await seedSite(parts, request.site, audience));
  await keepFindable(parts);
  return isDone ? exitCodes.done : exitCodes.interrupted;
};
