import { setTimeout as delay } from 'node:timers/promises';
import mongoose from 'mongoose';
import { z } from 'zod';
import { messageOf } from './message-of.ts';

const { MongoClient, MongoServerError } = mongoose.mongo;

export const REPLICA_SET = 'marquee';

/** Address of the embedded server on that port, with the database "marquee". */
export const embeddedUri = (port: number): string =>
  `mongodb://127.0.0.1:${port}/marquee?replicaSet=${REPLICA_SET}`;

const POLL_MS = 20;
/** With one voter there is nobody to wait for; it only matters after a step-down. */
const ELECTION_TIMEOUT_MS = 1000;
/** Longer than it takes to follow a change; whoever comes later does without. */
const PRE_IMAGES_EXPIRE_AFTER_SECONDS = 3600;
/** MongoDB's code for a server that was started for a replica set and never told its members. */
const NOT_YET_INITIALIZED = 94;

const configSchema = z.looseObject({
  version: z.int(),
  members: z.array(z.looseObject({ _id: z.int(), host: z.string() })),
});
type Config = z.infer<typeof configSchema>;

/**
 * Makes the mongod on that port of 127.0.0.1 the writable primary of a replica set of one: initiates the set in an
 * empty data folder, and rewrites it by force when the port is another one than last time. In the latter case mongod
 * first asks whoever has the old port whether it is itself, and waits up to 30 s for one that never answers.
 *
 * @param pid the mongod's: a stranger that took the port must not be told to change its replica set
 * @param signal ends the waiting, with its reason as the error
 */
export async function becomePrimary(port: number, pid: number, signal: AbortSignal): Promise<void> {
  const host = `127.0.0.1:${port}`;
  const client = new MongoClient(`mongodb://${host}/?directConnection=true`, {
    serverSelectionTimeoutMS: 5000,
    appName: 'marquee-start',
  });
  try {
    const admin = client.db('admin');
    await until(signal, async () => (await admin.command({ serverStatus: 1 }))['pid'] === pid);
    await until(signal, async () => {
      const config = await readConfig(admin);
      if (config === undefined) {
        await admin.command({
          replSetInitiate: {
            _id: REPLICA_SET,
            members: [{ _id: 0, host }],
            settings: { electionTimeoutMillis: ELECTION_TIMEOUT_MS },
          },
        });
      } else if (config.members[0]?.host !== host || config.members.length !== 1) {
        const members = [{ ...config.members[0], _id: 0, host }];
        await admin.command({
          replSetReconfig: { ...config, version: config.version + 1, members },
          force: true,
        });
      }
      return true;
    });
    await until(signal, async () => (await admin.command({ hello: 1 }))['isWritablePrimary'] === true);
    await expirePreImages(admin);
  } finally {
    await client.close();
  }
}

/** What documents were before a change would take as much room as the oplog does, else. */
async function expirePreImages(admin: mongoose.mongo.Db): Promise<void> {
  const preAndPostImages = { expireAfterSeconds: PRE_IMAGES_EXPIRE_AFTER_SECONDS };
  try {
    await admin.command({ setClusterParameter: { changeStreamOptions: { preAndPostImages } } });
  } catch (error) {
    // Before 6.0 there are none.
    if (!(error instanceof MongoServerError)) throw error;
  }
}

async function readConfig(admin: mongoose.mongo.Db): Promise<Config | undefined> {
  try {
    const reply = await admin.command({ replSetGetConfig: 1 });
    return configSchema.parse(reply['config']);
  } catch (error) {
    if (error instanceof MongoServerError && error.code === NOT_YET_INITIALIZED) return undefined;
    throw error;
  }
}

/** Repeats until it holds. A server that has just opened its port answers some commands with errors for a while. */
async function until(signal: AbortSignal, holds: () => Promise<boolean>): Promise<void> {
  let lastError: unknown;
  for (;;) {
    try {
      if (await holds()) return;
    } catch (error) {
      lastError = error;
    }
    await delay(POLL_MS, undefined, { signal }).catch(() => {
      const last = lastError === undefined ? '' : ` (its last answer: ${messageOf(lastError)})`;
      throw new Error(`${messageOf(signal.reason)}${last}`);
    });
  }
}
