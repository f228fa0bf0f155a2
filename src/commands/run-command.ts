import { StartupError } from '../shared/startup-error.ts';

/**
 * Runs what a process is there for.
 * @param main returns the exit code, where it is not 0. A StartupError of its is told in its words and ends the process with 1;
 *   anything else is a fault of ours, and thrown on.
 */
export const runCommand = async (main: () => Promise<number | void>): Promise<void> => {
  try {
    process.exitCode = (await main()) ?? process.exitCode;
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
};
