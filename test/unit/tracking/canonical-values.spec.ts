import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { canonicalId, canonicalValue } from '../../../src/tracking/canonical.ts';

const { Binary, BSONSymbol, Decimal128, Double, Int32, Long, ObjectId } = mongo.BSON;

describe('the text of a value', () => {
  it.each<[string, unknown[]]>([
    [
      'numbers of every type',
      [5, 5n, new Int32(5), new Double(5), Long.fromNumber(5), Decimal128.fromString('5.0')],
    ],
    ['zero of either sign', [0, -0, new Double(-0), Decimal128.fromString('-0')]],
    ['what is not a number', [Number.NaN, new Double(Number.NaN), Decimal128.fromString('NaN')]],
    ['a string and a symbol', ['drama', new BSONSymbol('drama')]],
    ['a lone surrogate and what it is stored as', ['a\uD800', 'a\uFFFD']],
    ['an instant', [new Date(7), new Date(7)]],
    ['an object id', [new ObjectId('0123456789abcdef01234567'), new ObjectId('0123456789ABCDEF01234567')]],
  ])('is the same for %s, which are equal to the server', (_name, values) => {
    const texts = values.map((value) => canonicalValue(value));
    expect(texts[0]).toBeDefined();
    expect(new Set(texts).size).toBe(1);
  });

  it('tells apart what the server tells apart', () => {
    const values = [
      1,
      '1',
      true,
      'true',
      new Date(1),
      new ObjectId('0123456789abcdef01234567'),
      '0123456789abcdef01234567',
      '',
      'n1',
    ];
    expect(new Set(values.map((value) => canonicalValue(value))).size).toBe(values.length);
  });

  it.each([
    [[]],
    [{}],
    [/a/],
    [undefined],
    [new Binary(Buffer.from('a'))],
    [new Date(Number.NaN)],
    [new Map()],
  ])('is missing for %s', (value) => {
    expect(canonicalValue(value)).toBeUndefined();
  });

  it('is there for null only where the path allows it', () => {
    expect(canonicalValue(null)).toBeUndefined();
    expect(canonicalValue(null, { nullable: true })).toBe('null');
    expect(canonicalId(null)).toBe('null');
  });

  it('is short for a long value', () => {
    const [a, b] = [canonicalValue('a'.repeat(1_000)), canonicalValue(`${'a'.repeat(999)}b`)];
    expect(a).not.toBe(b);
    expect(a?.length).toBeLessThan(100);
  });
});
