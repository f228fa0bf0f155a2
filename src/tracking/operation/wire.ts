import type { mongo } from 'mongoose';
import type { Tag } from '../../cache/tags.ts';
import { isRecord } from '../canonical.ts';
import type { Declarations } from '../facets/declarations.ts';
import { isRead, planOf } from '../reads/command.ts';
import { wideTags } from '../reads/plan.ts';
import { announcementOf, isOwnErrand } from '../writes/announcement.ts';
import { type SettledWrites, WriteLedger } from '../writes/ledger.ts';
import { kindOf } from '../writes/targets.ts';
import type { TransactionKey, Transactions } from '../writes/transactions.ts';
import { type InFlight, moreInFlight, readInFlight, writeInFlight } from './in-flight.ts';
import { enclosingOperation, type Operation } from './operation.ts';
import { sessionOfCommand } from './read-sessions.ts';

type Event = mongo.CommandStartedEvent;
type Command = Readonly<Record<string, unknown>>;

export interface WireOptions {
  readonly client: mongo.MongoClient;
  readonly declarations: Declarations;
  /** Operations that are being computed. */
  readonly running: ReadonlySet<Operation>;
  readonly transactions: Transactions;
  /** Takes the writes that no operation will report. Must not throw. */
  readonly onOrphanWrite: (writes: SettledWrites) => void;
}

const transactionOf = (command: Command): TransactionKey | undefined => {
  const session = sessionOfCommand(command);
  if (command['autocommit'] !== false || session === undefined) return undefined;
  return { session, number: String(command['txnNumber']) };
};

/** Sees every command of a client: reads become tags, writes that nobody announced become stamps. */
export class Wire {
  readonly #options: WireOptions;
  readonly #inFlight = new Map<number, InFlight>();

  constructor(options: WireOptions) {
    this.#options = options;
    const { client } = options;
    client.on('commandStarted', this.#started);
    client.on('commandSucceeded', this.#succeeded);
    client.on('commandFailed', this.#failed);
  }

  detach(): void {
    const { client } = this.#options;
    client.off('commandStarted', this.#started);
    client.off('commandSucceeded', this.#succeeded);
    client.off('commandFailed', this.#failed);
  }

  readonly #started = (event: Event): void => {
    if (isOwnErrand()) return;
    const inFlight = this.#begin(event);
    if (inFlight !== undefined) this.#inFlight.set(event.requestId, inFlight);
  };

  readonly #succeeded = ({ requestId, reply }: mongo.CommandSucceededEvent): void => {
    const inFlight = this.#inFlight.get(requestId);
    this.#inFlight.delete(requestId);
    inFlight?.succeeded(reply);
  };

  readonly #failed = ({ requestId }: mongo.CommandFailedEvent): void => {
    const inFlight = this.#inFlight.get(requestId);
    this.#inFlight.delete(requestId);
    inFlight?.failed();
  };

  #begin(event: Event): InFlight | undefined {
    if (event.commandName === 'commitTransaction') return this.#beginCommit(event.command);
    if (event.commandName === 'abortTransaction') {
      const key = transactionOf(event.command);
      if (key !== undefined) this.#options.transactions.abort(key);
      return undefined;
    }
    const command = kindOf(event);
    if (command.kind === 'harmless') return undefined;
    return command.kind === 'read' ? this.#beginRead(event) : this.#beginWrite(event, command.namespaces);
  }

  #beginRead(event: Event): InFlight | undefined {
    const operation = enclosingOperation();
    const { commandName, command } = event;
    if (operation === undefined) {
      for (const running of this.#options.running)
        running.taint(`a ${commandName} went out without its operation`);
      return undefined;
    }
    // What is read once the answer is there is for nobody, and what a mutation reads is never stored.
    if (!operation.isOpen || operation.kind === 'mutation') return undefined;
    if (commandName === 'getMore') return moreInFlight(operation, String(command['getMore']));
    const plan = planOf(event, this.#options.declarations, operation.clock);
    if (plan.kind === 'uncacheable') {
      operation.taint(plan.reason);
      return undefined;
    }
    const fault = isRead(commandName) ? operation.sessions.faultOf(command) : undefined;
    if (fault !== undefined) operation.taint(fault);
    operation.addTags(plan.tags);
    return readInFlight(operation, plan);
  }

  #beginWrite(event: Event, namespaces: readonly string[] | 'all'): InFlight | undefined {
    const { command } = event;
    const operation = enclosingOperation();
    const names = namespaces === 'all' ? this.#options.declarations.namespaces : namespaces;
    const announcement = names[0] === undefined ? undefined : announcementOf(names[0]);
    const tags = announcement === undefined ? names.flatMap(wideTags) : [];
    if (operation?.isOpen === true) operation.taint('it wrote');
    const ledger = this.#ledgerOf(operation);
    const transaction = transactionOf(command);
    if (transaction !== undefined) {
      if (announcement !== undefined) announcement.transaction = transaction;
      this.#options.transactions.note(transaction, tags, ledger);
      return undefined;
    }
    return this.#writeInFlight(ledger(), tags, command);
  }

  #beginCommit(command: Command): InFlight | undefined {
    const key = transactionOf(command);
    const commit = key === undefined ? undefined : this.#options.transactions.commit(key);
    if (commit === undefined) return undefined;
    return this.#writeInFlight(commit.ledger, [...commit.tags], command);
  }

  #writeInFlight(ledger: WriteLedger, tags: readonly Tag[], command: Command): InFlight {
    const concern = command['writeConcern'];
    return writeInFlight({
      client: this.#options.client,
      ledger,
      intent: ledger.begin(),
      tags,
      asksMajority: isRecord(concern) && concern['w'] === 'majority',
    });
  }

  /** Where a write is reported: with its operation, as long as that has not reported yet; else by itself. */
  #ledgerOf(operation: Operation | undefined): () => WriteLedger {
    return () => {
      if (operation?.isOpen === true) return operation.ledger;
      const ledger = new WriteLedger();
      // The intent that the caller begins in this turn is settled before the report.
      queueMicrotask(() => void this.#reportOrphan(ledger));
      return ledger;
    };
  }

  async #reportOrphan(ledger: WriteLedger): Promise<void> {
    const writes = await ledger.settled();
    if (writes.tags.length > 0) this.#options.onOrphanWrite(writes);
  }
}
