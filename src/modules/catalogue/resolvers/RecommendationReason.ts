import type { RecommendationReasonResolvers } from '../../../graphql/generated/resolvers.ts';

const namesOf = (records: readonly { readonly name: string }[]): string[] => records.map(({ name }) => name);

export const RecommendationReason: RecommendationReasonResolvers = {
  names: async (reason, _arguments, { catalogue }) => {
    switch (reason.kind) {
      case 'SAME_DIRECTOR':
        return namesOf(await catalogue.personById.loadMany(reason.directorIds, ['name']));
      case 'SHARED_GENRES':
        return namesOf(await catalogue.genreById.loadMany(reason.genreIds, ['name']));
      case 'SHARED_VIEWERS':
        return [];
    }
  },
  viewers: (reason) => (reason.kind === 'SHARED_VIEWERS' ? reason.viewers : null),
};
