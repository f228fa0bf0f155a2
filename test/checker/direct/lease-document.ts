import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type mongoose from 'mongoose';

interface Lease {
  readonly _id: string;
  /** An instance's id, and its term's. */
  readonly holder: string;
  readonly until: Date;
}

const pollMs = 50;
const patienceMs = 60_000;
const majority = { writeConcern: { w: 'majority' } } as const;
const byId = { _id: 'follower' };

/** The document that says which instance follows: docs/consistency.md names it. */
export class LeaseDocument {
  readonly #documents: mongoose.mongo.Collection<Lease>;

  constructor(database: mongoose.mongo.Db) {
    this.#documents = database.collection<Lease>('marquee.follower');
  }

  /**
   * Goes on after the end of a run, since a fault that has begun must be shown to have been.
   *
   * @returns the first holder, by Mongo's clock, that is none of these; `undefined`: there is none within a minute.
   */
  async heldByOther(than: readonly (string | undefined)[]): Promise<string | undefined> {
    const endMs = performance.now() + patienceMs;
    while (performance.now() < endMs) {
      const held = await this.#documents.findOne({ ...byId, $expr: { $gt: ['$until', '$$NOW'] } });
      if (held && !than.includes(held.holder)) return held.holder;
      await delay(pollMs);
    }
    return undefined;
  }

  /** @returns who held it. */
  async remove(): Promise<string | undefined> {
    return (await this.#documents.findOneAndDelete(byId, majority))?.holder;
  }

  /** Gives it to somebody who follows nothing. */
  async giveAway(ms: number): Promise<{ readonly before: string | undefined; readonly stranger: string }> {
    const stranger = `nobody/${randomUUID()}`;
    const given = { holder: stranger, until: { $add: ['$$NOW', ms] } };
    const before = await this.#documents.findOneAndUpdate(byId, [{ $set: given }], majority);
    return { before: before?.holder, stranger };
  }
}

/** Which instance a holder is. */
export const instanceOf = (holder: string): string => holder.split('/', 1)[0] ?? holder;
