import { describe, expect, it } from 'vitest';
import { ArgumentError, readArguments } from '../../../bench/arguments.ts';
import { contestantNames } from '../../../bench/contestants/line-up.ts';
import { workloadNames } from '../../../bench/workloads/names.ts';

describe('what the bench is told', () => {
  it('runs everything, and writes the docs, unless told otherwise', () => {
    expect(readArguments([])).toEqual({
      quick: false,
      json: false,
      write: true,
      seed: 1,
      workloads: workloadNames,
      contestants: contestantNames,
    });
  });

  it('writes no docs of a quick run or of a part, unless told to', () => {
    expect(readArguments(['--quick']).write).toBe(false);
    expect(readArguments(['--only', 'page']).write).toBe(false);
    expect(readArguments(['--contestants', 'raw']).write).toBe(false);
    expect(readArguments(['--quick', '--write']).write).toBe(true);
    expect(readArguments(['--no-write']).write).toBe(false);
  });

  it('runs what is named in the order in which it can be run', () => {
    const options = readArguments(['--only', 'mix, page', '--contestants', 'mercurius,raw']);
    expect(options.workloads).toEqual(['page', 'mix']);
    expect(options.contestants).toEqual(['raw', 'mercurius']);
  });

  it.for([
    [['--fast'], /--fast/],
    [['page'], /page/],
    [['--only', 'pages'], /--only: expected some of page, .*but got "pages"/],
    [['--contestants', 'raw,express'], /--contestants: expected some of raw, .*but got "express"/],
    [['--seed', 'x'], /--seed: expected a whole number .*but got "x"/],
    [['--seed', '4294967296'], /--seed/],
  ] as const)('says what is wrong with %s', ([given, message]) => {
    expect(() => readArguments(given)).toThrow(ArgumentError);
    expect(() => readArguments(given)).toThrow(message);
  });
});
