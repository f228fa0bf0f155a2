import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchingTag } from '../../../src/http/graphql/conditional.ts';
import type { ContentCoding, MediaType } from '../../../src/http/graphql/negotiation.ts';
import { entityTag } from '../../../src/http/graphql/representations.ts';

const digest = 'oCOLx_-D2NYnmNaB0H72Qx';
const all: readonly ContentCoding[] = ['br', 'gzip', 'identity'];
const match = (
  ifNoneMatch: string,
  codings: readonly ContentCoding[] = all,
  mediaType: MediaType = 'application/json',
) => matchingTag(ifNoneMatch, { digest }, mediaType, codings);

describe('a client has the answer', () => {
  test('when it names its tag in a coding that it takes, alone, weakly or in a list', () => {
    for (const coding of all) {
      const tag = entityTag(digest, 'application/json', coding);
      expect(match(tag)).toBe(tag);
      expect(match(`W/${tag}`)).toBe(tag);
      expect(match(`"other",${tag}`)).toBe(tag);
      expect(match(`"a", W/"b" , W/${tag} ,"c"`)).toBe(tag);
    }
  });

  test('when it has anything at all, told by the tag of what it would get first', () => {
    expect(match('*')).toBe(`"${digest}"`);
    expect(match('*', ['gzip'])).toBe(`"${digest}.gzip"`);
    expect(match('*', ['br', 'identity'], 'application/graphql-response+json')).toBe(`"${digest}.g"`);
  });
});

describe('a client does not have it', () => {
  test('in another media type', () => {
    expect(match(`"${digest}"`, all, 'application/graphql-response+json')).toBeUndefined();
    expect(match(`"${digest}.g"`)).toBeUndefined();
  });

  test('in a coding that it does not take', () => {
    expect(match(`"${digest}.br"`, ['gzip', 'identity'])).toBeUndefined();
    expect(match(`"${digest}"`, ['br'])).toBeUndefined();
  });

  test.for([
    '""',
    '"',
    'W/',
    ',',
    digest,
    `"${digest}`,
    `${digest}"`,
    `"${digest}x"`,
    `"x${digest}"`,
    `"${digest}.deflate"`,
    `"${digest.toLowerCase()}"`,
    `w/"${digest}"`,
    '"*"',
    // One tag that has commas in it, not a list.
    '"a,*,b"',
    '"a, * ,b"',
  ])('when it names %s', (ifNoneMatch) => {
    expect(match(ifNoneMatch)).toBeUndefined();
  });
});

test('a list matches if and only if one of its tags is the own one', () => {
  const tag = fc.oneof(
    fc.stringMatching(/^[!#-+\--~]{0,30}$/).map((text) => `"${text}"`),
    fc.constantFrom(...all).map((coding) => entityTag(digest, 'application/json', coding)),
    fc.constant(`"${digest}.g"`),
  );
  const written = fc.tuple(fc.constantFrom('', 'W/'), tag);
  fc.assert(
    fc.property(fc.array(written, { minLength: 1 }), fc.subarray([...all]), (list, codings) => {
      const found = match(list.map((one) => one.join('')).join(', '), codings);
      const own = codings.map((coding) => entityTag(digest, 'application/json', coding));
      expect(found !== undefined).toBe(list.some(([, one]) => own.includes(one)));
      expect([undefined, ...own]).toContain(found);
    }),
  );
});
