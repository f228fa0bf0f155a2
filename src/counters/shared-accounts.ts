import type { CacheEvents } from '../cache/events.ts';
import { groupByNode, nodeOfKey, type RedisClient, slotOfKey } from '../cache/stores/key-slots.ts';
import { createRedisGuard, type RedisPatience } from '../cache/stores/redis-guard.ts';
import type { AccountState } from './account.ts';
import { CLEAR, DROP, OVERDUE, PUT, type RedisScript, runScript } from './redis-scripts.ts';

export interface SharedAccountsOptions {
  /** Stays open: it was lent. */
  readonly client: RedisClient;
  /** In front of every key, with a colon between. */
  readonly prefix: string;
  /** Milliseconds that a call may wait for Redis. */
  readonly budgetMs: number;
  readonly events?: CacheEvents;
  /** See {@link RedisPatience}. */
  readonly patience?: RedisPatience | undefined;
}

/** Accounts of all processes in Redis, so that each one's are in everybody's readings and outlive their process. */
export interface SharedAccounts {
  /** Keeps states unless later ones are there. @returns those that Redis has now; of the others it is not known. */
  put(states: readonly AccountState[]): Promise<ReadonlySet<AccountState>>;
  /** All accounts of these things; of a server that does not answer, none: then it is not the whole. */
  read(
    things: readonly string[],
  ): Promise<{ readonly states: readonly AccountState[]; readonly isWhole: boolean }>;
  /** Accounts that nobody has folded for so many milliseconds. */
  overdue(ageMs: number): Promise<readonly AccountState[]>;
  /** Takes states away that are in the base. */
  clear(states: readonly AccountState[]): Promise<void>;
  drop(things: readonly string[]): Promise<void>;
  /** Calls back when a server is connected anew: it may lack what it had. */
  onReturn(listener: () => void): void;
  /** Marks something for a while. @returns whether it was not marked yet; `undefined`: it is not known. */
  mark(key: string, windowMs: number): Promise<boolean | undefined>;
  close(): void;
}

/** Keys of things are spread over so many slots, and each has one list of what is there. */
const shards = 64;
/** Accounts that a script takes at once: others wait meanwhile, some 5 µs for each. */
const batchSize = 200;
/** Members of a shard that are taken up at once. */
const overdueAtOnce = 1_000;

/** All that a guard has to say of it. */
const store = 'counters';

const encode = ({ born, seq, sums }: AccountState): string => `${born}:${seq}:${JSON.stringify(sums)}`;

const decode = (thing: string, owner: string, value: string): AccountState | undefined => {
  const [, born, seq, json] = /^(\d+):(\d+):(\{.*\})$/.exec(value) ?? [];
  if (json === undefined) return undefined;
  try {
    const sums = Object.entries(JSON.parse(json) as object).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number',
    );
    return { thing, owner, born: Number(born), seq: Number(seq), sums: Object.fromEntries(sums) };
  } catch {
    return undefined;
  }
};

const fieldsOf = (reply: unknown): readonly (readonly [string, string])[] =>
  Object.entries(reply ?? {}).map(([field, value]: readonly [string, unknown]) => [field, String(value)]);

const memberOf = ({ owner, thing }: Pick<AccountState, 'owner' | 'thing'>): string => `${owner} ${thing}`;

const chunked = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));

