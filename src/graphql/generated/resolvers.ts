import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { MovieRecord, GenreRecord, PersonRecord, ImageConfigurationRecord, MovieConnectionModel, MovieEdgeModel, SearchConnectionModel, SearchEdgeModel } from '../../modules/catalogue/index.ts';
import type { CourseRecord, CourseSectionModel, LessonRecord, RecordingRecord, InstructorRecord, EnrolmentRecord, LessonProgressModel, CourseStatisticsRecord, LessonDropOffRecord, CourseConnectionModel, CourseEdgeModel, InstructorConnectionModel, InstructorEdgeModel, EnrolmentConnectionModel, EnrolmentEdgeModel } from '../../modules/courses/index.ts';
import type { PageInfoModel } from '../../shared/paging/connection.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A day, as `YYYY-MM-DD`. */
  Date: { input: Date; output: Date; }
  /** A moment, as RFC 3339 has it, such as `2026-02-28T12:00:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  /** A whole number of at most 2^53 - 1 in size, where `Int` ends at 2^31 - 1. */
  SafeInt: { input: number; output: number; }
};

export type Access =
  /** Everybody, signed in or not. */
  | 'ANYONE'
  | 'MANAGE_USERS'
  /** Whoever sends the operator key: `Authorization: Bearer <OPERATOR_KEY>`. */
  | 'OPERATOR'
  /** Whoever is signed in, about what is theirs. */
  | 'SIGNED_IN'
  | 'TEACH_COURSES';

export type AddLessonInput = {
  durationSeconds: Scalars['Int']['input'];
  isPreview?: Scalars['Boolean']['input'];
  isRequired?: Scalars['Boolean']['input'];
  /**
   * Title of the section whose last lesson it becomes; a title that no section has makes a new last one. Without it, the last
   * section.
   */
  section?: InputMaybe<Scalars['String']['input']>;
  summary?: Scalars['String']['input'];
  title: Scalars['String']['input'];
};

export type AddLessonPayload = {
  __typename?: 'AddLessonPayload';
  lesson: Lesson;
};

export type AddRecordingInput = {
  durationSeconds: Scalars['Int']['input'];
  title: Scalars['String']['input'];
  /** An `https` address. */
  url: Scalars['String']['input'];
};

export type AddRecordingPayload = {
  __typename?: 'AddRecordingPayload';
  recording: Recording;
};

export type ArrangeLessonsPayload = {
  __typename?: 'ArrangeLessonsPayload';
  course: Course;
};

export type CacheControlScope =
  /** The answer is the viewer's own. */
  | 'PRIVATE'
  /** The answer is everybody's, unless computing it looked at the viewer. */
  | 'PUBLIC';

/** Lessons in an order, by one instructor. */
export type Course = Node & {
  __typename?: 'Course';
  category: CourseCategory;
  createdAt: Scalars['DateTime']['output'];
  /** What is taught, and what it needs. */
  description: Scalars['String']['output'];
  /** Of all lessons together. */
  durationSeconds: Scalars['Int']['output'];
  /** Learners as of the last daily count. */
  enrolmentCount: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  instructor: Instructor;
  isPublished: Scalars['Boolean']['output'];
  /** What it is taught in, as BCP 47 has it, such as `en` or `pt-BR`. */
  language: Scalars['String']['output'];
  lessonCount: Scalars['Int']['output'];
  level: CourseLevel;
  /** When it was first published; null before. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** In order. */
  sections: Array<CourseSection>;
  /** A sentence for lists. */
  summary: Scalars['String']['output'];
  title: Scalars['String']['output'];
  /** When what stands here was last edited. Lessons do not count. */
  updatedAt: Scalars['DateTime']['output'];
};

/** Figures of a course for whoever teaches it, as of `computedAt`. */
export type CourseAnalytics = {
  __typename?: 'CourseAnalytics';
  /** The 30 days up to the one of `computedAt`, in UTC, the earliest first. */
  activeLearners: Array<DailyLearners>;
  computedAt: Scalars['DateTime']['output'];
  /** Lesson by lesson, in order. */
  dropOff: Array<LessonDropOff>;
  statistics: CourseStatistics;
};

/** What a course is about. */
export type CourseCategory =
  | 'BUSINESS'
  | 'DATA'
  | 'DESIGN'
  | 'FILMMAKING'
  | 'LANGUAGES'
  | 'MUSIC'
  | 'PHOTOGRAPHY'
  | 'PROGRAMMING'
  | 'WRITING';

