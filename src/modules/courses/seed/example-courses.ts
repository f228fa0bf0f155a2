import { createHash } from 'node:crypto';
import type { CourseCategory, CourseLevel } from '../../../graphql/generated/resolvers.ts';
import { listsOf } from '../lists-of-course.ts';
import type {
  CourseRecord,
  InstructorRecord,
  LessonRecord,
  OutlineRecord,
  RecordingRecord,
} from '../models/records.ts';
import { sortKeyOf } from '../../../shared/sort-key.ts';

export interface ExampleCourses {
  readonly instructors: readonly InstructorRecord[];
  readonly courses: readonly CourseRecord[];
  readonly outlines: readonly OutlineRecord[];
  readonly lessons: readonly LessonRecord[];
  readonly recordings: readonly RecordingRecord[];
}

interface Teacher {
  readonly name: string;
  readonly bio: string;
  readonly verified: boolean;
}

const teachers = {
  okafor: {
    name: 'Adaeze Okafor',
    bio: 'Data engineer who spent ten years on payment systems, and now teaches what she wishes she had known.',
    verified: true,
  },
  lindqvist: {
    name: 'Sören Lindqvist',
    bio: 'Documentary editor from Malmö. Cuts by day, explains cuts by night.',
    verified: true,
  },
  moreau: {
    name: 'Élise Moreau',
    bio: 'Photographe de rue et formatrice depuis 2009.',
    verified: true,
  },
  tanaka: {
    name: 'Kenji Tanaka',
    bio: 'Jazz pianist and arranger; plays standards in every key, and makes his students do so too.',
    verified: false,
  },
  alvarez: {
    name: 'Lucía Álvarez',
    bio: 'Profesora de español para extranjeros, con más de dos mil alumnos.',
    verified: true,
  },
  whitfield: {
    name: 'Tom Whitfield',
    bio: 'Left a bank to open a bakery, and keeps the books of both kinds of business in plain words.',
    verified: false,
  },
} satisfies Record<string, Teacher>;

interface Example {
  readonly teacher: keyof typeof teachers;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly category: CourseCategory;
  readonly level: CourseLevel;
  readonly language: string;
  /** Day of publishing; `undefined` for a draft. */
  readonly published?: string;
  /** Titles of lessons by titles of sections. The first lesson is a preview; one that ends in `*` is not required. */
  readonly sections: Readonly<Record<string, readonly string[]>>;
}

