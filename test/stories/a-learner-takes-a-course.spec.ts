import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningApp } from '../testkit/app.ts';
import { addCourse, addInstructor, addLesson, askAs, enrol, publish, report } from '../testkit/courses.ts';
import { fieldOf, live, startEngineApp } from '../testkit/engine-app.ts';
import { freshMongo, freshRedis } from '../testkit/servers.ts';
import { as, signedInByName } from '../testkit/signed-in.ts';

/** Two servers, and everybody asks now one, now the other. */
let one: RunningApp;
let two: RunningApp;
beforeAll(async () => {
  const redis = freshRedis();
  const shared = {
    mongodbUri: freshMongo(),
    redisUrl: redis.url,
    redisPrefix: redis.prefix,
    seedProgress: undefined,
    extension: signedInByName,
  };
  one = await startEngineApp(shared);
  two = await startEngineApp(shared);
  await live(one);
  await live(two);
  await one.app.seedCourses(() => undefined);
});
afterAll(async () => {
  await one[Symbol.asyncDispose]();
  await two[Symbol.asyncDispose]();
});

const list = `{
  courses(filter: { category: PROGRAMMING }, first: 10) {
    totalCount nodes { id title lessonCount instructor { name verified } }
  }
}`;
const mine = `query ($courseId: ID!) {
  myEnrolment(courseId: $courseId) {
    course { title } progress completedAt certificateId lessons { lesson { title } positionSeconds completedAt }
  }
}`;
const statistics = `query ($courseId: ID!) {
  courseStatistics(courseId: $courseId) { enrolments completions averageProgress }
}`;

interface Listed {
  readonly totalCount: number;
  readonly nodes: readonly {
    readonly id: string;
    readonly title: string;
    readonly lessonCount: number;
    readonly instructor: { readonly name: string; readonly verified: boolean };
  }[];
}

test('an instructor makes a course, a learner finds it, takes it on two devices and completes it', async () => {
  const ida = as('instructor', 'ida');
  const leo = as('viewer', 'leo');
  const nobody = {};
  const listOn = async (server: RunningApp) => fieldOf<Listed>(await askAs(server, nobody, list), 'courses');

  // Before: what is listed is kept on both servers.
  expect((await listOn(one)).totalCount).toBe(1);
  await listOn(two);
  expect((await askAs(two, nobody, list)).cache.hit).toBe(true);

  // Ida writes a course. While it is a draft the list stays as it was, and stays kept.
  const ownerId = await addInstructor(one, ida, 'Ida Berg');
  const courseId = await addCourse(one, ida, { title: 'Parsers by Hand', category: 'PROGRAMMING' });
  const first = await addLesson(one, ida, courseId, { title: 'Tokens', isPreview: true });
  const second = await addLesson(two, ida, courseId, { title: 'Recursive descent' });
  expect((await askAs(two, nobody, list)).cache.hit).toBe(true);
  expect((await enrol(two, leo, courseId)).codes).toEqual(['NOT_FOUND']);

  // It is published on one server and listed on the other at once; then an admin verifies her, which the list tells.
  await publish(one, ida, courseId);
  const published = (await listOn(two)).nodes.find(({ title }) => title === 'Parsers by Hand');
  expect(published).toEqual({
    id: courseId,
    title: 'Parsers by Hand',
    lessonCount: 2,
    instructor: { name: 'Ida Berg', verified: false },
  });
  await askAs(
    two,
    as('admin', 'root'),
    'mutation ($id: ID!) { verifyInstructor(id: $id) { instructor { verified } } }',
    { id: ownerId },
  );
  expect((await listOn(one)).nodes.find(({ id }) => id === courseId)?.instructor.verified).toBe(true);

  // Leo enrols, watches half a lesson on the one, and goes on where he was on the other.
  expect((await askAs(two, leo, mine, { courseId })).data).toEqual({ myEnrolment: null });
  await enrol(one, leo, courseId);
  await report(one, leo, { lessonId: first, positionSeconds: 300 });
  const onTwo = await askAs(two, leo, mine, { courseId });
  expect(onTwo.data).toMatchObject({
    myEnrolment: {
      course: { title: 'Parsers by Hand' },
      progress: 0,
      lessons: [
        { lesson: { title: 'Tokens' }, positionSeconds: 300, completedAt: null },
        { lesson: { title: 'Recursive descent' }, positionSeconds: 0, completedAt: null },
      ],
    },
  });
  expect((await askAs(two, leo, mine, { courseId })).cache).toMatchObject({ hit: true, scope: 'viewer' });

  // He ends both lessons, and has his certificate on whichever device he looks.
  await report(two, leo, { lessonId: first, positionSeconds: 600 });
  await report(one, leo, { lessonId: second, completed: true });
  const done = fieldOf<{ certificateId: string }>(await askAs(two, leo, mine, { courseId }), 'myEnrolment');
  expect(done).toMatchObject({ progress: 1, certificateId: expect.any(String) as string });
  expect(fieldOf(await askAs(one, leo, mine, { courseId }), 'myEnrolment')).toEqual(done);

  // Nobody counted yet: the first look does. What everybody sees says nothing of whom.
  expect((await askAs(two, nobody, statistics, { courseId })).data).toEqual({
    courseStatistics: { enrolments: 1, completions: 1, averageProgress: 1 },
  });
  await askAs(one, nobody, statistics, { courseId });
  expect((await askAs(one, nobody, statistics, { courseId })).cache).toMatchObject({
    hit: true,
    scope: 'everyone',
  });

  // A lesson that comes later does not take the certificate away.
  await addLesson(one, ida, courseId, { title: 'Errors that help' });
  expect(fieldOf(await askAs(two, leo, mine, { courseId }), 'myEnrolment')).toMatchObject({
    progress: 2 / 3,
    certificateId: done.certificateId,
  });
});