/** A page of courses. */
export type CourseConnection = {
  __typename?: 'CourseConnection';
  edges: Array<CourseEdge>;
  /** The courses of `edges`, for those who need no cursors. */
  nodes: Array<Course>;
  pageInfo: PageInfo;
  /** How many courses there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** A course in a list. */
export type CourseEdge = {
  __typename?: 'CourseEdge';
  /** Stands for this course in this order, and stays right when courses come and go. */
  cursor: Scalars['String']['output'];
  node: Course;
};

/** All that is given must hold. */
export type CourseFilter = {
  category?: InputMaybe<CourseCategory>;
  /** The `id` of an instructor. */
  instructor?: InputMaybe<Scalars['ID']['input']>;
  /** As `Course.language` has it. */
  language?: InputMaybe<Scalars['String']['input']>;
  level?: InputMaybe<CourseLevel>;
  /** Words that title or summary must all contain, whole. */
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Whom a course is for. */
export type CourseLevel =
  | 'ADVANCED'
  | 'BEGINNER'
  | 'INTERMEDIATE';

/** Some lessons of a course, in order, under one title. */
export type CourseSection = {
  __typename?: 'CourseSection';
  lessons: Array<Lesson>;
  title: Scalars['String']['output'];
};

export type CourseSectionInput = {
  /** At least one. Each lesson of the course stands in one section, once. */
  lessonIds: Array<Scalars['ID']['input']>;
  /** Different from those of the other sections. */
  title: Scalars['String']['input'];
};

export type CourseSort = {
  direction?: SortDirection;
  field: CourseSortField;
};

/** What courses are sorted by. */
export type CourseSortField =
  /** By `Course.enrolmentCount`. */
  | 'ENROLMENTS'
  | 'PUBLISHED_AT'
  /** Without case and accents. */
  | 'TITLE';

/** Figures of a course that everybody may see, as of `computedAt`. */
export type CourseStatistics = {
  __typename?: 'CourseStatistics';
  /** Mean of `Enrolment.progress`, 0 to 1; 0 without learners. */
  averageProgress: Scalars['Float']['output'];
  completions: Scalars['Int']['output'];
  computedAt: Scalars['DateTime']['output'];
  enrolments: Scalars['Int']['output'];
};

export type CreateCourseInput = {
  category: CourseCategory;
  description?: Scalars['String']['input'];
  /** Who teaches it, if not I: for admins. */
  instructorId?: InputMaybe<Scalars['ID']['input']>;
  /** As BCP 47 has it, such as `en` or `pt-BR`. */
  language: Scalars['String']['input'];
  level: CourseLevel;
  /** A sentence for lists. */
  summary: Scalars['String']['input'];
  title: Scalars['String']['input'];
};

export type CreateCoursePayload = {
  __typename?: 'CreateCoursePayload';
  course: Course;
};

export type CreateMovieInput = {
  budgetUsd?: InputMaybe<Scalars['SafeInt']['input']>;
  creativeType?: InputMaybe<Scalars['String']['input']>;
  /** Names, in order of credit. */
  directors?: InputMaybe<Array<Scalars['String']['input']>>;
  distributor?: InputMaybe<Scalars['String']['input']>;
  /** Slugs of genres, most important first. */
  genres?: InputMaybe<Array<Scalars['String']['input']>>;
  mpaaRating?: InputMaybe<Scalars['String']['input']>;
  posterPath?: InputMaybe<Scalars['String']['input']>;
  /** 0 to 10. */
  rating?: InputMaybe<Scalars['Float']['input']>;
  releaseDate?: InputMaybe<Scalars['Date']['input']>;
  /** 0 to 100. */
  rottenTomatoesRating?: InputMaybe<Scalars['Int']['input']>;
  runtimeMinutes?: InputMaybe<Scalars['Int']['input']>;
  source?: InputMaybe<Scalars['String']['input']>;
  title: Scalars['String']['input'];
  usDvdSalesUsd?: InputMaybe<Scalars['SafeInt']['input']>;
  usGrossUsd?: InputMaybe<Scalars['SafeInt']['input']>;
  votes?: InputMaybe<Scalars['Int']['input']>;
  worldwideGrossUsd?: InputMaybe<Scalars['SafeInt']['input']>;
};

export type CreateMoviePayload = {
  __typename?: 'CreateMoviePayload';
  movie: Movie;
};

/** How many learners reported progress on a day. */
export type DailyLearners = {
  __typename?: 'DailyLearners';
  day: Scalars['Date']['output'];
  learners: Scalars['Int']['output'];
};

export type DeleteCoursePayload = {
  __typename?: 'DeleteCoursePayload';
  /** The id of the course that was. */
  id: Scalars['ID']['output'];
};

export type DeleteMoviePayload = {
  __typename?: 'DeleteMoviePayload';
  /** The film as it was. */
  movie: Movie;
};

export type EnrolPayload = {
  __typename?: 'EnrolPayload';
  enrolment: Enrolment;
};

/** That somebody takes a course, and how far they are. Nobody else sees it. */
export type Enrolment = {
  __typename?: 'Enrolment';
  /** Given with `completedAt`. */
  certificateId?: Maybe<Scalars['String']['output']>;
  /**
   * When all required lessons were completed; stays when lessons are added later. Where the last one that was missing is taken
   * out of the course, that is noticed with the next report or the next daily count.
   */
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Null while the course is not published. */
  course?: Maybe<Course>;
  enrolledAt: Scalars['DateTime']['output'];
  /** Unique among enrolments. Opaque. */
  id: Scalars['ID']['output'];
  /** When progress was last reported; null before. */
  lastActiveAt?: Maybe<Scalars['DateTime']['output']>;
  /** All lessons of the course in order; empty while it is not published. */
  lessons: Array<LessonProgress>;
  /** Share of the required lessons that are completed, 0 to 1. */
  progress: Scalars['Float']['output'];
};

/** A page of enrolments. */
export type EnrolmentConnection = {
  __typename?: 'EnrolmentConnection';
  edges: Array<EnrolmentEdge>;
  /** The enrolments of `edges`, for those who need no cursors. */
  nodes: Array<Enrolment>;
  pageInfo: PageInfo;
  /** How many enrolments there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** An enrolment in a list. */
export type EnrolmentEdge = {
  __typename?: 'EnrolmentEdge';
  cursor: Scalars['String']['output'];
  node: Enrolment;
};

/** Both ends are included; an end that is not given is open. */
export type FloatRange = {
  max?: InputMaybe<Scalars['Float']['input']>;
  min?: InputMaybe<Scalars['Float']['input']>;
};

/** A kind of film. */
export type Genre = Node & {
  __typename?: 'Genre';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Its name in addresses and filters, such as `science-fiction`. */
  slug: Scalars['String']['output'];
};

/** Addresses are `secureBaseUrl` + one of the sizes + the path. */
export type ImageConfiguration = {
  __typename?: 'ImageConfiguration';
  backdropSizes: Array<Scalars['String']['output']>;
  baseUrl: Scalars['String']['output'];
  posterSizes: Array<Scalars['String']['output']>;
  profileSizes: Array<Scalars['String']['output']>;
  secureBaseUrl: Scalars['String']['output'];
};

/** Somebody who teaches. */
export type Instructor = Node & {
  __typename?: 'Instructor';
  bio: Scalars['String']['output'];
  /** Their published courses. */
  courses: CourseConnection;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Whether an admin has seen that they are who they say they are. */
  verified: Scalars['Boolean']['output'];
};


/** Somebody who teaches. */
export type InstructorCoursesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<CourseSort>;
};

/** A page of instructors. */
export type InstructorConnection = {
  __typename?: 'InstructorConnection';
  edges: Array<InstructorEdge>;
  /** The instructors of `edges`, for those who need no cursors. */
  nodes: Array<Instructor>;
  pageInfo: PageInfo;
  /** How many instructors there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** An instructor in a list. */
export type InstructorEdge = {
  __typename?: 'InstructorEdge';
  cursor: Scalars['String']['output'];
  node: Instructor;
};

/** All that is given must hold. */
export type InstructorFilter = {
  verified?: InputMaybe<Scalars['Boolean']['input']>;
};

export type InstructorProfileInput = {
  bio?: Scalars['String']['input'];
  name: Scalars['String']['input'];
};

/** Both ends are included; an end that is not given is open. */
export type IntRange = {
  max?: InputMaybe<Scalars['Int']['input']>;
  min?: InputMaybe<Scalars['Int']['input']>;
};

/** A part of a course that is taken, and completed, at one go. */
export type Lesson = Node & {
  __typename?: 'Lesson';
  course: Course;
  durationSeconds: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  /** Whether anybody may watch it. */
  isPreview: Scalars['Boolean']['output'];
  /** Whether it takes this lesson to complete the course. Where no lesson is required, all are. */
  isRequired: Scalars['Boolean']['output'];
  /** In order of their adding. */
  recordings: Array<Recording>;
  summary: Scalars['String']['output'];
  title: Scalars['String']['output'];
};

/** How many came to a lesson, and how many went on. */
export type LessonDropOff = {
  __typename?: 'LessonDropOff';
  /** Learners who completed it. */
  completed: Scalars['Int']['output'];
  lesson: Lesson;
  /** Learners who began it. */
  started: Scalars['Int']['output'];
  /** Learners whose last begun lesson it is, and who have not completed the course. */
  stoppedHere: Scalars['Int']['output'];
};

/** How far somebody is in a lesson. */
export type LessonProgress = {
  __typename?: 'LessonProgress';
  /** When it was first completed; null before. */
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  lesson: Lesson;
  /** How far it was watched; 0 when it was not begun. */
  positionSeconds: Scalars['Int']['output'];
};

/** A film. */
export type Movie = Node & {
  __typename?: 'Movie';
  /** In US dollars. */
  budgetUsd?: Maybe<Scalars['SafeInt']['output']>;
  /** The kind of story, such as `Contemporary Fiction`. */
  creativeType?: Maybe<Scalars['String']['output']>;
  /** In order of credit; empty when unknown. */
  directors: Array<Person>;
  distributor?: Maybe<Scalars['String']['output']>;
  /** Most important first. */
  genres: Array<Genre>;
  id: Scalars['ID']['output'];
  /** The American age rating, such as `PG-13`. */
  mpaaRating?: Maybe<Scalars['String']['output']>;
  /** What `popularMovies` sorts by: the rating, drawn to the mean when votes are few, times the magnitude of the votes. */
  popularity: Scalars['Float']['output'];
  /** Path of the poster, to be joined with `imageConfiguration`; null without one. */
  posterPath?: Maybe<Scalars['String']['output']>;
  /** Mean of the votes, 0 to 10; null without votes. */
  rating?: Maybe<Scalars['Float']['output']>;
  /** The first day it was shown; null when unknown. */
  releaseDate?: Maybe<Scalars['Date']['output']>;
  /** Percent of favourable reviews, 0 to 100. */
  rottenTomatoesRating?: Maybe<Scalars['Int']['output']>;
  runtimeMinutes?: Maybe<Scalars['Int']['output']>;
  /** What it is based on, such as `Original Screenplay`. */
  source?: Maybe<Scalars['String']['output']>;
  title: Scalars['String']['output'];
  /** In US dollars. */
  usDvdSalesUsd?: Maybe<Scalars['SafeInt']['output']>;
  /** In US dollars. */
  usGrossUsd?: Maybe<Scalars['SafeInt']['output']>;
  /** Number of votes in `rating`. */
  votes: Scalars['Int']['output'];
  /** In US dollars. */
  worldwideGrossUsd?: Maybe<Scalars['SafeInt']['output']>;
  /** The year of `releaseDate`. */
  year?: Maybe<Scalars['Int']['output']>;
};

export type MovieConnection = {
  __typename?: 'MovieConnection';
  edges: Array<MovieEdge>;
  /** The films of `edges`, for those who need no cursors. */
  nodes: Array<Movie>;
  pageInfo: PageInfo;
  /** How many films there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

export type MovieEdge = {
  __typename?: 'MovieEdge';
  /** Stands for this film in this order, and stays right when films come and go. */
  cursor: Scalars['String']['output'];
  node: Movie;
};

/** All that is given must hold. */
export type MovieFilter = {
  /** Slug of a person. */
  director?: InputMaybe<Scalars['String']['input']>;
  /** Slug of a genre. */
  genre?: InputMaybe<Scalars['String']['input']>;
  /** 0 to 10. Films without votes are left out. */
  rating?: InputMaybe<FloatRange>;
  /** Year of the release date. Films without a date are left out. */
  year?: InputMaybe<IntRange>;
};

export type MovieSort = {
  direction?: SortDirection;
  field: MovieSortField;
};

/** Films that lack the value come first in ascending order, and last in descending order. */
export type MovieSortField =
  | 'POPULARITY'
  | 'RATING'
  | 'RELEASE_DATE'
  /** Without case, accents and a leading article. */
  | 'TITLE'
  | 'VOTES';

export type Mutation = {
  __typename?: 'Mutation';
  /** Adds a lesson at the end of a section. */
  addLesson: AddLessonPayload;
  /** Adds a recording to a lesson, behind the others. */
  addRecording: AddRecordingPayload;
  /** Puts all lessons of a course into sections and into order: names, makes and removes sections on the way. */
  arrangeLessons: ArrangeLessonsPayload;
  /** Adds a course, unpublished, without lessons. */
  createCourse: CreateCoursePayload;
  /** Adds a film. Its genres must exist; directors who do not exist yet are added too. */
  createMovie: CreateMoviePayload;
  /** Removes a course with its lessons and recordings. It may be neither published nor have learners. */
  deleteCourse: DeleteCoursePayload;
  /** Removes a film. */
  deleteMovie: DeleteMoviePayload;
  /** Enrols me in a published course. Whoever is enrolled stays so, with their progress. */
  enrol: EnrolPayload;
  /** Shows a course to everybody. It needs a lesson. */
  publishCourse: PublishCoursePayload;
  /** Removes a lesson with its recordings. A section without lessons goes as well. */
  removeLesson: RemoveLessonPayload;
  /** Removes a recording. */
  removeRecording: RemoveRecordingPayload;
  /**
   * Notes how far I am in a lesson. What is behind what was noted before changes nothing, unless `rewind` asks for it. Whoever
   * has completed all required lessons has completed the course.
   */
  reportProgress: ReportProgressPayload;
  /** Makes me known as an instructor, or changes how I am shown. Whether I am verified stays as it is. */
  saveInstructorProfile: SaveInstructorProfilePayload;
  /** Ends my enrolment, and forgets my progress. A completed course stays, since its certificate belongs to it. */
  unenrol: UnenrolPayload;
  /** Hides a course from all but its instructor and admins. Enrolments and progress stay. */
  unpublishCourse: UnpublishCoursePayload;
  /** Changes the given fields of a course; a field left out stays. */
  updateCourse: UpdateCoursePayload;
  /** Changes the given fields of a lesson; a field left out stays. */
  updateLesson: UpdateLessonPayload;
  /** Changes the given fields of a film: a field left out stays, a field given as null is cleared. The `id` stays as it is. */
  updateMovie: UpdateMoviePayload;
  /** Changes the given fields of a recording; a field left out stays. */
  updateRecording: UpdateRecordingPayload;
  /** Says whether somebody has seen that an instructor is who they say they are. */
  verifyInstructor: VerifyInstructorPayload;
};


export type MutationAddLessonArgs = {
  courseId: Scalars['ID']['input'];
  input: AddLessonInput;
};


export type MutationAddRecordingArgs = {
  input: AddRecordingInput;
  lessonId: Scalars['ID']['input'];
};


export type MutationArrangeLessonsArgs = {
  courseId: Scalars['ID']['input'];
  sections: Array<CourseSectionInput>;
};


export type MutationCreateCourseArgs = {
  input: CreateCourseInput;
};


export type MutationCreateMovieArgs = {
  input: CreateMovieInput;
};


export type MutationDeleteCourseArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeleteMovieArgs = {
  id: Scalars['ID']['input'];
};


export type MutationEnrolArgs = {
  courseId: Scalars['ID']['input'];
};


export type MutationPublishCourseArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRemoveLessonArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRemoveRecordingArgs = {
  id: Scalars['ID']['input'];
};


export type MutationReportProgressArgs = {
  input: ReportProgressInput;
};


export type MutationSaveInstructorProfileArgs = {
  input: InstructorProfileInput;
};


export type MutationUnenrolArgs = {
  courseId: Scalars['ID']['input'];
};


export type MutationUnpublishCourseArgs = {
  id: Scalars['ID']['input'];
};


export type MutationUpdateCourseArgs = {
  id: Scalars['ID']['input'];
  input: UpdateCourseInput;
};


export type MutationUpdateLessonArgs = {
  id: Scalars['ID']['input'];
  input: UpdateLessonInput;
};


export type MutationUpdateMovieArgs = {
  id: Scalars['ID']['input'];
  input: UpdateMovieInput;
};


export type MutationUpdateRecordingArgs = {
  id: Scalars['ID']['input'];
  input: UpdateRecordingInput;
};


export type MutationVerifyInstructorArgs = {
  id: Scalars['ID']['input'];
  verified?: Scalars['Boolean']['input'];
};

/** Anything that can be fetched again by its `id`. */
export type Node = {
  /** Unique among all objects of this API. Opaque: get it from an answer. */
  id: Scalars['ID']['output'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last edge; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether the list goes on after `endCursor`. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is something before `startCursor`. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** Someone who made films. */
export type Person = Node & {
  __typename?: 'Person';
  id: Scalars['ID']['output'];
  /** The films they directed. */
  movies: MovieConnection;
  name: Scalars['String']['output'];
  /** Their name in addresses and filters, such as `steven-spielberg`. */
  slug: Scalars['String']['output'];
};


/** Someone who made films. */
export type PersonMoviesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<MovieSort>;
};

export type PublishCoursePayload = {
  __typename?: 'PublishCoursePayload';
  course: Course;
};

export type Query = {
  __typename?: 'Query';
  /**
   * A course by its `id`; null when it does not exist. One that is not published is there for its instructor and for admins
   * only.
   */
  course?: Maybe<Course>;
  /** How learners fare in a course, counted once a day: for its instructor and for admins. Null when the course does not exist. */
  courseAnalytics?: Maybe<CourseAnalytics>;
  /** What a course has come to in figures, counted once a day; null when the course is not there for me. */
  courseStatistics?: Maybe<CourseStatistics>;
  /**
   * Published courses, filtered, sorted and paged. Give `first` (with `after`) to walk forward, or `last` (with `before`) to walk
   * back; without either, the first 20. A page holds at most 100.
   */
  courses: CourseConnection;
  /** A genre by its slug, such as `science-fiction`; null when it does not exist. */
  genre?: Maybe<Genre>;
  /** All genres, by name. */
  genres: Array<Genre>;
  /** How to make the address of a picture from a path such as `Movie.posterPath`. */
  imageConfiguration: ImageConfiguration;
  /** An instructor by their `id`; null when they do not exist. */
  instructor?: Maybe<Instructor>;
  /** Instructors by name. */
  instructors: InstructorConnection;
  /** A lesson by its `id`; null when it does not exist, or its course is not there for me. */
  lesson?: Maybe<Lesson>;
  /** The courses that I may edit, published or not, the last edited first: an instructor's own, all of them for an admin. */
  managedCourses: CourseConnection;
  /** A film by its `id`; null when it does not exist. */
  movie?: Maybe<Movie>;
  /**
   * Films, filtered, sorted and paged. Give `first` (with `after`) to walk forward, or `last` (with `before`) to walk back;
   * without either, the first 20. A page holds at most 100.
   */
  movies: MovieConnection;
  /** My enrolment in a course; null when I am not enrolled. */
  myEnrolment?: Maybe<Enrolment>;
  /** The courses that I am enrolled in, the latest enrolment first. */
  myEnrolments: EnrolmentConnection;
  /** Any object by its `id`; null when it does not exist. */
  node?: Maybe<Node>;
  /** A person by their slug, such as `steven-spielberg`; null when they do not exist. */
  person?: Maybe<Person>;
  /** The most popular films first. The ranking moves often, so an answer lives a minute. */
  popularMovies: MovieConnection;
  /** A recording by its `id`; null when it does not exist, or its course is not there for me. */
  recording?: Maybe<Recording>;
  /**
   * Films and people whose title or name contains all the words of `query`, one of them at least as a whole word; best match
   * first. Pages go forward only: `first` (20 without it, at most 100) and `after`.
   */
  search: SearchConnection;
};


export type QueryCourseArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCourseAnalyticsArgs = {
  courseId: Scalars['ID']['input'];
};


export type QueryCourseStatisticsArgs = {
  courseId: Scalars['ID']['input'];
};


export type QueryCoursesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CourseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<CourseSort>;
};


export type QueryGenreArgs = {
  slug: Scalars['String']['input'];
};


export type QueryInstructorArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInstructorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstructorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryLessonArgs = {
  id: Scalars['ID']['input'];
};


export type QueryManagedCoursesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  isPublished?: InputMaybe<Scalars['Boolean']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMovieArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMoviesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MovieFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<MovieSort>;
};


export type QueryMyEnrolmentArgs = {
  courseId: Scalars['ID']['input'];
};


export type QueryMyEnrolmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPersonArgs = {
  slug: Scalars['String']['input'];
};


export type QueryPopularMoviesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryRecordingArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySearchArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  query: Scalars['String']['input'];
};

/** A film of a lesson. */
export type Recording = Node & {
  __typename?: 'Recording';
  addedAt: Scalars['DateTime']['output'];
  durationSeconds: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  lesson: Lesson;
  title: Scalars['String']['output'];
  /** Where it is played from; null unless I am enrolled, edit the course, or the lesson is a preview. */
  url?: Maybe<Scalars['String']['output']>;
};

export type RemoveLessonPayload = {
  __typename?: 'RemoveLessonPayload';
  /** The course without the lesson. */
  course: Course;
};

export type RemoveRecordingPayload = {
  __typename?: 'RemoveRecordingPayload';
  /** The lesson without the recording. */
  lesson: Lesson;
};

export type ReportProgressInput = {
  /** Whether the lesson is completed. False is heeded with `rewind` only. */
  completed?: InputMaybe<Scalars['Boolean']['input']>;
  lessonId: Scalars['ID']['input'];
  /** How far the lesson was watched; beyond its end counts as its end. Its end completes it. */
  positionSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Whether progress may go back to what is given here. */
  rewind?: Scalars['Boolean']['input'];
};

export type ReportProgressPayload = {
  __typename?: 'ReportProgressPayload';
  enrolment: Enrolment;
};

export type SaveInstructorProfilePayload = {
  __typename?: 'SaveInstructorProfilePayload';
  instructor: Instructor;
};

export type SearchConnection = {
  __typename?: 'SearchConnection';
  edges: Array<SearchEdge>;
  /** The results of `edges`, for those who need no cursors. */
  nodes: Array<SearchResult>;
  pageInfo: PageInfo;
  /** How many results there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

export type SearchEdge = {
  __typename?: 'SearchEdge';
  cursor: Scalars['String']['output'];
  node: SearchResult;
  /** How well it matches; higher is better, comparable within one search only. */
  score: Scalars['Float']['output'];
};

export type SearchResult = Movie | Person;

export type SortDirection =
  | 'ASC'
  | 'DESC';

export type UnenrolPayload = {
  __typename?: 'UnenrolPayload';
  /** Whether there was an enrolment to end. */
  wasEnrolled: Scalars['Boolean']['output'];
};

export type UnpublishCoursePayload = {
  __typename?: 'UnpublishCoursePayload';
  course: Course;
};

export type UpdateCourseInput = {
  category?: InputMaybe<CourseCategory>;
  description?: InputMaybe<Scalars['String']['input']>;
  /** Who teaches it from now on: for admins. */
  instructorId?: InputMaybe<Scalars['ID']['input']>;
  language?: InputMaybe<Scalars['String']['input']>;
  level?: InputMaybe<CourseLevel>;
  summary?: InputMaybe<Scalars['String']['input']>;
  title?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateCoursePayload = {
  __typename?: 'UpdateCoursePayload';
  course: Course;
};

export type UpdateLessonInput = {
  durationSeconds?: InputMaybe<Scalars['Int']['input']>;
  isPreview?: InputMaybe<Scalars['Boolean']['input']>;
  isRequired?: InputMaybe<Scalars['Boolean']['input']>;
  summary?: InputMaybe<Scalars['String']['input']>;
  title?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateLessonPayload = {
  __typename?: 'UpdateLessonPayload';
  lesson: Lesson;
};

export type UpdateMovieInput = {
  budgetUsd?: InputMaybe<Scalars['SafeInt']['input']>;
  creativeType?: InputMaybe<Scalars['String']['input']>;
  /** Names, in order of credit. Replaces them all. */
  directors?: InputMaybe<Array<Scalars['String']['input']>>;
  distributor?: InputMaybe<Scalars['String']['input']>;
  /** Slugs of genres, most important first. Replaces them all. */
  genres?: InputMaybe<Array<Scalars['String']['input']>>;
  mpaaRating?: InputMaybe<Scalars['String']['input']>;
  posterPath?: InputMaybe<Scalars['String']['input']>;
  /** 0 to 10. */
  rating?: InputMaybe<Scalars['Float']['input']>;
  releaseDate?: InputMaybe<Scalars['Date']['input']>;
  /** 0 to 100. */
  rottenTomatoesRating?: InputMaybe<Scalars['Int']['input']>;
  runtimeMinutes?: InputMaybe<Scalars['Int']['input']>;
  source?: InputMaybe<Scalars['String']['input']>;
  title?: InputMaybe<Scalars['String']['input']>;
  usDvdSalesUsd?: InputMaybe<Scalars['SafeInt']['input']>;
  usGrossUsd?: InputMaybe<Scalars['SafeInt']['input']>;
  votes?: InputMaybe<Scalars['Int']['input']>;
  worldwideGrossUsd?: InputMaybe<Scalars['SafeInt']['input']>;
};

export type UpdateMoviePayload = {
  __typename?: 'UpdateMoviePayload';
  movie: Movie;
};

export type UpdateRecordingInput = {
  durationSeconds?: InputMaybe<Scalars['Int']['input']>;
  title?: InputMaybe<Scalars['String']['input']>;
  url?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateRecordingPayload = {
  __typename?: 'UpdateRecordingPayload';
  recording: Recording;
};

export type VerifyInstructorPayload = {
  __typename?: 'VerifyInstructorPayload';
  instructor: Instructor;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  SearchResult:
    | ( MovieRecord )
    | ( PersonRecord )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( CourseRecord )
    | ( GenreRecord )
    | ( InstructorRecord )
    | ( LessonRecord )
    | ( MovieRecord )
    | ( PersonRecord )
    | ( RecordingRecord )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Access: Access;
  AddLessonInput: AddLessonInput;
  AddLessonPayload: ResolverTypeWrapper<Omit<AddLessonPayload, 'lesson'> & { lesson: ResolversTypes['Lesson'] }>;
  AddRecordingInput: AddRecordingInput;
  AddRecordingPayload: ResolverTypeWrapper<Omit<AddRecordingPayload, 'recording'> & { recording: ResolversTypes['Recording'] }>;
  ArrangeLessonsPayload: ResolverTypeWrapper<Omit<ArrangeLessonsPayload, 'course'> & { course: ResolversTypes['Course'] }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CacheControlScope: CacheControlScope;
  Course: ResolverTypeWrapper<CourseRecord>;
  CourseAnalytics: ResolverTypeWrapper<CourseStatisticsRecord>;
  CourseCategory: CourseCategory;
  CourseConnection: ResolverTypeWrapper<CourseConnectionModel>;
  CourseEdge: ResolverTypeWrapper<CourseEdgeModel>;
  CourseFilter: CourseFilter;
  CourseLevel: CourseLevel;
  CourseSection: ResolverTypeWrapper<CourseSectionModel>;
  CourseSectionInput: CourseSectionInput;
  CourseSort: CourseSort;
  CourseSortField: CourseSortField;
  CourseStatistics: ResolverTypeWrapper<CourseStatisticsRecord>;
  CreateCourseInput: CreateCourseInput;
  CreateCoursePayload: ResolverTypeWrapper<Omit<CreateCoursePayload, 'course'> & { course: ResolversTypes['Course'] }>;
  CreateMovieInput: CreateMovieInput;
  CreateMoviePayload: ResolverTypeWrapper<Omit<CreateMoviePayload, 'movie'> & { movie: ResolversTypes['Movie'] }>;
  DailyLearners: ResolverTypeWrapper<DailyLearners>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteCoursePayload: ResolverTypeWrapper<DeleteCoursePayload>;
  DeleteMoviePayload: ResolverTypeWrapper<Omit<DeleteMoviePayload, 'movie'> & { movie: ResolversTypes['Movie'] }>;
  EnrolPayload: ResolverTypeWrapper<Omit<EnrolPayload, 'enrolment'> & { enrolment: ResolversTypes['Enrolment'] }>;
  Enrolment: ResolverTypeWrapper<EnrolmentRecord>;
  EnrolmentConnection: ResolverTypeWrapper<EnrolmentConnectionModel>;
  EnrolmentEdge: ResolverTypeWrapper<EnrolmentEdgeModel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  FloatRange: FloatRange;
  Genre: ResolverTypeWrapper<GenreRecord>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ImageConfiguration: ResolverTypeWrapper<ImageConfigurationRecord>;
  Instructor: ResolverTypeWrapper<InstructorRecord>;
  InstructorConnection: ResolverTypeWrapper<InstructorConnectionModel>;
  InstructorEdge: ResolverTypeWrapper<InstructorEdgeModel>;
  InstructorFilter: InstructorFilter;
  InstructorProfileInput: InstructorProfileInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  IntRange: IntRange;
  Lesson: ResolverTypeWrapper<LessonRecord>;
  LessonDropOff: ResolverTypeWrapper<LessonDropOffRecord>;
  LessonProgress: ResolverTypeWrapper<LessonProgressModel>;
  Movie: ResolverTypeWrapper<MovieRecord>;
  MovieConnection: ResolverTypeWrapper<MovieConnectionModel>;
  MovieEdge: ResolverTypeWrapper<MovieEdgeModel>;
  MovieFilter: MovieFilter;
  MovieSort: MovieSort;
  MovieSortField: MovieSortField;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfoModel>;
  Person: ResolverTypeWrapper<PersonRecord>;
  PublishCoursePayload: ResolverTypeWrapper<Omit<PublishCoursePayload, 'course'> & { course: ResolversTypes['Course'] }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Recording: ResolverTypeWrapper<RecordingRecord>;
  RemoveLessonPayload: ResolverTypeWrapper<Omit<RemoveLessonPayload, 'course'> & { course: ResolversTypes['Course'] }>;
  RemoveRecordingPayload: ResolverTypeWrapper<Omit<RemoveRecordingPayload, 'lesson'> & { lesson: ResolversTypes['Lesson'] }>;
  ReportProgressInput: ReportProgressInput;
  ReportProgressPayload: ResolverTypeWrapper<Omit<ReportProgressPayload, 'enrolment'> & { enrolment: ResolversTypes['Enrolment'] }>;
  SafeInt: ResolverTypeWrapper<Scalars['SafeInt']['output']>;
  SaveInstructorProfilePayload: ResolverTypeWrapper<Omit<SaveInstructorProfilePayload, 'instructor'> & { instructor: ResolversTypes['Instructor'] }>;
  SearchConnection: ResolverTypeWrapper<SearchConnectionModel>;
  SearchEdge: ResolverTypeWrapper<SearchEdgeModel>;
  SearchResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SearchResult']>;
  SortDirection: SortDirection;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  UnenrolPayload: ResolverTypeWrapper<UnenrolPayload>;
  UnpublishCoursePayload: ResolverTypeWrapper<Omit<UnpublishCoursePayload, 'course'> & { course: ResolversTypes['Course'] }>;
  UpdateCourseInput: UpdateCourseInput;
  UpdateCoursePayload: ResolverTypeWrapper<Omit<UpdateCoursePayload, 'course'> & { course: ResolversTypes['Course'] }>;
  UpdateLessonInput: UpdateLessonInput;
  UpdateLessonPayload: ResolverTypeWrapper<Omit<UpdateLessonPayload, 'lesson'> & { lesson: ResolversTypes['Lesson'] }>;
  UpdateMovieInput: UpdateMovieInput;
  UpdateMoviePayload: ResolverTypeWrapper<Omit<UpdateMoviePayload, 'movie'> & { movie: ResolversTypes['Movie'] }>;
  UpdateRecordingInput: UpdateRecordingInput;
  UpdateRecordingPayload: ResolverTypeWrapper<Omit<UpdateRecordingPayload, 'recording'> & { recording: ResolversTypes['Recording'] }>;
  VerifyInstructorPayload: ResolverTypeWrapper<Omit<VerifyInstructorPayload, 'instructor'> & { instructor: ResolversTypes['Instructor'] }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddLessonInput: AddLessonInput;
  AddLessonPayload: Omit<AddLessonPayload, 'lesson'> & { lesson: ResolversParentTypes['Lesson'] };
  AddRecordingInput: AddRecordingInput;
  AddRecordingPayload: Omit<AddRecordingPayload, 'recording'> & { recording: ResolversParentTypes['Recording'] };
  ArrangeLessonsPayload: Omit<ArrangeLessonsPayload, 'course'> & { course: ResolversParentTypes['Course'] };
  Boolean: Scalars['Boolean']['output'];
  Course: CourseRecord;
  CourseAnalytics: CourseStatisticsRecord;
  CourseConnection: CourseConnectionModel;
  CourseEdge: CourseEdgeModel;
  CourseFilter: CourseFilter;
  CourseSection: CourseSectionModel;
  CourseSectionInput: CourseSectionInput;
  CourseSort: CourseSort;
  CourseStatistics: CourseStatisticsRecord;
  CreateCourseInput: CreateCourseInput;
  CreateCoursePayload: Omit<CreateCoursePayload, 'course'> & { course: ResolversParentTypes['Course'] };
  CreateMovieInput: CreateMovieInput;
  CreateMoviePayload: Omit<CreateMoviePayload, 'movie'> & { movie: ResolversParentTypes['Movie'] };
  DailyLearners: DailyLearners;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeleteCoursePayload: DeleteCoursePayload;
  DeleteMoviePayload: Omit<DeleteMoviePayload, 'movie'> & { movie: ResolversParentTypes['Movie'] };
  EnrolPayload: Omit<EnrolPayload, 'enrolment'> & { enrolment: ResolversParentTypes['Enrolment'] };
  Enrolment: EnrolmentRecord;
  EnrolmentConnection: EnrolmentConnectionModel;
  EnrolmentEdge: EnrolmentEdgeModel;
  Float: Scalars['Float']['output'];
  FloatRange: FloatRange;
  Genre: GenreRecord;
  ID: Scalars['ID']['output'];
  ImageConfiguration: ImageConfigurationRecord;
  Instructor: InstructorRecord;
  InstructorConnection: InstructorConnectionModel;
  InstructorEdge: InstructorEdgeModel;
  InstructorFilter: InstructorFilter;
  InstructorProfileInput: InstructorProfileInput;
  Int: Scalars['Int']['output'];
  IntRange: IntRange;
  Lesson: LessonRecord;
  LessonDropOff: LessonDropOffRecord;
  LessonProgress: LessonProgressModel;
  Movie: MovieRecord;
  MovieConnection: MovieConnectionModel;
  MovieEdge: MovieEdgeModel;
  MovieFilter: MovieFilter;
  MovieSort: MovieSort;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfoModel;
  Person: PersonRecord;
  PublishCoursePayload: Omit<PublishCoursePayload, 'course'> & { course: ResolversParentTypes['Course'] };
  Query: Record<PropertyKey, never>;
  Recording: RecordingRecord;
  RemoveLessonPayload: Omit<RemoveLessonPayload, 'course'> & { course: ResolversParentTypes['Course'] };
  RemoveRecordingPayload: Omit<RemoveRecordingPayload, 'lesson'> & { lesson: ResolversParentTypes['Lesson'] };
  ReportProgressInput: ReportProgressInput;
  ReportProgressPayload: Omit<ReportProgressPayload, 'enrolment'> & { enrolment: ResolversParentTypes['Enrolment'] };
  SafeInt: Scalars['SafeInt']['output'];
  SaveInstructorProfilePayload: Omit<SaveInstructorProfilePayload, 'instructor'> & { instructor: ResolversParentTypes['Instructor'] };
  SearchConnection: SearchConnectionModel;
  SearchEdge: SearchEdgeModel;
  SearchResult: ResolversUnionTypes<ResolversParentTypes>['SearchResult'];
  String: Scalars['String']['output'];
  UnenrolPayload: UnenrolPayload;
  UnpublishCoursePayload: Omit<UnpublishCoursePayload, 'course'> & { course: ResolversParentTypes['Course'] };
  UpdateCourseInput: UpdateCourseInput;
  UpdateCoursePayload: Omit<UpdateCoursePayload, 'course'> & { course: ResolversParentTypes['Course'] };
  UpdateLessonInput: UpdateLessonInput;
  UpdateLessonPayload: Omit<UpdateLessonPayload, 'lesson'> & { lesson: ResolversParentTypes['Lesson'] };
  UpdateMovieInput: UpdateMovieInput;
  UpdateMoviePayload: Omit<UpdateMoviePayload, 'movie'> & { movie: ResolversParentTypes['Movie'] };
  UpdateRecordingInput: UpdateRecordingInput;
  UpdateRecordingPayload: Omit<UpdateRecordingPayload, 'recording'> & { recording: ResolversParentTypes['Recording'] };
  VerifyInstructorPayload: Omit<VerifyInstructorPayload, 'instructor'> & { instructor: ResolversParentTypes['Instructor'] };
};

export type AuthDirectiveArgs = {
  requires: Access;
};

export type AuthDirectiveResolver<Result, Parent, ContextType = Context, Args = AuthDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
  scope?: Maybe<CacheControlScope>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AddLessonPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddLessonPayload'] = ResolversParentTypes['AddLessonPayload']> = {
  lesson?: Resolver<ResolversTypes['Lesson'], ParentType, ContextType>;
};

export type AddRecordingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddRecordingPayload'] = ResolversParentTypes['AddRecordingPayload']> = {
  recording?: Resolver<ResolversTypes['Recording'], ParentType, ContextType>;
};

export type ArrangeLessonsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArrangeLessonsPayload'] = ResolversParentTypes['ArrangeLessonsPayload']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
};

export type CourseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Course'] = ResolversParentTypes['Course']> = {
  category?: Resolver<ResolversTypes['CourseCategory'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  durationSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrolmentCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instructor?: Resolver<ResolversTypes['Instructor'], ParentType, ContextType>;
  isPublished?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lessonCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['CourseLevel'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sections?: Resolver<Array<ResolversTypes['CourseSection']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CourseAnalyticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseAnalytics'] = ResolversParentTypes['CourseAnalytics']> = {
  activeLearners?: Resolver<Array<ResolversTypes['DailyLearners']>, ParentType, ContextType>;
  computedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dropOff?: Resolver<Array<ResolversTypes['LessonDropOff']>, ParentType, ContextType>;
  statistics?: Resolver<ResolversTypes['CourseStatistics'], ParentType, ContextType>;
};

export type CourseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseConnection'] = ResolversParentTypes['CourseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CourseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Course']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CourseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseEdge'] = ResolversParentTypes['CourseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
};

export type CourseSectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseSection'] = ResolversParentTypes['CourseSection']> = {
  lessons?: Resolver<Array<ResolversTypes['Lesson']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CourseStatisticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseStatistics'] = ResolversParentTypes['CourseStatistics']> = {
  averageProgress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  completions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  computedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  enrolments?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CreateCoursePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCoursePayload'] = ResolversParentTypes['CreateCoursePayload']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
};

