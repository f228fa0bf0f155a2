import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import {
  addInstructor,
  addLesson,
  addPublishedCourse,
  askAs,
  enrol,
  publish,
  report,
} from '../../testkit/courses.ts';
import { fieldOf, live, startEngineApp, type Explained } from '../../testkit/engine-app.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';

const teacher = as('instructor', 'tess');
const learner = as('viewer', 'lea');

interface Enrolment {
  readonly progress: number;
  readonly completedAt: string | null;
  readonly certificateId: string | null;
  readonly lessons: readonly {
    readonly lesson: { readonly id: string };
    readonly positionSeconds: number;
    readonly completedAt: string | null;
  }[];
}

let running: RunningApp;
beforeAll(async () => {
  running = await startEngineApp({ extension: signedInByName, seedProgress: undefined });
  await live(running);
  await addInstructor(running, teacher, 'Tess');
});
afterAll(() => running[Symbol.asyncDispose]());

const begin = async (lessonCount: number) => {
  const course = await addPublishedCourse(running, teacher, lessonCount);
  await enrol(running, learner, course.courseId);
  const [first = '', second = ''] = course.lessonIds;
  return { ...course, first, second };
};

const reported = (answer: Explained): Enrolment =>
  fieldOf<{ enrolment: Enrolment }>(answer, 'reportProgress').enrolment;

const tell = async (input: Record<string, unknown>): Promise<Enrolment> =>
  reported(await report(running, learner, input));

describe('the position in a lesson', () => {
  test('goes forward only, unless going back is asked for', async () => {
    const { first: lessonId } = await begin(1);
    const positionAfter = async (positionSeconds: number, rewind = false) =>
      (await tell({ lessonId, positionSeconds, rewind })).lessons[0]?.positionSeconds;
    expect(await positionAfter(100)).toBe(100);
    expect(await positionAfter(40)).toBe(100);
    expect(await positionAfter(40, true)).toBe(40);
    expect(await positionAfter(41)).toBe(41);
  });

  test('is the furthest of all that are reported at once', async () => {
    const { first: lessonId } = await begin(1);
    const positions = Array.from({ length: 25 }, (_, index) => ((index * 7) % 25) * 20);
    await Promise.all(positions.map((positionSeconds) => tell({ lessonId, positionSeconds })));
    expect((await tell({ lessonId, positionSeconds: 0 })).lessons[0]?.positionSeconds).toBe(480);
  });

  test('completes the lesson at its end, and ends there', async () => {
    const { first: lessonId } = await begin(2);
    const [lesson] = (await tell({ lessonId, positionSeconds: 6_000 })).lessons;
    expect(lesson).toMatchObject({ positionSeconds: 600, completedAt: expect.any(String) as string });
  });

  test('must not be negative', async () => {
    const { first: lessonId } = await begin(1);
    const { codes } = await report(running, learner, { lessonId, positionSeconds: -1 });
    expect(codes).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a completed lesson', () => {
  test('stays completed since it first was, unless going back is asked for', async () => {
    const { first: lessonId } = await begin(2);
    const first = (await tell({ lessonId, completed: true })).lessons[0]?.completedAt;
    expect(first).toEqual(expect.any(String));
    expect((await tell({ lessonId, completed: true })).lessons[0]?.completedAt).toBe(first);
    expect((await tell({ lessonId, completed: false })).lessons[0]?.completedAt).toBe(first);
    const back = await tell({ lessonId, completed: false, rewind: true, positionSeconds: 0 });
    expect(back).toMatchObject({ progress: 0, lessons: [{ positionSeconds: 0, completedAt: null }, {}] });
  });
});

describe('a course', () => {
  test('is completed with its last required lesson, once, with a certificate', async () => {
    const { courseId, first, second } = await begin(2);
    await addLesson(running, teacher, courseId, { title: 'An extra', isRequired: false });
    expect(await tell({ lessonId: first, completed: true })).toMatchObject({
      progress: 0.5,
      completedAt: null,
    });
    const done = await tell({ lessonId: second, completed: true });
    expect(done).toMatchObject({
      progress: 1,
      certificateId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    });
    const again = await tell({ lessonId: first, completed: false, rewind: true });
    expect(again).toMatchObject({ completedAt: done.completedAt, certificateId: done.certificateId });
  });

  test('is completed once when its last lessons are completed at the same time', async () => {
    const { courseId, lessonIds } = await begin(6);
    await Promise.all(lessonIds.map((lessonId) => tell({ lessonId, completed: true })));
    const answer = await askAs(
      running,
      learner,
      'query ($courseId: ID!) { myEnrolment(courseId: $courseId) { progress completedAt certificateId } }',
      { courseId },
    );
    expect(fieldOf<Enrolment>(answer, 'myEnrolment')).toMatchObject({
      progress: 1,
      completedAt: expect.any(String) as string,
      certificateId: expect.any(String) as string,
    });
  });
});

describe('enrolment', () => {
  test('twice is once', async () => {
    const { courseId, first } = await begin(1);
    await tell({ lessonId: first, positionSeconds: 5 });
    const [one, two] = await Promise.all([
      enrol(running, learner, courseId),
      enrol(running, learner, courseId),
    ]);
    expect(one.data).toEqual(two.data);
    expect((await tell({ lessonId: first, positionSeconds: 0 })).lessons[0]?.positionSeconds).toBe(5);
  });

  test('ends at once for whoever asks, with its progress, but not when the course is completed', async () => {
    const { courseId, first } = await begin(1);
    const unenrol = () =>
      askAs(running, learner, 'mutation ($id: ID!) { unenrol(courseId: $id) { wasEnrolled } }', {
        id: courseId,
      });
    const list = '{ myEnrolments { nodes { course { id } } } }';
    const enrolled = async () =>
      fieldOf<{ nodes: { course: { id: string } }[] }>(
        await askAs(running, learner, list),
        'myEnrolments',
      ).nodes.some(({ course }) => course.id === courseId);
    await tell({ lessonId: first, positionSeconds: 5 });
    expect(await enrolled()).toBe(true);
    expect((await unenrol()).data).toEqual({ unenrol: { wasEnrolled: true } });
    expect(await enrolled()).toBe(false);
    expect((await unenrol()).data).toEqual({ unenrol: { wasEnrolled: false } });
    expect((await report(running, learner, { lessonId: first, positionSeconds: 1 })).codes).toEqual([
      'CONFLICT',
    ]);
    await enrol(running, learner, courseId);
    expect(await tell({ lessonId: first, completed: true })).toMatchObject({
      lessons: [{ positionSeconds: 0 }],
    });
    expect((await unenrol()).codes).toEqual(['CONFLICT']);
  });

  test('needs a course that is published', async () => {
    const { courseId, lessonIds } = await begin(1);
    await askAs(running, teacher, 'mutation ($id: ID!) { unpublishCourse(id: $id) { course { id } } }', {
      id: courseId,
    });
    expect((await enrol(running, as('viewer', 'late'), courseId)).codes).toEqual(['NOT_FOUND']);
    expect((await report(running, learner, { lessonId: lessonIds[0], positionSeconds: 1 })).codes).toEqual([
      'NOT_FOUND',
    ]);
    const hidden = await askAs(
      running,
      learner,
      'query ($courseId: ID!) { myEnrolment(courseId: $courseId) { course { id } lessons { lesson { id } } } }',
      { courseId },
    );
    expect(hidden.data).toEqual({ myEnrolment: { course: null, lessons: [] } });
    await publish(running, teacher, courseId);
    expect((await enrol(running, as('viewer', 'late'), courseId)).codes).toEqual([]);
  });
});
