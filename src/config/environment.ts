import { resolve } from 'node:path';
import { z } from 'zod';
import { defaultDownloadDir } from '../infra/embedded/download-dir.ts';
import type { S3Settings } from '../infra/object-store/s3-store.ts';
import { parseRedisAddress } from '../infra/redis-address.ts';
import { StartupError } from '../shared/startup-error.ts';
import type { TokenKey } from '../shared/token-key.ts';
import {
  type GeneralRate,
  liveStreams,
  type LiveStreams,
  rate,
  type TrustProxy,
  trustedProxies,
} from './traffic.ts';

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
  /** Whether writes that no request reports are followed. */
  readonly followWrites: boolean;
  /** The first one signs, all verify; `undefined`: a random one that is kept under `dataDir`. */
  readonly tokenKeys: readonly TokenKey[] | undefined;
  /** `undefined`: mail is logged. */
  readonly smtpUrl: string | undefined;
  /** Whom mail comes from. */
  readonly mailFrom: string;
  /** Where the pages are that mailed links lead to, without a slash at its end. */
  readonly webUrl: string;
  /** Whether anything is limited. */
  readonly rateLimits: boolean;
  /** What each viewer, and each address of those who are not signed in, may ask. */
  readonly rateLimitGeneral: GeneralRate;
  /** How many streams of events, and as many WebSockets, may be open at once. */
  readonly liveStreams: LiveStreams;
  /** `undefined`: there is no proxy in front, and what requests say of one is not believed. */
  readonly trustProxy: TrustProxy | undefined;
  /** Of the requests that the cache could answer, how many go past it, from 0 to 1. */
  readonly cacheBypassShare: number;
  /** What a scraper of `/metrics` sends; `undefined`: whoever asks from the private network may read. */
  readonly metricsToken: string | undefined;
  /** Where uploaded files are kept; `undefined`: under `dataDir`. */
  readonly s3: S3Settings | undefined;
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

const share = z
  .string()
  .refine((text) => /^(?:0|1|0?\.\d+)$/.test(text), { error: 'expected a share from 0 to 1, such as 0.05' })
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

/** Scheme, host and port, and nothing more. */
const originSuchAs = (example: string) =>
  z
    .string()
    .transform((text) => text.replace(/\/$/, ''))
    .refine((text) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text, {
      error: `expected an address without a path, such as ${example}`,
    });

const leastSecretBytes = 32;

const parseTokenKeys = (text: string): readonly TokenKey[] | undefined => {
  const keys = text.split(',').map((entry) => {
    const [, id = '', secret = ''] = /^([\w.-]+):([\w-]+)=*$/.exec(entry.trim()) ?? [];
    return { id, secret: Buffer.from(secret, 'base64url') };
  });
  const isSound = keys.every(({ id, secret }) => id !== '' && secret.byteLength >= leastSecretBytes);
  return isSound && new Set(keys.map(({ id }) => id)).size === keys.length ? keys : undefined;
};

const tokenKeys = z.string().transform((text, context) => {
  const keys = parseTokenKeys(text);
  if (keys) return keys;
  context.addIssue({
    code: 'custom',
    message: `expected name:secret, or several with commas between them, each of another name, and each secret at least ${leastSecretBytes} random bytes in base64url (openssl rand 32 | basenc --base64url)`,
  });
  return z.NEVER;
});

const variables = z.object({
  PORT: integerBetween(0, 65_535, 'a port').default(4000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: urlWith(['http', 'https'], 'https://api.example.com').optional(),
  MONGODB_URI: mongoUri.optional(),
  REDIS_URL: z
    .string()
    .refine((text) => parseRedisAddress(text) !== undefined, {
      error:
        'expected an address such as redis://localhost:6379/0, redis+sentinel://one:26379,two:26379/master, or ' +
        'redis+cluster://one:6379,two:6379',
    })
    .optional(),
  REDIS_PREFIX: z
    .string()
    .regex(/^[\w.-]+$/, { error: 'expected letters, digits, "_", "." and "-" only' })
    .default('marquee'),
  DATA_DIR: z.string().default('.data'),
  DOWNLOAD_DIR: z.string().optional(),
  CACHE_ENGINE: oneOf(cacheEngines).default('marquee'),
  CACHE_MEMORY_MB: integerBetween(1, 65_536, 'a size in megabytes').default(64),
  CACHE_REDIS_BUDGET_MS: integerBetween(1, 10_000, 'milliseconds').default(50),
  FOLLOW_WRITES: oneOf(['on', 'off']).default('on'),
  JWT_KEYS: tokenKeys.optional(),
  SMTP_URL: urlWith(['smtp', 'smtps'], 'smtps://user:password@mail.example.com').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/, {
      error: 'expected an address such as Marquee <no-reply@example.com>',
    })
    .default('Marquee <no-reply@localhost>'),
  WEB_URL: urlWith(['http', 'https'], 'https://www.example.com').optional(),
  RATE_LIMITS: oneOf(['on', 'off']).default('on'),
  RATE_LIMIT_GENERAL: rate.default({ limit: 1_000, windowMs: 900_000 }),
  LIVE_STREAMS: liveStreams.default({ perClient: 100, total: 10_000 }),
  TRUST_PROXY: trustedProxies.optional(),
  CACHE_BYPASS_SHARE: share.default(0),
  METRICS_TOKEN: z.string().min(16, { error: 'expected at least 16 characters' }).optional(),
  TMDB_API_KEY: z
    .string()
    .regex(/^[\w.~+/=-]{16,}$/, { error: 'expected an API read access token or an API key of TMDB' })
    .optional(),
  TMDB_URL: urlWith(['http', 'https'], 'https://api.themoviedb.org/3').default(
    'https://api.themoviedb.org/3',
  ),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { error: 'expected the name of a bucket' })
    .optional(),
  S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/, { error: 'expected a region such as eu-central-1' })
    .default('us-east-1'),
  S3_ENDPOINT: originSuchAs('https://s3.example.com').optional(),
  S3_PUBLIC_ENDPOINT: originSuchAs('https://files.example.com').optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_PATH_STYLE: oneOf(['on', 'off']).default('off'),
  CORS_ORIGINS: origins.optional(),
  HTTP_MAX_AGE: oneOf(httpMaxAges).default('none'),
  LOG_LEVEL: oneOf(logLevels).default('info'),
  NODE_ENV: oneOf(['development', 'production', 'test']).default('development'),
});

