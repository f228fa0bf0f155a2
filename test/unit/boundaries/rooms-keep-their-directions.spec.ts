import { execFile } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scratchFolder } from '../../testkit/servers.ts';

const projectDir = fileURLToPath(new URL('../../../', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await scratchFolder();
  await cp(path.join(projectDir, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the project's lint says of a file, if it stood at that place. */
const lint = async (file: string, source: string): Promise<string> => {
  const target = path.join(folder, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, source);
  const { promise, resolve } = Promise.withResolvers<string>();
  execFile(
    path.join(projectDir, 'node_modules/.bin/oxlint'),
    ['--format', 'json', file],
    { cwd: folder },
    (_error, stdout) => resolve(stdout),
  );
  const output = await promise;
  await rm(target);
  return output;
};

const forbidden: readonly (readonly [file: string, source: string, reason: string])[] = [
  [
    'src/cache/stores/a.ts',
    "import { a } from '../../graphql/schema.ts'; export const b = a;",
    'src/cache imports nothing of ours',
  ],
  [
    'src/cache/a.ts',
    "import { a } from '../tracking/operation.ts'; export const b = a;",
    'src/cache imports nothing of ours',
  ],
  [
    'src/cache/a.ts',
    "import { parse } from 'graphql'; export const b = parse;",
    'The engine knows no GraphQL',
  ],
  [
    'src/cache/a.ts',
    "import mongoose from 'mongoose'; export const b = mongoose;",
    'The engine knows no Mongo',
  ],
  [
    'src/tracking/reads/a.ts',
    "import { a } from '../../modules/catalogue/index.ts'; export const b = a;",
    'so knows none',
  ],
  [
    'src/tracking/a.ts',
    "import { parse } from 'graphql'; export const b = parse;",
    'Tracking knows commands',
  ],
  [
    'src/modules/catalogue/stores/a.ts',
    "import { a } from '../../../cache/tags.ts'; export const b = a;",
    'Modules write no invalidation code',
  ],
  [
    'src/modules/catalogue/services/a.ts',
    "import { a } from '../../../tracking/x.ts'; export const b = a;",
    'Modules write no invalidation code',
  ],
  [
    'src/modules/catalogue/services/a.ts',
    "import { a } from '../models/index.ts'; export const b = a;",
    'Only a store queries a model',
  ],
  [
    'src/modules/catalogue/resolvers/a.ts',
    "import mongoose from 'mongoose'; export const b = mongoose;",
    'Only a store queries a model',
  ],
  [
    'src/modules/catalogue/stores/a.ts',
    "import { a } from '../../../infra/redis.ts'; export const b = a;",
    'handed what they need',
  ],
  [
    'src/modules/catalogue/catalogue.ts',
    "import { a } from '../../graphql/context.ts'; export const b = a;",
    'generated types only',
  ],
  [
    'src/modules/videos/a.ts',
    "import { a } from '../catalogue/stores/movie.store.ts'; export const b = a;",
    'through its index.ts',
  ],
  [
    'src/graphql/a.ts',
    "import { a } from '../modules/catalogue/models/records.ts'; export const b = a;",
    'through its index.ts',
  ],
  ['src/http/a.ts', "import { a } from '../infra/mongo.ts'; export const b = a;", 'handed what they need'],
  [
    'src/infra/a.ts',
    "import { a } from '../modules/catalogue/index.ts'; export const b = a;",
    'serve what is above them',
  ],
  [
    'src/limits/a.ts',
    "import { a } from '../http/client-address.ts'; export const b = a;",
    'counts for whoever asks',
  ],
  [
    'src/limits/a.ts',
    "import { a } from '../cache/stores/redis-store.ts'; export const b = a;",
    'Of src/cache, limits use',
  ],
  [
    'src/limits/a.ts',
    "import { a } from '../cache/entry.ts'; export const b = a;",
    'Of src/cache, limits use',
  ],
  ['src/limits/a.ts', "import { parse } from 'graphql'; export const b = parse;", 'Limits know no GraphQL'],
  [
    'src/modules/videos/services/a.ts',
    "import { a } from '../../../limits/policy.ts'; export const b = a;",
    'handed what they need',
  ],
  [
    'src/modules/videos/videos.ts',
    "import { a } from '../../counters/counters.ts'; export const b = a;",
    'handed what they need',
  ],
  [
    'src/modules/social/services/a.ts',
    "import { a } from '../../../live/live-events.ts'; export const b = a;",
    'handed what they need',
  ],
  [
    'src/live/a.ts',
    "import { a } from '../modules/social/index.ts'; export const b = a;",
    'tells whoever listens',
  ],
  [
    'src/live/a.ts',
    "import { parse } from 'graphql'; export const b = parse;",
    'Live events know no GraphQL',
  ],
  [
    'src/counters/a.ts',
    "import { a } from '../infra/redis.ts'; export const b = a;",
    'counts for whoever asks',
  ],
  [
    'src/counters/a.ts',
    "import { a } from '../cache/entry.ts'; export const b = a;",
    'Of src/cache, counters use',
  ],
  [
    'src/counters/a.ts',
    "import { parse } from 'graphql'; export const b = parse;",
    'Counters know no GraphQL',
  ],
  ['src/shared/a.ts', "import { a } from '../counters/account.ts'; export const b = a;", 'below every room'],
  [
    'src/cache/a.ts',
    "import { a } from '../limits/policy.ts'; export const b = a;",
    'imports nothing of ours',
  ],
  [
    'src/seed/a.ts',
    "import { a } from '../modules/catalogue/index.ts'; export const b = a;",
    'src/seed imports nothing of ours',
  ],
  ['src/seed/a.ts', "import mongoose from 'mongoose'; export const b = mongoose;", 'who keeps them where'],
  [
    'src/modules/catalogue/a.ts',
    "import { a } from '../../seed/index.ts'; export const b = a;",
    'handed what they need',
  ],
  ['src/shared/a.ts', "import { a } from '../cache/tags.ts'; export const b = a;", 'below every room'],
  ['src/http/a.ts', "export const b = process.env['PORT'];", 'Only src/config reads the environment'],
  ['src/http/a.ts', 'export const b: any = 1;', 'any'],
];

const allowed: readonly (readonly [file: string, source: string])[] = [
  ['src/cache/a.ts', "import { a } from '../shared/logger.ts'; export const b = a;"],
  ['src/tracking/a.ts', "import { a } from '../cache/tags.ts'; export const b = a;"],
  ['src/modules/videos/a.ts', "import { a } from '../catalogue/index.ts'; export const b = a;"],
  [
    'src/modules/videos/resolvers/a.ts',
    "import { a } from '../../../graphql/generated/resolvers.ts'; export const b = a;",
  ],
  ['src/modules/videos/stores/a.ts', "import { a } from '../models/index.ts'; export const b = a;"],
  ['src/graphql/a.ts', "import { a } from '../cache/tags.ts'; export const b = a;"],
  ['src/limits/a.ts', "import { a } from '../cache/stores/redis-guard.ts'; export const b = a;"],
  ['src/limits/a.ts', "import { a } from '../cache/stores/key-slots.ts'; export const b = a;"],
  ['src/limits/a.ts', "import { a } from '../cache/events.ts'; export const b = a;"],
  ['src/http/a.ts', "import { a } from '../limits/policy.ts'; export const b = a;"],
  ['src/counters/a.ts', "import { a } from '../cache/stores/redis-guard.ts'; export const b = a;"],
  ['src/counters/a.ts', "import type { Connection } from 'mongoose'; export type B = Connection;"],
  ['src/config/environment.ts', "export const b = process.env['PORT'];"],
];

describe('the lint rules', () => {
  test.for(forbidden)('refuse, in %s: %s', async ([file, source, reason]) => {
    expect(await lint(file, source)).toContain(reason);
  });

  test.for(allowed)('allow, in %s: %s', async ([file, source]) => {
    expect(await lint(file, source)).not.toMatch(/no-restricted|no-explicit-any/);
  });
});
