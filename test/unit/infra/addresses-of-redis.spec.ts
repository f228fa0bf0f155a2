import { expect, test } from 'vitest';
import { parseRedisAddress } from '../../../src/infra/redis-address.ts';

const nobody = { username: undefined, password: undefined, isTls: false };

test('an address of one server is left to the client', () => {
  expect(parseRedisAddress('redis://:secret@localhost:6379/2')).toEqual({
    kind: 'single',
    url: 'redis://:secret@localhost:6379/2',
  });
  expect(parseRedisAddress('rediss://cache.example.com')).toMatchObject({ kind: 'single' });
});

test('Sentinels are named with the master that they watch, and a database', () => {
  expect(parseRedisAddress('redis+sentinel://one:26380,two,[::1]:26381/main/3')).toEqual({
    kind: 'sentinel',
    nodes: [
      { host: 'one', port: 26_380 },
      { host: 'two', port: 26_379 },
      { host: '::1', port: 26_381 },
    ],
    master: 'main',
    db: 3,
    ...nobody,
  });
});

test('of a Cluster some servers are named, with who may use it', () => {
  expect(parseRedisAddress('rediss+cluster://app:p%40ss:word@one:7000,10.0.0.2')).toEqual({
    kind: 'cluster',
    nodes: [
      { host: 'one', port: 7000 },
      { host: '10.0.0.2', port: 6379 },
    ],
    username: 'app',
    password: 'p@ss:word',
    isTls: true,
  });
  expect(parseRedisAddress('redis+cluster://:secret@one')).toMatchObject({
    username: undefined,
    password: 'secret',
  });
});

test.for([
  'localhost:6379',
  'http://localhost',
  'redis+sentinel://one,two',
  'redis+sentinel://one,two/main/first',
  'redis+sentinel:///main',
  'redis+cluster://one,,two',
  'redis+cluster://one:0',
  'redis+cluster://one:70000',
  'redis+cluster://one/2',
  'redis+cluster://%zz@one',
  'redis+unix://one',
])('refuses %s', (text) => {
  expect(parseRedisAddress(text)).toBeUndefined();
});
