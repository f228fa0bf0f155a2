import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

export interface EndedCommand {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly summary: string;
  /** The bar and the faults. */
  readonly told: string;
}

export interface RunningCommand {
  readonly child: ChildProcess;
  readonly ended: Promise<EndedCommand>;
}

/** A program of the test kit that takes its options as JSON, in a process of its own; ended with the test at the latest. */
export const spawnCommand = (program: string, options: object): RunningCommand => {
  const child = spawn(process.execPath, [program, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let summary = '';
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (summary += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (told += text));
  const end = async (): Promise<EndedCommand> => {
    await once(child, 'close');
    return { code: child.exitCode, signal: child.signalCode, summary: summary.trim(), told };
  };
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, ended: end() };
};
