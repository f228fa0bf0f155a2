import { fieldOf, ask, type Explained } from './engine-app.ts';
import type { RunningApp } from './app.ts';

type Who = Record<string, string>;

export interface Asked {
  readonly id: string;
}

/** Asks as somebody, see `as`. */
export const askAs = (
  running: RunningApp,
  who: Who,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Explained> => ask(running, query, { variables, headers: who });

/** @throws Error when it is refused. */
const idFrom = (answer: Explained, mutation: string, object: string): string =>
  fieldOf<Record<string, Asked>>(answer, mutation)[object]?.id ?? '';

export const addInstructor = async (running: RunningApp, who: Who, name: string): Promise<string> =>
  idFrom(
    await askAs(
      running,
      who,
      'mutation ($input: InstructorProfileInput!) { saveInstructorProfile(input: $input) { instructor { id } } }',
      { input: { name, bio: 'Teaches.' } },
    ),
    'saveInstructorProfile',
    'instructor',
  );

export const addCourse = async (
  running: RunningApp,
  who: Who,
  input: Record<string, unknown> = {},
): Promise<string> =>
  idFrom(
    await askAs(
      running,
      who,
      'mutation ($input: CreateCourseInput!) { createCourse(input: $input) { course { id } } }',
      {
        input: {
          title: 'Knots',
          summary: 'How to tie them.',
          category: 'DESIGN',
          level: 'BEGINNER',
          language: 'en',
          ...input,
        },
      },
    ),
    'createCourse',
    'course',
  );

export const addLesson = async (
  running: RunningApp,
  who: Who,
  courseId: string,
  input: Record<string, unknown> = {},
): Promise<string> =>
  idFrom(
    await askAs(
      running,
      who,
      'mutation ($courseId: ID!, $input: AddLessonInput!) { addLesson(courseId: $courseId, input: $input) { lesson { id } } }',
      { courseId, input: { title: 'A lesson', durationSeconds: 600, ...input } },
    ),
    'addLesson',
    'lesson',
  );

export const publish = (running: RunningApp, who: Who, id: string): Promise<Explained> =>
  askAs(running, who, 'mutation ($id: ID!) { publishCourse(id: $id) { course { isPublished } } }', { id });

/** A published course with as many lessons of ten minutes. */
export const addPublishedCourse = async (
  running: RunningApp,
  who: Who,
  lessonCount: number,
  input: Record<string, unknown> = {},
): Promise<{ readonly courseId: string; readonly lessonIds: readonly string[] }> => {
  const courseId = await addCourse(running, who, input);
  const lessonIds: string[] = [];
  for (let index = 1; index <= lessonCount; index += 1)
    lessonIds.push(await addLesson(running, who, courseId, { title: `Lesson ${index}` }));
  await publish(running, who, courseId);
  return { courseId, lessonIds };
};

export const enrol = (running: RunningApp, who: Who, courseId: string): Promise<Explained> =>
  askAs(
    running,
    who,
    'mutation ($courseId: ID!) { enrol(courseId: $courseId) { enrolment { id enrolledAt } } }',
    {
      courseId,
    },
  );

export const report = (running: RunningApp, who: Who, input: Record<string, unknown>): Promise<Explained> =>
  askAs(
    running,
    who,
    `mutation ($input: ReportProgressInput!) {
      reportProgress(input: $input) {
        enrolment { progress completedAt certificateId lessons { lesson { id } positionSeconds completedAt } }
      }
    }`,
    { input },
  );