export const createSharedAccounts = (options: SharedAccountsOptions): SharedAccounts => {
  const { client, prefix, budgetMs, events, patience } = options;
  const guard = createRedisGuard({ store, budgetMs, patience, ...(events && { events }) });
  const listeners: (() => void)[] = [];
  const openKey = (shard: number): string => `${prefix}:counters:{${shard}}:open`;
  const shardOf = (text: string): number => slotOfKey(text.replaceAll('{', '(')) % shards;
  const keyOf = (thing: string): string => `${prefix}:counters:{${shardOf(thing)}}:of:${thing}`;

  const onNode = async <T>(key: string, operation: () => Promise<T>): Promise<T | undefined> => {
    // It connects, or does not: the client tells so itself.
    if (client.status !== 'ready') return undefined;
    return guard.run(nodeOfKey(client, key), () => client.exists(key), operation);
  };

  /** Runs a script on what belongs to things, a batch at a time, so that no batch waits for another. @returns what was done. */
  const onThings = async <T>(
    script: RedisScript,
    list: readonly T[],
    thingOf: (one: T) => string,
    argsOf: (one: T) => readonly (string | number)[],
  ): Promise<readonly T[]> => {
    const onSome = async (some: readonly T[]): Promise<readonly T[]> => {
      const [first] = some;
      if (first === undefined) return [];
      const keys = some.flatMap((one) => [keyOf(thingOf(one)), openKey(shardOf(thingOf(one)))]);
      const reply = await onNode(keyOf(thingOf(first)), () =>
        runScript(client, script, keys, some.flatMap(argsOf)),
      );
      return reply === undefined ? [] : some;
    };
    const done: T[] = [];
    for (const batch of chunked(list, batchSize)) {
      // A script of a Cluster has to stay in one slot.
      const groups = client.isCluster
        ? [...Map.groupBy(batch, (one) => shardOf(thingOf(one))).values()]
        : [batch];
      done.push(...(await Promise.all(groups.map(onSome))).flat());
    }
    return done;
  };

  const thingOf = ({ thing }: AccountState): string => thing;

  /** One round trip a server. Nothing of a server that did not answer, which `onSilence` is told. */
  const piped = async <T>(
    keys: readonly string[],
    ask: (pipeline: ReturnType<RedisClient['pipeline']>, place: number) => void,
    take: (reply: unknown, place: number) => T,
    onSilence: () => void = () => undefined,
  ): Promise<readonly T[]> => {
    const found = await Promise.all(
      groupByNode(client, keys).map(async ({ keys: own, places }) => {
        const [first] = own;
        if (first === undefined) return [];
        const replies = await onNode(first, async () => {
          const pipeline = client.pipeline();
          for (const place of places) ask(pipeline, place);
          const all = (await pipeline.exec()) ?? [];
          const failed = all.find(([error]) => error !== null);
          if (failed?.[0]) throw failed[0];
          return all.map(([, reply]) => reply);
        });
        if (replies === undefined) onSilence();
        return (replies ?? []).map((reply, at) => take(reply, places[at] ?? 0));
      }),
    );
    return found.flat();
  };

  return {
    async put(states) {
      const done = await onThings(PUT, states, thingOf, (state) => [
        state.owner,
        state.born,
        state.seq,
        encode(state),
        memberOf(state),
      ]);
      return new Set(done);
    },

    async read(things) {
      const keys = things.map(keyOf);
      let isWhole = true;
      const accounts = await piped(
        keys,
        (pipeline, place) => void pipeline.hgetall(keys[place] ?? ''),
        (reply, place) =>
          fieldsOf(reply).flatMap(([owner, value]) => decode(things[place] ?? '', owner, value) ?? []),
        () => {
          isWhole = false;
        },
      );
      return { states: accounts.flat(), isWhole };
    },

    async overdue(ageMs) {
      const members = await Promise.all(
        Array.from({ length: shards }, async (_, shard) => {
          const key = openKey(shard);
          const reply = await onNode(key, () => runScript(client, OVERDUE, [key], [ageMs, overdueAtOnce]));
          return Array.isArray(reply) ? reply.map(String) : [];
        }),
      );
      const wanted = members.flat().map((member) => {
        const space = member.indexOf(' ');
        return { owner: member.slice(0, space), thing: member.slice(space + 1) };
      });
      const found: AccountState[] = [];
      for (const batch of chunked(wanted, batchSize)) {
        const keys = batch.map(({ thing }) => keyOf(thing));
        const states = await piped(
          keys,
          (pipeline, place) => void pipeline.hget(keys[place] ?? '', batch[place]?.owner ?? ''),
          (reply, place) => {
            const { thing = '', owner = '' } = batch[place] ?? {};
            // Listed and not there, which only an eviction does: as an empty one it leaves the list.
            const gone = { thing, owner, born: 0, seq: 0, sums: {} };
            return typeof reply === 'string' ? (decode(thing, owner, reply) ?? gone) : gone;
          },
        );
        found.push(...states);
      }
      return found;
    },

    async clear(states) {
      await onThings(CLEAR, states, thingOf, (state) => [
        state.owner,
        state.born,
        state.seq,
        memberOf(state),
      ]);
    },

    async drop(things) {
      await onThings(
        DROP,
        things,
        (thing) => thing,
        (thing) => [thing],
      );
    },

    onReturn(listener) {
      const event = client.isCluster ? '+node' : 'ready';
      client.on(event, listener);
      listeners.push(() => void client.off(event, listener));
    },

    async mark(key, windowMs) {
      const name = `${prefix}:counters:once:${key}`;
      const reply = await onNode(name, async () => ({
        isNew: (await client.set(name, '1', 'PX', windowMs, 'NX')) === 'OK',
      }));
      return reply?.isNew;
    },

    close() {
      guard.close();
      for (const takeOff of listeners) takeOff();
    },
  };
};
