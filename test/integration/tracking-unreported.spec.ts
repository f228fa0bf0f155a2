import * as fc from 'fast-check';
import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStampTable } from '../../src/cache/stamps.ts';
import { docs, IDS, read, type Read, type SingleWrite } from './tracking-draws.ts';
import { trackedDatabase, type TrackedDatabase } from './tracking-kit.ts';
import { ask, followed, NAME, raw, single } from './tracking-property.ts';

/** `vitest --mode thorough` draws forty times as many worlds, others each time; a failure tells its seed. */
const { MODE } = (import.meta as ImportMeta & { readonly env: { readonly MODE: string } }).env;
const DRAWS = MODE === 'thorough' ? { numRuns: 4_800 } : { numRuns: 120, seed: 20_260_102 };

const id = fc.constantFrom(...IDS.slice(0, 4));
const kind = fc.constantFrom<unknown>('a', 'b', 'c', null, 1);
const labels = fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 2 });
const n = fc.constantFrom(0, 1, 2, 3);

const place = fc.oneof<fc.Arbitrary<Record<string, unknown>>[]>(
  kind.map((value) => ({ kind: value })),
  labels.map((value) => ({ labels: value })),
);
const update = (filter: object, $set: Record<string, unknown>): SingleWrite => ({
  kind: 'updateOne',
  filter,
  update: { $set },
  upsert: false,
});
const absent = { s: 'nobody' };

/** What a first writer does and has not reported yet: it moves a document, once or twice, perhaps with a path. */
const unreported = fc.array(fc.tuple(place, n, fc.boolean()), { minLength: 1, maxLength: 2 });

/** What a second one does to the same document and reports; by `promises`, which answers must be true then. */
interface Second {
  readonly promises: 'all' | 'of n' | 'of kind';
  readonly of: (_id: string) => SingleWrite;
}
const second: fc.Arbitrary<Second> = fc.oneof<fc.Arbitrary<Second>[]>(
  n.map((value) => ({ promises: 'of n', of: (_id) => update({ _id }, { n: value }) })),
  n.map((by) => ({
    promises: 'of n',
    of: (_id) => ({ kind: 'updateOne', filter: { _id }, update: { $max: { n: by } }, upsert: false }),
  })),
  n.map((value) => ({
    promises: 'of n',
    of: (_id) => ({
      kind: 'findOneAndUpdate',
      filter: { _id },
      update: { $set: { n: value } },
      options: { projection: { s: 1 } },
    }),
  })),
  kind.map((value) => ({ promises: 'of kind', of: (_id) => update({ _id }, { kind: value }) })),
  fc.constant({ promises: 'all', of: (_id) => update({ _id, ...absent }, { n: 1 }) } as const),
  fc.constant({ promises: 'all', of: (_id) => ({ kind: 'deleteOne', filter: { _id } }) } as const),
  fc.constant({ promises: 'all', of: (_id) => ({ kind: 'deleteMany', filter: { _id } }) } as const),
  fc.constant({ promises: 'all', of: (_id) => ({ kind: 'deleteOne', filter: { _id, ...absent } }) } as const),
  kind.map((value) => ({
    promises: 'all',
    of: (_id) => ({ kind: 'replaceOne', filter: { _id }, doc: { kind: value, n: 1 }, upsert: false }),
  })),
);

/** Reads that take partitions apart by order, window and number, besides all the others. */
const ranked: fc.Arbitrary<Read> = fc
  .tuple(
    fc.oneof(
      kind.map((value): object => ({ kind: value })),
      fc.constantFrom({ labels: 'x' }, { labels: 'y' }),
    ),
    fc.option(
      n.map(($gte) => ({ n: { $gte } })),
      { nil: {} },
    ),
    fc.constantFrom(1 as const, -1 as const),
    fc.constantFrom(0, 0, 1),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([at, above, direction, skip, limit]) => ({
    kind: 'find',
    filter: { ...at, ...above },
    sort: { n: direction, _id: 1 },
    skip,
    limit,
  }));
const counted: fc.Arbitrary<Read> = ranked.map((drawn): Read =>
  drawn.kind === 'find' ? { kind: 'count', filter: drawn.filter } : drawn,
);

/** What an answer shows of its documents does not decide it: each shown one answers for itself. */
const NOTHING = /'?kind'?: \{ '\$in': \[\] \}/g;
const SHOWING = /'?(?:projection|\$project|\$set)'?: \{[^}]*\}|'?\$unset'?: (?:'\w+'|\[[^\]]*\])/g;

