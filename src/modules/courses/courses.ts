import { followFindable, type FindableIndex } from '../../shared/findable.ts';
import { forgettingAround } from '../../shared/forgetting.ts';
import type { EntityReader } from '../../shared/entity-reader.ts';
import type { InTransaction } from '../../shared/transactions.ts';
import { findableCourses } from './findable-courses.ts';
import { createCourseLoaders, type CourseLoaders } from './loaders/course-loaders.ts';
import type { CourseModels } from './models/index.ts';
import { createCourseAccess, type CourseAccess } from './services/course-access.service.ts';
import { createCourseEditing, type CourseEditing } from './services/course-editing.service.ts';
import { createCourseFigures, type CourseFigures } from './services/course-figures.service.ts';
import { createCourseLists, type CourseLists } from './services/course-lists.service.ts';
import type { CourseCounting } from './services/course-statistics.service.ts';
import { createCurriculum, type Curriculum } from './services/curriculum.ts';
import { createInstructors, type Instructors } from './services/instructors.service.ts';
import { createLearning, type Learning } from './services/learning.service.ts';
import { createLessonEditing, type LessonEditing } from './services/lesson-editing.service.ts';
import { createRecordingEditing, type RecordingEditing } from './services/recording-editing.service.ts';
import { createCourseStores } from './stores/index.ts';

/** Courses as one operation sees them: the loaders live as long as the operation. */
export interface Courses {
  readonly loaders: CourseLoaders;
  readonly access: CourseAccess;
  readonly lists: CourseLists;
  readonly curriculum: Curriculum;
  readonly instructors: Instructors;
  readonly learning: Learning;
  readonly figures: CourseFigures;
  readonly editing: CourseEditing;
  readonly lessonEditing: LessonEditing;
  readonly recordingEditing: RecordingEditing;
}

export interface CourseParts {
  readonly models: CourseModels;
  readonly entities: EntityReader;
  readonly counting: CourseCounting;
  readonly inTransaction: InTransaction;
  /** Where courses are found. */
  readonly index: FindableIndex;
}

/** @returns what makes {@link Courses} for each operation. */
export const createCourses = ({
  models,
  entities,
  counting,
  inTransaction,
  index,
}: CourseParts): (() => Courses) => {
  const stores = createCourseStores(models, followFindable(findableCourses, index, inTransaction));

  return () => {
    const loaders = createCourseLoaders(stores, entities);
    const access = createCourseAccess(loaders);
    const curriculum = createCurriculum(loaders);
    const forgetting = forgettingAround(() => loaders.clear());
    const editing = createCourseEditing(stores, access);
    const lessonEditing = createLessonEditing(stores, access);
    const recordingEditing = createRecordingEditing(stores, access);
    const instructors = createInstructors(stores);
    const learning = createLearning({ stores, loaders, access, curriculum });
    return {
      loaders,
      access,
      curriculum,
      lists: createCourseLists(stores, loaders),
      figures: createCourseFigures(loaders, access, counting),
      instructors: {
        list: instructors.list,
        saveProfile: forgetting(instructors.saveProfile),
        verify: forgetting(instructors.verify),
      },
      learning: {
        ...learning,
        enrol: forgetting(learning.enrol),
        unenrol: forgetting(learning.unenrol),
        report: forgetting(learning.report),
      },
      editing: {
        create: forgetting(editing.create),
        update: forgetting(editing.update),
        publish: forgetting(editing.publish),
        unpublish: forgetting(editing.unpublish),
        remove: forgetting(editing.remove),
      },
      lessonEditing: {
        add: forgetting(lessonEditing.add),
        update: forgetting(lessonEditing.update),
        remove: forgetting(lessonEditing.remove),
        arrange: forgetting(lessonEditing.arrange),
      },
      recordingEditing: {
        add: forgetting(recordingEditing.add),
        update: forgetting(recordingEditing.update),
        remove: forgetting(recordingEditing.remove),
      },
    };
  };
};
