import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { createBaseStore } from '../../../src/counters/base-store.ts';
import { createOwnerId, openCounters } from '../../../src/counters/counters.ts';
import { openJournal } from '../../../src/counters/journal.ts';
import { createSharedAccounts } from '../../../src/counters/shared-accounts.ts';
import { processIdentity } from '../../../src/infra/embedded/process-identity.ts';
import { connectMongo } from '../../../src/infra/mongo.ts';
import { quiet } from '../../testkit/quiet-log.ts';
import { freshMongo, freshRedis, scratchFolder } from '../../testkit/servers.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const program = fileURLToPath(new URL('../../testkit/counting-process.ts', import.meta.url));
const line = z.object({ name: z.string(), added: z.int() });
const kinds = { video: { collection: 'videoStats', counters: ['views'] } } as const;

/** Rounds, in each of which two processes are killed. */
const rounds = 10;
/** What this process adds, which is not killed, to things that the killed ones fold. */
const ours = 300;

const kill = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
};

test.for(['with Redis', 'without Redis'])(
  'two processes that fold are killed again and again, and every count is exact, %s',
  { timeout: 180_000 },
  async (how) => {
    const mongoUri = freshMongo();
    const { url, prefix } = freshRedis();
    const redisUrl = how === 'with Redis' ? url : undefined;
    const folder = await scratchFolder();
    const mongo = await connectMongo(mongoUri);
    onTestFinished(() => mongo.close());
    const base = createBaseStore({ connection: mongo, kinds, log: quiet });
    await base.prepare();

    const client = redisUrl === undefined ? undefined : new Redis(redisUrl);
    onTestFinished(() => client?.disconnect());
    if (client) await waitFor(() => client.status === 'ready', 'Redis is there');
    const open = async () => {
      const owner = createOwnerId();
      const processes = { pid: process.pid, identityOf: processIdentity };
      return openCounters<{ readonly video: 'views' }>({
        kinds,
        base,
        owner,
        shared: client && createSharedAccounts({ client, prefix, budgetMs: 5_000 }),
        journal: await openJournal({ folder, owner, processes, log: quiet }),
        overdueMs: 0,
        log: quiet,
      });
    };
    const mine = await open();
    onTestFinished(() => mine.close());

    const acknowledged = new Map<string, number>();
    const startOne = (name: string): { readonly child: ChildProcess; readonly counts: Promise<unknown> } => {
      const child = spawn(
        process.execPath,
        [program, JSON.stringify({ name, mongoUri, redisUrl, prefix, folder })],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      onTestFinished(() => kill(child));
      acknowledged.set(name, 0);
      const lines = createInterface({ input: child.stdout });
      const counts = new Promise<void>((resolve) => {
        lines.on('line', (text) => {
          // The last one may be cut off.
          if (!text.endsWith('}')) return;
          const { added } = line.parse(JSON.parse(text));
          acknowledged.set(name, added);
          if (added === 3) resolve();
        });
        child.on('exit', () => resolve());
      });
      return { child, counts };
    };

    let added = 0;
    for (let round = 0; round < rounds; round += 1) {
      const pair = [`${round}-a`, `${round}-b`].map(startOne);
      await Promise.all(pair.map(({ counts }) => counts));
      await Promise.all([
        ...pair.map(async ({ child }) => {
          await delay(Math.random() * 120);
          await kill(child);
        }),
        (async () => {
          for (let turn = 0; turn < ours / rounds; turn += 1) {
            await mine.of('video').add('ours', { views: 1 });
            added += 1;
          }
        })(),
      ]);
    }

    await mine.foldNow();
    expect(await mine.foldNow()).toEqual({ folded: 0, kept: 0 });
    const names = [...acknowledged.keys()];
    const counts = await mine.of('video').read(['ours', ...names]);
    const bases = await base.read(['video:ours', ...names.map((name) => `video:${name}`)]);
    expect(counts[0]).toEqual({ views: added });
    expect(bases.get('video:ours')?.counts).toEqual({ views: added });
    for (const [place, name] of names.entries()) {
      const views = counts[place + 1]?.views ?? 0;
      // One addition at a time was under way when the process was killed: it happened, or it did not.
      const heard = acknowledged.get(name) ?? 0;
      expect([heard, heard + 1]).toContain(views);
      expect(bases.get(`video:${name}`)?.counts).toEqual({ views });
    }
    expect(names.length).toBe(2 * rounds);
    expect(Math.min(...acknowledged.values())).toBeGreaterThanOrEqual(3);
    // Who was killed when it had just begun a file left one with nothing in it.
    for (const file of await readdir(folder)) expect(await readFile(path.join(folder, file), 'utf8')).toBe('');
  },
);
