import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import {
  addCourse,
  addInstructor,
  addLesson,
  addPublishedCourse,
  askAs,
  enrol,
  publish,
} from '../../testkit/courses.ts';
import { fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import { sendText } from '../../testkit/untyped.ts';

const tess = as('instructor', 'tess');
const otto = as('instructor', 'otto');
const admin = as('admin', 'root');
const viewer = as('viewer', 'vic');
const nobody = {};

let running: RunningApp;
let tessId: string;
beforeAll(async () => {
  running = await startEngineApp({ extension: signedInByName, seedProgress: undefined });
  await live(running);
  tessId = await addInstructor(running, tess, 'Tess');
  await addInstructor(running, otto, 'Otto');
});
afterAll(() => running[Symbol.asyncDispose]());

const rename =
  'mutation ($id: ID!) { updateCourse(id: $id, input: { title: "Renamed" }) { course { title } } }';
const seen = 'query ($id: ID!) { course(id: $id) { title } }';

describe('a draft', () => {
  test('is seen by its instructor and by admins, and by nobody else, kept answers included', async () => {
    const id = await addCourse(running, tess, { title: 'A draft' });
    const lessonId = await addLesson(running, tess, id);
    const lesson = 'query ($id: ID!) { lesson(id: $id) { title } }';
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    for (const _time of [1, 2]) {
      for (const who of [nobody, viewer, otto]) {
        expect((await askAs(running, who, seen, { id })).data).toEqual({ course: null });
        expect((await askAs(running, who, lesson, { id: lessonId })).data).toEqual({ lesson: null });
        expect((await askAs(running, who, node, { id })).data).toEqual({ node: null });
        expect((await askAs(running, who, node, { id: lessonId })).data).toEqual({ node: null });
      }
      for (const who of [tess, admin]) {
        expect((await askAs(running, who, seen, { id })).data).toEqual({ course: { title: 'A draft' } });
        expect((await askAs(running, who, lesson, { id: lessonId })).data).toEqual({
          lesson: { title: 'A lesson' },
        });
      }
    }
    expect((await askAs(running, tess, seen, { id })).cache).toMatchObject({ hit: true, scope: 'viewer' });
  });

  test('is there for everyone as soon as it is published, and gone as soon as it is not', async () => {
    const id = await addCourse(running, tess, { title: 'To and fro' });
    await addLesson(running, tess, id);
    const list = '{ courses(filter: { search: "fro" }) { nodes { title } } }';
    const titles = async () =>
      fieldOf<{ nodes: unknown[] }>(await askAs(running, nobody, list), 'courses').nodes;
    expect(await titles()).toEqual([]);
    expect((await askAs(running, viewer, seen, { id })).data).toEqual({ course: null });
    await publish(running, tess, id);
    expect(await titles()).toEqual([{ title: 'To and fro' }]);
    expect((await askAs(running, viewer, seen, { id })).data).toEqual({ course: { title: 'To and fro' } });
    expect((await askAs(running, otto, seen, { id })).cache).toMatchObject({ hit: true, scope: 'everyone' });
    await askAs(running, tess, 'mutation ($id: ID!) { unpublishCourse(id: $id) { course { id } } }', { id });
    expect(await titles()).toEqual([]);
    expect((await askAs(running, viewer, seen, { id })).data).toEqual({ course: null });
  });

  test('needs a lesson to be published', async () => {
    const id = await addCourse(running, tess);
    expect((await publish(running, tess, id)).codes).toEqual(['CONFLICT']);
  });
});

describe('editing a course', () => {
  test('is for its instructor and for admins', async () => {
    const { courseId: id } = await addPublishedCourse(running, tess, 1);
    expect((await askAs(running, nobody, rename, { id })).codes).toEqual(['UNAUTHENTICATED']);
    expect((await askAs(running, viewer, rename, { id })).codes).toEqual(['FORBIDDEN']);
    expect((await askAs(running, otto, rename, { id })).codes).toEqual(['FORBIDDEN']);
    expect((await askAs(running, tess, rename, { id })).codes).toEqual([]);
    expect((await askAs(running, admin, rename, { id })).codes).toEqual([]);
  });

  test('does not tell that a draft of another exists', async () => {
    const id = await addCourse(running, tess);
    expect((await askAs(running, otto, rename, { id })).codes).toEqual(['NOT_FOUND']);
  });

  test.for([
    [
      'addLesson',
      'mutation ($courseId: ID!, $lessonId: ID!) { addLesson(courseId: $courseId, input: { title: "x", durationSeconds: 1 }) { lesson { id } } x: updateLesson(id: $lessonId, input: {}) { lesson { id } } }',
    ],
    [
      'removeLesson',
      'mutation ($courseId: ID!, $lessonId: ID!) { removeLesson(id: $lessonId) { course { id } } x: unpublishCourse(id: $courseId) { course { id } } }',
    ],
    [
      'arrangeLessons',
      'mutation ($courseId: ID!, $lessonId: ID!) { arrangeLessons(courseId: $courseId, sections: [{ title: "x", lessonIds: [$lessonId] }]) { course { id } } }',
    ],
    [
      'addRecording',
      'mutation ($lessonId: ID!) { addRecording(lessonId: $lessonId, input: { title: "x", durationSeconds: 1, url: "https://a.example/x" }) { recording { id } } }',
    ],
  ] as const)('by %s is refused to other instructors', async ([, mutation]) => {
    const { courseId, lessonIds } = await addPublishedCourse(running, tess, 1);
    const variables = mutation.includes('$courseId')
      ? { courseId, lessonId: lessonIds[0] }
      : { lessonId: lessonIds[0] };
    const { codes } = await askAs(running, otto, mutation, variables);
    expect(new Set(codes)).toEqual(new Set(['FORBIDDEN']));
  });

  test('lets admins alone say who teaches', async () => {
    const { courseId: id } = await addPublishedCourse(running, otto, 1);
    const give =
      'mutation ($id: ID!, $to: ID!) { updateCourse(id: $id, input: { instructorId: $to }) { course { instructor { name } } } }';
    expect((await askAs(running, otto, give, { id, to: tessId })).codes).toEqual(['FORBIDDEN']);
    expect((await askAs(running, admin, give, { id, to: tessId })).data).toEqual({
      updateCourse: { course: { instructor: { name: 'Tess' } } },
    });
    expect((await askAs(running, otto, rename, { id })).codes).toEqual(['FORBIDDEN']);
  });

  test('lists every fault of its input at once', async () => {
    const input = {
      title: ' ',
      summary: '',
      category: 'DATA',
      level: 'BEGINNER',
      language: 'not a language',
    };
    const { errors } = await sendText(
      running.url,
      'mutation ($input: CreateCourseInput!) { createCourse(input: $input) { course { id } } }',
      { input },
      tess,
    );
    expect(errors).toMatchObject([
      {
        message:
          'input.title: expected some text, but got " "; input.summary: expected some text, but got ""; ' +
          'input.language: expected a language such as "pt-BR", but got "not a language".',
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  test('at the same time leaves it in the lists that fit what it is then', async () => {
    const { courseId: id } = await addPublishedCourse(running, tess, 1, {
      title: 'Contested',
      category: 'DATA',
    });
    const update =
      'mutation ($id: ID!, $input: UpdateCourseInput!) { updateCourse(id: $id, input: $input) { course { id } } }';
    await Promise.all(
      Array.from({ length: 12 }, (_, turn) =>
        askAs(running, turn % 3 ? tess : admin, update, {
          id,
          input:
            turn % 2
              ? { category: turn % 3 ? 'MUSIC' : 'DATA' }
              : { level: turn % 4 ? 'ADVANCED' : 'BEGINNER', language: turn % 4 ? 'fr' : 'en' },
        }),
      ),
    );
    const found = await askAs(
      running,
      nobody,
      'query ($id: ID!) { course(id: $id) { category level language } }',
      { id },
    );
    const course = fieldOf<Record<string, string>>(found, 'course');
    const listed =
      'query ($filter: CourseFilter) { courses(filter: $filter, first: 100) { nodes { title } } }';
    const isIn = async (filter: object) =>
      JSON.stringify((await askAs(running, nobody, listed, { filter })).data).includes('Contested');
    for (const category of ['DATA', 'MUSIC'])
      expect(await isIn({ category })).toBe(course['category'] === category);
    for (const level of ['BEGINNER', 'ADVANCED'])
      expect(await isIn({ level })).toBe(course['level'] === level);
    for (const language of ['en', 'fr'])
      expect(await isIn({ language })).toBe(course['language'] === language);
  });

  test('asks of an instructor to have a profile first', async () => {
    const { codes } = await askAs(
      running,
      as('instructor', 'newcomer'),
      'mutation { createCourse(input: { title: "x", summary: "x", category: DATA, level: BEGINNER, language: "en" }) { course { id } } }',
    );
    expect(codes).toEqual(['CONFLICT']);
  });
});

describe('the courses that somebody manages', () => {
  const managed = '{ managedCourses(isPublished: false) { nodes { instructor { name } } } }';
  const teachersOf = async (who: Record<string, string>) => {
    const { nodes } = fieldOf<{ nodes: { instructor: { name: string } }[] }>(
      await askAs(running, who, managed),
      'managedCourses',
    );
    return new Set(nodes.map(({ instructor }) => instructor.name));
  };

  test('are their own for an instructor, all for an admin, and none for a viewer', async () => {
    await addCourse(running, tess);
    await addCourse(running, otto);
    expect(await teachersOf(tess)).toEqual(new Set(['Tess']));
    expect(await teachersOf(otto)).toEqual(new Set(['Otto']));
    expect(await teachersOf(admin)).toEqual(new Set(['Tess', 'Otto']));
    expect((await askAs(running, viewer, managed)).codes).toEqual(['FORBIDDEN']);
    expect((await askAs(running, tess, managed)).cache).toMatchObject({ hit: true, scope: 'viewer' });
  });
});

describe('deleting a course', () => {
  const remove = 'mutation ($id: ID!) { deleteCourse(id: $id) { id } }';
  const unpublish = 'mutation ($id: ID!) { unpublishCourse(id: $id) { course { id } } }';

  test('waits until it is not published', async () => {
    const { courseId: id, lessonIds } = await addPublishedCourse(running, tess, 2);
    expect((await askAs(running, tess, remove, { id })).codes).toEqual(['CONFLICT']);
    await askAs(running, tess, unpublish, { id });
    expect((await askAs(running, tess, seen, { id })).data).toMatchObject({ course: {} });
    expect((await askAs(running, tess, remove, { id })).data).toEqual({ deleteCourse: { id } });
    expect((await askAs(running, tess, seen, { id })).data).toEqual({ course: null });
    expect(
      (await askAs(running, tess, 'query ($id: ID!) { lesson(id: $id) { id } }', { id: lessonIds[0] })).data,
    ).toEqual({
      lesson: null,
    });
  });

  test('is refused while somebody is enrolled', async () => {
    const { courseId: id } = await addPublishedCourse(running, tess, 1);
    await enrol(running, viewer, id);
    await askAs(running, tess, unpublish, { id });
    expect((await askAs(running, tess, remove, { id })).codes).toEqual(['CONFLICT']);
  });
});

describe('an instructor', () => {
  const verified = '{ instructors(filter: { verified: true }) { nodes { name } } }';
  const verify =
    'mutation ($id: ID!, $to: Boolean!) { verifyInstructor(id: $id, verified: $to) { instructor { verified } } }';

  test('is verified by admins alone, and listed as such at once', async () => {
    expect((await askAs(running, nobody, verified)).data).toEqual({ instructors: { nodes: [] } });
    expect((await askAs(running, nobody, verified)).cache.hit).toBe(true);
    expect((await askAs(running, tess, verify, { id: tessId, to: true })).codes).toEqual(['FORBIDDEN']);
    await askAs(running, admin, verify, { id: tessId, to: true });
    expect((await askAs(running, nobody, verified)).data).toEqual({
      instructors: { nodes: [{ name: 'Tess' }] },
    });
    await askAs(
      running,
      tess,
      'mutation { saveInstructorProfile(input: { name: "Tess T." }) { instructor { id } } }',
    );
    expect((await askAs(running, nobody, verified)).data).toEqual({
      instructors: { nodes: [{ name: 'Tess T.' }] },
    });
    await askAs(
      running,
      tess,
      'mutation { saveInstructorProfile(input: { name: "Tess" }) { instructor { id } } }',
    );
    await askAs(running, admin, verify, { id: tessId, to: false });
    expect((await askAs(running, nobody, verified)).data).toEqual({ instructors: { nodes: [] } });
  });
});

describe('the address of a recording', () => {
  test('is for learners, its instructor and admins, and for everybody in a preview', async () => {
    const { courseId, lessonIds } = await addPublishedCourse(running, tess, 1);
    const lessonId = lessonIds[0];
    const add =
      'mutation ($lessonId: ID!) { addRecording(lessonId: $lessonId, input: { title: "Film", durationSeconds: 600, url: "https://a.example/x.mp4" }) { recording { id } } }';
    const id = fieldOf<{ recording: { id: string } }>(
      await askAs(running, tess, add, { lessonId }),
      'addRecording',
    ).recording.id;
    const watch = 'query ($id: ID!) { recording(id: $id) { title url } }';
    const urlFor = async (who: Record<string, string>) =>
      fieldOf<{ url: string | null }>(await askAs(running, who, watch, { id }), 'recording').url;
    const learner = as('viewer', 'learner');
    for (const who of [nobody, viewer, otto, learner]) expect(await urlFor(who)).toBeNull();
    for (const who of [tess, admin]) expect(await urlFor(who)).toBe('https://a.example/x.mp4');
    await enrol(running, learner, courseId);
    expect(await urlFor(learner)).toBe('https://a.example/x.mp4');
    expect(await urlFor(viewer)).toBeNull();
    await askAs(
      running,
      tess,
      'mutation ($id: ID!) { updateLesson(id: $id, input: { isPreview: true }) { lesson { id } } }',
      { id: lessonId },
    );
    for (const who of [nobody, viewer, otto, learner])
      expect(await urlFor(who)).toBe('https://a.example/x.mp4');
    expect((await askAs(running, viewer, watch, { id })).cache).toMatchObject({
      hit: true,
      scope: 'everyone',
    });
  });
});
