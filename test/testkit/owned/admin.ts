import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import { refused, type OwnedDomain, type OwnRead, type Person } from './owned-domain.ts';

/** Nothing is true of anybody but what they may. */
type Nothing = undefined;

const forAdmins = (
  query: string,
  variables: Record<string, unknown>,
  told: unknown,
  more: Partial<OwnRead<Nothing>> & { readonly refusedData?: unknown } = {},
): OwnRead<Nothing> => {
  const { refusedData = null, ...read } = more;
  return {
    query,
    variables,
    expected: (_truth, { roles }: Person) =>
      roles.includes('ADMIN') ? told : refused(refusedData, 'FORBIDDEN'),
    forNobody: { data: refusedData, codes: ['UNAUTHENTICATED'] },
    ...read,
  };
};

const fieldsOf = (data: unknown): unknown => Object.keys(data as object);

/** What operators may see, and nobody else. */
export const ownedByAdmins: OwnedDomain<Nothing> = {
  name: 'admin',
  beginning: () => undefined,
  reads: ({ teacher, films }) => {
    const id = toGlobalId('User', teacher.userId);
    const email = `${teacher.name}@example.com`;
    return [
      forAdmins(
        'query ($id: ID!) { user(id: $id) { email roles bannedAt banReason } }',
        { id },
        { user: { email, roles: teacher.roles, bannedAt: null, banReason: null } },
        { refusedData: { user: null } },
      ),
      forAdmins(
        'query ($email: String!) { users(filter: { email: $email }) { totalCount nodes { id email } } }',
        { email },
        { users: { totalCount: 1, nodes: [{ id, email }] } },
      ),
      forAdmins(
        'query ($id: ID!) { auditTrail(filter: { subjectId: $id }) { totalCount nodes { address } } }',
        { id },
        { auditTrail: { totalCount: 0, nodes: [] } },
      ),
      forAdmins('{ cacheStatistics { instance byOperation { name } } }', {}, ['cacheStatistics'], {
        pick: fieldsOf,
      }),
      forAdmins(
        'query ($query: String!, $variables: JSONObject, $id: ID!) { cacheEntry(query: $query, variables: $variables, viewer: { id: $id }) { entries { tags } } }',
        {
          query: 'query ($id: ID!) { movie(id: $id) { id isFavourite } }',
          variables: { id: films[0] },
          id: teacher.userId,
        },
        ['cacheEntry'],
        { pick: fieldsOf },
      ),
    ];
  },
};
