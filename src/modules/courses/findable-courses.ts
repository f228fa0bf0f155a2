import type { FindableRecords } from '../../shared/findable.ts';
import type { CourseRecord } from './models/records.ts';

/** Published courses, by title, category, summary and description. */
export const findableCourses: FindableRecords<CourseRecord> = {
  kind: 'Course',
  textPaths: ['title', 'summary', 'description', 'category', 'publishedAt'],
  placePaths: ['isPublished'],
  findableOf: ({ _id, title, summary, description, category, isPublished, publishedAt, enrolmentCount }) =>
    isPublished
      ? {
          kind: 'Course',
          id: _id,
          title,
          texts: [category.replaceAll('_', ' '), summary, description],
          publishedAt,
          audience: enrolmentCount,
        }
      : null,
};
