import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docs, read, write } from './tracking-draws.ts';
import { trackedDatabase, type TrackedDatabase } from './tracking-kit.ts';
import { emptyTally, hold, NAME } from './tracking-property.ts';

/** `vitest --mode thorough` draws forty times as many worlds, others each time; a failure tells its seed. */
const { MODE } = (import.meta as ImportMeta & { readonly env: { readonly MODE: string } }).env;
const DRAWS = MODE === 'thorough' ? { numRuns: 4_800 } : { numRuns: 120, seed: 20_260_101 };

const world = fc.record({
  docs,
  reads: fc.array(read, { minLength: 12, maxLength: 12 }),
  writes: fc.array(write, { minLength: 8, maxLength: 8 }),
});

let db: TrackedDatabase;
beforeAll(async () => {
  db = await trackedDatabase(
    [
      {
        collection: NAME,
        facets: ['kind', 'labels', 'meta.level'],
        textPaths: ['title'],
        textLanguage: 'none',
      },
    ],
    async (connection) => {
      await connection.createCollection(NAME);
      const things = connection.collection(NAME);
      await things.createIndex({ kind: 1, n: 1 });
      await things.createIndex({ labels: 1 });
      await things.createIndex({ title: 'text' }, { default_language: 'none' });
    },
  );
});
afterAll(() => db[Symbol.asyncDispose]());

const percent = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(1)} %`;

/** Each class of tags, as a test that a tag is not of it. */
const classes: readonly (readonly [string, (tag: string) => boolean])[] = [
  ['documents', (tag) => !tag.includes(':')],
  ['partitions', (tag) => !tag.includes('=')],
  ['membership', (tag) => !tag.endsWith('[]')],
  ['paths', (tag) => !tag.includes('~') || tag.endsWith('~$text')],
  ['paths within partitions', (tag) => !tag.includes(']~')],
  ['places of counted documents', (tag) => !tag.includes('@')],
  ['text search', (tag) => !tag.endsWith('~$text')],
  ['words that are searched for', (tag) => !tag.includes('~$text=')],
  ['writes that do not know what they touched', (tag) => !tag.endsWith('!')],
  ['reads that cannot be narrowed', (tag) => !tag.endsWith(`.${NAME}`)],
];

describe('tags and stamps', () => {
  it('find every answer that a write changed', { timeout: 3_600_000 }, async () => {
    const tally = emptyTally();
    await fc.assert(
      fc.asyncProperty(world, (drawn) => hold(db, drawn, tally)),
      DRAWS,
    );
    const { judged, changed, stamped, needless, narrowStamped, narrowNeedless } = tally;
    process.stdout.write(
      `Tags: ${judged} answers judged, ${changed} changed, ${stamped} invalidated, ${percent(needless, stamped)} needlessly; ` +
        `where write and read were narrow, ${narrowStamped}, ${percent(narrowNeedless, narrowStamped)} needlessly.\n`,
    );
    expect(changed).toBeGreaterThan(500);
    expect(tally.uncacheable).toBe(0);
  });

  it.each(classes)('miss some without the tags of %s', { timeout: 120_000 }, async (_name, keep) => {
    const checked = await fc.check(
      fc.asyncProperty(world, (drawn) => hold(db, drawn, emptyTally(), keep)),
      { ...DRAWS, endOnFailure: true },
    );
    expect(checked.failed).toBe(true);
  });
});
