import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  askedBy,
  beginningsOf,
  typedIn,
  wordsOf,
  wordsToFind,
} from '../../../src/modules/search/services/words.ts';

describe('the words of a text', () => {
  test.for<[string, string[]]>([
    ['The Star  Wars', ['the', 'star', 'wars']],
    ['"star" -wars', ['star', 'wars']],
    ["Le Fabuleux destin d'Amélie", ['le', 'fabuleux', 'destin', 'd', 'amelie']],
    ['AME\u0301LIE', ['amelie']],
    ['Straße Łódź Ærø İstanbul', ['strasse', 'lodz', 'aero', 'istanbul']],
    ['Война и мир', ['воина', 'и', 'мир']],
    ['東京物語 1953', ['東京', '京物', '物語', '1953']],
    ['猫', ['猫']],
    ['괴물', ['괴물']],
    ['ｆｕｌｌ ﬁlm', ['full', 'film']],
    ['🎬 !? $text', ['text']],
    ['', []],
  ])('%j are %j', ([text, words]) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('are found too as what signs hold together', () => {
    expect(wordsToFind("Spider-Man don't M*A*S*H")).toEqual(
      'spider man spiderman don t dont m a s h mash'.split(' '),
    );
  });

  test('are found by whatever asks for them, in any case and with any accents', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const there = new Set(wordsToFind(text));
        // Upper case of some letters is two of them, whose words are others.
        const spellings = [text, text.toUpperCase(), text.normalize('NFD')].filter(
          (asked) => wordsOf(asked).join() === wordsOf(text).join(),
        );
        expect(spellings.flatMap(wordsOf).filter((word) => !there.has(word))).toEqual([]);
        expect(wordsOf(text.normalize('NFD'))).toEqual(wordsOf(text));
      }),
    );
  });

  test('count once, and only so many', () => {
    expect(askedBy('to be or not to be')).toEqual({
      words: ['to', 'be', 'or', 'not'],
      key: 'to be or not to be',
    });
    const many = Array.from({ length: 40 }, (_none, at) => `w${at}`).join(' ');
    expect(askedBy(many).words).toHaveLength(12);
  });
});

describe('what was typed so far', () => {
  test('finds each text that goes on like it from a word on', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'é', '東', '\u{1f600}', '9'),
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (given, from, cut) => {
        const words = wordsOf(given.join(' ')).slice(0, 6);
        if (words.length === 0) return;
        const { heads, starts } = beginningsOf([words]);
        const rest = words.slice(from % words.length).join(' ');
        const letters = Array.from(rest);
        const typed = typedIn(letters.slice(0, 1 + (cut % letters.length)).join(''));
        if (!typed) return;
        expect(heads).toContain(typed.head);
        expect(starts.some((start) => start.startsWith(typed.start ?? typed.head))).toBe(true);
      }),
    );
  });

  test('is nothing without a letter', () => {
    expect(['', ' ', '"-"', '🎬'].map(typedIn)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
