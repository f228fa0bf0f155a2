import { AsyncLocalStorage } from 'node:async_hooks';
import type { TransactionKey } from './transactions.ts';

/** A write whose caller computes its tags, so that its commands need not be stamped as they are seen. */
export interface Announcement {
  readonly namespace: string;
  /** Filled in when a command of it is seen to run in a transaction. */
  transaction: TransactionKey | undefined;
}

const announcements = new AsyncLocalStorage<Announcement>();
const ownErrands = new AsyncLocalStorage<boolean>();

/** Commands that `run` sends to this namespace are accounted for by the caller. */
export const announced = <T>(announcement: Announcement, run: () => T): T =>
  announcements.run(announcement, run);

export const announcementOf = (namespace: string): Announcement | undefined => {
  const announcement = announcements.getStore();
  return announcement?.namespace === namespace ? announcement : undefined;
};

/** Commands that `run` sends are tracking's own: they neither read for an answer nor write data. */
export const onOwnErrand = <T>(run: () => T): T => ownErrands.run(true, run);

export const isOwnErrand = (): boolean => ownErrands.getStore() === true;
