import { mongo } from 'mongoose';
import { expect, test } from 'vitest';
import { isDatabaseUnavailable } from '../../../src/graphql/errors.ts';

const serverError = (code: number, labels: readonly string[] = []): Error => {
  const error = new mongo.MongoServerError({ message: 'said by the server', code });
  for (const label of labels) error.addErrorLabel(label);
  return error;
};

test.for([
  [50, 'MaxTimeMSExpired'],
  [91, 'ShutdownInProgress'],
  [189, 'PrimarySteppedDown'],
  [10_107, 'NotWritablePrimary'],
  [11_602, 'InterruptedDueToReplStateChange'],
  [13_435, 'NotPrimaryNoSecondaryOk'],
] as const)("code %i (%s) is the moment's fault", ([code]) => {
  expect(isDatabaseUnavailable(serverError(code))).toBe(true);
});

test.for(['RetryableWriteError', 'TransientTransactionError'])('so is what the driver labels %s', (label) => {
  expect(isDatabaseUnavailable(serverError(112, [label]))).toBe(true);
});

test('a command at fault, and anything of our own, is not', () => {
  expect(isDatabaseUnavailable(serverError(2))).toBe(false);
  expect(isDatabaseUnavailable(serverError(11_000))).toBe(false);
  expect(isDatabaseUnavailable(new TypeError('undefined is not a function'))).toBe(false);
});