/** What development can do without, and why production cannot. */
const neededInProduction = {
  JWT_KEYS: 'expected a value, since several processes have to accept the same tokens in production',
  SMTP_URL: 'expected a value, since people confirm their address and reset their password by mail',
} as const;

/** What one variable of S3 is of no use without. */
const neededForS3 = (value: Partial<Record<string, unknown>>): Readonly<Record<string, string>> => {
  const others = ['S3_ENDPOINT', 'S3_PUBLIC_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'];
  const given = others.find((name) => value[name] !== undefined);
  return {
    ...(given !== undefined && { S3_BUCKET: `expected a value, since ${given} is set` }),
    ...(value['S3_ACCESS_KEY_ID'] !== undefined && {
      S3_SECRET_ACCESS_KEY: 'expected a value, since S3_ACCESS_KEY_ID is set',
    }),
    ...(value['S3_SECRET_ACCESS_KEY'] !== undefined && {
      S3_ACCESS_KEY_ID: 'expected a value, since S3_SECRET_ACCESS_KEY is set',
    }),
  };
};

const schema = variables.check(({ value, issues }) => {
  const given: Partial<Record<string, unknown>> = value;
  for (const [name, message] of Object.entries(neededForS3(given))) {
    if (given[name] === undefined) issues.push({ code: 'custom', path: [name], message, input: undefined });
  }
  if (value.NODE_ENV !== 'production') return;
  for (const [name, message] of Object.entries(neededInProduction)) {
    if (value[name as keyof typeof neededInProduction] === undefined) {
      issues.push({ code: 'custom', path: [name], message, input: undefined });
    }
  }
});

/** Names read above, for the test that holds the README's table to them. */
export const environmentNames: readonly string[] = Object.keys(variables.shape);

/** Shown in messages instead of what was given. */
const secretNames = new Set([
  'MONGODB_URI',
  'REDIS_URL',
  'JWT_KEYS',
  'SMTP_URL',
  'METRICS_TOKEN',
  'TMDB_API_KEY',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
]);

const s3Of = (values: z.infer<typeof variables>): S3Settings | undefined => {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: id, S3_SECRET_ACCESS_KEY: secret } = values;
  if (bucket === undefined) return undefined;
  return {
    bucket,
    region: values.S3_REGION,
    endpoint: values.S3_ENDPOINT,
    publicEndpoint: values.S3_PUBLIC_ENDPOINT,
    credentials:
      id === undefined || secret === undefined ? undefined : { accessKeyId: id, secretAccessKey: secret },
    pathStyle: values.S3_PATH_STYLE === 'on',
  };
};

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
      const came = secretNames.has(name) || !given[name] ? '' : `, but got "${given[name]}"`;
      return `  ${name}: ${issue.message}${came}`;
    });
    throw new StartupError(
      `The environment has ${faults.length === 1 ? 'a fault' : 'faults'}:\n${faults.join('\n')}`,
    );
  }
  const values = parsed.data;
  const shownHost =
    values.HOST === '127.0.0.1' ? 'localhost' : values.HOST.includes(':') ? `[${values.HOST}]` : values.HOST;
  const publicUrl = (values.PUBLIC_URL ?? `http://${shownHost}:${values.PORT}`).replace(/\/+$/, '');
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl,
    mongodbUri: values.MONGODB_URI,
    redisUrl: values.REDIS_URL,
    redisPrefix: values.REDIS_PREFIX,
    dataDir: resolve(values.DATA_DIR),
    downloadDir: resolve(values.DOWNLOAD_DIR ?? defaultDownloadDir(source)),
    cacheEngine: values.CACHE_ENGINE,
    cacheMemoryMb: values.CACHE_MEMORY_MB,
    cacheRedisBudgetMs: values.CACHE_REDIS_BUDGET_MS,
    followWrites: values.FOLLOW_WRITES === 'on',
    tokenKeys: values.JWT_KEYS,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    webUrl: (values.WEB_URL ?? publicUrl).replace(/\/+$/, ''),
    rateLimits: values.RATE_LIMITS === 'on',
    rateLimitGeneral: values.RATE_LIMIT_GENERAL,
    liveStreams: values.LIVE_STREAMS,
    trustProxy: values.TRUST_PROXY,
    cacheBypassShare: values.CACHE_BYPASS_SHARE,
    metricsToken: values.METRICS_TOKEN,
    s3: s3Of(values),
    tmdbApiKey: values.TMDB_API_KEY,
    tmdbUrl: values.TMDB_URL.replace(/\/+$/, ''),
    corsOrigins: values.CORS_ORIGINS,
    httpMaxAge: values.HTTP_MAX_AGE,
    logLevel: values.LOG_LEVEL,
    development: values.NODE_ENV !== 'production',
  };
};
