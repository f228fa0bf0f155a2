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
    operatorKey: undefined,
    corsOrigins: undefined,
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
        OPERATOR_KEY: 'sixteen-letters!',
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
      operatorKey: 'sixteen-letters!',
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
    ['CACHE_REDIS_BUDGET_MS', '0', 'expected milliseconds from 1 to 10000'],
    ['CORS_ORIGINS', '*', 'expected origins such as https://app.example.com, with commas between them'],
    ['TMDB_URL', 'themoviedb.org', 'expected an address such as https://api.themoviedb.org/3'],
    ['LOG_LEVEL', 'loud', 'expected one of "debug", "info", "warn", "error", "silent"'],
    ['NODE_ENV', 'prod', 'expected one of "development", "production", "test"'],
  ];
  test.for(faults)('%s=%s', ([name, value, sentence]) => {
    expect(messageOf({ ...home, [name]: value })).toBe(
      `The environment has a fault:\n  ${name}: ${sentence}, but got "${value}"`,
    );
  });

  test('with all its faults told at once', () => {
    const [first, ...lines] = messageOf({
      ...home,
      PORT: 'http',
      CACHE_ENGINE: 'fast',
      LOG_LEVEL: 'loud',
      MONGODB_URI: 'localhost',
      OPERATOR_KEY: 'short',
    }).split('\n');
    expect(first).toBe('The environment has faults:');
    expect(lines.map((line) => line.trim().split(':')[0] ?? '').toSorted()).toEqual(
      ['CACHE_ENGINE', 'LOG_LEVEL', 'MONGODB_URI', 'OPERATOR_KEY', 'PORT'].toSorted(),
    );
  });

  test('without showing what may hold a password', () => {
    const secrets = {
      MONGODB_URI: 'mongo://user:hunter2@db',
      REDIS_URL: 'http://:hunter2@cache',
      OPERATOR_KEY: 'hunter2',
      TMDB_API_KEY: 'hunter2',
    };
    const message = messageOf({ ...home, ...secrets });
    expect(message.split('\n')).toHaveLength(5);
    expect(message).not.toContain('hunter2');
  });
});
