import { describe, expect, test } from 'vitest';
import { createCors, type RawHeaders } from '../../../src/http/graphql/cors.ts';

const known = 'https://app.example.com';

const asRecord = (headers: RawHeaders): Record<string, string> =>
  Object.fromEntries(
    headers.flatMap((name, at): [string, string][] =>
      at % 2 === 0 ? [[name.toLowerCase(), headers[at + 1] ?? '']] : [],
    ),
  );

describe('without origins', () => {
  const cors = createCors(undefined);

  test('every page may read what anybody may, with no credentials, whoever it says it is', () => {
    expect(cors.variesByOrigin).toBe(false);
    for (const origin of [undefined, known, 'null', 'x']) {
      const headers = asRecord(cors.headersFor(origin));
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers).not.toHaveProperty('access-control-allow-credentials');
    }
  });
});

describe('with origins', () => {
  const cors = createCors([known, 'http://localhost:5173']);

  test('those that are set may read, with credentials', () => {
    expect(asRecord(cors.headersFor(known))).toMatchObject({
      'access-control-allow-origin': known,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': expect.stringContaining('ETag') as string,
    });
  });

  test.for([
    undefined,
    '',
    'null',
    '*',
    `${known}.evil.org`,
    `${known}/`,
    known.toUpperCase(),
    'http://app.example.com',
    `${known}, ${known}`,
  ])('that of %j may not', (origin) => {
    expect(cors.headersFor(origin)).toEqual([]);
  });

  test('answers are told to differ by it', () => {
    expect(cors.variesByOrigin).toBe(true);
  });

  test('an empty list lets nobody', () => {
    expect(createCors([]).headersFor(known)).toEqual([]);
  });
});
