import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContentCoding, MediaType } from '../../../src/http/graphql/negotiation.ts';
import {
  createRepresentations,
  entityTag,
  type Representations,
} from '../../../src/http/graphql/representations.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const page = (size: number): Uint8Array => encode(JSON.stringify({ data: 'films '.repeat(size / 6) }));
const made = (of: Representations, coding: ContentCoding) =>
  waitFor(() => of.choose([coding, 'identity']).coding === coding, `it is there as ${coding}`);

describe('a compressed form', () => {
  test.for([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)(
    'in %s is made when it is wanted again, and holds the same bytes',
    async ([coding, decompress]) => {
      const body = page(20_000);
      const representations = createRepresentations()(body);
      expect(representations.choose([coding, 'identity']).coding).toBe('identity');
      await made(representations, coding);
      const { bytes } = representations.choose([coding]);
      expect(bytes.byteLength).toBeLessThan(body.byteLength / 10);
      expect(new Uint8Array(decompress(bytes))).toEqual(body);
      expect(representations.choose([coding])).toBe(representations.choose([coding, 'identity']));
    },
  );

  test('is not made by the first who wants it, nor for what is too short, nor for those who do not take it', async () => {
    const of = createRepresentations();
    const [first, short, plain] = [of(page(20_000)), of(encode('{"data":{}}')), of(page(20_001))];
    first.choose(['br', 'identity']);
    for (let time = 0; time < 10; time += 1) {
      expect(short.choose(['br', 'identity']).coding).toBe('identity');
      expect(plain.choose(['identity']).coding).toBe('identity');
    }
    const other = of(page(20_002));
    await made(other, 'br');
    // Nothing of theirs was under way before, so nothing has come of it.
    expect(plain.choose(['br', 'identity']).coding).toBe('identity');
    expect(first.choose(['gzip', 'identity']).coding).toBe('identity');
  });

  test('that would be longer than the answer is never sent', async () => {
    const of = createRepresentations();
    const noise = new Uint8Array(4_096);
    crypto.getRandomValues(noise);
    const representations = of(noise);
    for (let time = 0; time < 3; time += 1) representations.choose(['gzip', 'identity']);
    await made(of(page(50_000)), 'gzip');
    await made(of(page(50_001)), 'gzip');
    for (let time = 0; time < 3; time += 1) {
      expect(representations.choose(['gzip', 'identity']).coding).toBe('identity');
    }
  });

  test('comes for each of many that are wanted at once', async () => {
    const of = createRepresentations();
    const many = Array.from({ length: 30 }, (_, index) => of(page(5_000 + 6 * index)));
    await Promise.all(many.map((one) => made(one, 'br')));
    expect(many.map((one) => one.choose(['br']).coding)).toEqual(many.map(() => 'br'));
  });
});

test('answers whose bytes are in one buffer are each their own', async () => {
  const text = encode(`${'a'.repeat(4_000)}${'b'.repeat(4_000)}`);
  const of = createRepresentations();
  const [one, other] = [of(text.subarray(0, 4_000)), of(text.subarray(4_000))];
  expect(one.digest).not.toBe(other.digest);
  expect(one.choose(['identity']).bytes.toString()).toBe('a'.repeat(4_000));
  await made(other, 'gzip');
  expect(gunzipSync(other.choose(['gzip']).bytes).toString()).toBe('b'.repeat(4_000));
});

test('other bytes, another media type or another coding have another tag, and the same have the same', () => {
  const forms = fc.record({
    text: fc.string(),
    mediaType: fc.constantFrom<MediaType>('application/json', 'application/graphql-response+json'),
    coding: fc.constantFrom<ContentCoding>('identity', 'br', 'gzip'),
  });
  fc.assert(
    fc.property(forms, forms, (one, other) => {
      const [tag, otherTag] = [one, other].map(({ text, mediaType, coding }) =>
        entityTag(createRepresentations()(encode(text)).digest, mediaType, coding),
      );
      expect(tag).toMatch(/^"[\w.-]{22,40}"$/);
      const isSame =
        Buffer.from(encode(one.text)).equals(encode(other.text)) &&
        one.mediaType === other.mediaType &&
        one.coding === other.coding;
      expect(tag === otherTag).toBe(isSame);
    }),
  );
});
