import { Presets, SingleBar } from 'cli-progress';

/** Told how far the work is. */
export interface ProgressBar {
  (done: number, total: number): void;
  /** Ends it where it is, for work that does not come to its end. */
  stop(): void;
  /** Prints lines on standard error, above the bar. */
  print(text: string): void;
}

/**
 * A bar on standard error, told how far the work is: it appears with the first report and ends with the last. Without a
 * terminal it prints a line every two seconds.
 */
export const createProgressBar = (label: string): ProgressBar => {
  let bar: SingleBar | undefined;
  const show = (done: number, total: number): void => {
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
  return Object.assign(show, {
    stop: () => bar?.stop(),
    // Over the bar, which is drawn again below with the next report.
    print: (text: string) => process.stderr.write(process.stderr.isTTY ? `\r\u001B[K${text}\n` : `${text}\n`),
  });
};
