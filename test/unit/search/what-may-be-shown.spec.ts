import { describe, expect, test } from 'vitest';
import { phraseOf } from '../../../src/modules/search/services/phrases.ts';

describe('a search that others may be shown', () => {
  test.for([
    ['Star  WARS!', 'star wars'],
    ['Amélie', 'amelie'],
    ['blade runner 2049', 'blade runner 2049'],
    ['1917 or 2001', '1917 or 2001'],
    ['M. Night Shyamalan', 'm night shyamalan'],
    ['Scunthorpe cocktail', 'scunthorpe cocktail'],
  ] as const)('%j is shown as %j', ([query, text]) => {
    expect(phraseOf(query)?.text).toBe(text);
  });

  test.for([
    'ada@example.com',
    'ada @example',
    'ada＠example.com',
    'www.example.com',
    'https://x',
    'example.com/ada',
    'mail example.com',
    '+44 20 7946 0958',
    '4111 1111 1111 1111',
    '020794',
    '٠٢٠٧٩٤',
    'what the FUCK',
    'Fùck',
    'x',
    'a b c',
    '',
    'one two three four five six seven eight nine',
    `${'long'.repeat(10)} ${'word'.repeat(10)}`,
  ])('%j never is', (query) => {
    expect(phraseOf(query)).toBeUndefined();
  });
});
