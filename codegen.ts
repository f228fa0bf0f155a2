import type { CodegenConfig } from '@graphql-codegen/cli';

const scalars = {
  ID: { input: 'string', output: 'string' },
  Date: { input: 'Date', output: 'Date' },
  DateTime: { input: 'Date', output: 'Date' },
  JSON: { input: 'unknown', output: 'unknown' },
  SafeInt: { input: 'number', output: 'number' },
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
