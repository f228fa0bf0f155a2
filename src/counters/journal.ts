import { mkdir, open, readdir, readFile, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { Logger } from '../shared/logger.ts';
import { type AccountState, latestOf } from './account.ts';

/** Tells processes of one machine apart. */
export interface Processes {
  /** Of this process. */
  readonly pid: number;
  /** A text that names one life of a process; `undefined` when it is dead. */
  identityOf(pid: number): Promise<string | undefined>;
}

export interface JournalOptions {
  /** Made if need be. Processes of one machine may share it: each has files of its own. */
  readonly folder: string;
  /** Of this process's files. */
  readonly owner: string;
  readonly processes: Processes;
  /** Milliseconds until what was written is on the disk for sure. Default 1,000. */
  readonly syncEveryMs?: number;
  readonly log: Logger;
}

/** What dead processes have left, and how to be rid of it once it is in the base. */
export interface Leftovers {
  readonly states: readonly AccountState[];
  release(): Promise<void>;
}

/**
 * States of accounts in files that only grow: `‹owner›.‹n›.journal`, each line with a checksum. Every state stands for itself, so
 * that lines may be there twice, or be missing where a later one is there.
 */
export interface Journal {
  /**
   * Resolves once the operating system has it, which outlives this process; the disk has it within a second.
   * @returns false when it could not be written.
   */
  append(states: readonly AccountState[]): Promise<boolean>;
  /** Begins a new file. @returns the last of those before, for {@link drop}. */
  rotate(): Promise<number>;
  /** Deletes the files up to there. */
  drop(upTo: number): Promise<void>;
  /** Bytes in files that were not dropped. */
  size(): number;
  /** Reads what processes that are dead have left. */
  leftovers(): Promise<Leftovers>;
  close(): Promise<void>;
}

const headSchema = z.object({ owner: z.string(), pid: z.int(), identity: z.string() });
const lineSchema = z.tuple([
  z.string(),
  z.string(),
  z.int().positive(),
  z.int().positive(),
  z.record(z.string(), z.int()),
]);

const suffix = '.journal';
/** A file without a whole first line may be one that is just being begun. */
const beginningMs = 60_000;

const checksum = (text: string): string => crc32(text).toString(16).padStart(8, '0');
const lineOf = (value: unknown): string => {
  const text = JSON.stringify(value);
  return `${checksum(text)} ${text}\n`;
};
/** The values of whole lines: what a crash has cut off, at the end of a file, is left out. */
const valuesOf = (text: string): readonly unknown[] =>
  text.split('\n').flatMap((line): unknown[] => {
    const json = line.slice(9);
    return line.length > 9 && line.startsWith(`${checksum(json)} `) ? [JSON.parse(json)] : [];
  });

const stateOf = (value: unknown): AccountState[] => {
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) return [];
  const [thing, owner, born, seq, sums] = parsed.data;
  return [{ thing, owner, born, seq, sums }];
};

export const openJournal = async (options: JournalOptions): Promise<Journal> => {
  const { folder, owner, processes, syncEveryMs = 1_000, log } = options;
  await mkdir(folder, { recursive: true });
  const identity = (await processes.identityOf(processes.pid)) ?? '';
  const fileOf = (n: number): string => path.join(folder, `${owner}.${n}${suffix}`);

  let current: { readonly handle: FileHandle; bytes: number } | undefined;
  let number = 1;
  const older = new Map<number, number>();
  let isFailing = false;

  const sync = async (): Promise<void> => {
    await current?.handle.datasync();
  };
  const endCurrent = async (): Promise<void> => {
    if (!current) return;
    const { handle, bytes } = current;
    current = undefined;
    older.set(number, bytes);
    number += 1;
    try {
      await handle.datasync();
    } finally {
      await handle.close();
    }
  };
  let syncTimer: NodeJS.Timeout | undefined;
  const syncSoon = (): void => {
    syncTimer ??= setTimeout(() => {
      syncTimer = undefined;
      void inTurn(sync).catch((error: unknown) => failed(error));
    }, syncEveryMs).unref();
  };
  const failed = (error: unknown): void => {
    if (!isFailing) log.error({ err: error, folder }, 'The journal of counters cannot be written.');
    isFailing = true;
  };

  const write = async (text: string): Promise<void> => {
    if (!current) {
      const handle = await open(fileOf(number), 'ax', 0o600);
      current = { handle, bytes: 0 };
      await handle.appendFile(lineOf({ owner, pid: processes.pid, identity }));
      if (number === 1) await syncFolder(folder);
    }
    await current.handle.appendFile(text);
    current.bytes += Buffer.byteLength(text);
    syncSoon();
  };

  /** One at a time, in their order. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  /** What comes in while something is written is written together. */
  let waiting: { text: string; readonly written: Promise<boolean> } | undefined;
  const writeWaiting = async (): Promise<boolean> => {
    const { text = '' } = waiting ?? {};
    waiting = undefined;
    try {
      await write(text);
      if (isFailing) log.info({ folder }, 'The journal of counters can be written again.');
      isFailing = false;
      return true;
    } catch (error) {
      failed(error);
      // A line may have been cut off, and nothing may follow it.
      await endCurrent().catch(() => undefined);
      return false;
    }
  };

  return {
    append(states) {
      const text = states
        .map(({ thing, born, seq, sums, owner: by }) => lineOf([thing, by, born, seq, sums]))
        .join('');
      if (waiting) waiting.text += text;
      else {
        const { promise, resolve } = Promise.withResolvers<boolean>();
        waiting = { text, written: promise };
        void inTurn(writeWaiting).then(resolve);
      }
      return waiting.written;
    },
    rotate: () =>
      inTurn(async () => {
        await endCurrent().catch(failed);
        return number - 1;
      }),
    drop: (upTo) =>
      inTurn(async () => {
        for (const n of [...older.keys()].filter((one) => one <= upTo)) {
          await rm(fileOf(n), { force: true });
          older.delete(n);
        }
      }),
    size: () => (current?.bytes ?? 0) + older.values().reduce((sum, bytes) => sum + bytes, 0),

    async leftovers() {
      const files: string[] = [];
      const states: AccountState[] = [];
      for (const name of (await readdir(folder)).filter((entry) => entry.endsWith(suffix))) {
        if (name.startsWith(`${owner}.`)) continue;
        const file = path.join(folder, name);
        try {
          const [first, ...lines] = valuesOf(await readFile(file, 'utf8'));
          const head = headSchema.safeParse(first);
          if (head.success) {
            if ((await processes.identityOf(head.data.pid)) === head.data.identity) continue;
            // Read again: it may have written on before it died.
            states.push(...valuesOf(await readFile(file, 'utf8')).flatMap(stateOf));
          } else if (lines.length > 0 || Date.now() - (await stat(file)).mtimeMs < beginningMs) continue;
          files.push(file);
        } catch (error) {
          if (!isGone(error)) throw error;
        }
      }
      return {
        states: latestOf(states),
        release: async () => {
          for (const file of files) await rm(file, { force: true });
        },
      };
    },

    async close() {
      clearTimeout(syncTimer);
      await inTurn(endCurrent).catch(failed);
      clearTimeout(syncTimer);
    },
  };
};

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const syncFolder = async (folder: string): Promise<void> => {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Not every system lets a folder be opened; there it needs no syncing.
  }
};
