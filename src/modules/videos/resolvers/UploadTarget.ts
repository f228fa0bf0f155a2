import type { UploadTargetResolvers } from '../../../graphql/generated/resolvers.ts';

export const UploadTarget: UploadTargetResolvers = {
  headers: ({ headers }) => Object.entries(headers).map(([name, value]) => ({ name, value })),
};
