import * as fc from 'fast-check';
import { refused, type OwnedDomain, type OwnWrite, type Person, type World } from './owned-domain.ts';

interface Progress {
  readonly lessonId: string;
  readonly positionSeconds: number;
}

interface Own {
  /** Progress in the published course, lesson by lesson; `null` for who is not enrolled. */
  readonly enrolled: readonly Progress[] | null;
  readonly hasProfile: boolean;
  /** Titles of the courses that somebody teaches, the one edited last first. */
  readonly taught: readonly { readonly title: string; readonly isPublished: boolean }[];
}

const durationSeconds = 600;

const mayTeach = ({ roles }: Person): boolean => roles.includes('INSTRUCTOR') || roles.includes('ADMIN');

const reportProgress = (lessonId: string, positionSeconds: number): OwnWrite<Own> => ({
  query: 'mutation ($input: ReportProgressInput!) { reportProgress(input: $input) { __typename } }',
  variables: { input: { lessonId, positionSeconds, rewind: true } },
  refusal: ({ enrolled }) => (enrolled ? undefined : 'CONFLICT'),
  change: (own) => ({
    ...own,
    enrolled:
      own.enrolled?.map((progress) =>
        progress.lessonId === lessonId ? { lessonId, positionSeconds } : progress,
      ) ?? null,
  }),
});

const createCourse = (title: string): OwnWrite<Own> => ({
  query: 'mutation ($input: CreateCourseInput!) { createCourse(input: $input) { __typename } }',
  variables: { input: { title, summary: 'Mine.', category: 'MUSIC', level: 'BEGINNER', language: 'en' } },
  refusal: ({ hasProfile }, person) =>
    !mayTeach(person) ? 'FORBIDDEN' : hasProfile ? undefined : 'CONFLICT',
  change: (own) => ({ ...own, taught: [{ title, isPublished: false }, ...own.taught] }),
});

const saveProfile: OwnWrite<Own> = {
  query:
    'mutation { saveInstructorProfile(input: { name: "Somebody", bio: "Teaches." }) { instructor { name } } }',
  refusal: (_own, person) => (mayTeach(person) ? undefined : 'FORBIDDEN'),
  change: (own) => ({ ...own, hasProfile: true }),
};

const enrolment = ({ course }: World, enrolled: readonly Progress[]) => ({
  course: { id: course.id },
  progress: 0,
  lessons: enrolled.map(({ lessonId, positionSeconds }) => ({ lesson: { id: lessonId }, positionSeconds })),
});
const enrolmentFields = 'course { id } progress lessons { lesson { id } positionSeconds }';

