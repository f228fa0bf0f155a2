import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
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

test('so is a connection that the server has ended, of which the driver has not heard yet', async () => {
  const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').resume();
  socket.on('error', () => undefined);
  await once(socket, 'end');
  const error = await new Promise((resolve) => void socket.write('a command', resolve));
  server.close();
  expect(error).toMatchObject({ code: 'EPIPE' });
  expect(isDatabaseUnavailable(error)).toBe(true);
});

test('so is a bulk write whose connection broke', () => {
  const result = new mongo.MongoBulkWriteError(
    new mongo.MongoNetworkError('connection closed'),
    {} as mongo.BulkWriteResult,
  );
  expect(isDatabaseUnavailable(result)).toBe(true);
});

test('a command at fault, and anything of our own, is not', () => {
  expect(isDatabaseUnavailable(serverError(2))).toBe(false);
  expect(isDatabaseUnavailable(serverError(11_000))).toBe(false);
  expect(isDatabaseUnavailable(new TypeError('undefined is not a function'))).toBe(false);
});
