import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import { operatorKey, startApp, type RunningApp } from '../../testkit/app.ts';
import { moviesIn } from '../../testkit/catalogue.ts';
import { CreateMovie, DeleteMovie, UpdateMovie } from '../../testkit/documents.ts';

let running: RunningApp;
let id: string;
beforeAll(async () => {
  running = await startApp();
  id = toGlobalId('Movie', (await moviesIn(running).findOne())?._id ?? '');
});
afterAll(() => running[Symbol.asyncDispose]());

const refused = [
  {
    message: 'This needs the operator key: send "Authorization: Bearer <OPERATOR_KEY>".',
    extensions: { code: 'UNAUTHENTICATED' },
  },
];

/** Every mutation, with arguments that would do something. */
const attempts = ({ client }: RunningApp, headers: Record<string, string>) =>
  Promise.all([
    client.send(CreateMovie, { input: { title: 'Unwanted' } }, { headers }),
    client.send(UpdateMovie, { id, input: { title: 'Unwanted' } }, { headers }),
    client.send(DeleteMovie, { id }, { headers }),
  ]);

const everyAttemptIsRefused = async (app: RunningApp, headers: Record<string, string>): Promise<void> => {
  const count = await moviesIn(app).countDocuments();
  for (const { body } of await attempts(app, headers)) {
    expect(body.errors).toMatchObject(refused);
    expect(body.data).toBeNull();
  }
  expect(await moviesIn(app).countDocuments()).toBe(count);
  expect(await moviesIn(app).countDocuments({ title: 'Unwanted' })).toBe(0);
};

describe('every mutation of the catalogue is refused', () => {
  test('without a key', () => everyAttemptIsRefused(running, {}));

  test.for([
    ['a wrong key', 'Bearer another-key-altogether'],
    ['the beginning of the key', `Bearer ${operatorKey.slice(0, -1)}`],
    ['the key and more', `Bearer ${operatorKey}x`],
    ['the key in another scheme', `Basic ${operatorKey}`],
    ['the bare key', operatorKey],
    ['an empty key', 'Bearer '],
  ] as const)('with %s', ([, authorization]) => everyAttemptIsRefused(running, { authorization }));

  test('when the server has no key, whatever is sent', async () => {
    await using keyless = await startApp({ operatorKey: undefined });
    await everyAttemptIsRefused(keyless, {});
    await everyAttemptIsRefused(keyless, { authorization: 'Bearer undefined' });
    await everyAttemptIsRefused(keyless, { authorization: `Bearer ${operatorKey}` });
  });
});

test('the scheme of the key may be in any case', async () => {
  const headers = { authorization: `bearer ${operatorKey}` };
  const { body } = await running.client.send(UpdateMovie, { id, input: {} }, { headers });
  expect(body.errors).toBeUndefined();
});