export type CreateMoviePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateMoviePayload'] = ResolversParentTypes['CreateMoviePayload']> = {
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
};

export type DailyLearnersResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DailyLearners'] = ResolversParentTypes['DailyLearners']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  learners?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteCoursePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteCoursePayload'] = ResolversParentTypes['DeleteCoursePayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteMoviePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteMoviePayload'] = ResolversParentTypes['DeleteMoviePayload']> = {
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
};

export type EnrolPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrolPayload'] = ResolversParentTypes['EnrolPayload']> = {
  enrolment?: Resolver<ResolversTypes['Enrolment'], ParentType, ContextType>;
};

export type EnrolmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Enrolment'] = ResolversParentTypes['Enrolment']> = {
  certificateId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  course?: Resolver<Maybe<ResolversTypes['Course']>, ParentType, ContextType>;
  enrolledAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastActiveAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lessons?: Resolver<Array<ResolversTypes['LessonProgress']>, ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type EnrolmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrolmentConnection'] = ResolversParentTypes['EnrolmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EnrolmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Enrolment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EnrolmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrolmentEdge'] = ResolversParentTypes['EnrolmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Enrolment'], ParentType, ContextType>;
};

export type GenreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Genre'] = ResolversParentTypes['Genre']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImageConfigurationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImageConfiguration'] = ResolversParentTypes['ImageConfiguration']> = {
  backdropSizes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  baseUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  posterSizes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  profileSizes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  secureBaseUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InstructorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Instructor'] = ResolversParentTypes['Instructor']> = {
  bio?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  courses?: Resolver<ResolversTypes['CourseConnection'], ParentType, ContextType, RequireFields<InstructorCoursesArgs, 'sort'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InstructorConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InstructorConnection'] = ResolversParentTypes['InstructorConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InstructorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Instructor']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InstructorEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InstructorEdge'] = ResolversParentTypes['InstructorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Instructor'], ParentType, ContextType>;
};

