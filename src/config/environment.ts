import { resolve } from 'node:path';
import { z } from 'zod';
import { defaultDownloadDir } from '../infra/embedded/download-dir.ts';
import { StartupError } from '../shared/startup-error.ts';

/** Everything the environment says, validated. The only place that reads `process.env`. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  /** Address that clients use, without a slash at its end. */
  readonly publicUrl: string;
  /** `undefined`: an embedded mongod under `dataDir`. */
  readonly mongodbUri: string | undefined;
  /** `undefined`: no Redis; the cache lives in this process. */
  readonly redisUrl: string | undefined;
  readonly redisPrefix: string;
  readonly dataDir: string;
  readonly downloadDir: string;
  readonly cacheEngine: CacheEngine;
  readonly cacheMemoryMb: number;
  /** Milliseconds that a request may wait for Redis before it is answered without the cache. */
  readonly cacheRedisBudgetMs: number;
  readonly operatorKey: string | undefined;
  /** Of The Movie Database, for imports: an access token or an API key. */
  readonly tmdbApiKey: string | undefined;
  /** Address of its API, without a slash at its end. */
  readonly tmdbUrl: string;
  /** `undefined`: every origin, without credentials. */
  readonly corsOrigins: readonly string[] | undefined;
  /** What browsers and CDNs may do with answers that are everyone's: keep but ask, or keep for as long as the hints say. */
  readonly httpMaxAge: HttpMaxAge;
  readonly logLevel: LogLevel;
  /** Answers explain themselves (`extensions.responseCache`), logs are for people. */
  readonly development: boolean;
}

const cacheEngines = ['marquee', 'stock', 'off'] as const;
export type CacheEngine = (typeof cacheEngines)[number];

const httpMaxAges = ['none', 'hints'] as const;
export type HttpMaxAge = (typeof httpMaxAges)[number];

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const quoted = (values: readonly string[]) => values.map((value) => `"${value}"`).join(', ');

const integerBetween = (min: number, max: number, what: string) =>
  z
    .string()
    .refine((text) => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max, {
      error: `expected ${what} from ${min} to ${max}`,
    })
    .transform(Number);

const urlWith = (protocols: readonly string[], example: string) =>
  z
    .string()
    .refine((text) => protocols.some((protocol) => text.startsWith(`${protocol}://`)) && URL.canParse(text), {
      error: `expected an address such as ${example}`,
    });

/** Connection strings may name several hosts, which is no URL. */
const mongoUri = z.string().refine((text) => /^mongodb(\+srv)?:\/\/[^/]+/.test(text), {
  error: 'expected an address such as mongodb://localhost:27017/marquee?replicaSet=rs0',
});

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `expected one of ${quoted(values)}` });

const origins = z
  .string()
  .transform((text) => text.split(',').map((origin) => origin.trim()))
  .refine((list) => list.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin), {
    error: 'expected origins such as https://app.example.com, with commas between them',
  });

const schema = z.object({
  PORT: integerBetween(0, 65_535, 'a port').default(4000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: urlWith(['http', 'https'], 'https://api.example.com').optional(),
  MONGODB_URI: mongoUri.optional(),
  REDIS_URL: urlWith(['redis', 'rediss'], 'redis://localhost:6379/0').optional(),
  REDIS_PREFIX: z
    .string()
    .regex(/^[\w.-]+$/, { error: 'expected letters, digits, "_", "." and "-" only' })
    .default('marquee'),
  DATA_DIR: z.string().default('.data'),
  DOWNLOAD_DIR: z.string().optional(),
  CACHE_ENGINE: oneOf(cacheEngines).default('marquee'),
  CACHE_MEMORY_MB: integerBetween(1, 65_536, 'a size in megabytes').default(64),
  CACHE_REDIS_BUDGET_MS: integerBetween(1, 10_000, 'milliseconds').default(50),
  OPERATOR_KEY: z.string().min(16, { error: 'expected at least 16 characters' }).optional(),
  TMDB_API_KEY: z
    .string()
    .regex(/^[\w.~+/=-]{16,}$/, { error: 'expected an API read access token or an API key of TMDB' })
    .optional(),
  TMDB_URL: urlWith(['http', 'https'], 'https://api.themoviedb.org/3').default(
    'https://api.themoviedb.org/3',
  ),
  CORS_ORIGINS: origins.optional(),
  HTTP_MAX_AGE: oneOf(httpMaxAges).default('none'),
  LOG_LEVEL: oneOf(logLevels).default('info'),
  NODE_ENV: oneOf(['development', 'production', 'test']).default('development'),
});

/** Names read above, for the test that holds the README's table to them. */
export const environmentNames: readonly string[] = Object.keys(schema.shape);

/** Shown in messages instead of what was given. */
const secretNames = new Set(['MONGODB_URI', 'REDIS_URL', 'OPERATOR_KEY', 'TMDB_API_KEY']);

/**
 * @param source variables by name; one that is empty counts as not given.
 * @throws StartupError that lists every fault at once: the name, what was expected, what came.
 */
export const readEnvironment = (source: NodeJS.ProcessEnv = process.env): Environment => {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const came = secretNames.has(name) ? '' : `, but got "${given[name] ?? ''}"`;
      return `  ${name}: ${issue.message}${came}`;
    });
    throw new StartupError(
      `The environment has ${faults.length === 1 ? 'a fault' : 'faults'}:\n${faults.join('\n')}`,
    );
  }
  const values = parsed.data;
  const shownHost =
    values.HOST === '127.0.0.1' ? 'localhost' : values.HOST.includes(':') ? `[${values.HOST}]` : values.HOST;
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: (values.PUBLIC_URL ?? `http://${shownHost}:${values.PORT}`).replace(/\/+$/, ''),
    mongodbUri: values.MONGODB_URI,
    redisUrl: values.REDIS_URL,
    redisPrefix: values.REDIS_PREFIX,
    dataDir: resolve(values.DATA_DIR),
    downloadDir: resolve(values.DOWNLOAD_DIR ?? defaultDownloadDir(source)),
    cacheEngine: values.CACHE_ENGINE,
    cacheMemoryMb: values.CACHE_MEMORY_MB,
    cacheRedisBudgetMs: values.CACHE_REDIS_BUDGET_MS,
    operatorKey: values.OPERATOR_KEY,
    tmdbApiKey: values.TMDB_API_KEY,
    tmdbUrl: values.TMDB_URL.replace(/\/+$/, ''),
    corsOrigins: values.CORS_ORIGINS,
    httpMaxAge: values.HTTP_MAX_AGE,
    logLevel: values.LOG_LEVEL,
    development: values.NODE_ENV !== 'production',
  };
};
