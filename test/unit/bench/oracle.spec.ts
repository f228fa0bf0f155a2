import { describe, expect, it } from 'vitest';
import { MixTally } from '../../../bench/figures/mix-tally.ts';
import { Oracle } from '../../../bench/figures/oracle.ts';

const read = { query: 0, truth: 'a', answered: 'a', isHit: false, commands: 2 };

describe('the oracle', () => {
  it('hits what was asked before and is the same as then', () => {
    const oracle = new Oracle();
    expect(oracle.ask(1, 'a')).toBe('first');
    expect(oracle.ask(1, 'a')).toBe('same');
    expect(oracle.ask(2, 'a')).toBe('first');
    expect(oracle.ask(1, 'b')).toBe('changed');
    expect(oracle.ask(1, 'b')).toBe('same');
  });

  it('compares with the last time, not with any earlier one', () => {
    const oracle = new Oracle();
    for (const truth of ['a', 'b']) oracle.ask(1, truth);
    expect(oracle.ask(1, 'a')).toBe('changed');
  });
});

describe('the tally of the mix', () => {
  it('calls a miss needless when the answer has not changed, and only then', () => {
    const tally = new MixTally(['a', 'x']);
    tally.read(read);
    tally.read({ ...read, truth: 'b', answered: 'b' });
    expect(tally.figures).toMatchObject({ reads: 2, oracleHits: 1, hits: 0, invalidated: 2, needless: 1 });
  });

  it('expects a first ask to miss', () => {
    const tally = new MixTally([]);
    tally.read(read);
    expect(tally.figures).toMatchObject({ reads: 1, oracleHits: 0, invalidated: 0, needless: 0 });
  });

  it('counts a hit on what has changed as stale', () => {
    const tally = new MixTally(['a']);
    tally.read({ ...read, truth: 'b', answered: 'a', isHit: true, commands: 0 });
    expect(tally.figures).toMatchObject({ hits: 1, oracleHits: 0, stale: 1, invalidated: 0 });
  });

  it('keeps commands of writes apart from those of reads', () => {
    const tally = new MixTally(['a']);
    tally.read(read);
    tally.write(5);
    expect(tally.figures).toMatchObject({ reads: 1, writes: 1, readCommands: 2, commands: 7 });
  });
});
