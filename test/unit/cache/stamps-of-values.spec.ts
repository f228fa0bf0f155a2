import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createStampTable } from '../../../src/cache/stamps.ts';
import {
  boundedTag,
  namespaceOfTag,
  partitionPathTag,
  partitionTag,
  partsOfTag,
  pathTag,
  valuedTag,
} from '../../../src/cache/tags.ts';

describe('a stamp of a value', () => {
  const votes = pathTag('db.films', 'votes');
  const atLeast = (key: string) => [boundedTag(votes, '>=', key)];
  const atMost = (key: string) => [boundedTag(votes, '<=', key)];

  test('counts for whoever depends on the path, and for bounds that it is within', () => {
    const table = createStampTable();
    table.apply({ position: 1, tags: [valuedTag(votes, '5')] });
    expect(table.isCurrent([votes], 0)).toBe(false);
    expect(table.isCurrent(atLeast('5'), 0)).toBe(false);
    expect(table.isCurrent(atLeast('6'), 0)).toBe(true);
    expect(table.isCurrent(atMost('5'), 0)).toBe(false);
    expect(table.isCurrent(atMost('4'), 0)).toBe(true);
    expect(table.isCurrent(atLeast('5'), 1)).toBe(true);
  });

  test('of no value counts for every bound, before and after others', () => {
    const table = createStampTable();
    table.apply({ position: 1, tags: [votes] });
    expect(table.isCurrent(atLeast('6'), 0)).toBe(false);
    table.apply({ position: 2, tags: [valuedTag(votes, '5')] });
    expect(table.isCurrent(atLeast('6'), 0)).toBe(false);
    expect(table.isCurrent(atLeast('6'), 1)).toBe(true);
    table.apply({ position: 3, tags: [votes] });
    expect(table.isCurrent(atLeast('6'), 2)).toBe(false);
  });

  test('is found current again only while no other stamp came', () => {
    const table = createStampTable();
    const tags = atLeast('6');
    table.apply({ position: 1, tags: [valuedTag(votes, '5')] });
    expect(table.isCurrent(tags, 0)).toBe(true);
    expect(table.isCurrent(tags, 0)).toBe(true);
    table.apply({ position: 2, tags: [valuedTag(votes, '7')] });
    expect(table.isCurrent(tags, 0)).toBe(false);
  });

  test('agrees with a list of all stamps, and beyond so many of them errs to the safe side only', () => {
    const key = fc.integer({ min: 10, max: 99 }).map(String);
    const stamp = fc.option(key, { freq: 12, nil: undefined });
    const bound = fc.constantFrom('>=' as const, '<=' as const);
    const run = (
      stamps: readonly (string | undefined)[],
      judge: (found: boolean, truth: boolean) => void,
    ) => {
      const table = createStampTable();
      stamps.forEach((value, index) => {
        table.apply({
          position: index + 1,
          tags: [value === undefined ? votes : valuedTag(votes, value)],
        });
      });
      return (relation: '>=' | '<=', limit: string, asOf: number) => {
        const reached = stamps
          .slice(asOf)
          .some((value) => value === undefined || (relation === '>=' ? value >= limit : value <= limit));
        judge(table.isCurrent([boundedTag(votes, relation, limit)], asOf), !reached);
      };
    };
    fc.assert(
      fc.property(fc.array(stamp, { maxLength: 60 }), bound, key, fc.nat({ max: 60 }), (stamps, ...asked) => {
        run(stamps, (found, truth) => expect(found).toBe(truth))(...asked);
      }),
      { numRuns: 500 },
    );
    // Falling and rising values are all farthest after some position.
    const many = Array.from({ length: 89 }, (_, index) => String(99 - index));
    fc.assert(
      fc.property(fc.boolean(), bound, key, fc.nat({ max: 89 }), (rising, ...asked) => {
        const stamps = rising ? many.toReversed() : many;
        run(stamps, (found, truth) => expect([truth, false]).toContain(found))(...asked);
      }),
      { numRuns: 500 },
    );
  });
});

test('what a path is called, and what values it has, is told apart from how tags are written', () => {
  const odd = fc.string({ unit: 'binary' }).filter((text) => text !== '');
  const relation = fc.constantFrom('>=' as const, '<=' as const, '=' as const);
  fc.assert(
    fc.property(odd, odd, odd, relation, (name, facet, path, how) => {
      const namespace = `db.${name}`;
      for (const tag of [
        pathTag(namespace, path),
        partitionPathTag(partitionTag(namespace, facet, name), path),
      ]) {
        expect(partsOfTag(tag)).toEqual({ tag, relation: undefined, key: '' });
        const narrowed = how === '=' ? valuedTag(tag, '2ff') : boundedTag(tag, how, '2ff');
        expect(partsOfTag(narrowed)).toEqual({ tag, relation: how, key: '2ff' });
        expect(namespaceOfTag(narrowed)).toBe(namespaceOfTag(tag));
      }
    }),
  );
});
