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

const refusal = {
  data: null,
  errors: [
    {
      message: 'This needs the operator key: send "Authorization: Bearer <OPERATOR_KEY>".',
      code: 'UNAUTHENTICATED',
    },
  ],
};

/** What every mutation answers, each with arguments that would do something, and whether anything was done. */
const attempt = async (app: RunningApp, headers: Record<string, string>) => {
  const answers = await Promise.all([
    app.client.send(CreateMovie, { input: { title: 'Unwanted' } }, { headers }),
    app.client.send(UpdateMovie, { id, input: { title: 'Unwanted' } }, { headers }),
    app.client.send(DeleteMovie, { id }, { headers }),
  ]);
  return {
    answers: answers.map(({ body: { data, errors } }) => ({
      data,
      errors: errors?.map(({ message, extensions }) => ({ message, code: extensions?.['code'] })),
    })),
    films: await moviesIn(app).countDocuments(),
    unwanted: await moviesIn(app).countDocuments({ title: 'Unwanted' }),
  };
};
const nothingDone = { answers: [refusal, refusal, refusal], films: 3201, unwanted: 0 };

describe('every mutation of the catalogue is refused', () => {
  test('without a key', async () => {
    expect(await attempt(running, {})).toEqual(nothingDone);
  });

  test.for([
    ['a wrong key', 'Bearer another-key-altogether'],
    ['the beginning of the key', `Bearer ${operatorKey.slice(0, -1)}`],
    ['the key and more', `Bearer ${operatorKey}x`],
    ['the key in another scheme', `Basic ${operatorKey}`],
    ['the bare key', operatorKey],
    ['an empty key', 'Bearer '],
  ] as const)('with %s', async ([, authorization]) => {
    expect(await attempt(running, { authorization })).toEqual(nothingDone);
  });

  test('when the server has no key, whatever is sent', async () => {
    await using keyless = await startApp({ operatorKey: undefined });
    for (const key of ['', 'undefined', operatorKey]) {
      expect(await attempt(keyless, { authorization: `Bearer ${key}` })).toEqual(nothingDone);
    }
  });
});

test('the scheme of the key may be in any case', async () => {
  const headers = { authorization: `bearer ${operatorKey}` };
  const { body } = await running.client.send(UpdateMovie, { id, input: {} }, { headers });
  expect(body.errors).toBeUndefined();
});