/** Enrolments and progress are their learner's; drafts, and how learners fare, their instructor's and the admins'. */
export const ownedByCourses: OwnedDomain<Own> = {
  name: 'courses',
  beginning: ({ userId }, { teacher, course, draft }) => ({
    enrolled: null,
    hasProfile: userId === teacher.userId,
    taught:
      userId === teacher.userId
        ? [
            { title: draft.title, isPublished: false },
            { title: course.title, isPublished: true },
          ]
        : [],
  }),

  reads: (world) => {
    const { course, draft, teacher, admin } = world;
    const mayEdit = ({ userId }: Person): boolean => [teacher.userId, admin.userId].includes(userId);

    /** What only those see who may edit the course. */
    const hidden = (query: string, id: string, field: string, shown: unknown) => ({
      query,
      variables: { id },
      expected: (_own: Own, person: Person) => ({ [field]: mayEdit(person) ? shown : null }),
      forNobody: { data: { [field]: null }, codes: [] },
    });
    const analytics = (id: string, lessonIds: readonly string[], forOtherTeachers: unknown) => ({
      query: 'query ($id: ID!) { courseAnalytics(courseId: $id) { dropOff { lesson { id } } } }',
      variables: { id },
      expected: (_own: Own, person: Person) => {
        if (mayEdit(person))
          return {
            courseAnalytics: { dropOff: lessonIds.map((lessonId) => ({ lesson: { id: lessonId } })) },
          };
        return mayTeach(person) ? forOtherTeachers : refused({ courseAnalytics: null }, 'FORBIDDEN');
      },
      forNobody: { data: { courseAnalytics: null }, codes: ['UNAUTHENTICATED'] },
    });

    return [
      {
        query: `{ myEnrolments { totalCount nodes { ${enrolmentFields} } } }`,
        expected: ({ enrolled }) => ({
          myEnrolments: {
            totalCount: enrolled ? 1 : 0,
            nodes: enrolled ? [enrolment(world, enrolled)] : [],
          },
        }),
        forNobody: { data: null, codes: ['UNAUTHENTICATED'] },
      },
      {
        query: `query ($id: ID!) { myEnrolment(courseId: $id) { ${enrolmentFields} } }`,
        variables: { id: course.id },
        expected: ({ enrolled }) => ({ myEnrolment: enrolled && enrolment(world, enrolled) }),
        forNobody: { data: { myEnrolment: null }, codes: ['UNAUTHENTICATED'] },
      },
      {
        query: 'query ($id: ID!) { recording(id: $id) { title url } }',
        variables: { id: course.recordingId },
        expected: ({ enrolled }, person) => ({
          recording: { title: 'Recorded', url: enrolled || mayEdit(person) ? course.url : null },
        }),
        forNobody: { data: { recording: { title: 'Recorded', url: null } }, codes: [] },
      },
      {
        query: '{ exportMyData }',
        pick: (data) =>
          (
            data as { exportMyData: { courses: { enrolments: object[] } } }
          ).exportMyData.courses.enrolments.map((exported) => ({
            ...exported,
            enrolledAt: null,
            lastActiveAt: null,
            activeDays: [],
          })),
        expected: ({ enrolled }) => {
          if (!enrolled) return [];
          const begun = enrolled.filter(({ positionSeconds }) => positionSeconds > 0);
          return [
            {
              courseId: course.id,
              lessons: Object.fromEntries(
                begun.map(({ lessonId, positionSeconds }) => [lessonId, { positionSeconds }]),
              ),
              enrolledAt: null,
              lastActiveAt: null,
              activeDays: [],
              completedAt: null,
              certificateId: null,
            },
          ];
        },
        forNobody: { data: null, codes: ['UNAUTHENTICATED'] },
      },
      {
        query: '{ managedCourses { totalCount nodes { title isPublished } } }',
        expected: ({ taught }, person) =>
          mayTeach(person)
            ? { managedCourses: { totalCount: taught.length, nodes: taught.slice(0, 20) } }
            : refused(null, 'FORBIDDEN'),
        // To an admin it shows what all the others make meanwhile.
        isAskedOf: ({ roles }) => !roles.includes('ADMIN'),
        forNobody: { data: null, codes: ['UNAUTHENTICATED'] },
      },
      hidden('query ($id: ID!) { course(id: $id) { title } }', draft.id, 'course', { title: draft.title }),
      hidden('query ($id: ID!) { node(id: $id) { id } }', draft.id, 'node', { id: draft.id }),
      hidden('query ($id: ID!) { lesson(id: $id) { title } }', draft.lessonIds[0] ?? '', 'lesson', {
        title: 'Lesson 1',
      }),
      hidden('query ($id: ID!) { recording(id: $id) { url } }', draft.recordingId, 'recording', {
        url: draft.url,
      }),
      hidden(
        'query ($id: ID!) { courseStatistics(courseId: $id) { enrolments } }',
        draft.id,
        'courseStatistics',
        { enrolments: 0 },
      ),
      analytics(course.id, course.lessonIds, refused({ courseAnalytics: null }, 'FORBIDDEN')),
      analytics(draft.id, draft.lessonIds, { courseAnalytics: null }),
    ];
  },

  writes: ({ course }) =>
    fc.oneof(
      fc.constant<OwnWrite<Own>>({
        query: 'mutation ($id: ID!) { enrol(courseId: $id) { __typename } }',
        variables: { id: course.id },
        change: (own) => ({
          ...own,
          enrolled: own.enrolled ?? course.lessonIds.map((lessonId) => ({ lessonId, positionSeconds: 0 })),
        }),
      }),
      fc.constant<OwnWrite<Own>>({
        query: 'mutation ($id: ID!) { unenrol(courseId: $id) { wasEnrolled } }',
        variables: { id: course.id },
        change: (own) => ({ ...own, enrolled: null }),
        answer: ({ enrolled }) => ({ unenrol: { wasEnrolled: enrolled !== null } }),
      }),
      fc
        .tuple(fc.constantFrom(...course.lessonIds), fc.integer({ min: 1, max: durationSeconds - 1 }))
        .map(([lessonId, position]) => reportProgress(lessonId, position)),
      fc.constant(saveProfile),
      fc.stringMatching(/^[A-Z][a-z]{3,8}$/).map(createCourse),
    ),
};
