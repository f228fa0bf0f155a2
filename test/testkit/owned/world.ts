import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import { addSignedIn } from '../admin.ts';
import type { RunningApp } from '../app.ts';
import { addMovie } from '../catalogue.ts';
import { addCourse, addInstructor, addLesson, askAs, publish } from '../courses.ts';
import { fieldOf } from '../engine-app.ts';
import { addPlaylist } from '../playlists.ts';
import type { CourseInWorld, Person, World } from './owned-domain.ts';
import type { Role } from '../../../src/shared/viewer.ts';

/** Adds somebody who is signed in. */
export const addPerson = async (
  mongodbUri: string,
  name: string,
  roles: readonly Role[] = ['VIEWER'],
): Promise<Person> => {
  const { userId, authorization } = await addSignedIn(mongodbUri, name, roles);
  return { name, userId, authorization, roles };
};

const addCourseWithRecording = async (
  running: RunningApp,
  { authorization }: Person,
  title: string,
): Promise<CourseInWorld> => {
  const who = { authorization };
  const id = await addCourse(running, who, { title });
  const lessonIds: string[] = [];
  for (const lesson of ['Lesson 1', 'Lesson 2'])
    lessonIds.push(await addLesson(running, who, id, { title: lesson }));
  const url = `https://media.example.com/${title.toLowerCase()}.mp4`;
  const added = await askAs(
    running,
    who,
    'mutation ($lessonId: ID!, $input: AddRecordingInput!) { addRecording(lessonId: $lessonId, input: $input) { recording { id } } }',
    { lessonId: lessonIds[0], input: { title: 'Recorded', durationSeconds: 600, url } },
  );
  const { recording } = fieldOf<{ recording: { id: string } }>(added, 'addRecording');
  return { title, id, lessonIds, recordingId: recording.id, url };
};

/** Two films, two courses of one instructor, an admin, and two users who ask for nothing. */
export const createWorld = async (running: RunningApp, mongodbUri: string): Promise<World> => {
  const films: string[] = [];
  for (const title of ['One', 'Two']) films.push(await addMovie(running.admin, { title }));
  const teacher = await addPerson(mongodbUri, 'tess', ['VIEWER', 'INSTRUCTOR']);
  const admin = await addPerson(mongodbUri, 'ada', ['VIEWER', 'ADMIN']);
  const others = await Promise.all(['yves', 'zoe'].map((name) => addPerson(mongodbUri, name)));
  const users = others.map(({ userId }) => toGlobalId('User', userId));
  const who = { authorization: teacher.authorization };
  await addInstructor(running, who, 'Tess');
  const course = await addCourseWithRecording(running, teacher, 'Knots');
  await publish(running, who, course.id);
  const draft = await addCourseWithRecording(running, teacher, 'Unheard');
  const playlists = {
    ownerId: teacher.userId,
    privateId: await addPlaylist(running, who, { title: 'Hidden', visibility: 'PRIVATE' }),
    publicId: await addPlaylist(running, who, { title: 'Shown', visibility: 'PUBLIC' }),
    made: [
      { title: 'Shown', visibility: 'PUBLIC' },
      { title: 'Hidden', visibility: 'PRIVATE' },
    ] as const,
  };
  return { films, users, teacher, admin, course, draft, playlists };
};
