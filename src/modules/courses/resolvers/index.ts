import type { Resolvers } from '../../../graphql/generated/resolvers.ts';
import { Course } from './Course.ts';
import { CourseAnalytics } from './CourseAnalytics.ts';
import { CourseSection } from './CourseSection.ts';
import { Enrolment } from './Enrolment.ts';
import { Instructor } from './Instructor.ts';
import { Lesson } from './Lesson.ts';
import { LessonDropOff } from './LessonDropOff.ts';
import { LessonProgress } from './LessonProgress.ts';
import { Recording } from './Recording.ts';
import { addLesson } from './Mutation/addLesson.ts';
import { addRecording } from './Mutation/addRecording.ts';
import { arrangeLessons } from './Mutation/arrangeLessons.ts';
import { createCourse } from './Mutation/createCourse.ts';
import { deleteCourse } from './Mutation/deleteCourse.ts';
import { enrol } from './Mutation/enrol.ts';
import { publishCourse } from './Mutation/publishCourse.ts';
import { removeLesson } from './Mutation/removeLesson.ts';
import { removeRecording } from './Mutation/removeRecording.ts';
import { reportProgress } from './Mutation/reportProgress.ts';
import { saveInstructorProfile } from './Mutation/saveInstructorProfile.ts';
import { unenrol } from './Mutation/unenrol.ts';
import { unpublishCourse } from './Mutation/unpublishCourse.ts';
import { updateCourse } from './Mutation/updateCourse.ts';
import { updateLesson } from './Mutation/updateLesson.ts';
import { updateRecording } from './Mutation/updateRecording.ts';
import { verifyInstructor } from './Mutation/verifyInstructor.ts';
import { course } from './Query/course.ts';
import { courseAnalytics } from './Query/courseAnalytics.ts';
import { courseStatistics } from './Query/courseStatistics.ts';
import { courses } from './Query/courses.ts';
import { instructor } from './Query/instructor.ts';
import { instructors } from './Query/instructors.ts';
import { lesson } from './Query/lesson.ts';
import { managedCourses } from './Query/managedCourses.ts';
import { myEnrolment } from './Query/myEnrolment.ts';
import { myEnrolments } from './Query/myEnrolments.ts';
import { recording } from './Query/recording.ts';

export const courseResolvers: Resolvers = {
  Query: {
    course,
    courseAnalytics,
    courseStatistics,
    courses,
    instructor,
    instructors,
    lesson,
    managedCourses,
    myEnrolment,
    myEnrolments,
    recording,
  },
  Mutation: {
    addLesson,
    addRecording,
    arrangeLessons,
    createCourse,
    deleteCourse,
    enrol,
    publishCourse,
    removeLesson,
    removeRecording,
    reportProgress,
    saveInstructorProfile,
    unenrol,
    unpublishCourse,
    updateCourse,
    updateLesson,
    updateRecording,
    verifyInstructor,
  },
  Course,
  CourseAnalytics,
  CourseSection,
  Enrolment,
  Instructor,
  Lesson,
  LessonDropOff,
  LessonProgress,
  Recording,
};
