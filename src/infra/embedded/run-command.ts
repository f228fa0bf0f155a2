import { execFile } from 'node:child_process';

/** How a command ended. `reason` is empty when it succeeded, else one line for a person. */
export interface CommandResult {
  readonly ok: boolean;
  readonly stdout: string;
  readonly reason: string;
}

/**
 * Runs a command to its end, without a shell and with this process's environment. Never throws: a command that
 * does not exist, fails or takes too long is a result with a reason.
 *
 * @param timeoutMs after which it is killed; 60 seconds by default
 */
export function runCommand(
  command: string,
  args: readonly string[],
  { timeoutMs = 60_000 }: { timeoutMs?: number } = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    execFile(
      command,
      args,
      { timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: 16 * 1024 * 1024, windowsHide: true },
      (error, stdout, stderr) => {
        if (error === null) resolve({ ok: true, stdout, reason: '' });
        else resolve({ ok: false, stdout, reason: reasonOf(command, error, stderr, timeoutMs) });
      },
    );
  });
}

function reasonOf(
  command: string,
  error: Error & { code?: number | string | null; killed?: boolean },
  stderr: string,
  timeoutMs: number,
): string {
  if (error.code === 'ENOENT') return `${command} is not installed`;
  if (error.killed === true) return `${command} did not finish within ${timeoutMs / 1000} seconds`;
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  // Package tools print warnings first and the cause last; pip puts hints after it.
  const cause = lines.findLast((line) => /^(error|e):/i.test(line.trim())) ?? lines.at(-1);
  return cause === undefined ? `${command} ended with ${String(error.code)}` : cause.trim();
}
