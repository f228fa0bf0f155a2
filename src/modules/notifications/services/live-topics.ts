import type { LiveEvents } from '../../../shared/live-events.ts';

/** Of what somebody is told. Its events name the notification: `notificationId`. */
export const notificationTopic = (userId: string): string => `notifications:${userId}`;

/** Tells whoever listens for somebody that there is something new for them. */
export const told = (events: Pick<LiveEvents, 'publish'>, userId: string, notificationId: string): void =>
  events.publish(notificationTopic(userId), { notificationId });
