import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import type { Role } from '../../../src/shared/viewer.ts';
import { addSignedIn, adminAuthorization } from '../../testkit/admin.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { moviesIn } from '../../testkit/catalogue.ts';
import { CreateMovie, DeleteMovie, UpdateMovie } from '../../testkit/documents.ts';
import { freshMongo } from '../../testkit/servers.ts';

const mongodbUri = freshMongo();
const token = adminAuthorization.slice('Bearer '.length);
let running: RunningApp;
let id: string;
beforeAll(async () => {
  running = await startApp({ mongodbUri });
  id = toGlobalId('Movie', (await moviesIn(running).findOne())?._id ?? '');
});
afterAll(() => running[Symbol.asyncDispose]());

/** What every mutation answers, each with arguments that would do something, and whether anything was done. */
const attempt = async (headers: Record<string, string>) => {
  const answers = await Promise.all([
    running.client.send(CreateMovie, { input: { title: 'Unwanted' } }, { headers }),
    running.client.send(UpdateMovie, { id, input: { title: 'Unwanted' } }, { headers }),
    running.client.send(DeleteMovie, { id }, { headers }),
  ]);
  return {
    answers: answers.map(({ status, body: { errors } }) => ({
      status,
      codes: errors?.map(({ extensions }) => extensions?.['code']),
    })),
    films: await moviesIn(running).countDocuments(),
    unwanted: await moviesIn(running).countDocuments({ title: 'Unwanted' }),
  };
};
const nothingDone = (status: number, code: string) => {
  const refusal = { status, codes: [code] };
  return { answers: [refusal, refusal, refusal], films: 3201, unwanted: 0 };
};

describe('every mutation of the catalogue is refused', () => {
  test('to nobody in particular', async () => {
    expect(await attempt({})).toEqual(nothingDone(200, 'UNAUTHENTICATED'));
  });

  test.for<[string, Role[]]>([
    ['viewer', ['VIEWER']],
    ['creator', ['VIEWER', 'CREATOR']],
    ['instructor', ['VIEWER', 'INSTRUCTOR']],
  ])('to a %s', async ([name, roles]) => {
    const { authorization } = await addSignedIn(mongodbUri, name, roles);
    expect(await attempt({ authorization })).toEqual(nothingDone(200, 'FORBIDDEN'));
  });

  test.for([
    ['a token that is none', 'Bearer x'],
    ['the beginning of one', adminAuthorization.slice(0, -1)],
    ['one and more', `${adminAuthorization}x`],
    ['one in another scheme', `Basic ${token}`],
    ['the bare token', token],
    ['nothing', 'Bearer '],
    ['an empty header', ''],
  ] as const)('with %s, and so is the whole request', async ([, authorization]) => {
    expect(await attempt({ authorization })).toEqual(nothingDone(401, 'UNAUTHENTICATED'));
  });
});

test('the scheme may be in any case', async () => {
  const headers = { authorization: `bearer ${token}` };
  const { body } = await running.client.send(UpdateMovie, { id, input: {} }, { headers });
  expect(body.errors).toBeUndefined();
});
