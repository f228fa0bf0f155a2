import { mapEvents } from '../../../shared/event-streams.ts';
import type { LiveEvents } from '../../../shared/live-events.ts';

const topicOf = (userId: string): string => `notifications:${userId}`;

/** That there is something new for somebody. */
export interface NotificationEvent {
  readonly notificationId: string;
}

/** Tells whoever listens for somebody that there is something new for them. */
export const told = (events: Pick<LiveEvents, 'publish'>, userId: string, notificationId: string): void =>
  events.publish(topicOf(userId), { notificationId });

/** What somebody is told from now on. */
export const toldOf = (
  events: Pick<LiveEvents, 'subscribe'>,
  userId: string,
): AsyncIterableIterator<NotificationEvent> =>
  mapEvents(events.subscribe(topicOf(userId)), ({ notificationId }) =>
    typeof notificationId === 'string' ? { notificationId } : undefined,
  );
