import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countOfDays,
  dayOf,
  daysFrom,
  monthOf,
  monthsFrom,
  monthsUpTo,
  shifted,
  startOf,
} from '../../../src/modules/analytics/days.ts';
import {
  daysAsked,
  mostDays,
  todayOf,
} from '../../../src/modules/analytics/services/channel-figures.service.ts';
import { createAnswerLife } from '../../../src/shared/answer-life.ts';

const moment = fc.date({
  min: new Date('1970-01-01T00:00:00Z'),
  max: new Date('2199-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});
const at = (day: string): Date => new Date(startOf(day));

test('a moment is in the day whose bounds are around it', () => {
  fc.assert(
    fc.property(moment, (date) => {
      const day = dayOf(date.getTime());
      expect(startOf(day)).toBeLessThanOrEqual(date.getTime());
      expect(startOf(shifted(day, 1))).toBeGreaterThan(date.getTime());
    }),
  );
});

test('days follow each other without a gap, over leap days too', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 0, max: 800 }), (date, count) => {
      const from = dayOf(date.getTime());
      const days = daysFrom(from, shifted(from, count));
      expect(days).toHaveLength(count + 1);
      expect([...days].toSorted()).toEqual(days);
      expect(new Set(days).size).toBe(days.length);
      expect(countOfDays(from, days.at(-1) ?? '')).toBe(days.length);
    }),
  );
  expect(daysFrom('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
});

test('the months between two days are those of all days between them', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 0, max: 800 }), (date, count) => {
      const from = dayOf(date.getTime());
      const to = shifted(from, count);
      expect(monthsFrom(monthOf(from), monthOf(to))).toEqual([...new Set(daysFrom(from, to).map(monthOf))]);
    }),
  );
  expect(monthsUpTo('2026-02', 3)).toEqual(['2025-12', '2026-01', '2026-02']);
});

test('what today decides ends with the day', () => {
  const life = createAnswerLife(() => Date.parse('2026-12-31T23:59:58.000Z'));
  expect(todayOf(life)).toBe('2026-12-31');
  expect(life.endsAtMs).toBe(Date.parse('2027-01-01T00:00:00.000Z'));
});

describe('of the days that are asked for', () => {
  const today = '2026-11-21';
  const messageOf = (from?: string, to?: string): string | undefined => {
    const days = daysAsked(
      { from: from === undefined ? null : at(from), to: to === undefined ? null : at(to) },
      today,
    );
    return days.ok ? undefined : `${days.fault.code} ${days.fault.message}`;
  };

  test('those left out are the last 28 days', () => {
    const usual = daysAsked({}, today);
    expect(usual).toEqual({ ok: true, value: daysFrom('2026-10-25', today) });
    expect(daysAsked({ to: at('2026-03-01') }, today)).toEqual({
      ok: true,
      value: daysFrom('2026-02-02', '2026-03-01'),
    });
    expect(daysAsked({ from: at(today) }, today)).toEqual({ ok: true, value: [today] });
  });

  test('a year is not too long, and a day more is', () => {
    expect(messageOf('2025-11-21', today)).toBeUndefined();
    expect(messageOf('2025-11-20', today)).toBe(
      'BAD_USER_INPUT from, to: expected at most 366 days, but got 367, from 2025-11-20 to 2026-11-21.',
    );
  });

  test('those to come, in the wrong order, or before there was time are refused, all faults at once', () => {
    expect(messageOf(undefined, '2026-11-22')).toBe(
      'BAD_USER_INPUT to: expected a day up to today, 2026-11-21 in UTC, but got 2026-11-22.',
    );
    expect(messageOf('2026-11-25', '2026-11-24')).toBe(
      'BAD_USER_INPUT to: expected a day up to today, 2026-11-21 in UTC, but got 2026-11-24; from: expected a day up to 2026-11-24, but got 2026-11-25.',
    );
    expect(messageOf('1969-12-31', '1970-01-01')).toBe(
      'BAD_USER_INPUT from, to: expected days from 1970-01-01 on.',
    );
  });

  test('whatever is asked for, it is days up to today, or a sentence', () => {
    fc.assert(
      fc.property(fc.option(moment), fc.option(moment), (from, to) => {
        const days = daysAsked({ from, to }, today);
        const [first, last] = days.ok ? [days.value[0], days.value.at(-1)] : [today, today];
        expect(first).toBeDefined();
        expect((last ?? '') <= today).toBe(true);
        expect(days.ok ? days.value.length : 1).toBeLessThanOrEqual(mostDays);
        expect(days.ok || days.fault.message.endsWith('.')).toBe(true);
      }),
    );
  });
});
