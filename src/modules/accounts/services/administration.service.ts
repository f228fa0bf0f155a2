import type { UserFilter } from '../../../graphql/generated/resolvers.ts';
import { fail, ok, type Result } from '../../../shared/faults.ts';
import {
  pageRequest,
  readPage,
  type Connection,
  type PageArguments,
} from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import { normalRoles } from '../../../shared/permissions.ts';
import type { ClientOrigin, Role } from '../../../shared/viewer.ts';
import type { UserRecord } from '../models/records.ts';
import type { SessionStore } from '../stores/session.store.ts';
import type { UserChanges, UserField, UserStore } from '../stores/user.store.ts';
import { emailKeyOf, parseBan } from './account-input.ts';
import type { Audit } from './audit.service.ts';

/** Who does something, to whom. */
export interface Act {
  readonly actorId: string;
  readonly userId: string;
  readonly client: ClientOrigin;
}

/** What admins do. Each act is written down, and holds at once. */
export interface Administration {
  /** The newest first. @returns BAD_USER_INPUT for a bad page. */
  users(
    filter: UserFilter,
    page: PageArguments,
    fields: readonly UserField[],
  ): Promise<Result<Connection<UserRecord>>>;
  /** @returns NOT_FOUND; CONFLICT for oneself, and for the last admin. */
  setRoles(act: Act, roles: readonly Role[]): Promise<Result<UserRecord>>;
  /** @returns NOT_FOUND; CONFLICT for oneself, and for the last admin; BAD_USER_INPUT. */
  ban(act: Act, reason: string): Promise<Result<UserRecord>>;
  /** @returns NOT_FOUND. */
  unban(act: Act): Promise<Result<UserRecord>>;
}

const newestFirst: Order<UserRecord> = {
  name: 'CREATED_AT:DESC',
  path: 'createdAt',
  direction: -1,
  kind: 'date',
  nullable: false,
};

const noSuchUser = () => fail('NOT_FOUND', 'There is no user with this id.');
const notOneself = ({ actorId, userId }: Act) =>
  actorId === userId ? fail('CONFLICT', 'Expected another user: nobody does this to themselves.') : undefined;

export const createAdministration = (parts: {
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly audit: Audit;
}): Administration => {
  const { users, sessions, audit } = parts;

  /**
   * Changes somebody, and puts it back where that leaves no admin: two who do it to one another at the same time. Each looks
   * after its own change, so whoever looks last sees both.
   */
  const changed = async (
    userId: string,
    changes: UserChanges,
    endSessions: boolean,
  ): Promise<Result<UserRecord>> => {
    const before = await users.byId(userId);
    const user = before && (await users.update(userId, changes, endSessions));
    if (!user) return noSuchUser();
    if (!before.roles.includes('ADMIN') || (await users.isAnyoneAdmin())) return ok(user);
    const { roles, bannedAt, banReason } = before;
    await users.update(userId, { roles, bannedAt, banReason });
    return fail('CONFLICT', 'Expected somebody else: they are the last admin.');
  };

  return {
    users: async ({ role, isBanned, email }, page, fields) => {
      const request = pageRequest(newestFirst, page);
      if (!request.ok) return request;
      const criteria = {
        role: role ?? undefined,
        isBanned: isBanned ?? undefined,
        emailKey: email === null || email === undefined ? undefined : emailKeyOf(email),
      };
      return ok(await readPage(users.listing(criteria, newestFirst, fields), newestFirst, request.value));
    },

    setRoles: async (act, given) => {
      const refused = notOneself(act);
      if (refused) return refused;
      const { actorId, userId, client } = act;
      const roles = normalRoles(given);
      const user = await changed(userId, { roles }, false);
      if (!user.ok) return user;
      await audit.note({ kind: 'ROLES_SET', actorId, subjectId: userId, client, details: { roles } });
      return user;
    },

    ban: async (act, given) => {
      const refused = notOneself(act);
      if (refused) return refused;
      const parsed = parseBan({ reason: given });
      if (!parsed.ok) return parsed;
      const { reason } = parsed.value;
      const { actorId, userId, client } = act;
      const user = await changed(userId, { bannedAt: new Date(), banReason: reason }, true);
      if (!user.ok) return user;
      await sessions.removeOfUser(userId);
      await audit.note({ kind: 'USER_BANNED', actorId, subjectId: userId, client, details: { reason } });
      return user;
    },

    unban: async ({ actorId, userId, client }) => {
      const user = await users.update(userId, { bannedAt: null, banReason: null });
      if (!user) return noSuchUser();
      await audit.note({ kind: 'USER_UNBANNED', actorId, subjectId: userId, client });
      return ok(user);
    },
  };
};
