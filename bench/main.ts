import { ArgumentError, readArguments, usage } from './arguments.ts';
import { describeReport } from './report/describe.ts';
import { jsonOf } from './report/json.ts';
import { writeDocs } from './report/write-docs.ts';
import { runBench } from './run.ts';

const complain = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

const bench = async (): Promise<void> => {
  const options = readArguments(process.argv.slice(2));
  const stop = new AbortController();
  // The first asks for an end in good order, the second ends at once.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(130);
      stop.abort(new Interrupted());
    });
  }
  const report = await runBench(options, complain, stop.signal);
  if (options.write) complain(`Written: ${(await writeDocs(report)).join(', ')}`);
  process.stdout.write(options.json ? `${JSON.stringify(jsonOf(report))}\n` : `${describeReport(report)}\n`);
  if ((report.ratios.staleAnswers ?? 0) > 0) {
    complain('Marquee gave stale answers, which it promises never to do.');
    process.exitCode = 1;
  }
};

try {
  await bench();
} catch (error) {
  if (error instanceof Interrupted) process.exit(130);
  if (error instanceof ArgumentError) complain(`${error.message}\n\n${usage}`);
  else complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = error instanceof ArgumentError ? 2 : 1;
}
