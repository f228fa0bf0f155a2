import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runCommand } from './run-command.ts';

const POLL_MS = 20;

/**
 * A text that names one life of a process, or undefined when it is dead. A pid alone is not enough: after a crash
 * or a restart of the machine the same number may belong to something else.
 */
export async function processIdentity(pid: number): Promise<string | undefined> {
  if (!existsNow(pid)) return undefined;
  if (process.platform === 'linux') return linuxIdentity(pid);
  if (process.platform === 'win32') return 'alive';
  const result = await runCommand('ps', ['-o', 'stat=', '-o', 'lstart=', '-p', String(pid)]);
  const [, state = '', started] = /^(\S+)\s+(.+)$/.exec(result.stdout.trim()) ?? [];
  return state.startsWith('Z') ? undefined : started;
}

/** Whether a process is a mongod whose data is in that folder. */
export async function isMongodOn(pid: number, dbPath: string): Promise<boolean> {
  if ((await processIdentity(pid)) === undefined) return false;
  if (process.platform === 'linux') {
    const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    const [program = '', ...args] = commandLine.split('\0');
    return path.basename(program) === 'mongod' && args[args.indexOf('--dbpath') + 1] === dbPath;
  }
  if (process.platform === 'win32') return false;
  const result = await runCommand('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
  return /^\S*\bmongod /.test(result.stdout) && result.stdout.includes(` --dbpath ${dbPath} `);
}

/**
 * Ends a process by SIGTERM, and by SIGKILL when it is still there after `graceMs`; resolves when it is gone.
 *
 * @throws Error when it is not this user's to end, or does not end
 */
export async function endProcess(pid: number, graceMs: number): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (existsNow(pid)) process.kill(pid, signal);
    const deadline = performance.now() + graceMs;
    while (performance.now() < deadline) {
      if ((await processIdentity(pid)) === undefined) return;
      await delay(POLL_MS);
    }
  }
  throw new Error(`process ${pid} does not end`);
}

function existsNow(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function linuxIdentity(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The second field is the program's name in parentheses and may hold spaces and parentheses (proc(5)).
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A zombie is dead, and stays one in a container whose first process collects nobody.
  if (state === undefined || state === '' || state === 'Z' || state === 'X') return undefined;
  const startedAtTicks = fields[18];
  const bootId = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return `${bootId.trim()}/${startedAtTicks}`;
}