export type LessonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Lesson'] = ResolversParentTypes['Lesson']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
  durationSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isPreview?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isRequired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordings?: Resolver<Array<ResolversTypes['Recording']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LessonDropOffResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LessonDropOff'] = ResolversParentTypes['LessonDropOff']> = {
  completed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lesson?: Resolver<ResolversTypes['Lesson'], ParentType, ContextType>;
  started?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stoppedHere?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LessonProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LessonProgress'] = ResolversParentTypes['LessonProgress']> = {
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lesson?: Resolver<ResolversTypes['Lesson'], ParentType, ContextType>;
  positionSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MovieResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Movie'] = ResolversParentTypes['Movie']> = {
  budgetUsd?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  creativeType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  directors?: Resolver<Array<ResolversTypes['Person']>, ParentType, ContextType>;
  distributor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  genres?: Resolver<Array<ResolversTypes['Genre']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mpaaRating?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  popularity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  posterPath?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  releaseDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  rottenTomatoesRating?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  runtimeMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  usDvdSalesUsd?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  usGrossUsd?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  votes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  worldwideGrossUsd?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MovieConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovieConnection'] = ResolversParentTypes['MovieConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MovieEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Movie']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MovieEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovieEdge'] = ResolversParentTypes['MovieEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addLesson?: Resolver<ResolversTypes['AddLessonPayload'], ParentType, ContextType, RequireFields<MutationAddLessonArgs, 'courseId' | 'input'>>;
  addRecording?: Resolver<ResolversTypes['AddRecordingPayload'], ParentType, ContextType, RequireFields<MutationAddRecordingArgs, 'input' | 'lessonId'>>;
  arrangeLessons?: Resolver<ResolversTypes['ArrangeLessonsPayload'], ParentType, ContextType, RequireFields<MutationArrangeLessonsArgs, 'courseId' | 'sections'>>;
  createCourse?: Resolver<ResolversTypes['CreateCoursePayload'], ParentType, ContextType, RequireFields<MutationCreateCourseArgs, 'input'>>;
  createMovie?: Resolver<ResolversTypes['CreateMoviePayload'], ParentType, ContextType, RequireFields<MutationCreateMovieArgs, 'input'>>;
  deleteCourse?: Resolver<ResolversTypes['DeleteCoursePayload'], ParentType, ContextType, RequireFields<MutationDeleteCourseArgs, 'id'>>;
  deleteMovie?: Resolver<ResolversTypes['DeleteMoviePayload'], ParentType, ContextType, RequireFields<MutationDeleteMovieArgs, 'id'>>;
  enrol?: Resolver<ResolversTypes['EnrolPayload'], ParentType, ContextType, RequireFields<MutationEnrolArgs, 'courseId'>>;
  publishCourse?: Resolver<ResolversTypes['PublishCoursePayload'], ParentType, ContextType, RequireFields<MutationPublishCourseArgs, 'id'>>;
  removeLesson?: Resolver<ResolversTypes['RemoveLessonPayload'], ParentType, ContextType, RequireFields<MutationRemoveLessonArgs, 'id'>>;
  removeRecording?: Resolver<ResolversTypes['RemoveRecordingPayload'], ParentType, ContextType, RequireFields<MutationRemoveRecordingArgs, 'id'>>;
  reportProgress?: Resolver<ResolversTypes['ReportProgressPayload'], ParentType, ContextType, RequireFields<MutationReportProgressArgs, 'input'>>;
  saveInstructorProfile?: Resolver<ResolversTypes['SaveInstructorProfilePayload'], ParentType, ContextType, RequireFields<MutationSaveInstructorProfileArgs, 'input'>>;
  unenrol?: Resolver<ResolversTypes['UnenrolPayload'], ParentType, ContextType, RequireFields<MutationUnenrolArgs, 'courseId'>>;
  unpublishCourse?: Resolver<ResolversTypes['UnpublishCoursePayload'], ParentType, ContextType, RequireFields<MutationUnpublishCourseArgs, 'id'>>;
  updateCourse?: Resolver<ResolversTypes['UpdateCoursePayload'], ParentType, ContextType, RequireFields<MutationUpdateCourseArgs, 'id' | 'input'>>;
  updateLesson?: Resolver<ResolversTypes['UpdateLessonPayload'], ParentType, ContextType, RequireFields<MutationUpdateLessonArgs, 'id' | 'input'>>;
  updateMovie?: Resolver<ResolversTypes['UpdateMoviePayload'], ParentType, ContextType, RequireFields<MutationUpdateMovieArgs, 'id' | 'input'>>;
  updateRecording?: Resolver<ResolversTypes['UpdateRecordingPayload'], ParentType, ContextType, RequireFields<MutationUpdateRecordingArgs, 'id' | 'input'>>;
  verifyInstructor?: Resolver<ResolversTypes['VerifyInstructorPayload'], ParentType, ContextType, RequireFields<MutationVerifyInstructorArgs, 'id' | 'verified'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Course' | 'Genre' | 'Instructor' | 'Lesson' | 'Movie' | 'Person' | 'Recording', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  movies?: Resolver<ResolversTypes['MovieConnection'], ParentType, ContextType, RequireFields<PersonMoviesArgs, 'sort'>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PublishCoursePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishCoursePayload'] = ResolversParentTypes['PublishCoursePayload']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  course?: Resolver<Maybe<ResolversTypes['Course']>, ParentType, ContextType, RequireFields<QueryCourseArgs, 'id'>>;
  courseAnalytics?: Resolver<Maybe<ResolversTypes['CourseAnalytics']>, ParentType, ContextType, RequireFields<QueryCourseAnalyticsArgs, 'courseId'>>;
  courseStatistics?: Resolver<Maybe<ResolversTypes['CourseStatistics']>, ParentType, ContextType, RequireFields<QueryCourseStatisticsArgs, 'courseId'>>;
  courses?: Resolver<ResolversTypes['CourseConnection'], ParentType, ContextType, RequireFields<QueryCoursesArgs, 'sort'>>;
  genre?: Resolver<Maybe<ResolversTypes['Genre']>, ParentType, ContextType, RequireFields<QueryGenreArgs, 'slug'>>;
  genres?: Resolver<Array<ResolversTypes['Genre']>, ParentType, ContextType>;
  imageConfiguration?: Resolver<ResolversTypes['ImageConfiguration'], ParentType, ContextType>;
  instructor?: Resolver<Maybe<ResolversTypes['Instructor']>, ParentType, ContextType, RequireFields<QueryInstructorArgs, 'id'>>;
  instructors?: Resolver<ResolversTypes['InstructorConnection'], ParentType, ContextType, Partial<QueryInstructorsArgs>>;
  lesson?: Resolver<Maybe<ResolversTypes['Lesson']>, ParentType, ContextType, RequireFields<QueryLessonArgs, 'id'>>;
  managedCourses?: Resolver<ResolversTypes['CourseConnection'], ParentType, ContextType, Partial<QueryManagedCoursesArgs>>;
  movie?: Resolver<Maybe<ResolversTypes['Movie']>, ParentType, ContextType, RequireFields<QueryMovieArgs, 'id'>>;
  movies?: Resolver<ResolversTypes['MovieConnection'], ParentType, ContextType, RequireFields<QueryMoviesArgs, 'sort'>>;
  myEnrolment?: Resolver<Maybe<ResolversTypes['Enrolment']>, ParentType, ContextType, RequireFields<QueryMyEnrolmentArgs, 'courseId'>>;
  myEnrolments?: Resolver<ResolversTypes['EnrolmentConnection'], ParentType, ContextType, Partial<QueryMyEnrolmentsArgs>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, RequireFields<QueryPersonArgs, 'slug'>>;
  popularMovies?: Resolver<ResolversTypes['MovieConnection'], ParentType, ContextType, Partial<QueryPopularMoviesArgs>>;
  recording?: Resolver<Maybe<ResolversTypes['Recording']>, ParentType, ContextType, RequireFields<QueryRecordingArgs, 'id'>>;
  search?: Resolver<ResolversTypes['SearchConnection'], ParentType, ContextType, RequireFields<QuerySearchArgs, 'query'>>;
};

