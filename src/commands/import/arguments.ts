import { parseArgs } from 'node:util';
import { maxTmdbPages, type TmdbChoice } from '../../modules/catalogue/index.ts';
import { StartupError } from '../../shared/startup-error.ts';

/** What `npm run import` is asked for. */
export type ImportRequest = (
  { readonly from: 'jsonl'; readonly file: string } | { readonly from: 'tmdb'; readonly choice: TmdbChoice }
) & {
  /** Begins anew, whatever an earlier run did. */
  readonly fromStart: boolean;
};

export const usage = `Usage: npm run import -- jsonl FILE                             JSON lines, "-" for standard input
       npm run import -- tmdb popular [--pages N]               the most popular films, 20 a page; 1 page by default
       npm run import -- tmdb trending [--window day|week] [--pages N]
       npm run import -- tmdb movie ID...
       npm run import -- tmdb genres
       npm run import -- tmdb configuration

An import that was interrupted goes on where it was; --from-start begins it anew. See docs/imports.md.`;

const refuse = (sentence: string): never => {
  throw new StartupError(`${sentence}\n\n${usage}`);
};

const wholeFrom1 = (text: string, name: string, max = Number.MAX_SAFE_INTEGER): number => {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= max) return value;
  return refuse(
    `${name}: expected a whole number from 1${max === Number.MAX_SAFE_INTEGER ? '' : ` to ${max}`}, but got "${text}".`,
  );
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        pages: { type: 'string' },
        window: { type: 'string' },
        'from-start': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
};

/** @throws StartupError with the usage, when it is not one of the forms there. */
export const readImportArguments = (args: readonly string[]): ImportRequest => {
  const { values, positionals } = parse(args);
  const [from, what, ...rest] = positionals;
  const fromStart = values['from-start'];
  const allow = (...names: readonly string[]): void => {
    for (const name of ['pages', 'window'] as const) {
      if (values[name] !== undefined && !names.includes(name)) {
        refuse(`--${name} does not go with "${[from, what].join(' ')}".`);
      }
    }
  };
  const noMore = (): void => {
    if (rest.length > 0)
      refuse(`Expected nothing after "${[from, what].join(' ')}", but got "${rest.join(' ')}".`);
  };

  if (from === 'jsonl') {
    allow();
    if (what === undefined) return refuse('Expected a file, or "-" for standard input.');
    noMore();
    return { from, file: what, fromStart };
  }
  if (from !== 'tmdb')
    return refuse(`Expected "jsonl" or "tmdb"${from === undefined ? '' : `, but got "${from}"`}.`);

  const pages = values.pages === undefined ? 1 : wholeFrom1(values.pages, '--pages', maxTmdbPages);
  const request = (choice: TmdbChoice): ImportRequest => ({ from, choice, fromStart });
  switch (what) {
    case 'popular':
      allow('pages');
      noMore();
      return request({ list: what, pages });
    case 'trending': {
      allow('pages', 'window');
      noMore();
      const { window = 'day' } = values;
      if (window !== 'day' && window !== 'week') {
        return refuse(`--window: expected "day" or "week", but got "${window}".`);
      }
      return request({ list: what, pages, window });
    }
    case 'movie':
      allow();
      if (rest.length === 0) return refuse('Expected the TMDB ids of films.');
      return request({ list: what, ids: [...new Set(rest.map((id) => wholeFrom1(id, 'ID')))] });
    case 'genres':
    case 'configuration':
      allow();
      noMore();
      return request({ list: what });
    default:
      return refuse(
        `Expected "popular", "trending", "movie", "genres" or "configuration", but got "${what ?? 'nothing'}".`,
      );
  }
};
