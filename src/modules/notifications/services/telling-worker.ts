import { AsyncLocalStorage } from 'node:async_hooks';
import type { Logger } from '../../../shared/logger.ts';
import type { VideoTellingRecord } from '../models/records.ts';
import type { TellingStore } from '../stores/telling.store.ts';
import type { TellVideo } from './video-telling.service.ts';

/** Works at what is still to be told. May run on every instance: a telling is one's who holds it. */
export interface TellingWorker {
  /** Works until nothing is left that nobody works at. @throws AggregateError when some of it failed; it is tried again. */
  work(stop: AbortSignal): Promise<void>;
  /** Works in the background, from now on. */
  wake(): void;
  /** Leaves the rest to others, and waits for what is under way. */
  close(): Promise<void>;
}

export interface TellingWorkerParts {
  /** On a client whose commands are not followed. */
  readonly tellings: TellingStore;
  readonly tellVideo: TellVideo;
  /** Runs what writes, and resolves when everybody is told of it. */
  readonly recorded: <T>(run: () => Promise<T>) => Promise<T>;
  readonly leaseMs: number;
  readonly log: Logger;
}

export const createTellingWorker = ({
  tellings,
  tellVideo,
  recorded,
  leaseMs,
  log,
}: TellingWorkerParts): TellingWorker => {
  const closing = new AbortController();
  // Whoever wakes it is about something else: what is done here is no part of their request.
  const outside = AsyncLocalStorage.snapshot();

  const workAt = async (taken: VideoTellingRecord, stop: AbortSignal): Promise<void> => {
    let telling = taken;
    while (!stop.aborted) {
      const before = telling;
      const next = await recorded(() => tellVideo(before));
      if (!next) return;
      telling = next;
    }
    await tellings.release(telling);
  };

  const work = async (given: AbortSignal): Promise<void> => {
    const stop = AbortSignal.any([given, closing.signal]);
    const failures: unknown[] = [];
    while (!stop.aborted) {
      const telling = await tellings.take(leaseMs);
      if (!telling) break;
      try {
        await workAt(telling, stop);
      } catch (error) {
        // It is held until its lease ends: so others come before it is tried again.
        failures.push(error);
      }
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} videos could not be told of.`);
  };

  let isWoken = false;
  let running: Promise<void> | undefined;
  const workWhileWoken = async (): Promise<void> => {
    while (isWoken && !closing.signal.aborted) {
      isWoken = false;
      try {
        await work(closing.signal);
      } catch (error) {
        log.warn({ err: error }, 'What followers are told of a video is gone on with later.');
      }
    }
    running = undefined;
  };

  return {
    work,
    wake: () => {
      if (closing.signal.aborted) return;
      isWoken = true;
      running ??= outside(workWhileWoken);
    },
    close: async () => {
      closing.abort();
      await running;
    },
  };
};
