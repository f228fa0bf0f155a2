import { z } from 'zod';
import { longText, parseWith, text } from '../../../shared/parse-input.ts';

/** A day: longer than any lesson. */
const maxSeconds = 86_400;

const durationSeconds = z.number().refine((value) => value >= 1 && value <= maxSeconds, {
  error: `expected a number from 1 to ${maxSeconds}`,
});

const canonicalLanguage = (tag: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
};

const language = z
  .string()
  .max(35, { error: 'expected at most 35 characters' })
  .refine((tag) => canonicalLanguage(tag) !== undefined, { error: 'expected a language such as "pt-BR"' })
  .transform((tag) => canonicalLanguage(tag) ?? tag);

const url = z
  .string()
  .max(2_000, { error: 'expected at most 2,000 characters' })
  .refine((address) => URL.canParse(address) && new URL(address).protocol === 'https:', {
    error: 'expected an address such as "https://media.example.com/a.mp4"',
  });

const categories = [
  'BUSINESS',
  'DATA',
  'DESIGN',
  'FILMMAKING',
  'LANGUAGES',
  'MUSIC',
  'PHOTOGRAPHY',
  'PROGRAMMING',
  'WRITING',
] as const;
const levels = ['BEGINNER', 'INTERMEDIATE', 'ADVANCED'] as const;

/** GraphQL has seen to types; this is about what it cannot say. `null` is refused where a value is needed. */
const course = {
  title: text(200),
  summary: text(300),
  description: longText(10_000),
  category: z.enum(categories),
  level: z.enum(levels),
  language,
};
const lesson = {
  title: text(200),
  summary: longText(2_000),
  durationSeconds,
  isRequired: z.boolean(),
  isPreview: z.boolean(),
};
const recording = { title: text(200), durationSeconds, url };

const instructorId = z.string().nullish();
const section = text(200);

/** Each answers BAD_USER_INPUT that lists every fault at once. */
export const parseNewCourse = parseWith(z.object({ ...course, instructorId }));
export const parseCourseChanges = parseWith(z.object({ ...course, instructorId }).partial());
export const parseNewLesson = parseWith(z.object({ ...lesson, section: section.nullish() }));
export const parseLessonChanges = parseWith(z.object(lesson).partial());
export const parseNewRecording = parseWith(z.object(recording));
export const parseRecordingChanges = parseWith(z.object(recording).partial());
export const parseInstructorProfile = parseWith(z.object({ name: text(100), bio: longText(5_000) }));
export const parseSections = parseWith(
  z.object({ sections: z.array(z.object({ title: section, lessonIds: z.array(z.string()) })).max(200) }),
  '',
);
export const parseProgress = parseWith(
  z.object({
    positionSeconds: z.number().min(0, { error: 'expected a number from 0' }).nullish(),
    completed: z.boolean().nullish(),
    rewind: z.boolean(),
  }),
);
