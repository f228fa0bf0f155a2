import { describe, expect, test } from 'vitest';
import {
  collapseTags,
  documentTag,
  EVERYTHING_TAG,
  MAX_TAGS_PER_RECORD,
  operationTag,
  viewerTag,
} from '../../../src/cache/tags.ts';
import { answer, counting, startRig } from './response-rig.ts';

const request = { key: 'q', viewerId: undefined };

describe('everything is dropped', () => {
  test('by a record of the log, whatever an entry depends on', async () => {
    const rig = await startRig();
    const { cache } = rig.instance();
    const { compute, calls } = counting((call) => answer(`#${call}`, { tags: [] }));
    await cache.respond(request, compute);
    await rig.write('db.films:1');
    expect((await cache.respond(request, compute)).how).toBe('hit');
    await rig.write(EVERYTHING_TAG);
    const { how, missed } = await cache.respond(request, compute);
    expect([how, missed, calls()]).toEqual(['computed', 'invalidated', 2]);
    expect((await cache.respond(request, compute)).how).toBe('hit');
  });

  test('also what was being computed meanwhile: it may have read what was changed by hand', async () => {
    const rig = await startRig();
    const { cache } = rig.instance();
    const { compute } = counting();
    await cache.respond(request, async (start) => {
      await rig.write(EVERYTHING_TAG);
      return compute(start);
    });
    expect(cache.lookupNow('q', undefined)).toBeUndefined();
    expect((await cache.respond(request, compute)).how).toBe('computed');
  });

  test('for an instance that was behind by more records, too', async () => {
    const rig = await startRig();
    const [here, there] = [rig.instance(), rig.instance()];
    const { compute } = counting((call) => answer(`#${call}`, { tags: ['a'] }));
    await there.cache.respond(request, compute);
    await rig.write('b');
    await rig.write(EVERYTHING_TAG, 'c');
    await rig.write('d');
    await here.cache.respond(request, compute);
    expect(there.cache.lookupNow('q', undefined)).toBeUndefined();
    expect((await there.cache.respond(request, compute)).missed).toBe('invalidated');
  });
});

test('what operators stamp is never collapsed into something that entries do not carry', () => {
  const own = [EVERYTHING_TAG, operationTag('Home'), viewerTag('db.ada')];
  const many = Array.from({ length: MAX_TAGS_PER_RECORD }, (_, id) => documentTag('db.films', `s${id}`));
  expect(collapseTags([...many, ...own]).toSorted()).toEqual([...own, 'db.films', 'db.films!'].toSorted());
});
