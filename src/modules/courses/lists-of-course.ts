import type { CourseRecord } from './models/records.ts';

/** What decides in which lists a course stands. */
export type Placed = Pick<CourseRecord, 'isPublished' | 'category' | 'level' | 'language' | 'instructorId'>;

/** Names of lists of published courses, as `CourseRecord.listedIn` has them. */
export const listOf = {
  published: 'published',
  category: (category: string): string => `category:${category}`,
  level: (level: string): string => `level:${level}`,
  language: (language: string): string => `language:${language}`,
  instructor: (instructorId: string): string => `instructor:${instructorId}`,
} as const;

/** The lists that a course stands in: none while it is not published. */
export const listsOf = ({ isPublished, category, level, language, instructorId }: Placed): string[] =>
  isPublished
    ? [
        listOf.published,
        listOf.category(category),
        listOf.level(level),
        listOf.language(language),
        listOf.instructor(instructorId),
      ]
    : [];
