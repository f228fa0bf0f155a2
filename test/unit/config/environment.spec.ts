import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { environmentNames, readEnvironment } from '../../../src/config/environment.ts';
import { StartupError } from '../../../src/shared/startup-error.ts';

const messageOf = (source: Record<string, string>): string => {
  try {
    readEnvironment(source);
  } catch (error) {
    expect(error).toBeInstanceOf(StartupError);
    return (error as Error).message;
  }
  throw new Error('expected the environment to be refused');
};

const key = Buffer.alloc(32, 'k');
const keyText = key.toString('base64url');
const home = { HOME: '/home/somebody' };

describe('an environment that says nothing', () => {
  const defaults = {
    port: 4000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:4000',
    mongodbUri: undefined,
    redisUrl: undefined,
    redisPrefix: 'marquee',
    dataDir: path.resolve('.data'),
    cacheEngine: 'marquee',
    cacheMemoryMb: 64,
    cacheRedisBudgetMs: 50,
    tokenKeys: undefined,
    smtpUrl: undefined,
    mailFrom: 'Marquee <no-reply@localhost>',
    webUrl: 'http://localhost:4000',
    rateLimits: true,
    rateLimitGeneral: { limit: 1_000, windowMs: 900_000 },
    trustProxy: undefined,
    cacheBypassShare: 0,
    metricsToken: undefined,
    corsOrigins: undefined,
    s3: undefined,
    tmdbApiKey: undefined,
    tmdbUrl: 'https://api.themoviedb.org/3',
    logLevel: 'info',
    development: true,
  };

  test('means the defaults', () => {
    expect(readEnvironment(home)).toMatchObject(defaults);
  });

  test('is the same as one of empty strings', () => {
    const empty = Object.fromEntries(environmentNames.map((name) => [name, '']));
    expect(readEnvironment({ ...empty, ...home })).toEqual(readEnvironment(home));
  });

  test('is the same as one of other names', () => {
    expect(readEnvironment({ ...home, PORTS: 'x', cache_engine: 'x' })).toEqual(readEnvironment(home));
  });
});

describe('what is given is taken', () => {
  test('as it is meant', () => {
    expect(
      readEnvironment({
        ...home,
        PORT: '0',
        HOST: '0.0.0.0',
        PUBLIC_URL: 'https://api.example.com/base//',
        MONGODB_URI: 'mongodb://user:secret@a:27017,b:27017/films?replicaSet=rs0',
        REDIS_URL: 'rediss://:secret@cache:6380/2',
        REDIS_PREFIX: 'm-1',
        DATA_DIR: 'some/data',
        DOWNLOAD_DIR: 'some/downloads',
        CACHE_ENGINE: 'off',
        CACHE_MEMORY_MB: '128',
        CACHE_REDIS_BUDGET_MS: '20',
        JWT_KEYS: `new:${keyText}, old-1:${keyText}`,
        SMTP_URL: 'smtps://user:secret@mail.example.com',
        MAIL_FROM: 'films@example.com',
        WEB_URL: 'https://www.example.com/app/',
        RATE_LIMITS: 'off',
        RATE_LIMIT_GENERAL: '50/60',
        TRUST_PROXY: '10.0.0.0/8, ::1',
        CACHE_BYPASS_SHARE: '0.05',
        METRICS_TOKEN: 'sixteen-symbols!',
        S3_BUCKET: 'videos.example',
        S3_REGION: 'eu-central-1',
        S3_ENDPOINT: 'http://minio:9000',
        S3_PUBLIC_ENDPOINT: 'https://files.example.com',
        S3_ACCESS_KEY_ID: 'id',
        S3_SECRET_ACCESS_KEY: 'secret',
        S3_PATH_STYLE: 'on',
        TMDB_API_KEY: '0123456789abcdef0123456789abcdef',
        TMDB_URL: 'https://films.example.com/3/',
        CORS_ORIGINS: 'https://app.example.com, http://localhost:5173',
        LOG_LEVEL: 'silent',
        NODE_ENV: 'production',
      }),
    ).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      publicUrl: 'https://api.example.com/base',
      mongodbUri: 'mongodb://user:secret@a:27017,b:27017/films?replicaSet=rs0',
      redisUrl: 'rediss://:secret@cache:6380/2',
      redisPrefix: 'm-1',
      dataDir: path.resolve('some/data'),
      downloadDir: path.resolve('some/downloads'),
      cacheEngine: 'off',
      cacheMemoryMb: 128,
      cacheRedisBudgetMs: 20,
      tokenKeys: [
        { id: 'new', secret: key },
        { id: 'old-1', secret: key },
      ],
      smtpUrl: 'smtps://user:secret@mail.example.com',
      mailFrom: 'films@example.com',
      webUrl: 'https://www.example.com/app',
      rateLimits: false,
      rateLimitGeneral: { limit: 50, windowMs: 60_000 },
      trustProxy: { header: 'x-forwarded-for', proxies: ['10.0.0.0/8', '::1'] },
      cacheBypassShare: 0.05,
      metricsToken: 'sixteen-symbols!',
      s3: {
        bucket: 'videos.example',
        region: 'eu-central-1',
        endpoint: 'http://minio:9000',
        publicEndpoint: 'https://files.example.com',
        credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
        pathStyle: true,
      },
      tmdbApiKey: '0123456789abcdef0123456789abcdef',
      tmdbUrl: 'https://films.example.com/3',
      corsOrigins: ['https://app.example.com', 'http://localhost:5173'],
      logLevel: 'silent',
      development: false,
    });
  });

  test.for([
    [{ PORT: '80' }, 'http://localhost:80'],
    [{ HOST: 'api.internal' }, 'http://api.internal:4000'],
    [{ HOST: '::1' }, 'http://[::1]:4000'],
  ] as const)('%j makes the address %s', ([source, address]) => {
    expect(readEnvironment({ ...home, ...source }).publicUrl).toBe(address);
  });
});

