import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { addInstructor, addPublishedCourse, askAs, enrol, report } from '../../testkit/courses.ts';
import { fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const teacher = as('instructor', 'tess');
const nobody = {};
const statistics = `query ($id: ID!) {
  courseStatistics(courseId: $id) { computedAt enrolments completions averageProgress }
}`;
const analytics = `query ($id: ID!) {
  courseAnalytics(courseId: $id) {
    statistics { enrolments }
    activeLearners { day learners }
    dropOff { lesson { title } started completed stoppedHere }
  }
}`;

interface Statistics {
  readonly computedAt: string;
  readonly enrolments: number;
}

/** Three learners: one is done, one stopped in the second lesson, one has not begun. */
const withLearners = async (running: RunningApp) => {
  const { courseId, lessonIds } = await addPublishedCourse(running, teacher, 2);
  for (const name of ['done', 'stuck', 'idle']) await enrol(running, as('viewer', name), courseId);
  for (const lessonId of lessonIds)
    await report(running, as('viewer', 'done'), { lessonId, completed: true });
  await report(running, as('viewer', 'stuck'), { lessonId: lessonIds[0], completed: true });
  await report(running, as('viewer', 'stuck'), { lessonId: lessonIds[1], positionSeconds: 10 });
  return courseId;
};

describe('the figures of a course', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startEngineApp({ extension: signedInByName, seedProgress: undefined });
    await live(running);
    await addInstructor(running, teacher, 'Tess');
  });
  afterAll(() => running[Symbol.asyncDispose]());

  test('are counted when they are first asked for, and stay what they are until they are counted again', async () => {
    const id = await withLearners(running);
    const first = await askAs(running, nobody, statistics, { id });
    expect(first.data).toMatchObject({
      courseStatistics: { enrolments: 3, completions: 1, averageProgress: 0.5 },
    });
    await enrol(running, as('viewer', 'late'), id);
    await askAs(running, nobody, statistics, { id });
    const kept = await askAs(running, nobody, statistics, { id });
    expect(kept.data).toEqual(first.data);
    expect(kept.cache).toMatchObject({ hit: true, scope: 'everyone' });
  });

  test('are counted once for all who ask first at the same time', async () => {
    const id = await withLearners(running);
    const answers = await Promise.all(
      [teacher, as('admin', 'a'), as('admin', 'b'), nobody, as('viewer', 'c')].map((who) =>
        askAs(running, who, statistics, { id }),
      ),
    );
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
  });

  test('tell the instructor who is active and where learners stop, and nobody else', async () => {
    const id = await withLearners(running);
    const answer = await askAs(running, teacher, analytics, { id });
    const { activeLearners, ...rest } = fieldOf<{ activeLearners: { day: string; learners: number }[] }>(
      answer,
      'courseAnalytics',
    );
    expect(rest).toEqual({
      statistics: { enrolments: 3 },
      dropOff: [
        { lesson: { title: 'Lesson 1' }, started: 2, completed: 2, stoppedHere: 0 },
        { lesson: { title: 'Lesson 2' }, started: 2, completed: 1, stoppedHere: 1 },
      ],
    });
    expect(activeLearners).toHaveLength(30);
    expect(activeLearners.reduce((sum, { learners }) => sum + learners, 0)).toBe(2);
    expect((await askAs(running, as('instructor', 'otto'), analytics, { id })).codes).toEqual(['FORBIDDEN']);
    expect((await askAs(running, as('viewer', 'done'), analytics, { id })).codes).toEqual(['FORBIDDEN']);
    expect((await askAs(running, nobody, analytics, { id })).codes).toEqual(['UNAUTHENTICATED']);
    expect((await askAs(running, as('admin', 'root'), analytics, { id })).codes).toEqual([]);
  });
});

test('figures are counted again and again, by one of the servers, and every server tells the new ones', async () => {
  const redis = freshRedis();
  const shared = {
    mongodbUri: freshMongo(),
    redisUrl: redis.url,
    redisPrefix: redis.prefix,
    seedProgress: undefined,
    extension: signedInByName,
    courseCountEveryMs: 400,
  };
  await using here = await startEngineApp(shared);
  await using there = await startEngineApp(shared);
  await live(here);
  await live(there);
  await addInstructor(here, teacher, 'Tess');
  const id = await withLearners(here);
  const enrolments = async (running: RunningApp) =>
    fieldOf<Statistics>(await askAs(running, nobody, statistics, { id }), 'courseStatistics').enrolments;
  expect(await enrolments(here)).toBeGreaterThanOrEqual(0);
  await enrol(there, as('viewer', 'late'), id);
  for (const running of [here, there])
    await waitFor(async () => (await enrolments(running)) === 4, 'the fourth learner is counted');
  const popular =
    '{ courses(sort: { field: ENROLMENTS, direction: DESC }, first: 1) { nodes { enrolmentCount } } }';
  await waitFor(
    async () => JSON.stringify((await askAs(here, nobody, popular)).data).includes('"enrolmentCount":4'),
    'the course tells how many learners it has',
  );

  // Who lacked only a lesson that the course has no longer is done.
  const { courseId, lessonIds } = await addPublishedCourse(here, teacher, 2);
  const leo = as('viewer', 'leo');
  await enrol(here, leo, courseId);
  await report(here, leo, { lessonId: lessonIds[0], completed: true });
  await askAs(here, teacher, 'mutation ($id: ID!) { removeLesson(id: $id) { course { id } } }', {
    id: lessonIds[1],
  });
  const mine = 'query ($id: ID!) { myEnrolment(courseId: $id) { certificateId } }';
  await waitFor(
    async () =>
      fieldOf<{ certificateId: string | null }>(
        await askAs(there, leo, mine, { id: courseId }),
        'myEnrolment',
      ).certificateId !== null,
    'the course is completed',
  );
});
