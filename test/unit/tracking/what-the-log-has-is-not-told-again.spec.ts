import { describe, expect, it } from 'vitest';
import type { LogRecord } from '../../../src/cache/log/invalidation-log.ts';
import { createCoverage } from '../../../src/tracking/follower/coverage.ts';

const hash = 'own';
const record = (order: string | undefined, ...tags: string[]): LogRecord => ({
  position: 1,
  tags,
  declarations: hash,
  order,
});
const covers = (records: readonly LogRecord[], tags: readonly string[], order = '05'): boolean => {
  const coverage = createCoverage(hash);
  coverage.learn(records);
  return coverage.covers('db.films', tags, order);
};

describe('a change is covered', () => {
  it('by records that stamped every tag of it, as of its time or later', () => {
    expect(covers([record('05', 'db.films', 'db.films:sa')], ['db.films:sa', 'db.films'])).toBe(true);
    expect(covers([record('07', 'db.films'), record('06', 'db.films:sa')], ['db.films:sa', 'db.films'])).toBe(
      true,
    );
  });

  it('by one that stamped whatever read anything of its collection', () => {
    expect(covers([record('05', 'db.films!')], ['db.films:sa', 'db.films'])).toBe(true);
    expect(covers([record('05', 'db.people!')], ['db.films:sa', 'db.films'])).toBe(false);
  });

  it('by one that stamped a path for all values, where the change knows the value', () => {
    expect(covers([record('05', 'db.films~n')], ['=28 db.films~n'])).toBe(true);
    expect(covers([record('05', '=28 db.films~n')], ['db.films~n'])).toBe(false);
    expect(covers([record('05', '=28 db.films~n')], ['=29 db.films~n'])).toBe(false);
  });

  it('by one that stamped a partition, where the change stamps a path within it', () => {
    const change = ['=28 db.films[genre=sdrama]~n'];
    expect(covers([record('05', 'db.films[genre=sdrama]')], change)).toBe(true);
    expect(covers([record('05', 'db.films[genre=scomedy]')], change)).toBe(false);
    expect(covers([record('05', 'db.films[genre=sdrama]~n')], ['db.films[genre=sdrama]'])).toBe(false);
  });
});

describe('a change is not covered', () => {
  it('by a record as of an earlier time, which may be of a write before it', () => {
    expect(covers([record('04', 'db.films:sa')], ['db.films:sa'])).toBe(false);
  });

  it('by a later record that did not stamp all of it', () => {
    expect(covers([record('09', 'db.films', 'db.films:sb')], ['db.films', 'db.films:sa'])).toBe(false);
  });

  it('by a record that carries no time, or whose writer spells tags otherwise', () => {
    expect(covers([record(undefined, 'db.films:sa')], ['db.films:sa'])).toBe(false);
    expect(covers([{ ...record('09', 'db.films:sa'), declarations: 'other' }], ['db.films:sa'])).toBe(false);
  });
});

it('only what may still be asked for is remembered', () => {
  const coverage = createCoverage(hash);
  coverage.learn([record('04', 'a', 'b'), record('06', 'b', 'c')]);
  coverage.forgetBefore('05');
  expect(coverage.size).toBe(2);
  coverage.learn([record('03', 'c')]);
  expect(coverage.covers('db.films', ['c'], '06')).toBe(true);
});
