import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';

export const imageConfiguration: NonNullable<QueryResolvers['imageConfiguration']> = async (
  _root,
  _arguments,
  { catalogue },
) => {
  const configuration = await catalogue.imageConfiguration();
  if (!configuration) throw new Error('The image configuration is missing: the catalogue was never seeded.');
  return configuration;
};
