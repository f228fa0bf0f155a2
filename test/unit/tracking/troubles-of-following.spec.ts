import { mongo } from 'mongoose';
import { expect, it } from 'vitest';
import { AppendFailedError, troubleOf } from '../../../src/tracking/follower/trouble.ts';

const ofServer = (code: number): Error => new mongo.MongoServerError({ message: 'no', code });

it.each([
  ['history that is lost', ofServer(286), 'lost'],
  ['an event that is too large', ofServer(10_334), 'lost'],
  ['a stream that is broken', ofServer(280), 'lost'],
  ['a right that is missing', ofServer(13), 'refused'],
  ['a primary that stepped down', ofServer(10_107), 'passing'],
  ['a cursor that is gone', ofServer(43), 'passing'],
  ['a connection that broke', new mongo.MongoNetworkError('reset'), 'passing'],
  ['a log that took nothing', new AppendFailedError('no'), 'passing'],
  ['what no server should say', ofServer(4_711), 'strange'],
  ['a mistake of ours', new TypeError('undefined is not a function'), 'strange'],
] as const)('%s is %s', (_name, error, kind) => {
  expect(troubleOf(error).kind).toBe(kind);
});
