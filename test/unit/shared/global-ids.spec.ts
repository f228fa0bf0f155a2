import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromOpaque, toOpaque } from '../../../src/shared/opaque.ts';
import { keyOfGlobalId, parseGlobalId, toGlobalId } from '../../../src/shared/resolving/global-id.ts';

const typeNames = fc.stringMatching(/^[A-Z]\w{0,20}$/);
const keys = fc.string({ unit: 'grapheme', minLength: 1 });

test('an id leads back to its type and key', () => {
  fc.assert(
    fc.property(typeNames, keys, (typeName, key) => {
      const id = toGlobalId(typeName, key);
      expect(parseGlobalId(id)).toEqual({ ok: true, value: { typeName, key } });
      expect(keyOfGlobalId(typeName, id)).toEqual({ ok: true, value: key });
      expect(id).toMatch(/^[\w-]+$/);
    }),
  );
});

test('different objects have different ids', () => {
  fc.assert(
    fc.property(typeNames, keys, typeNames, keys, (typeA, keyA, typeB, keyB) => {
      fc.pre(typeA !== typeB || keyA !== keyB);
      expect(toGlobalId(typeA, keyA)).not.toBe(toGlobalId(typeB, keyB));
    }),
  );
});

test('an id has one spelling: no other text is taken for it', () => {
  fc.assert(
    fc.property(typeNames, keys, fc.constantFrom('=', '==', ' ', '\n', '+'), (typeName, key, more) => {
      expect(parseGlobalId(`${toGlobalId(typeName, key)}${more}`).ok).toBe(false);
    }),
  );
});

test('garbage is refused with the text that came, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.base64String()), (text) => {
      const parsed = parseGlobalId(text);
      const expected = parsed.ok
        ? { ok: true, value: parsed.value }
        : {
            ok: false,
            fault: {
              code: 'BAD_USER_INPUT',
              message: `Expected an id as answers of this API give them, but got ${JSON.stringify(text)}.`,
            },
          };
      expect(parsed).toEqual(expected);
      expect(parsed.ok ? toGlobalId(parsed.value.typeName, parsed.value.key) : text).toBe(text);
    }),
  );
});

test.for(['', 'Movie', ':key', 'movie:key', 'Movie:', ' Movie:key'])('%j made opaque is no id', (text) => {
  expect(parseGlobalId(toOpaque(text)).ok).toBe(false);
});

test('the id of another type is refused with both names', () => {
  expect(keyOfGlobalId('Movie', toGlobalId('Person', 'x'))).toEqual({
    ok: false,
    fault: { code: 'BAD_USER_INPUT', message: 'Expected the id of a Movie, but got the id of a Person.' },
  });
});

test('opaque text leads back to what it was made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fromOpaque(toOpaque(text))).toBe(text);
    }),
  );
});
