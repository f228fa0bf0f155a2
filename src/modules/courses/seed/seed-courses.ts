import type { Model } from 'mongoose';
import type { CourseModels } from '../models/index.ts';
import { exampleCourses } from './example-courses.ts';

/**
 * Loads the example courses that are not there yet, and changes nothing that is. What a course needs comes before it.
 * @param progress told how many of all records are in.
 */
export const seedCourses = async (
  models: CourseModels,
  progress: (done: number, total: number) => void,
): Promise<void> => {
  const { instructors, courses, outlines, lessons, recordings } = exampleCourses();
  const total = [instructors, courses, outlines, lessons, recordings].flat().length;
  let done = 0;
  const add = async <Value extends { _id: string }>(
    model: Model<Value>,
    records: readonly Value[],
  ): Promise<void> => {
    const known = new Set((await model.find({}, { _id: 1 }).lean<{ _id: string }[]>()).map(({ _id }) => _id));
    const missing = records.filter(({ _id }) => !known.has(_id));
    if (missing.length > 0) await model.insertMany(missing);
    done += records.length;
    progress(done, total);
  };
  await add(models.instructors, instructors);
  await add(models.recordings, recordings);
  await add(models.lessons, lessons);
  await add(models.outlines, outlines);
  await add(models.courses, courses);
};
