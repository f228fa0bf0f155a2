import type { CodegenConfig } from '@graphql-codegen/cli';

const scalars = {
  ID: { input: 'string', output: 'string' },
  Date: { input: 'Date', output: 'Date' },
  DateTime: { input: 'Date', output: 'Date' },
  JSON: { input: 'unknown', output: 'unknown' },
  SafeInt: { input: 'number', output: 'number' },
  JSONObject: { input: 'Record<string, unknown>', output: 'Record<string, unknown>' },
};

const shared = { useTypeImports: true, enumsAsTypes: true, strictScalars: true };

const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  importExtension: '.ts',
  generates: {
    'src/graphql/generated/resolvers.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        ...shared,
        scalars,
        contextType: '../context.ts#Context',
        maybeValue: 'T | null | undefined',
        mappers: {
          Movie: '../../modules/catalogue/index.ts#MovieRecord',
          Genre: '../../modules/catalogue/index.ts#GenreRecord',
          Person: '../../modules/catalogue/index.ts#PersonRecord',
          ImageConfiguration: '../../modules/catalogue/index.ts#ImageConfigurationRecord',
          MovieConnection: '../../modules/catalogue/index.ts#MovieConnectionModel',
          MovieEdge: '../../modules/catalogue/index.ts#MovieEdgeModel',
          SearchConnection: '../../modules/catalogue/index.ts#SearchConnectionModel',
          SearchEdge: '../../modules/catalogue/index.ts#SearchEdgeModel',
          User: '../../modules/accounts/index.ts#UserRecord',
          Session: '../../modules/accounts/index.ts#SessionModel',
          AuditEvent: '../../modules/accounts/index.ts#AuditEventRecord',
          UserConnection: '../../modules/accounts/index.ts#UserConnectionModel',
          UserEdge: '../../modules/accounts/index.ts#UserEdgeModel',
          AuditEventConnection: '../../modules/accounts/index.ts#AuditEventConnectionModel',
          AuditEventEdge: '../../modules/accounts/index.ts#AuditEventEdgeModel',
          Course: '../../modules/courses/index.ts#CourseRecord',
          CourseSection: '../../modules/courses/index.ts#CourseSectionModel',
          Lesson: '../../modules/courses/index.ts#LessonRecord',
          Recording: '../../modules/courses/index.ts#RecordingRecord',
          Instructor: '../../modules/courses/index.ts#InstructorRecord',
          Enrolment: '../../modules/courses/index.ts#EnrolmentRecord',
          LessonProgress: '../../modules/courses/index.ts#LessonProgressModel',
          CourseStatistics: '../../modules/courses/index.ts#CourseStatisticsRecord',
          CourseAnalytics: '../../modules/courses/index.ts#CourseStatisticsRecord',
          LessonDropOff: '../../modules/courses/index.ts#LessonDropOffRecord',
          CourseConnection: '../../modules/courses/index.ts#CourseConnectionModel',
          CourseEdge: '../../modules/courses/index.ts#CourseEdgeModel',
          InstructorConnection: '../../modules/courses/index.ts#InstructorConnectionModel',
          InstructorEdge: '../../modules/courses/index.ts#InstructorEdgeModel',
          EnrolmentConnection: '../../modules/courses/index.ts#EnrolmentConnectionModel',
          EnrolmentEdge: '../../modules/courses/index.ts#EnrolmentEdgeModel',
          Preferences: '../../modules/library/index.ts#FullPreferences',
          WatchProgress: '../../modules/library/index.ts#WatchProgressRecord',
          WatchEntry: '../../modules/library/index.ts#WatchEntryModel',
          WatchConnection: '../../modules/library/index.ts#WatchConnectionModel',
          WatchEdge: '../../modules/library/index.ts#WatchEdgeModel',
          Favourite: '../../modules/library/index.ts#FavouriteModel',
          FavouriteConnection: '../../modules/library/index.ts#FavouriteConnectionModel',
          FavouriteEdge: '../../modules/library/index.ts#FavouriteEdgeModel',
          MovieRating: '../../modules/library/index.ts#MovieRatingModel',
          MovieRatingConnection: '../../modules/library/index.ts#MovieRatingConnectionModel',
          MovieRatingEdge: '../../modules/library/index.ts#MovieRatingEdgeModel',
          TrendingConnection: '../../modules/catalogue/index.ts#TrendingConnectionModel',
          TrendingEdge: '../../modules/catalogue/index.ts#TrendingEdgeModel',
          RecommendationConnection: '../../modules/catalogue/index.ts#RecommendationConnectionModel',
          RecommendationEdge: '../../modules/catalogue/index.ts#RecommendationEdgeModel',
          RecommendationReason: '../../modules/catalogue/index.ts#RecommendationReasonModel',
          PageInfo: '../../shared/paging/connection.ts#PageInfoModel',
        },
      },
    },
    'test/testkit/generated/': {
      preset: 'client',
      documents: ['test/**/*.ts', '!test/testkit/generated/**'],
      presetConfig: { fragmentMasking: false },
      config: {
        ...shared,
        documentMode: 'string',
        scalars: {
          ...scalars,
          Date: { input: 'string', output: 'string' },
          DateTime: { input: 'string', output: 'string' },
        },
      },
    },
  },
};

export default config;
