import { expect, test } from 'vitest';
import { createPlaying } from '../../../src/modules/videos/services/playing.service.ts';
import { createAnswerLife } from '../../../src/shared/answer-life.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';

const hourMs = 3_600_000;
const file = { contentType: 'video/mp4', sizeBytes: 10 };
const video = { _id: 'v', isReady: true, file, thumbnail: file };

const endOf = async (use: (life: ReturnType<typeof createAnswerLife>) => Promise<unknown>) => {
  const life = createAnswerLife();
  const beganMs = Date.now();
  const value = await use(life);
  return { value, endsAtMs: life.endsAtMs - beganMs, spentMs: Date.now() - beganMs };
};

test('an answer with an address to play from ends four hours before the address does', async () => {
  const playing = createPlaying(createMemoryObjectStore());
  const { endsAtMs, spentMs } = await endOf((life) => playing.playback(video, life));
  expect(endsAtMs).toBeGreaterThanOrEqual(2 * hourMs);
  expect(endsAtMs).toBeLessThanOrEqual(2 * hourMs + spentMs);
});

test('an answer with a thumbnail ends half a day before its address does', async () => {
  const playing = createPlaying(createMemoryObjectStore());
  const { endsAtMs, spentMs } = await endOf((life) => playing.thumbnailUrl(video, life));
  expect(endsAtMs).toBeGreaterThanOrEqual(12 * hourMs);
  expect(endsAtMs).toBeLessThanOrEqual(12 * hourMs + spentMs);
});

test('without an address, nothing ends the answer', async () => {
  const playing = createPlaying(createMemoryObjectStore());
  const draft = { ...video, isReady: false };
  expect(await endOf((life) => playing.playback(draft, life))).toMatchObject({
    value: null,
    endsAtMs: Infinity,
  });
  expect(await endOf((life) => playing.thumbnailUrl({ ...video, thumbnail: null }, life))).toMatchObject({
    value: null,
    endsAtMs: Infinity,
  });
});
