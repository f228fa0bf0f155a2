import type { Logger } from '../../shared/logger.ts';
import { StartupError } from '../../shared/startup-error.ts';
import { messageOf } from './message-of.ts';

/** One way to get something. */
export interface Attempt<T> {
  /** What is tried and why it comes at this place: one line for the log. */
  readonly what: string;
  /** Returns what was found; throws an error whose message is the reason why not. */
  run(): Promise<T>;
}

/**
 * Tries one way after the other and returns what the first that works returns. Each is announced in the log
 * before it is tried, since some take minutes.
 *
 * @param wanted what is looked for, as in "a MongoDB server"
 * @param remedies what a person can do when nothing works, one sentence each
 * @throws StartupError listing every attempt with why it failed, and the remedies
 */
export async function firstThatWorks<T>(
  wanted: string,
  attempts: readonly Attempt<T>[],
  remedies: readonly string[],
  log: Logger,
): Promise<T> {
  const failures: string[] = [];
  for (const attempt of attempts) {
    log.info({}, `Looking for ${wanted}: ${attempt.what}`);
    try {
      return await attempt.run();
    } catch (error) {
      const reason = messageOf(error).replaceAll(/\s*\n\s*/g, ' ');
      failures.push(`  - ${attempt.what}: ${reason}`);
      log.info({}, `No luck: ${reason}`);
    }
  }
  throw new StartupError(
    [
      `Marquee could not get ${wanted}. It tried:`,
      ...failures,
      'What you can do:',
      ...remedies.map((remedy) => `  - ${remedy}`),
    ].join('\n'),
  );
}
