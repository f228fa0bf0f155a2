import { ArgumentError, readArguments, usage, type CheckOptions } from './arguments.ts';
import { describeSummary, type CheckSummary } from './report.ts';
import { runCheck } from './run.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const complain = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** A checker that cannot fail proves nothing: the stock cache is known to serve stale answers. */
const verdict = ({ engine, violations, judged }: CheckSummary): { good: boolean; sentence: string } => {
  if (judged === 0) return { good: false, sentence: 'Nothing was judged, so nothing is shown.' };
  if (engine === 'stock') {
    return violations > 0
      ? { good: true, sentence: 'Stale answers of the stock cache were found, as they must be.' }
      : { good: false, sentence: 'No stale answer of the stock cache was found: this run proves nothing.' };
  }
  return violations > 0
    ? { good: false, sentence: 'Stale answers were found.' }
    : { good: true, sentence: 'No stale answer was found.' };
};

const check = async (options: CheckOptions): Promise<boolean> => {
  const stop = new AbortController();
  // The first asks for an end in good order, the second ends at once.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(130);
      stop.abort();
    });
  }
  const { summary, violations } = await runCheck(options, say, stop.signal);
  const { good, sentence } = verdict(summary);
  say(`\n${describeSummary(summary, violations)}\n\n${sentence}`);
  if (options.json) say(JSON.stringify(summary));
  return good;
};

try {
  const options = readArguments(process.argv.slice(2));
  process.exitCode = (await check(options)) ? 0 : 1;
} catch (error) {
  if (error instanceof ArgumentError) {
    complain(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  } else {
    complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  }
}