const looksAt = (path: string, { kind: _kind, ...rest }: Read): boolean =>
  new RegExp(`\\b${path}\\b`).test(
    inspect(rest, { depth: 9, breakLength: Infinity }).replace(SHOWING, '').replace(NOTHING, ''),
  );

const isPromised = ({ promises }: Second, drawn: Read): boolean =>
  promises === 'all' || looksAt(promises === 'of n' ? 'n' : 'kind', drawn);

const show = (value: unknown): string => inspect(value, { depth: 9, breakLength: 120 });

let db: TrackedDatabase;
beforeAll(async () => {
  db = await trackedDatabase(
    [{ collection: NAME, facets: ['kind', 'labels', 'meta.level'], textPaths: ['title'] }],
    async (connection) => {
      await connection.createCollection(NAME);
      const things = connection.collection(NAME);
      await things.createIndex({ kind: 1, n: 1 });
      await things.createIndex({ title: 'text' });
    },
  );
});
afterAll(() => db[Symbol.asyncDispose]());

interface Drawn {
  readonly docs: readonly (Record<string, unknown> & { _id: string })[];
  readonly reads: readonly Read[];
  readonly id: string;
  readonly unreported: readonly (readonly [Record<string, unknown>, number, boolean])[];
  readonly second: Second;
}

/** Holds what a second writer's stamps alone leave standing, while the first one's are still on their way. */
const hold = async (drawn: Drawn, keep: (tag: string) => boolean = () => true): Promise<number> => {
  const unseen = raw(db.unseen.getClient(), db);
  await unseen.deleteMany({});
  await unseen.insertMany(drawn.docs.map((doc) => ({ ...doc })));
  const readAfter = await db.time();
  const entries = await Promise.all(
    drawn.reads.map(async (one) => {
      const { outcome, reads } = await db.query(() => ask(followed(db), one), { readAfter });
      if (outcome.status === 'rejected') return undefined;
      return { read: one, answer: show(outcome.value), tags: reads.tags.filter(keep) };
    }),
  );
  for (const [moved, n, also] of drawn.unreported) {
    await unseen.updateOne({ _id: drawn.id }, { $set: also ? { ...moved, n } : moved });
  }
  const write = drawn.second.of(drawn.id);
  const { writes } = await db.mutation(() => single(db, write));
  const stamps = createStampTable();
  stamps.apply({ position: 1, tags: writes.tags });
  let standing = 0;
  for (const entry of entries) {
    if (entry === undefined || !stamps.isCurrent(entry.tags, 0)) continue;
    standing += 1;
    if (!isPromised(drawn.second, entry.read)) continue;
    const truth = show(await ask(unseen, entry.read));
    if (truth !== entry.answer) {
      throw new Error(
        [
          'An answer from before both writes stands after the second was acknowledged.',
          `first ${show(drawn.unreported)}`,
          `second ${show(write)}`,
          `read ${show(entry.read)}`,
          `answer ${entry.answer}`,
          `truth ${truth}`,
          `tags ${show(entry.tags)}`,
          `stamps ${show(writes.tags)}`,
        ].join('\n'),
      );
    }
  }
  return standing;
};

const world = fc.record({
  docs,
  reads: fc.array(
    fc.oneof(
      { weight: 2, arbitrary: ranked },
      { weight: 2, arbitrary: counted },
      { weight: 1, arbitrary: read },
    ),
    { minLength: 12, maxLength: 12 },
  ),
  id,
  unreported,
  second,
});

it(
  'a write leaves no answer standing that contradicts it, while an earlier one is not reported',
  {
    timeout: 3_600_000,
  },
  async () => {
    let standing = 0;
    await fc.assert(
      fc.asyncProperty(world, async (drawn) => {
        standing += await hold(drawn);
      }),
      DRAWS,
    );
    expect(standing).toBeGreaterThan(100);
  },
);

it.each<[string, (tag: string) => boolean]>([
  ['documents', (tag) => !/:[^@]*$/.test(tag)],
  ['places of counted documents', (tag) => !tag.includes('@')],
  ['paths', (tag) => !tag.includes('~') || tag.includes(']~')],
  ['paths within partitions', (tag) => !tag.includes(']~')],
])('without the tags of %s it leaves some', { timeout: 120_000 }, async (_name, keep) => {
  const checked = await fc.check(
    fc.asyncProperty(world, async (drawn) => void (await hold(drawn, keep))),
    { ...DRAWS, numRuns: 600, endOnFailure: true },
  );
  expect(checked.failed).toBe(true);
});
