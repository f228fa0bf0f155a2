import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleCourses } from '../../../src/modules/courses/seed/example-courses.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { addInstructor, addPublishedCourse, askAs } from '../../testkit/courses.ts';
import { fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';

const okafor = as('instructor', 'teacher-okafor');
const nobody = {};

let running: RunningApp;
beforeAll(async () => {
  running = await startEngineApp({ extension: signedInByName, seedProgress: undefined });
  await live(running);
  await running.app.seedCourses(() => undefined);
});
afterAll(() => running[Symbol.asyncDispose]());

interface List {
  readonly totalCount: number;
  readonly nodes: readonly { readonly title: string }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

const courses = `query ($filter: CourseFilter, $sort: CourseSort, $first: Int, $after: String, $last: Int) {
  courses(filter: $filter, sort: $sort, first: $first, after: $after, last: $last) {
    totalCount nodes { title } pageInfo { endCursor hasNextPage }
  }
}`;
const list = async (variables: Record<string, unknown>): Promise<List> =>
  fieldOf<List>(await askAs(running, nobody, courses, variables), 'courses');
const titles = async (variables: Record<string, unknown>): Promise<string[]> =>
  (await list(variables)).nodes.map(({ title }) => title);

const published = exampleCourses().courses.filter(({ isPublished }) => isPublished);

describe('the example courses', () => {
  test('are loaded once, however often', async () => {
    const before = await running.app.mongo.collection('lessons').countDocuments();
    await running.app.seedCourses(() => undefined);
    expect(await running.app.mongo.collection('lessons').countDocuments()).toBe(before);
    expect(before).toBe(exampleCourses().lessons.length);
  });

  test('each have what a course needs, and nothing twice', () => {
    const { courses: all, outlines, lessons, recordings, instructors } = exampleCourses();
    const ids = [all, lessons, recordings, instructors].flat().map(({ _id }) => _id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(outlines.flatMap(({ sections }) => sections.flatMap(({ lessonIds }) => lessonIds))).toEqual(
      lessons.map(({ _id }) => _id),
    );
    expect(all.every(({ instructorId }) => instructors.some(({ _id }) => _id === instructorId))).toBe(true);
  });
});

describe('a list of courses', () => {
  test('holds the published ones, the latest first, page by page', async () => {
    const all: string[] = [];
    let after: string | null = null;
    do {
      const page: List = await list({ first: 4, after });
      expect(page.totalCount).toBe(published.length);
      all.push(...page.nodes.map(({ title }) => title));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    const expected = published.toSorted((a, b) => Number(b.publishedAt) - Number(a.publishedAt));
    expect(all).toEqual(expected.map(({ title }) => title));
    expect(await titles({ last: 2 })).toEqual(all.slice(-2));
  });

  test('is sorted by title without case and accents', async () => {
    const sorted = await titles({ sort: { field: 'TITLE', direction: 'ASC' }, first: 100 });
    expect(sorted.slice(0, 3)).toEqual([
      'Data Pipelines That Can Be Run Twice',
      'Español desde cero',
      'Jazz Piano: Shells, Guide Tones and the First Standard',
    ]);
  });

  test.for([
    [{ category: 'DATA' }, ['Data Pipelines That Can Be Run Twice', 'SQL From the First Query']],
    [{ category: 'DATA', level: 'BEGINNER' }, ['SQL From the First Query']],
    [{ language: 'FR' }, ['La photographie de rue, pas à pas']],
    [{ search: 'documentary film' }, ['The Cut: Editing Documentary Film']],
    [{ search: 'window', category: 'PHOTOGRAPHY' }, ['Portraits With One Window']],
    [{ search: 'window', category: 'MUSIC' }, []],
    [{ search: 'voicings' }, []],
  ] as const)('narrowed by %j holds what fits', async ([filter, expected]) => {
    expect(await titles({ filter })).toEqual(expected);
    expect((await askAs(running, nobody, courses, { filter })).cache).toMatchObject({
      hit: true,
      scope: 'everyone',
    });
  });

  test.for([
    { filter: { search: '!?' } },
    { filter: { search: 'x'.repeat(201) } },
    { filter: { language: 'not a language' } },
    { filter: { instructor: 'no id' } },
    { first: 101 },
    { first: 0 },
    { after: 'no cursor' },
  ])('refuses %j', async (variables) => {
    expect((await askAs(running, nobody, courses, variables)).codes).toEqual(['BAD_USER_INPUT']);
  });

  test('knows a new course at once where it belongs, and stays kept where it does not', async () => {
    const data = { filter: { category: 'DATA' } };
    const music = { filter: { category: 'MUSIC' } };
    await list(data);
    await list(music);
    await addPublishedCourse(running, okafor, 1, { title: 'Graphs', category: 'DATA' });
    expect(await titles(data)).toContain('Graphs');
    expect((await askAs(running, nobody, courses, music)).cache.hit).toBe(true);
  });

  test('stays kept when a lesson of a course in it is renamed, while the course itself is told anew', async () => {
    await addInstructor(running, okafor, 'Adaeze Okafor');
    const { courseId, lessonIds } = await addPublishedCourse(running, okafor, 2, { title: 'Renaming' });
    const detail =
      'query ($id: ID!) { course(id: $id) { sections { title lessons { title } } lessonCount durationSeconds } }';
    await list({ first: 5 });
    await askAs(running, nobody, detail, { id: courseId });
    await askAs(
      running,
      okafor,
      'mutation ($id: ID!) { updateLesson(id: $id, input: { title: "Renamed" }) { lesson { id } } }',
      { id: lessonIds[0] },
    );
    expect((await askAs(running, nobody, courses, { first: 5 })).cache.hit).toBe(true);
    expect((await askAs(running, nobody, detail, { id: courseId })).data).toEqual({
      course: {
        sections: [{ title: 'Lessons', lessons: [{ title: 'Renamed' }, { title: 'Lesson 2' }] }],
        lessonCount: 2,
        durationSeconds: 1200,
      },
    });
  });
});

describe('the lessons of a course', () => {
  const outline = 'query ($id: ID!) { course(id: $id) { sections { title lessons { title } } } }';
  const sectionsOf = async (id: string) => {
    const { sections } = fieldOf<{ sections: { title: string; lessons: { title: string }[] }[] }>(
      await askAs(running, nobody, outline, { id }),
      'course',
    );
    return sections.map(({ title, lessons }) => [title, ...lessons.map((lesson) => lesson.title)]);
  };
  const arrange = (id: string, sections: unknown) =>
    askAs(
      running,
      okafor,
      'mutation ($id: ID!, $sections: [CourseSectionInput!]!) { arrangeLessons(courseId: $id, sections: $sections) { course { id } } }',
      { id, sections },
    );

  test('are put into sections and order, and a section goes with its last lesson', async () => {
    const { courseId, lessonIds } = await addPublishedCourse(running, okafor, 3);
    const [one, two, three] = lessonIds;
    expect(await sectionsOf(courseId)).toEqual([['Lessons', 'Lesson 1', 'Lesson 2', 'Lesson 3']]);
    await arrange(courseId, [
      { title: 'B', lessonIds: [three, one] },
      { title: 'A', lessonIds: [two] },
    ]);
    expect(await sectionsOf(courseId)).toEqual([
      ['B', 'Lesson 3', 'Lesson 1'],
      ['A', 'Lesson 2'],
    ]);
    await askAs(running, okafor, 'mutation ($id: ID!) { removeLesson(id: $id) { course { id } } }', {
      id: two,
    });
    expect(await sectionsOf(courseId)).toEqual([['B', 'Lesson 3', 'Lesson 1']]);
  });

  test('are all kept when they are added at the same time', async () => {
    const { courseId } = await addPublishedCourse(running, okafor, 1);
    await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        askAs(
          running,
          okafor,
          'mutation ($id: ID!, $input: AddLessonInput!) { addLesson(courseId: $id, input: $input) { lesson { id } } }',
          {
            id: courseId,
            input: { title: `New ${index}`, durationSeconds: 60, section: index % 2 ? 'Odd' : 'Even' },
          },
        ),
      ),
    );
    const sections = await sectionsOf(courseId);
    const counts = sections.map(([title, ...lessons]) => [title ?? '', lessons.length] as const);
    expect(Object.fromEntries(counts)).toEqual({ Lessons: 1, Even: 4, Odd: 4 });
  });

  test('cannot be arranged with one left out, one twice, one of another course, or a title twice', async () => {
    const { courseId, lessonIds } = await addPublishedCourse(running, okafor, 2);
    const other = await addPublishedCourse(running, okafor, 1);
    const [one, two] = lessonIds;
    for (const sections of [
      [{ title: 'A', lessonIds: [one] }],
      [{ title: 'A', lessonIds: [one, two, two] }],
      [{ title: 'A', lessonIds: [one, two, other.lessonIds[0]] }],
      [
        { title: 'A', lessonIds: [one] },
        { title: 'A', lessonIds: [two] },
      ],
      [
        { title: 'A', lessonIds: [one, two] },
        { title: 'B', lessonIds: [] },
      ],
      [{ title: ' ', lessonIds: [one, two] }],
    ]) {
      expect((await arrange(courseId, sections)).codes).toEqual(['BAD_USER_INPUT']);
    }
  });
});