export type RecordingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Recording'] = ResolversParentTypes['Recording']> = {
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  durationSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lesson?: Resolver<ResolversTypes['Lesson'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemoveLessonPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveLessonPayload'] = ResolversParentTypes['RemoveLessonPayload']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
};

export type RemoveRecordingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveRecordingPayload'] = ResolversParentTypes['RemoveRecordingPayload']> = {
  lesson?: Resolver<ResolversTypes['Lesson'], ParentType, ContextType>;
};

export type ReportProgressPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportProgressPayload'] = ResolversParentTypes['ReportProgressPayload']> = {
  enrolment?: Resolver<ResolversTypes['Enrolment'], ParentType, ContextType>;
};

export interface SafeIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SafeInt'], any> {
  name: 'SafeInt';
}

export type SaveInstructorProfilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveInstructorProfilePayload'] = ResolversParentTypes['SaveInstructorProfilePayload']> = {
  instructor?: Resolver<ResolversTypes['Instructor'], ParentType, ContextType>;
};

export type SearchConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchConnection'] = ResolversParentTypes['SearchConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SearchEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SearchResult']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SearchEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchEdge'] = ResolversParentTypes['SearchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SearchResult'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SearchResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchResult'] = ResolversParentTypes['SearchResult']> = {
  __resolveType: TypeResolveFn<'Movie' | 'Person', ParentType, ContextType>;
};

