import type { Clock } from './clock.ts';
import type { Observer } from './faults/observer.ts';
import type { Instances } from './instances.ts';
import { ItemWriter } from './item-writer.ts';
import { MovieWriter } from './movie-writer.ts';
import type { SeededRandom } from '../../src/seed/seeded-random.ts';
import { renameGroup, writeNote } from './small-writers.ts';
import { fans } from './social/world.ts';
import { socialShare, SocialWriter } from './social/writer.ts';
import type { Tally } from './tally.ts';
import type { World } from './world.ts';
import { WriteSubmissions } from './write-submission.ts';

export interface WritersOptions {
  readonly writers: number;
  readonly world: World;
  readonly instances: Instances;
  readonly tally: Tally;
  readonly observer: Observer;
  readonly clock: Clock;
  readonly random: SeededRandom;
  readonly timeoutMs: number;
}

/** Of what the next write is. */
const kinds = { item: 36, movie: 22, note: 9, group: 4, social: 29 };
/** Reads for each write: with fewer, most reads would miss and the cache would hardly be asked. */
const readsPerWrite = 40;
const pollMs = 2;
const patienceMs = 250;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The part of the things that one of the writers has for itself. */
const share = <Thing>(things: Iterable<Thing>, writer: number, writers: number): Thing[] =>
  [...things].filter((_, index) => index % writers === writer);

/**
 * Waits until there have been reads enough for one more write, and not for long. What could not be written during a fault is not
 * made up for: so many writes at once would keep the hits down that are waited for.
 */
const createTurns = ({ reads }: Tally) => {
  let dueAt = 0;
  return async (signal: AbortSignal): Promise<void> => {
    const latest = performance.now() + patienceMs;
    while (!signal.aborted && dueAt > reads.judged && performance.now() < latest) await pause(pollMs);
    dueAt = Math.max(dueAt, reads.judged - readsPerWrite) + readsPerWrite;
  };
};

/** Writes until the signal, one write after another and writer, each to objects of its own. */
export const keepWriting = (options: WritersOptions, signal: AbortSignal): Promise<void>[] => {
  const { writers, world, instances, tally, observer, clock, random, timeoutMs } = options;
  const turn = createTurns(tally);
  const ofTheApi = {
    items: [...world.items.values()].filter((item) => !world.direct.items.includes(item)),
    movies: [...world.movies.values()].filter((movie) => !world.direct.movies.includes(movie)),
  };
  return Array.from({ length: writers }, async (_, writer) => {
    const own = random.fork();
    const submissions = new WriteSubmissions(instances, { tally, observer, clock }, own, timeoutMs);
    const items = new ItemWriter(share(ofTheApi.items, writer, writers), own, submissions);
    const movies = new MovieWriter(share(ofTheApi.movies, writer, writers), own, submissions);
    const notes = share(world.notes.values(), writer, writers);
    const groups = share(world.groups.values(), writer, writers);
    const socialPart = socialShare(
      world.social,
      (viewer) => fans.indexOf(viewer) % writers === writer,
      ({ number }) => number % writers === writer,
    );
    const social = new SocialWriter(world.social, socialPart, own, submissions);
    while (!signal.aborted) {
      await turn(signal);
      if (instances.available().length === 0) await pause(pollMs);
      const kind = own.weighted(kinds);
      if (kind === 'note' && notes.length > 0) await writeNote(own.pick(notes), own, submissions);
      else if (kind === 'group' && groups.length > 0) await renameGroup(own.pick(groups), own, submissions);
      else if (kind === 'social') await social.write();
      else if (kind === 'movie' && ofTheApi.movies.length > writer) await movies.write();
      else if (ofTheApi.items.length > writer) await items.write();
    }
    submissions.close();
  });
};
