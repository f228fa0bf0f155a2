import type { Logger } from '../../shared/logger.ts';
import type { ViewerSession } from '../../shared/viewer.ts';
import type { AccountModels } from './models/index.ts';
import { createSessionActivityStore } from './stores/session-activity.store.ts';

/** Writes down when sessions are used, in the background. */
export interface SessionActivity {
  note(session: ViewerSession): void;
  /** Waits for what is being written. */
  close(): Promise<void>;
}

/** Milliseconds that a session is not written about again. */
const quietMs = 60_000;

/**
 * @param models on a connection whose commands are not followed: a look at the time is no write that an answer depends on.
 */
export const createSessionActivity = (models: AccountModels, log: Logger): SessionActivity => {
  const store = createSessionActivityStore(models);
  /** Sessions by when they were written about, the longest ago first. */
  const written = new Map<string, number>();
  const underWay = new Set<Promise<void>>();

  const forgetBefore = (ms: number): void => {
    for (const [id, atMs] of written) {
      if (atMs > ms) return;
      written.delete(id);
    }
  };
  const write = async ({ id, expiresAtMs }: ViewerSession, nowMs: number): Promise<void> => {
    try {
      await store.note({ _id: id, lastActiveAt: new Date(nowMs), expiresAt: new Date(expiresAtMs) });
    } catch (error) {
      log.warn({ err: error }, 'When a session was last used could not be written down.');
    }
  };

  return {
    note: (session) => {
      const nowMs = Date.now();
      forgetBefore(nowMs - quietMs);
      if (written.has(session.id)) return;
      written.set(session.id, nowMs);
      const writing = write(session, nowMs);
      underWay.add(writing);
      void writing.finally(() => underWay.delete(writing));
    },
    close: async () => void (await Promise.all(underWay)),
  };
};