export type UnenrolPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnenrolPayload'] = ResolversParentTypes['UnenrolPayload']> = {
  wasEnrolled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type UnpublishCoursePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnpublishCoursePayload'] = ResolversParentTypes['UnpublishCoursePayload']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
};

export type UpdateCoursePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateCoursePayload'] = ResolversParentTypes['UpdateCoursePayload']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
};

export type UpdateLessonPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateLessonPayload'] = ResolversParentTypes['UpdateLessonPayload']> = {
  lesson?: Resolver<ResolversTypes['Lesson'], ParentType, ContextType>;
};

export type UpdateMoviePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateMoviePayload'] = ResolversParentTypes['UpdateMoviePayload']> = {
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
};

export type UpdateRecordingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateRecordingPayload'] = ResolversParentTypes['UpdateRecordingPayload']> = {
  recording?: Resolver<ResolversTypes['Recording'], ParentType, ContextType>;
};

export type VerifyInstructorPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VerifyInstructorPayload'] = ResolversParentTypes['VerifyInstructorPayload']> = {
  instructor?: Resolver<ResolversTypes['Instructor'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AddLessonPayload?: AddLessonPayloadResolvers<ContextType>;
  AddRecordingPayload?: AddRecordingPayloadResolvers<ContextType>;
  ArrangeLessonsPayload?: ArrangeLessonsPayloadResolvers<ContextType>;
  Course?: CourseResolvers<ContextType>;
  CourseAnalytics?: CourseAnalyticsResolvers<ContextType>;
  CourseConnection?: CourseConnectionResolvers<ContextType>;
  CourseEdge?: CourseEdgeResolvers<ContextType>;
  CourseSection?: CourseSectionResolvers<ContextType>;
  CourseStatistics?: CourseStatisticsResolvers<ContextType>;
  CreateCoursePayload?: CreateCoursePayloadResolvers<ContextType>;
  CreateMoviePayload?: CreateMoviePayloadResolvers<ContextType>;
  DailyLearners?: DailyLearnersResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeleteCoursePayload?: DeleteCoursePayloadResolvers<ContextType>;
  DeleteMoviePayload?: DeleteMoviePayloadResolvers<ContextType>;
  EnrolPayload?: EnrolPayloadResolvers<ContextType>;
  Enrolment?: EnrolmentResolvers<ContextType>;
  EnrolmentConnection?: EnrolmentConnectionResolvers<ContextType>;
  EnrolmentEdge?: EnrolmentEdgeResolvers<ContextType>;
  Genre?: GenreResolvers<ContextType>;
  ImageConfiguration?: ImageConfigurationResolvers<ContextType>;
  Instructor?: InstructorResolvers<ContextType>;
  InstructorConnection?: InstructorConnectionResolvers<ContextType>;
  InstructorEdge?: InstructorEdgeResolvers<ContextType>;
  Lesson?: LessonResolvers<ContextType>;
  LessonDropOff?: LessonDropOffResolvers<ContextType>;
  LessonProgress?: LessonProgressResolvers<ContextType>;
  Movie?: MovieResolvers<ContextType>;
  MovieConnection?: MovieConnectionResolvers<ContextType>;
  MovieEdge?: MovieEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PublishCoursePayload?: PublishCoursePayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Recording?: RecordingResolvers<ContextType>;
  RemoveLessonPayload?: RemoveLessonPayloadResolvers<ContextType>;
  RemoveRecordingPayload?: RemoveRecordingPayloadResolvers<ContextType>;
  ReportProgressPayload?: ReportProgressPayloadResolvers<ContextType>;
  SafeInt?: GraphQLScalarType;
  SaveInstructorProfilePayload?: SaveInstructorProfilePayloadResolvers<ContextType>;
  SearchConnection?: SearchConnectionResolvers<ContextType>;
  SearchEdge?: SearchEdgeResolvers<ContextType>;
  SearchResult?: SearchResultResolvers<ContextType>;
  UnenrolPayload?: UnenrolPayloadResolvers<ContextType>;
  UnpublishCoursePayload?: UnpublishCoursePayloadResolvers<ContextType>;
  UpdateCoursePayload?: UpdateCoursePayloadResolvers<ContextType>;
  UpdateLessonPayload?: UpdateLessonPayloadResolvers<ContextType>;
  UpdateMoviePayload?: UpdateMoviePayloadResolvers<ContextType>;
  UpdateRecordingPayload?: UpdateRecordingPayloadResolvers<ContextType>;
  VerifyInstructorPayload?: VerifyInstructorPayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  auth?: AuthDirectiveResolver<any, any, ContextType>;
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
