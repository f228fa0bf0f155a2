import type { Connection, Edge } from '../../shared/paging/connection.ts';
import type {
  CourseRecord,
  EnrolmentRecord,
  InstructorRecord,
  LessonProgressRecord,
  LessonRecord,
  SectionRecord,
} from './models/records.ts';

/** What types without a record of their own resolve from. */
export type CourseSectionModel = SectionRecord;
export type CourseConnectionModel = Connection<CourseRecord>;
export type CourseEdgeModel = Edge<CourseRecord>;
export type InstructorConnectionModel = Connection<InstructorRecord>;
export type InstructorEdgeModel = Edge<InstructorRecord>;
export type EnrolmentConnectionModel = Connection<EnrolmentRecord>;
export type EnrolmentEdgeModel = Edge<EnrolmentRecord>;
export interface LessonProgressModel {
  readonly lesson: LessonRecord;
  readonly progress: LessonProgressRecord;
}
