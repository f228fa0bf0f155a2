/**
 * A small process between Marquee and a server that it runs. It holds the reading end of a pipe whose writing end
 * only Marquee has: however Marquee ends, kill -9 included, the pipe closes, and the server is ended with it.
 *
 * Started in a process group of its own, so that Ctrl-C in a terminal reaches Marquee alone, which first finishes
 * what it has begun. On its output it tells, one JSON value a line, the server's pid and then how it ended.
 */
import { spawn } from 'node:child_process';
import type { ExitReport, SupervisorMessage } from './supervised-process.ts';

const KEPT_OUTPUT_CHARS = 4000;

const [, , killAfterMs, command = '', ...args] = process.argv;

const server = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });

let output = '';
for (const stream of [server.stdout, server.stderr]) {
  stream.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-KEPT_OUTPUT_CHARS);
  });
}

server.once('error', (error) => {
  finish({ code: null, signal: null, output: error.message });
});
server.once('spawn', () => {
  if (server.pid !== undefined) tell({ pid: server.pid });
});
server.once('close', (code, signal) => {
  finish({ code, signal, output });
});

process.stdin.resume();
process.stdin.once('close', endServer);
process.stdin.once('error', endServer);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, endServer);
// Nobody is left to read when the parent is gone; that must not end this process before its server.
process.stdout.on('error', () => undefined);

let ending = false;
function endServer(): void {
  if (ending) return;
  ending = true;
  server.kill('SIGTERM');
  setTimeout(() => server.kill('SIGKILL'), Number(killAfterMs)).unref();
}

function tell(message: SupervisorMessage): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

function finish(exit: ExitReport): void {
  // Without a reader the callback may come with an error, and that is as good.
  process.stdout.write(`${JSON.stringify({ exit } satisfies SupervisorMessage)}\n`, () => process.exit(0));
}
