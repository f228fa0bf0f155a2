import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasBegun, isWholeCourse, progressOf } from '../../../src/modules/courses/services/progress.ts';

const lessons = fc
  .array(fc.boolean(), { maxLength: 12 })
  .map((required) => required.map((isRequired, index) => ({ _id: `lesson${index}`, isRequired })));
const done = { completedAt: new Date(0) };
const enrolmentIn = (ids: readonly string[]) => ({
  lessons: Object.fromEntries(ids.map((id) => [id, done])),
});

/** A course, and some lessons of it that are completed. */
const taken = lessons.chain((course) =>
  fc.record({
    course: fc.constant(course),
    completed: fc.subarray(course.map(({ _id }) => _id)),
  }),
);

describe('progress in a course', () => {
  test('is a share, whole when and only when all that is required is completed', () => {
    fc.assert(
      fc.property(taken, ({ course, completed }) => {
        const enrolment = enrolmentIn(completed);
        const required = course.filter(({ isRequired }) => isRequired);
        const needed = required.length > 0 ? required : course;
        const progress = progressOf(course, enrolment);
        expect(progress).toBeGreaterThanOrEqual(0);
        expect(progress).toBeLessThanOrEqual(1);
        const isWhole = needed.length > 0 && needed.every(({ _id }) => completed.includes(_id));
        expect(isWholeCourse(course, enrolment)).toBe(isWhole);
        expect(progress === 1).toBe(isWhole);
      }),
    );
  });

  test('never falls when another lesson is completed', () => {
    fc.assert(
      fc.property(taken, fc.nat(11), ({ course, completed }, next) => {
        const before = progressOf(course, enrolmentIn(completed));
        expect(progressOf(course, enrolmentIn([...completed, `lesson${next}`]))).toBeGreaterThanOrEqual(
          before,
        );
      }),
    );
  });

  test('does not count lessons that the course has no longer', () => {
    expect(progressOf([{ _id: 'a', isRequired: true }], enrolmentIn(['gone']))).toBe(0);
    expect(isWholeCourse([], enrolmentIn(['gone']))).toBe(false);
  });

  test('begins with any report, also one of the very start', () => {
    expect(hasBegun({ lessons: {} }, 'a')).toBe(false);
    expect(hasBegun({ lessons: { a: { positionSeconds: 0 } } }, 'a')).toBe(true);
    expect(hasBegun({ lessons: { a: done } }, 'a')).toBe(true);
  });
});
