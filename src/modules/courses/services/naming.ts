import { randomBytes } from 'node:crypto';

/** A new id of a course, lesson, recording or instructor: twelve hex digits. */
export const newId = (): string => randomBytes(6).toString('hex');

/** A certificate is asked for by its id alone, so none may be guessed. */
const newCertificateId = (): string => randomBytes(16).toString('hex');

/** What an enrolment gets, once, when its course is completed. */
export const newCompletion = () => ({ completedAt: new Date(), certificateId: newCertificateId() });

/** One enrolment for each course and user: whoever enrols twice enrols once. */
export const enrolmentIdOf = (courseId: string, userId: string): string => `${courseId}:${userId}`;
