import { ArgumentError, readArguments, usage, type CheckOptions } from './arguments.ts';
import { allFaults } from './faults/all-faults.ts';
import { settingNames } from './faults/fault.ts';
import { describeSummary, joinSummaries, missedOf, type CheckSummary } from './report.ts';
import { runCheck } from './run.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const complain = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** A checker that cannot fail proves nothing: the stock cache is known to serve stale answers. */
const verdict = (summary: CheckSummary): { good: boolean; sentence: string } => {
  const { engine, violations, judged, crashes, faultReports } = summary;
  if (judged === 0) return { good: false, sentence: 'Nothing was judged, so nothing is shown.' };
  if (engine === 'stock') {
    return violations > 0
      ? { good: true, sentence: 'Stale answers of the stock cache were found, as they must be.' }
      : { good: false, sentence: 'No stale answer of the stock cache was found: this run proves nothing.' };
  }
  if (crashes > 0) return { good: false, sentence: 'An instance ended by itself.' };
  const unshown = faultReports.find(({ happened }) => !happened);
  if (unshown && violations === 0) {
    const names = unshown.faults.join(' and ');
    return {
      good: false,
      sentence: `The fault ${names} is not shown to have happened, so nothing is shown by it.`,
    };
  }
  if (violations > 0) return { good: false, sentence: 'Stale answers were found.' };
  return missedOf(summary).length > 0
    ? { good: false, sentence: 'No stale answer was found, but figures were missed.' }
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
  // Each setting that a fault needs has a run of its own, and its share of the time.
  const needed = settingNames.filter((setting) =>
    allFaults.some((fault) => fault.setting === setting && options.faults.includes(fault.name)),
  );
  const settings = needed.length === 0 ? (['plain'] as const) : needed;
  const seconds = Math.ceil(options.seconds / settings.length);
  const summaries: CheckSummary[] = [];
  const violations: string[] = [];
  for (const setting of settings) {
    if (stop.signal.aborted) break;
    const found = await runCheck({ ...options, seconds }, setting, say, stop.signal);
    summaries.push(found.summary);
    violations.push(...found.violations);
  }
  const summary = joinSummaries(summaries);
  const { good, sentence } = verdict(summary);
  say(`\n${describeSummary(summary, violations)}\n\n${sentence}`);
  if (options.json) say(JSON.stringify(summary));
  return good;
};

try {
  const given = process.argv.slice(2);
  if (given.includes('--help')) say(usage);
  else process.exitCode = (await check(readArguments(given))) ? 0 : 1;
} catch (error) {
  if (error instanceof ArgumentError) {
    complain(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  } else {
    complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  }
}
