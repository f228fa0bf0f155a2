import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../src/tracking/words.ts';

describe('the words of a text', () => {
  test.each<[string, readonly unknown[], readonly string[] | undefined]>([
    ['in any case, each once', ['The Dark, dark Knight (2008)'], ['the', 'dark', 'knight', '2008']],
    ['of several texts and lists', ['a b', ['c', 'a'], null, undefined], ['a', 'b', 'c']],
    ['apart at whatever is neither letter nor digit', ["o'brien_foo—bar™"], ['o', 'brien', 'foo', 'bar']],
    ['none', ['…', ''], []],
    ['unknown with letters that Mongo folds in its own way', ['Amélie'], undefined],
    ['unknown with letters that become others in lower case', ['\u{212A}ing'], undefined],
    ['unknown where there is no text', [{ en: 'a' }], undefined],
    ['unknown where there are many', [Array.from({ length: 31 }, (_, index) => `w${index}`)], undefined],
    ['cut where they are long', ['x'.repeat(50)], ['x'.repeat(40)]],
  ])('are %s', (_name, values, words) => {
    expect(wordsOf(values)).toEqual(words);
  });
});
