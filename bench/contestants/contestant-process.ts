import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Ask, ContestantSettings, FixedAnswer, Reply, Usage } from './contestant.ts';
import { entrant, type ContestantName, type Entrant } from './line-up.ts';
import { nodeFlags } from './node-flags.ts';

const entryFile = fileURLToPath(new URL('main.ts', import.meta.url));

/** Milliseconds. The gate of a cache opens some seconds after its server. */
const startWaitMs = 90_000;

/** A contestant in a process of its own. */
export interface RunningContestant extends AsyncDisposable {
  readonly name: ContestantName;
  readonly entrant: Entrant;
  readonly port: number;
  usage(): Promise<Usage>;
  countCommands(): Promise<void>;
  commands(): Promise<number>;
  setAnswer(answer: FixedAnswer): Promise<void>;
}

/** Asks over IPC, one reply a question. */
const createAsking = (child: ChildProcess, name: string) => {
  const waiting = new Map<number, PromiseWithResolvers<Usage | number | null>>();
  let lastId = 0;
  child.on('message', (reply: Reply) => {
    if (reply.kind !== 'reply') return;
    waiting.get(reply.id)?.resolve(reply.value);
    waiting.delete(reply.id);
  });
  child.once('exit', (code, signal) => {
    for (const { reject } of waiting.values()) reject(new Error(`${name} ended by ${signal ?? code}.`));
  });
  return (ask: Ask): Promise<Usage | number | null> => {
    const deferred = Promise.withResolvers<Usage | number | null>();
    lastId += 1;
    waiting.set(lastId, deferred);
    child.send({ id: lastId, ask });
    return deferred.promise;
  };
};

const readiness = async (child: ChildProcess, name: string): Promise<number> => {
  const ended = new AbortController();
  child.once('exit', (code) => ended.abort(new Error(`${name} ended while it started, with code ${code}.`)));
  const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(startWaitMs)]);
  const [reply] = (await once(child, 'message', { signal })) as [Reply];
  if (reply.kind === 'ready') return reply.port;
  throw new Error(`${name} did not start: ${reply.kind === 'failed' ? reply.reason : reply.kind}`);
};

/**
 * Starts a contestant, and resolves when it answers, its cache live.
 * @param pin the command that keeps a process on its core, in front of its own; empty where there is none.
 */
export const startContestant = async (
  name: ContestantName,
  settings: ContestantSettings,
  pin: readonly string[],
): Promise<RunningContestant> => {
  const [command, ...given] = [
    ...pin,
    process.execPath,
    ...nodeFlags,
    entryFile,
    name,
    JSON.stringify(settings),
  ];
  const child = spawn(command, given, {
    // Its log goes where a production log goes that nobody looks at; what breaks is shown.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // oxlint-disable-next-line eslint/no-restricted-properties -- a contestant inherits the environment, whatever it is
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const exited = once(child, 'exit');
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await exited;
  };
  try {
    const port = await readiness(child, name);
    const ask = createAsking(child, name);
    return {
      name,
      entrant: entrant(name),
      port,
      usage: async () => (await ask({ kind: 'usage' })) as Usage,
      countCommands: async () => void (await ask({ kind: 'count-commands' })),
      commands: async () => (await ask({ kind: 'commands' })) as number,
      setAnswer: async (answer) => void (await ask({ kind: 'set-answer', answer })),
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
