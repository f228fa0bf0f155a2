import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { addInstructor, addPublishedCourse, askAs, enrol, report } from '../../testkit/courses.ts';
import { fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';

const teacher = as('instructor', 'tess');
const mine = `query ($courseId: ID!) {
  myEnrolment(courseId: $courseId) { progress lessons { lesson { title } positionSeconds completedAt } }
}`;

let here: RunningApp;
let there: RunningApp;
let courseId: string;
let lessonIds: readonly string[];
beforeAll(async () => {
  const redis = freshRedis();
  const shared = {
    mongodbUri: freshMongo(),
    redisUrl: redis.url,
    redisPrefix: redis.prefix,
    seedProgress: undefined,
    extension: signedInByName,
  };
  here = await startEngineApp(shared);
  there = await startEngineApp(shared);
  await live(here);
  await live(there);
  await addInstructor(here, teacher, 'Tess');
  ({ courseId, lessonIds } = await addPublishedCourse(here, teacher, 2));
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

interface Mine {
  readonly progress: number;
  readonly lessons: readonly { readonly positionSeconds: number }[];
}

const positionsOf = (enrolment: Mine | null): number[] | undefined =>
  enrolment?.lessons.map(({ positionSeconds }) => positionSeconds);

describe('the progress of one learner', () => {
  test('is never shown to another, whoever asks the same words, in whatever order, on whichever server', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `learner${index}`);
    const positions = new Map(names.map((name, index) => [name, index * 10 + 1]));
    await Promise.all(
      names.map(async (name) => {
        await enrol(here, as('viewer', name), courseId);
        await report(there, as('viewer', name), {
          lessonId: lessonIds[0],
          positionSeconds: positions.get(name),
        });
      }),
    );
    // Cold, then kept, at once and one after the other, among people who are not enrolled and nobody.
    for (const server of [here, there, here, there]) {
      const answers = await Promise.all(
        names.flatMap((name) =>
          [1, 2].map(async () => {
            const answer = await askAs(server, as('viewer', name), mine, { courseId });
            return [name, positionsOf(fieldOf<Mine | null>(answer, 'myEnrolment'))] as const;
          }),
        ),
      );
      for (const [name, found] of answers) expect([name, found]).toEqual([name, [positions.get(name), 0]]);
      const stranger = await askAs(server, as('viewer', 'stranger'), mine, { courseId });
      expect(stranger.data).toEqual({ myEnrolment: null });
      const nobody = await askAs(server, {}, mine, { courseId });
      expect(nobody.codes).toEqual(['UNAUTHENTICATED']);
      expect(nobody.cache.didCache).not.toBe(true);
    }
    const kept = await askAs(there, as('viewer', 'learner3'), mine, { courseId });
    expect(kept.cache).toMatchObject({ hit: true, scope: 'viewer' });
  });

  test('is not shown to the instructor of the course, nor to admins', async () => {
    await enrol(here, as('viewer', 'secretive'), courseId);
    await report(here, as('viewer', 'secretive'), { lessonId: lessonIds[0], positionSeconds: 99 });
    for (const who of [teacher, as('admin', 'root')]) {
      expect((await askAs(here, who, mine, { courseId })).data).toEqual({ myEnrolment: null });
      const all = await askAs(here, who, '{ myEnrolments { totalCount } }');
      expect(all.data).toEqual({ myEnrolments: { totalCount: 0 } });
    }
  });

  test('leaves what is kept for other learners, and for everyone, as it is', async () => {
    const course = 'query ($id: ID!) { course(id: $id) { title sections { lessons { title } } } }';
    for (const name of ['quiet', 'busy']) {
      await enrol(here, as('viewer', name), courseId);
      await askAs(here, as('viewer', name), mine, { courseId });
    }
    await askAs(here, {}, course, { id: courseId });
    await report(here, as('viewer', 'busy'), { lessonId: lessonIds[1], positionSeconds: 5 });
    expect((await askAs(here, as('viewer', 'quiet'), mine, { courseId })).cache.hit).toBe(true);
    expect((await askAs(here, as('viewer', 'busy'), mine, { courseId })).cache.hit).toBe(false);
    expect((await askAs(here, as('viewer', 'busy'), course, { id: courseId })).cache).toMatchObject({
      hit: true,
      scope: 'everyone',
    });
  });
});
