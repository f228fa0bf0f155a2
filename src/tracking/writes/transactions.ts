import type { Tag } from '../../cache/tags.ts';
import type { WriteLedger } from './ledger.ts';

/** A transaction as commands name it: the session, and the number that grows with each transaction of it. */
export interface TransactionKey {
  readonly session: string;
  readonly number: string;
}

interface Open {
  readonly number: string;
  readonly ledger: () => WriteLedger;
  readonly tags: Set<Tag>;
}

/**
 * What transactions have written and not committed yet. One a session is kept: the next one of the session
 * begins only when the former is over, and the server's sessions are reused.
 */
export class Transactions {
  readonly #open = new Map<string, Open>();

  /** @param ledger where its tags go when it commits. */
  note({ session, number }: TransactionKey, tags: Iterable<Tag>, ledger: () => WriteLedger): void {
    let open = this.#open.get(session);
    if (open === undefined || open.number !== number) {
      open = { number, ledger, tags: new Set() };
      this.#open.set(session, open);
    }
    for (const tag of tags) open.tags.add(tag);
  }

  /**
   * A commit was sent. It may be sent again after an unknown outcome, so the transaction stays known.
   * @returns `undefined` when the transaction wrote nothing.
   */
  commit({ session, number }: TransactionKey): { ledger: WriteLedger; tags: ReadonlySet<Tag> } | undefined {
    const open = this.#open.get(session);
    if (open === undefined || open.number !== number) return undefined;
    return { ledger: open.ledger(), tags: open.tags };
  }

  abort({ session, number }: TransactionKey): void {
    if (this.#open.get(session)?.number === number) this.#open.delete(session);
  }
}
