import type { CourseSort, CourseSortField } from '../../graphql/generated/resolvers.ts';
import type { Order } from '../../shared/paging/order.ts';
import type { CourseRecord, EnrolmentRecord, InstructorRecord } from './models/records.ts';

const fields: Record<CourseSortField, Pick<Order<CourseRecord>, 'path' | 'kind'>> = {
  TITLE: { path: 'titleKey', kind: 'text' },
  PUBLISHED_AT: { path: 'publishedAt', kind: 'date' },
  ENROLMENTS: { path: 'enrolmentCount', kind: 'number' },
};

/** Of published courses, which have all that they are sorted by. */
export const courseOrder = ({ field, direction = 'ASC' }: CourseSort): Order<CourseRecord> => ({
  ...fields[field],
  name: `${field}:${direction}`,
  direction: direction === 'ASC' ? 1 : -1,
  nullable: false,
});

export const lastEditedFirst: Order<CourseRecord> = {
  name: 'UPDATED_AT:DESC',
  path: 'updatedAt',
  kind: 'date',
  direction: -1,
  nullable: false,
};

export const byName: Order<InstructorRecord> = {
  name: 'NAME:ASC',
  path: 'nameKey',
  kind: 'text',
  direction: 1,
  nullable: false,
};

export const latestEnrolmentFirst: Order<EnrolmentRecord> = {
  name: 'ENROLLED_AT:DESC',
  path: 'enrolledAt',
  kind: 'date',
  direction: -1,
  nullable: false,
};
