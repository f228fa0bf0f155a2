import { z } from 'zod';
import { ok, type Result } from '../../../shared/faults.ts';
import { given, parseWith } from '../../../shared/parse-input.ts';
import type { NotificationPreferencesRecord, NotificationWish } from '../models/records.ts';
import type { NotificationPreferencesStore } from '../stores/preferences.store.ts';

/** With what was never chosen filled in. */
export type FullNotificationPreferences = Readonly<Record<NotificationWish, boolean>>;

export const everythingWanted: FullNotificationPreferences = {
  newVideos: true,
  comments: true,
  replies: true,
  likes: true,
  subscribers: true,
};

export const fullNotificationPreferences = (
  chosen: NotificationPreferencesRecord | null | undefined,
): FullNotificationPreferences => {
  const { _id, ...rest } = chosen ?? { _id: '' };
  return { ...everythingWanted, ...rest };
};

export interface NotificationPreferencesService {
  /** Changes the given ones. @returns BAD_USER_INPUT. */
  update(userId: string, input: unknown): Promise<Result<void>>;
}

/** A wish given as null is one that is left out. */
const wish = z
  .boolean()
  .nullish()
  .transform((value) => value ?? undefined);

const parse = parseWith(
  z.object({ newVideos: wish, comments: wish, replies: wish, likes: wish, subscribers: wish }),
);

export const createNotificationPreferences = (
  store: NotificationPreferencesStore,
): NotificationPreferencesService => ({
  update: async (userId, input) => {
    const parsed = parse(input);
    if (!parsed.ok) return parsed;
    const changes = given(parsed.value);
    if (Object.keys(changes).length > 0) await store.update(userId, changes);
    return ok(undefined);
  },
});