const examples: readonly Example[] = [
  {
    teacher: 'okafor',
    title: 'SQL From the First Query',
    summary: 'Ask a relational database good questions, and know why it answers slowly.',
    description:
      'For whoever has data and no words for it yet. Needs a laptop; PostgreSQL is installed in the first lesson.',
    category: 'DATA',
    level: 'BEGINNER',
    language: 'en',
    published: '2024-03-04',
    sections: {
      'One table': [
        'What a database is for',
        'SELECT and WHERE',
        'Sorting and limits',
        'NULL is not nothing',
      ],
      'Several tables': ['Keys', 'Inner and outer joins', 'Grouping and counting', 'Subqueries'],
      'When it is slow': ['Reading a query plan', 'Indexes', 'A larger exercise*'],
    },
  },
  {
    teacher: 'okafor',
    title: 'Data Pipelines That Can Be Run Twice',
    summary: 'Idempotence, late data and backfills, with the mistakes that taught them.',
    description: 'For people who own a nightly job and are afraid of it. Needs SQL and some Python.',
    category: 'DATA',
    level: 'ADVANCED',
    language: 'en',
    published: '2024-09-16',
    sections: {
      Foundations: ['Why jobs are run again', 'Keys that stay the same', 'Writing to a partition at a time'],
      Trouble: ['Data that comes late', 'Backfills beside the daily run', 'Two workers, one job'],
    },
  },
  {
    teacher: 'okafor',
    title: 'TypeScript for People Who Know JavaScript',
    summary: 'Types that say what you mean, and errors that appear before the user sees them.',
    description: 'From annotations to discriminated unions, on one program that grows from lesson to lesson.',
    category: 'PROGRAMMING',
    level: 'INTERMEDIATE',
    language: 'en',
    published: '2025-01-20',
    sections: {
      Basics: ['A first annotated program', 'Objects and interfaces', 'Narrowing'],
      'Types that hold': [
        'Discriminated unions',
        'Generics',
        'unknown instead of any',
        'Reading a hard error*',
      ],
    },
  },
  {
    teacher: 'lindqvist',
    title: 'The Cut: Editing Documentary Film',
    summary: 'From forty hours of rushes to forty minutes that somebody wants to see.',
    description: 'Works with any editing program. Material of a short documentary comes with the course.',
    category: 'FILMMAKING',
    level: 'INTERMEDIATE',
    language: 'en',
    published: '2024-05-27',
    sections: {
      'Before the cut': ['Watching everything', 'Logging and selects', 'A paper edit'],
      'The cut': ['Assembly', 'Rhythm', 'Sound leads the picture', 'Where to end'],
      'After the cut': ['Test screenings', 'Locking the picture'],
    },
  },
  {
    teacher: 'lindqvist',
    title: 'Sound for Small Crews',
    summary: 'Clean dialogue with one recordist, two microphones and no second take.',
    description: 'For whoever shoots alone or in pairs.',
    category: 'FILMMAKING',
    level: 'BEGINNER',
    language: 'en',
    published: '2025-02-10',
    sections: {
      'On location': ['Microphones and what they hear', 'Hiding a lavalier', 'Wind, traffic, refrigerators'],
      Afterwards: ['Syncing', 'Noise and what to leave in'],
    },
  },
  {
    teacher: 'moreau',
    title: 'La photographie de rue, pas à pas',
    summary: 'Voir, attendre, déclencher : un mois d’exercices dans votre propre ville.',
    description:
      'Un appareil ou un téléphone suffit. Un exercice par leçon, à refaire autant que vous voulez.',
    category: 'PHOTOGRAPHY',
    level: 'BEGINNER',
    language: 'fr',
    published: '2024-06-03',
    sections: {
      Voir: ['La lumière du matin', 'Lignes et cadres', 'Le geste'],
      Oser: ['Se tenir près', 'Demander ou non', 'Trier ses images'],
    },
  },
  {
    teacher: 'moreau',
    title: 'Portraits With One Window',
    summary: 'Everything a single window can do for a face.',
    description: 'No flash, no studio. Bring a friend who has patience.',
    category: 'PHOTOGRAPHY',
    level: 'INTERMEDIATE',
    language: 'en',
    published: '2024-11-18',
    sections: {
      Light: ['Where the light comes from', 'Distance and contrast', 'A sheet as a reflector'],
      People: ['Talking while you shoot', 'Hands'],
    },
  },
  {
    teacher: 'tanaka',
    title: 'Jazz Piano: Shells, Guide Tones and the First Standard',
    summary: 'Play your first standard with two fingers in the left hand, in time.',
    description: 'For pianists who read music a little and have never improvised.',
    category: 'MUSIC',
    level: 'BEGINNER',
    language: 'en',
    published: '2024-02-12',
    sections: {
      Harmony: ['Seventh chords', 'Shell voicings', 'The ii–V–I'],
      Playing: [
        'Swing and where the beat is',
        'A melody over shells',
        'Your first chorus',
        'Playing with a record*',
      ],
    },
  },
  {
    teacher: 'tanaka',
    title: 'Arranging for Five Horns',
    summary: 'Voicings that breathe, written for the players you have.',
    description: 'For musicians who can read a score.',
    category: 'MUSIC',
    level: 'ADVANCED',
    language: 'en',
    sections: {
      Voicing: ['Ranges and colours', 'Close and open positions', 'Drop voicings'],
    },
  },
  {
    teacher: 'alvarez',
    title: 'Español desde cero',
    summary: 'Del primer saludo a una conversación de diez minutos.',
    description: 'Treinta minutos al día. Todo el vocabulario se oye antes de leerse.',
    category: 'LANGUAGES',
    level: 'BEGINNER',
    language: 'es',
    published: '2024-01-15',
    sections: {
      Saludar: ['Hola, ¿qué tal?', 'Los números', 'La familia'],
      'Vivir el día': ['En el mercado', 'La hora', 'Ayer y hoy'],
      Conversar: ['Pedir ayuda', 'Contar una historia'],
    },
  },
  {
    teacher: 'alvarez',
    title: 'Writing Stories in a Second Language',
    summary: 'Short fiction in words that you really know.',
    description: 'For learners from B1 upwards, in any language.',
    category: 'WRITING',
    level: 'INTERMEDIATE',
    language: 'en',
    published: '2025-03-31',
    sections: {
      'Small forms': ['Six sentences', 'A letter', 'Dialogue without adverbs'],
      'A story': ['One room, two people', 'Revising aloud'],
    },
  },
  {
    teacher: 'whitfield',
    title: 'Reading a Balance Sheet Over Coffee',
    summary: 'What a small business owns, owes and forgets to count.',
    description: 'With the real books of a bakery, month by month.',
    category: 'BUSINESS',
    level: 'BEGINNER',
    language: 'en',
    published: '2024-10-07',
    sections: {
      'What there is': ['Assets', 'Debts', 'What is left'],
      'What it means': ['Cash is not profit', 'Seasons', 'Questions for your accountant'],
    },
  },
];

