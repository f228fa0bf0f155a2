import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const auditTrail: NonNullable<QueryResolvers['auditTrail']> = async (
  _root,
  { filter, ...page },
  { accounts },
) => {
  const { kind, actorId, subjectId } = filter ?? {};
  const userKey = (id: string | null | undefined) =>
    id === null || id === undefined ? undefined : unwrap(keyOfGlobalId('User', id));
  const criteria = { kind: kind ?? undefined, actorId: userKey(actorId), subjectId: userKey(subjectId) };
  return unwrap(await accounts.audit.trail(criteria, page));
};
