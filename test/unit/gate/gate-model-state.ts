import type { GateState } from '../../../src/tracking/gate/gate-machine.ts';

/** What of the gate's document matters to the promise. Epochs are small numbers, -1 for none. */
export interface ModelDocument {
  readonly state: GateState;
  readonly epoch: number;
}

/** A read of the gate: under way, or what an instance acts on. */
export interface ModelView {
  readonly document: ModelDocument;
  /** Ticks since the read began. */
  readonly age: number;
  /** Whether the write was in Mongo at the operation time of the read. */
  readonly afterWrite: boolean;
  /** Whether it shows the present version: then it also begins the wait of {@link ModelInstance.sighted}. */
  readonly fresh: boolean;
}

export interface ModelInstance {
  readonly view: ModelView | undefined;
  /** A read of the gate that Mongo has served and whose reply has not arrived. */
  readonly reading: ModelView | undefined;
  /** Ticks since the present version was first seen; -1 when it has not been, or nothing waits for it. */
  readonly sighted: number;
  /** What bounds its reads of Mongo: the first read of the gate that showed this epoch live. */
  readonly bound: { readonly epoch: number; readonly afterWrite: boolean } | undefined;
  /** The epoch that it opened in Redis and has not named yet, -1 for none. */
  readonly opened: number;
}

export interface ModelServer {
  /** Epoch of its head, -1 without one. */
  readonly head: number;
  /** Whether it is still the server, by replication id, on which that epoch was opened. */
  readonly same: boolean;
  /** Whether the log of that head holds the write's record. */
  readonly stamped: boolean;
}

export interface ModelState {
  readonly document: ModelDocument;
  readonly instances: readonly ModelInstance[];
  readonly servers: readonly ModelServer[];
  /** Bit per epoch: an entry from before the write is stored under it. */
  readonly oldEntries: number;
  /** Bit per epoch: since the acknowledgement, a proof has passed that entry. */
  readonly passed: number;
  readonly write: {
    readonly stage: 'not yet' | 'written' | 'acknowledged';
    /** Epoch to which an append is under way, -1 for none. */
    readonly sentTo: number;
    /** Epoch whose log has acknowledged the record, -1 for none. */
    readonly appendedTo: number;
  };
}

const STATES: readonly GateState[] = ['live', 'closing', 'none', 'opening'];
const STAGES = ['not yet', 'written', 'acknowledged'] as const;

const digit = (value: number): string => String.fromCharCode(48 + value);
const flags = (...values: readonly boolean[]): number =>
  values.reduce((bits, value) => bits * 2 + (value ? 1 : 0), 0);

const documentKey = ({ state, epoch }: ModelDocument): string => digit(STATES.indexOf(state) * 9 + epoch + 1);

const viewKey = (view: ModelView | undefined): string =>
  view === undefined
    ? '-'
    : documentKey(view.document) + digit(view.age * 4 + flags(view.afterWrite, view.fresh));

export const instanceKey = ({ view, reading, sighted, bound, opened }: ModelInstance): string =>
  viewKey(view) +
  viewKey(reading) +
  digit(sighted) +
  digit(bound === undefined ? -1 : bound.epoch * 2 + flags(bound.afterWrite)) +
  digit(opened);

export const serverKey = ({ head, same, stamped }: ModelServer): string =>
  digit(head * 4 + flags(same, stamped));

export const stateKey = ({ document, instances, servers, oldEntries, passed, write }: ModelState): string =>
  documentKey(document) +
  instances.map(instanceKey).join('') +
  servers.map(serverKey).join('') +
  digit(STAGES.indexOf(write.stage) * 81 + (write.sentTo + 1) * 9 + write.appendedTo + 1) +
  digit(oldEntries) +
  digit(passed);

const byKey =
  <Value>(key: (value: Value) => string) =>
  (one: Value, other: Value): number =>
    key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0;

/** The epochs that something can still act on, the gate's first. */
const referenced = (state: ModelState): number[] => {
  const epochs = new Set([state.document.epoch]);
  for (const { view, reading, opened } of state.instances) {
    epochs.add(view?.document.epoch ?? -1).add(reading?.document.epoch ?? -1);
    epochs.add(opened);
  }
  epochs.add(state.write.sentTo).delete(-1);
  return [...epochs];
};

/**
 * One of the many states with the same future. Epochs that nothing refers to are forgotten, since an epoch is
 * named by the gate once; the others are numbered from 0, so that there may be any number of them in a history;
 * and an order among what is alike (readers, servers) would only multiply the states.
 */
export const canonical = (state: ModelState): ModelState => {
  const epochs = referenced(state);
  const rename = (epoch: number): number => epochs.indexOf(epoch);
  const renameBits = (bits: number): number =>
    epochs.reduce((all, epoch, index) => all | (((bits >> epoch) & 1) << index), 0);
  const renameView = (view: ModelView | undefined): ModelView | undefined =>
    view && { ...view, document: { state: view.document.state, epoch: rename(view.document.epoch) } };
  const instances = state.instances.map(({ view, reading, sighted, bound, opened }): ModelInstance => {
    const boundEpoch = bound === undefined ? -1 : rename(bound.epoch);
    return {
      view: renameView(view),
      reading: renameView(reading),
      sighted,
      bound: bound === undefined || boundEpoch < 0 ? undefined : { ...bound, epoch: boundEpoch },
      opened: rename(opened),
    };
  });
  const [writer, ...readers] = instances;
  const { stage, sentTo, appendedTo } = state.write;
  return {
    document: { state: state.document.state, epoch: rename(state.document.epoch) },
    // Once the write is acknowledged its writer is a reader like the others.
    instances:
      writer === undefined || stage === 'acknowledged'
        ? instances.toSorted(byKey(instanceKey))
        : [writer, ...readers.toSorted(byKey(instanceKey))],
    servers: state.servers
      .map((server): ModelServer => {
        const head = rename(server.head);
        return head < 0 ? { head, same: false, stamped: false } : { ...server, head };
      })
      .toSorted(byKey(serverKey)),
    oldEntries: renameBits(state.oldEntries),
    passed: renameBits(state.passed),
    write: { stage, sentTo: rename(sentTo), appendedTo: rename(appendedTo) },
  };
};