/** The same every time, so that seeding twice adds nothing. */
const idOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);

/** Between six and eighteen minutes, by the lesson's id. */
const durationOf = (id: string): number => 360 + (Number.parseInt(id.slice(0, 6), 16) % 720);

const writtenOn = new Date('2024-01-08T09:00:00Z');

const teacherIdOf = (key: string): string => idOf('instructor', key);

const expand = (example: Example) => {
  const { teacher, title, published, sections, ...rest } = example;
  const courseId = idOf('course', title);
  const publishedAt = published === undefined ? null : new Date(`${published}T08:00:00Z`);
  const instructorId = teacherIdOf(teacher);
  const isPublished = publishedAt !== null;
  const course: CourseRecord = {
    _id: courseId,
    ...rest,
    title,
    titleKey: sortKeyOf(title),
    instructorId,
    isPublished,
    listedIn: listsOf({ ...rest, instructorId, isPublished }),
    publishedAt,
    createdAt: writtenOn,
    updatedAt: publishedAt ?? writtenOn,
    enrolmentCount: 0,
  };
  const placed = Object.entries(sections).map(([section, titles]) => ({
    title: section,
    lessons: titles.map((name, index): LessonRecord => {
      const _id = idOf('lesson', courseId, section, name);
      return {
        _id,
        courseId,
        title: name.replace(/\*$/, ''),
        summary: '',
        durationSeconds: durationOf(_id),
        isRequired: !name.endsWith('*'),
        isPreview: index === 0 && section === Object.keys(sections)[0],
      };
    }),
  }));
  const lessons = placed.flatMap((section) => section.lessons);
  const outline: OutlineRecord = {
    _id: courseId,
    sections: placed.map((section) => ({
      title: section.title,
      lessonIds: section.lessons.map(({ _id }) => _id),
    })),
    revision: 1,
  };
  const recordings = lessons.map((lesson): RecordingRecord => ({
    _id: idOf('recording', lesson._id),
    lessonId: lesson._id,
    title: lesson.title,
    durationSeconds: lesson.durationSeconds,
    url: `https://media.example.com/courses/${courseId}/${lesson._id}.mp4`,
    addedAt: writtenOn,
  }));
  return { course, outline, lessons, recordings };
};

/** A dozen courses of six instructors, one of them a draft. Their accounts are called `teacher-` and a name. */
export const exampleCourses = (): ExampleCourses => {
  const expanded = examples.map(expand);
  return {
    instructors: Object.entries(teachers).map(([key, teacher]) => ({
      _id: teacherIdOf(key),
      userId: `teacher-${key}`,
      nameKey: sortKeyOf(teacher.name),
      ...teacher,
    })),
    courses: expanded.map(({ course }) => course),
    outlines: expanded.map(({ outline }) => outline),
    lessons: expanded.flatMap(({ lessons }) => lessons),
    recordings: expanded.flatMap(({ recordings }) => recordings),
  };
};
