import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** A server to run. */
export interface ServerCommand {
  readonly command: string;
  readonly args: readonly string[];
  /** How long the server gets after SIGTERM before SIGKILL. */
  readonly killAfterMs: number;
}

const exitReportSchema = z.object({
  code: z.number().nullable(),
  signal: z.string().nullable(),
  /** The last that it printed. */
  output: z.string(),
});
/** How a server ended. */
export type ExitReport = Readonly<z.infer<typeof exitReportSchema>>;

const messageSchema = z.union([z.object({ pid: z.int() }), z.object({ exit: exitReportSchema })]);
/** What the supervisor tells: the server's pid once, then its exit once. */
export type SupervisorMessage = z.infer<typeof messageSchema>;

/** A server that lives at most as long as this process. */
export interface SupervisedProcess {
  readonly pid: number;
  /** Resolves when the server has ended, for whatever reason. Never rejects. */
  readonly exited: Promise<ExitReport>;
  /** Ends the server and waits until it has ended. May be called more than once. */
  stop(): Promise<ExitReport>;
}

const SUPERVISOR = fileURLToPath(new URL('supervisor.ts', import.meta.url));

/**
 * Starts a server under a supervisor (supervisor.ts says what for). The server does not keep this process alive.
 *
 * @throws Error when the server cannot be started at all; one that starts and ends soon shows in `exited`
 */
export async function startSupervised(server: ServerCommand): Promise<SupervisedProcess> {
  const supervisor = spawn(
    process.execPath,
    [SUPERVISOR, String(server.killAfterMs), server.command, ...server.args],
    {
      detached: true,
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    },
  );
  // The supervisor may be gone when the pipe is closed.
  supervisor.stdin.on('error', () => undefined);

  const started = Promise.withResolvers<number>();
  const exited = Promise.withResolvers<ExitReport>();
  let pid: number | undefined;

  createInterface({ input: supervisor.stdout }).on('line', (line) => {
    const message = messageSchema.parse(JSON.parse(line));
    if ('pid' in message) {
      pid = message.pid;
      started.resolve(message.pid);
    } else {
      started.reject(new Error(`${server.command} could not be started: ${message.exit.output}`));
      exited.resolve(message.exit);
    }
  });
  supervisor.once('error', (error) => started.reject(error));
  supervisor.once('close', () => {
    // Comes after the last line was read; so without a report the supervisor itself was killed.
    const output = 'its supervisor was killed';
    if (pid !== undefined) endQuietly(pid);
    started.reject(new Error(`${server.command} could not be started: ${output}`));
    exited.resolve({ code: null, signal: null, output });
  });

  const result: SupervisedProcess = {
    pid: await started.promise,
    exited: exited.promise,
    stop() {
      setReferenced(supervisor, true);
      supervisor.stdin.end();
      return exited.promise;
    },
  };
  setReferenced(supervisor, false);
  return result;
}

function setReferenced(supervisor: ChildProcess, referenced: boolean): void {
  const method = referenced ? 'ref' : 'unref';
  supervisor[method]();
  for (const stream of [supervisor.stdin, supervisor.stdout]) {
    if (stream instanceof Socket) stream[method]();
  }
}

function endQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // It has ended already.
  }
}
