import { Presets, SingleBar } from 'cli-progress';

/**
 * A bar on standard error, told how far the work is: it appears with the first report and ends with the last. Without a
 * terminal it prints a line every two seconds.
 */
export const createProgressBar = (label: string): ((done: number, total: number) => void) => {
  let bar: SingleBar | undefined;
  return (done, total) => {
    if (!bar) {
      bar = new SingleBar(
        {
          format: `${label} [{bar}] {value}/{total}`,
          noTTYOutput: true,
          notTTYSchedule: 2000,
          hideCursor: true,
        },
        Presets.shades_classic,
      );
      bar.start(total, 0);
    }
    bar.update(done);
    if (done >= total) bar.stop();
  };
};
