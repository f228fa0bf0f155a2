import type { mongo } from 'mongoose';

/** How far an epoch was followed. */
export interface FollowedUpTo {
  readonly nonce: string;
  /** Resume token of Mongo's: all changes up to it are in the log of that epoch. */
  readonly token: object;
}

/** From the taking of the lease until it is given back, or somebody else takes it. */
export interface Term {
  /** As the one before left it. */
  readonly followed: FollowedUpTo | undefined;
  /** Whether nobody else can have taken it, by this process' own clock; a lease that ran out may still be renewed. */
  isHeld(): boolean;
  /** Whether it is time to renew it. */
  isDue(): boolean;
  /** @returns false: somebody else has it. @throws what the driver throws, and then the outcome is not known. */
  renew(followed: FollowedUpTo | undefined): Promise<boolean>;
  /** Lets the next one begin at once. */
  giveBack(): Promise<void>;
}

export interface FollowerLease {
  /** @returns `undefined` while somebody else has it. */
  take(): Promise<Term | undefined>;
}

interface StoredLease {
  readonly _id: string;
  readonly holder: string;
  readonly until: Date;
  readonly nonce?: string;
  readonly token?: object;
}

export interface FollowerLeaseOptions {
  readonly client: mongo.MongoClient;
  readonly databaseName: string;
  /** Tells the terms of this process from all others. */
  readonly newTerm: () => string;
  /** Milliseconds. */
  readonly leaseMs: number;
  /** Milliseconds after which one operation on the document is given up. */
  readonly timeoutMs: number;
}

const ID = 'follower';

const isDuplicateKey = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 11_000;

/**
 * One document, `marquee.follower`: who follows, until when by Mongo's clock, and up to where. Each term has a name of its
 * own, so that a write of an earlier one changes nothing, of the same process or not.
 */
export const createFollowerLease = ({
  client,
  databaseName,
  newTerm,
  leaseMs,
  timeoutMs,
}: FollowerLeaseOptions): FollowerLease => {
  const documents = client.db(databaseName).collection<StoredLease>('marquee.follower');
  const options = { maxTimeMS: timeoutMs, writeConcern: { w: 'majority', wtimeoutMS: timeoutMs } } as const;
  const until = { $add: ['$$NOW', leaseMs] };

  const change = async (holder: string, fields: Readonly<Record<string, unknown>>): Promise<boolean> => {
    const { matchedCount } = await documents.updateOne({ _id: ID, holder }, [{ $set: fields }], options);
    return matchedCount === 1;
  };

  const termOf = (holder: string, stored: StoredLease, askedAtMs: number): Term => {
    let heldFromMs = askedAtMs;
    return {
      followed:
        stored.nonce === undefined || stored.token === undefined
          ? undefined
          : { nonce: stored.nonce, token: stored.token },
      isHeld: () => performance.now() - heldFromMs < leaseMs,
      isDue: () => performance.now() - heldFromMs >= leaseMs / 3,
      async renew(followed) {
        const fromMs = performance.now();
        const upTo = followed && { nonce: followed.nonce, token: { $literal: followed.token } };
        if (!(await change(holder, { until, ...upTo }))) return false;
        heldFromMs = fromMs;
        return true;
      },
      giveBack: async () => void (await change(holder, { until: '$$NOW' })),
    };
  };

  return {
    async take() {
      const holder = newTerm();
      const askedAtMs = performance.now();
      const isFree = { $lte: [{ $ifNull: ['$until', new Date(0)] }, '$$NOW'] };
      const taken = {
        holder: { $cond: [isFree, holder, '$holder'] },
        until: { $cond: [isFree, until, '$until'] },
      };
      try {
        const stored = await documents.findOneAndUpdate({ _id: ID }, [{ $set: taken }], {
          ...options,
          upsert: true,
          returnDocument: 'after',
        });
        return stored?.holder === holder ? termOf(holder, stored, askedAtMs) : undefined;
      } catch (error) {
        // Somebody else was the first one ever.
        if (isDuplicateKey(error)) return undefined;
        throw error;
      }
    },
  };
};