test('a bucket alone is one of Amazon, with the keys that its SDK finds', () => {
  expect(readEnvironment({ ...home, S3_BUCKET: 'videos' }).s3).toEqual({
    bucket: 'videos',
    region: 'us-east-1',
    endpoint: undefined,
    publicEndpoint: undefined,
    credentials: undefined,
    pathStyle: false,
  });
});

test.for([
  ['1', { header: 'x-forwarded-for', proxies: 1 }],
  ['forwarded:2', { header: 'forwarded', proxies: 2 }],
  ['192.0.2.7', { header: 'x-forwarded-for', proxies: ['192.0.2.7'] }],
  ['forwarded:fd00::/8', { header: 'forwarded', proxies: ['fd00::/8'] }],
] as const)('TRUST_PROXY=%s names the proxies and their header', ([text, trustProxy]) => {
  expect(readEnvironment({ ...home, TRUST_PROXY: text }).trustProxy).toEqual(trustProxy);
});

describe('what is not of its form is refused', () => {
  const faults: [name: string, value: string, sentence: string][] = [
    ['PORT', '70000', 'expected a port from 0 to 65535'],
    ['PORT', '4000.5', 'expected a port from 0 to 65535'],
    ['PORT', '-1', 'expected a port from 0 to 65535'],
    ['PUBLIC_URL', 'api.example.com', 'expected an address such as https://api.example.com'],
    ['REDIS_PREFIX', 'a b', 'expected letters, digits, "_", "." and "-" only'],
    ['CACHE_ENGINE', 'fast', 'expected one of "marquee", "stock", "off"'],
    ['CACHE_MEMORY_MB', '0', 'expected a size in megabytes from 1 to 65536'],
    [
      'CORS_ORIGINS',
      'https://a.example.com/path',
      'expected origins such as https://app.example.com, with commas between them',
    ],
    ['CACHE_BYPASS_SHARE', '1.5', 'expected a share from 0 to 1, such as 0.05'],
    ['CACHE_BYPASS_SHARE', '5%', 'expected a share from 0 to 1, such as 0.05'],
    ['CACHE_REDIS_BUDGET_MS', '0', 'expected milliseconds from 1 to 10000'],
    ['CORS_ORIGINS', '*', 'expected origins such as https://app.example.com, with commas between them'],
    ['RATE_LIMITS', 'yes', 'expected one of "on", "off"'],
    ...['1000', '1000/15m', '0/900', '10/0', '-1/5'].map((value): [string, string, string] => [
      'RATE_LIMIT_GENERAL',
      value,
      'expected requests and seconds such as 1000/900',
    ]),
    ...['0', 'true', '100', '10.0.0.0/33', '::/129', 'proxy.internal', '10.0.0.1,', 'x-real-ip:1'].map(
      (value): [string, string, string] => [
        'TRUST_PROXY',
        value,
        'expected a number of proxies from 1 to 99, or networks such as 10.0.0.0/8,::1 with commas between them, with "forwarded:" in front for the Forwarded header',
      ],
    ),
    ['TMDB_URL', 'themoviedb.org', 'expected an address such as https://api.themoviedb.org/3'],
    ...['a', 'Videos', 'videos/mine'].map((value): [string, string, string] => [
      'S3_BUCKET',
      value,
      'expected the name of a bucket',
    ]),
    ...[
      'minio:9000',
      'https://s3.example.com/videos',
      'https://s3.example.com/?x',
      'https://me@s3.example.com',
    ].map((value): [string, string, string] => [
      'S3_ENDPOINT',
      value,
      'expected an address without a path, such as https://s3.example.com',
    ]),
    ['S3_REGION', 'Frankfurt am Main', 'expected a region such as eu-central-1'],
    ['S3_PATH_STYLE', 'true', 'expected one of "on", "off"'],
    ['LOG_LEVEL', 'loud', 'expected one of "debug", "info", "warn", "error", "silent"'],
    ['NODE_ENV', 'prod', 'expected one of "development", "production", "test"'],
  ];
  test.for(faults)('%s=%s', ([name, value, sentence]) => {
    expect(messageOf({ ...home, S3_BUCKET: 'videos', [name]: value })).toBe(
      `The environment has a fault:\n  ${name}: ${sentence}, but got "${value}"`,
    );
  });

  test.for([
    ['a name without a secret', 'a:'],
    ['a secret without a name', keyText],
    ['a secret of 31 bytes', `a:${Buffer.alloc(31).toString('base64url')}`],
    ['a secret that is not base64url', `a:${keyText.slice(1)}!`],
    ['a name twice', `a:${keyText},a:${keyText}`],
    ['an end that is empty', `a:${keyText},`],
  ] as const)('JWT_KEYS with %s', ([, value]) => {
    expect(messageOf({ ...home, JWT_KEYS: value })).toMatch(/JWT_KEYS: expected name:secret, .*\)$/);
  });

  test('in production, when what other processes and people depend on is missing', () => {
    expect(messageOf({ ...home, NODE_ENV: 'production', PORT: 'x' }).split('\n')).toEqual([
      'The environment has faults:',
      '  PORT: expected a port from 0 to 65535, but got "x"',
      expect.stringMatching(/^ {2}JWT_KEYS: expected a value, since [^"]+$/),
      expect.stringMatching(/^ {2}SMTP_URL: expected a value, since [^"]+$/),
    ]);
  });

  test('with all its faults told at once', () => {
    const [first, ...lines] = messageOf({
      ...home,
      PORT: 'http',
      CACHE_ENGINE: 'fast',
      LOG_LEVEL: 'loud',
      MONGODB_URI: 'localhost',
      JWT_KEYS: 'a:short',
    }).split('\n');
    expect(first).toBe('The environment has faults:');
    expect(lines.map((line) => line.trim().split(':')[0] ?? '').toSorted()).toEqual(
      ['CACHE_ENGINE', 'JWT_KEYS', 'LOG_LEVEL', 'MONGODB_URI', 'PORT'].toSorted(),
    );
  });

  test('what is of no use without another one', () => {
    expect(messageOf({ ...home, S3_ENDPOINT: 'https://s3.example.com', S3_ACCESS_KEY_ID: 'id' })).toBe(
      [
        'The environment has faults:',
        '  S3_BUCKET: expected a value, since S3_ENDPOINT is set',
        '  S3_SECRET_ACCESS_KEY: expected a value, since S3_ACCESS_KEY_ID is set',
      ].join('\n'),
    );
    expect(messageOf({ ...home, S3_BUCKET: 'videos', S3_SECRET_ACCESS_KEY: 'hunter2' })).toBe(
      'The environment has a fault:\n  S3_ACCESS_KEY_ID: expected a value, since S3_SECRET_ACCESS_KEY is set',
    );
  });

  test('without showing what may hold a password', () => {
    const secrets = {
      MONGODB_URI: 'mongo://user:hunter2@db',
      REDIS_URL: 'http://:hunter2@cache',
      JWT_KEYS: 'a:hunter2',
      SMTP_URL: 'http://user:hunter2@mail',
      METRICS_TOKEN: 'hunter2',
      TMDB_API_KEY: 'hunter2',
    };
    const message = messageOf({ ...home, ...secrets });
    expect(message.split('\n')).toHaveLength(7);
    expect(message).not.toContain('hunter2');
  });
});
