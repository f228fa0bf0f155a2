import { fail, ok, type Result } from '../../../shared/faults.ts';
import type { ClientOrigin } from '../../../shared/viewer.ts';
import type { SessionRecord } from '../models/records.ts';
import type { SessionActivityStore } from '../stores/session-activity.store.ts';
import type { SessionStore } from '../stores/session.store.ts';
import type { UserStore } from '../stores/user.store.ts';
import type { Audit } from './audit.service.ts';

/** A session as its owner sees it. */
export type OwnSession = Pick<SessionRecord, '_id' | 'device' | 'address' | 'createdAt' | 'expiresAt'> & {
  readonly lastActiveAt: Date;
};

export interface Sessions {
  /** The latest sign-in first. */
  ofUser(userId: string): Promise<readonly OwnSession[]>;
  /** The session that asks. @returns how many ended. */
  logout(userId: string, sessionId: string, client: ClientOrigin): Promise<number>;
  /** @returns how many ended. */
  logoutEverywhere(userId: string, client: ClientOrigin): Promise<number>;
  /** @returns NOT_FOUND for one that is not theirs. */
  end(userId: string, sessionId: string, client: ClientOrigin): Promise<Result<string>>;
}

export interface SessionsParts {
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly activity: SessionActivityStore;
  readonly audit: Audit;
}

export const createSessions = ({ users, sessions, activity, audit }: SessionsParts): Sessions => ({
  ofUser: async (userId) => {
    const [user, found] = await Promise.all([users.byId(userId), sessions.ofUser(userId)]);
    const good = found.filter(
      ({ generation, expiresAt }) =>
        generation === user?.sessionGeneration && expiresAt.getTime() > Date.now(),
    );
    const activities = await activity.bySessionIds(good.map(({ _id }) => _id));
    const lastActive = new Map(activities.map(({ _id, lastActiveAt }) => [_id, lastActiveAt]));
    return good.map(({ _id, device, address, createdAt, expiresAt }) => ({
      _id,
      device,
      address,
      createdAt,
      expiresAt,
      lastActiveAt: lastActive.get(_id) ?? createdAt,
    }));
  },
  logout: async (userId, sessionId, client) => {
    const wasThere = await sessions.remove(sessionId);
    await audit.note({ kind: 'LOGGED_OUT', actorId: userId, subjectId: userId, client });
    return Number(wasThere);
  },
  logoutEverywhere: async (userId, client) => {
    // The generation ends them all at once; one that is being made right now too.
    await users.update(userId, {}, true);
    const ended = await sessions.removeOfUser(userId);
    await audit.note({ kind: 'LOGGED_OUT_EVERYWHERE', actorId: userId, subjectId: userId, client });
    return ended;
  },
  end: async (userId, sessionId, client) => {
    const session = await sessions.byId(sessionId);
    if (session?.userId !== userId || !(await sessions.remove(sessionId))) {
      return fail('NOT_FOUND', 'There is no session of yours with this id.');
    }
    await audit.note({ kind: 'SESSION_ENDED', actorId: userId, subjectId: userId, client });
    return ok(sessionId);
  },
});
