import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createKnownQuestions,
  hashOfAddress,
  hashOfBody,
} from '../../../src/http/graphql/known-questions.ts';

/** At a place of its own in larger memory, as what a socket reads. */
const read = (bytes: Uint8Array, place: number): Buffer => {
  const memory = Buffer.alloc(bytes.byteLength + place + 3, 0xff);
  memory.set(bytes, place);
  return memory.subarray(place, place + bytes.byteLength);
};

/** Few letters and small changes, so that what is alike is drawn often. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), maxLength: 70 });

test('a request asks the question of the one that was the same, and of no other', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), fc.array(text), (asked, others) => {
      const questions = createKnownQuestions(1_000_000);
      for (const one of asked) {
        questions.remember(`/graphql?${one}`, `address ${one}`);
        questions.remember(Buffer.from(one), `body ${one}`);
      }
      for (const [place, one] of [...asked, ...others].entries()) {
        const isKnown = asked.includes(one);
        expect(questions.find(`/graphql?${one}`)).toBe(isKnown ? `address ${one}` : undefined);
        expect(questions.find(read(Buffer.from(one), place % 17))).toBe(isKnown ? `body ${one}` : undefined);
      }
    }),
  );
});

test('a body whose memory is written over meanwhile is still known by what it was', () => {
  const questions = createKnownQuestions(1_000_000);
  const body = Buffer.from('{"query":"{ a }"}');
  questions.remember(body, 'a');
  body.write('b', 12);
  expect(questions.find(body)).toBeUndefined();
  expect(questions.find(Buffer.from('{"query":"{ a }"}'))).toBe('a');
});

test('addresses that differ where nobody looks are told apart, both known', () => {
  const questions = createKnownQuestions(1_000_000);
  const addressWith = (id: string): string => `/graphql?query=${'x'.repeat(301)}${id}${'y'.repeat(500)}`;
  const ids = Array.from({ length: 200 }, (_, at) => String(1_000 + at));
  expect(new Set(ids.map((id) => hashOfAddress(addressWith(id)))).size).toBeLessThan(ids.length);
  for (const id of ids) questions.remember(addressWith(id), id);
  for (const id of ids) expect(questions.find(addressWith(id))).toBe(id);
});

test('bodies that differ in one byte have other hashes, wherever it is', () => {
  const body = Buffer.from('{"query":"query Film($id: ID!) { movie(id: $id) { title } }","variables":{}}');
  const hashes = new Set<number>();
  for (let at = 0; at < body.byteLength; at += 1) {
    for (const value of [0, 1, 2, 4, 8, 16, 32, 64]) {
      const other = Buffer.from(body);
      other[at] = (other[at] ?? 0) ^ value;
      hashes.add(hashOfBody(other));
    }
  }
  const others = body.byteLength * 7 + 1;
  expect(hashes.size).toBeGreaterThan(others - 3);
});

test('what is remembered is bounded, and what is used stays', () => {
  const questions = createKnownQuestions(20_000);
  for (let at = 0; at < 2_000; at += 1) {
    questions.remember(Buffer.from(`body ${at}`), String(at));
    questions.remember(`/graphql?${at}`, String(at));
    expect(questions.find(Buffer.from('body 0'))).toBe('0');
    expect(questions.find('/graphql?0')).toBe('0');
  }
  expect(questions.find(Buffer.from('body 1000'))).toBeUndefined();
  expect(questions.find('/graphql?3')).toBeUndefined();
  questions.remember(Buffer.alloc(20_000), 'large');
  expect(questions.find(Buffer.alloc(20_000))).toBeUndefined();
});
