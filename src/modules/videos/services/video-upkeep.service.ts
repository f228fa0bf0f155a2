import type { VideoStores } from '../stores/index.ts';
import type { VideoRemoval } from './video-removal.service.ts';

/** Milliseconds after the end of an upload's address in which what is under way may still be finished. */
export const finishWithinMs = 82_800_000;

export interface VideoUpkeepParts {
  /** Reads for nobody's answer. */
  readonly read: VideoStores;
  readonly removal: VideoRemoval;
  /** Runs what writes, and resolves when everybody is told of it. */
  readonly recorded: <T>(run: () => Promise<T>) => Promise<T>;
}

/**
 * Finishes removals that were cut off, or are long, and removes uploads that nobody finished. May be done by two at once, and begun again.
 */
export const createVideoUpkeep =
  ({ read, removal, recorded }: VideoUpkeepParts) =>
  async (stop: AbortSignal): Promise<void> => {
    const failures: unknown[] = [];
    const each = async <Item>(items: readonly Item[], run: (item: Item) => Promise<unknown>) => {
      for (const item of items) {
        if (stop.aborted) return;
        try {
          await recorded(() => run(item));
        } catch (error) {
          failures.push(error);
        }
      }
    };
    // Told of after each go, so that no lock and no answer waits for a long one as a whole.
    for (const left of await read.removals.all()) {
      let isDone = false;
      while (!isDone && !stop.aborted) {
        try {
          isDone = await recorded(() => removal.finish(left));
        } catch (error) {
          failures.push(error);
          break;
        }
      }
    }
    const before = new Date(Date.now() - finishWithinMs);
    await each(await read.videos.idsUnfinishedSince(before), (id) => removal.remove(id, { isReady: false }));
    // One that fails leaves the others alone, but not unsaid.
    if (failures.length > 0) {
      throw new AggregateError(failures, `${failures.length} videos could not be cleared away.`);
    }
  };
