import { expect, test } from 'vitest';
import { anythingTag, documentTag, wideTag } from '../../../src/cache/tags.ts';
import { canonicalId } from '../../../src/tracking/canonical.ts';
import { followAdditions, type ReadCounters } from '../../../src/tracking/followed-counts.ts';
import { inOperation, Operation } from '../../../src/tracking/operation/operation.ts';

const namespace = 'db.channelDays';
const tagOf = (id: string) => documentTag(namespace, canonicalId(id) ?? '');

/** Counters that remember what was added; `gate` holds each write up. */
const counting = (gate: Promise<unknown> = Promise.resolve()) => {
  const added: string[] = [];
  const note = async (id: string): Promise<void> => {
    await gate;
    added.push(id);
  };
  const group: ReadCounters<'views' | 'likes'> = {
    add: note,
    addOnce: async (id) => {
      await note(id);
      return true;
    },
    isFirst: () => Promise.resolve(true),
    read: (ids) => Promise.resolve(ids.map(() => ({ views: 0, likes: 0 }))),
    reading: (ids) => Promise.resolve({ counts: ids.map(() => ({ views: 0, likes: 0 })), isWhole: true }),
    set: async (entries) => {
      for (const [id] of entries) await note(id);
    },
    forget: async (ids) => {
      for (const id of ids) await note(id);
    },
  };
  return { added, group: followAdditions(group, namespace, ['views']) };
};

const operation = (kind: 'query' | 'mutation') =>
  new Operation({ kind, readAfter: { order: '1', signed: '1' } });

test('a reading depends on what it reads, and on nothing else', async () => {
  const query = operation('query');
  await inOperation(query, () => counting().group.read(['a', 'b']));
  expect([...query.report.tags].toSorted()).toEqual(
    [anythingTag(namespace), tagOf('a'), tagOf('b')].toSorted(),
  );
  expect(query.report.uncacheable).toEqual([]);
});

test('whoever adds writes that one, and who adds ticks writes nothing', async () => {
  const { group, added } = counting();
  const mutation = operation('mutation');
  await inOperation(mutation, async () => {
    await group.add('ticked', { views: 1 });
    await group.addOnce('ticked too', { views: 1 }, { by: 'ann', windowMs: 1 });
  });
  expect(mutation.ledger.wrote).toBe(false);
  await inOperation(mutation, async () => {
    await group.add('a', { likes: 1 });
    await group.addOnce('b', { views: 1, likes: -1 }, { by: 'ann', windowMs: 1 });
    await group.set([['c', { views: 1 }]]);
    await group.forget(['d']);
  });
  const { tags } = await mutation.ledger.settled();
  expect([...tags].toSorted()).toEqual([wideTag(namespace), ...['a', 'b', 'c', 'd'].map(tagOf)].toSorted());
  expect(added).toEqual(['ticked', 'ticked too', 'a', 'b', 'c', 'd']);
});

test('a write is waited for, and told of whatever came of it', async () => {
  const { promise, reject } = Promise.withResolvers<never>();
  const { group } = counting(promise);
  const mutation = operation('mutation');
  const adding = inOperation(mutation, () => group.add('a', { likes: 1 }));
  let isSettled = false;
  const settled = mutation.ledger.settled(() => {
    isSettled = true;
  });
  await Promise.resolve();
  expect(isSettled).toBe(false);
  reject(new Error('no'));
  await expect(adding).rejects.toThrow('no');
  expect((await settled).tags).toContain(tagOf('a'));
});

test('outside of any operation it just counts', async () => {
  const { group, added } = counting();
  await group.add('a', { likes: 1 });
  expect(await group.read(['a'])).toEqual([{ views: 0, likes: 0 }]);
  expect(added).toEqual(['a']);
});
