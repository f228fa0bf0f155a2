/**
 * The gate with everything around it that can go wrong, small enough to be explored whole: instances that look
 * at the gate through views that age; two Redis servers that lose their memory, take over from each other or are
 * restored from a copy, any number of times, and are reached by some and not by others (every append, proof and
 * opening may hit any server, or none); one write, and answers computed and served around it. What an instance
 * may do comes from `gate-machine.ts`.
 *
 * Time is in ticks; a view read at a tick is good for `validity` ticks. What takes time is one move where a
 * longer one could not do more: a view ages from the start of its read, so a read that is answered at once is the
 * worst; a step fails unless the gate is as it was read, so it may as well have been read just now; a record is
 * in the log before the reply to its append. Leases, claims, vetoes and back-off are always over: they keep
 * instances out of each other's way, and the promise does not rest on them.
 */
import {
  epochToServe,
  firstDocument,
  type GateDocument,
  type Instant,
  mutationMove,
  nextStep,
  type Self,
  take,
  type View,
} from '../../../src/tracking/gate/gate-machine.ts';
import { GATE_TIMINGS, type GateTimings } from '../../../src/tracking/gate/gate-timings.ts';
import type { Model, Move } from './explorer.ts';
import type { Rules } from './gate-model-rules.ts';
import {
  canonical,
  type ModelDocument,
  type ModelInstance,
  type ModelServer,
  type ModelState,
  type ModelView,
  stateKey,
} from './gate-model-state.ts';

/** The instance whose mutation it is. */
const WRITER = 0;
const NOW: Instant = { monotonicMs: 0, wallMs: 0 };
/** Late enough for every lease, claim and back-off to be over. */
const SERVER_NOW_MS = 1e9;

const SELF: Self = {
  instanceId: '',
  format: 1,
  logKind: 'redis',
  mayOpen: true,
  begun: undefined,
  opened: undefined,
  provenNonce: undefined,
  cannotAppend: false,
  writes: false,
};
const TEMPLATE: GateDocument = { ...firstDocument(SELF, 0), version: 1 };

const has = (bits: number, epoch: number): boolean => (bits & (1 << epoch)) !== 0;
const named = (epoch: number) => (epoch < 0 ? undefined : { nonce: String(epoch), logId: '' });

const realView = ({ document, age }: Pick<ModelView, 'document' | 'age'>): View => ({
  document: { ...TEMPLATE, state: document.state, epoch: named(document.epoch) },
  readFrom: { monotonicMs: -age, wallMs: -age },
  serverNowMs: SERVER_NOW_MS,
});
const modelDocument = ({ state, epoch }: GateDocument): ModelDocument => ({
  state,
  epoch: epoch === undefined ? -1 : Number(epoch.nonce),
});
const spoken = ({ state, epoch }: ModelDocument): string => (epoch < 0 ? state : `${state}(${epoch})`);

export const gateModel = (rules: Rules): Model<ModelState> => {
  const timings: GateTimings = {
    ...GATE_TIMINGS,
    validityMs: rules.validity,
    closingMs: rules.closingWait,
    openingMs: rules.openingWait,
  };
  const longestWait = Math.max(rules.closingWait, rules.openingWait);

  const servedBy = ({ view }: ModelInstance): number => {
    if (view?.document.state !== 'live') return -1;
    const epoch = epochToServe(realView(view), NOW, SELF, timings);
    return epoch === undefined ? -1 : Number(epoch.nonce);
  };
  const accepts = (server: ModelServer, epoch: number): boolean =>
    epoch >= 0 && server.head === epoch && (server.same || !rules.checkLogId);

  const withInstance = (state: ModelState, index: number, change: Partial<ModelInstance>): ModelState => ({
    ...state,
    instances: state.instances.map((one, at) => (at === index ? { ...one, ...change } : one)),
  });
  const withServer = (state: ModelState, index: number, server: ModelServer): ModelState => ({
    ...state,
    servers: state.servers.map((one, at) => (at === index ? server : one)),
  });

  /** The state with what follows from it at once, and without what can never matter again. */
  const settle = (state: ModelState): ModelState => {
    const { stage } = state.write;
    let { passed } = state;
    if (stage === 'acknowledged') {
      for (const server of state.servers) {
        const { head, stamped } = server;
        if (!stamped && accepts(server, head) && has(state.oldEntries, head)) passed |= 1 << head;
      }
    }
    const waits = state.document.state === 'closing' || state.document.state === 'opening';
    const instances = state.instances.map((one, index): ModelInstance => {
      // Only a mutation acts on a view of another state; such a read may still be the first to show the version.
      const mutates = index === WRITER && stage !== 'acknowledged';
      const matters = (view: ModelView | undefined): boolean => mutates || view?.document.state === 'live';
      const view = matters(one.view)
        ? one.view && { ...one.view, fresh: false, afterWrite: false }
        : undefined;
      const reading =
        matters(one.reading) || (waits && one.reading?.fresh === true) ? one.reading : undefined;
      return { ...one, view, reading, sighted: waits ? one.sighted : -1 };
    });
    const servers = state.servers.map((server) =>
      accepts(server, server.head) ? server : { head: -1, same: false, stamped: false },
    );
    return canonical({ ...state, instances, servers, passed });
  };

  const deliver = (state: ModelState, index: number, view: ModelView): ModelState => {
    const instance = state.instances[index];
    const { document, afterWrite } = view;
    const isNew = document.state === 'live' && instance?.bound?.epoch !== document.epoch;
    return withInstance(state, index, {
      view: rules.ageFrom === 'start' ? view : { ...view, age: 0 },
      reading: undefined,
      sighted: view.fresh ? Math.max(instance?.sighted ?? -1, 0) : (instance?.sighted ?? -1),
      bound: isNew ? { epoch: document.epoch, afterWrite } : instance?.bound,
    });
  };

  const tick = (state: ModelState): ModelState => ({
    ...state,
    instances: state.instances.map(({ view, reading, sighted, ...rest }) => {
      const late = reading !== undefined && reading.age + 1 >= rules.validity && rules.ageFrom === 'start';
      return {
        ...rest,
        view:
          view !== undefined && view.age + 1 < rules.validity ? { ...view, age: view.age + 1 } : undefined,
        reading:
          reading === undefined || late
            ? undefined
            : { ...reading, age: Math.min(reading.age + 1, rules.validity) },
        sighted: sighted < 0 ? -1 : Math.min(sighted + 1, longestWait),
      };
    }),
  });

  const gateReads = function* (state: ModelState, index: number): Generator<Move<ModelState>> {
    const { document, write } = state;
    const view: ModelView = { document, age: 0, fresh: true, afterWrite: write.stage !== 'not yet' };
    if (!rules.lateReplies) {
      yield { label: `${index} reads the gate: ${spoken(document)}`, state: deliver(state, index, view) };
      return;
    }
    const reading = state.instances[index]?.reading;
    yield reading === undefined
      ? {
          label: `${index} asks for the gate, which is ${spoken(document)}`,
          state: withInstance(state, index, { reading: view }),
        }
      : {
          label: `${index} hears that the gate was ${spoken(reading.document)}`,
          state: deliver(state, index, reading),
        };
  };

  const steps = function* (state: ModelState, index: number): Generator<Move<ModelState>> {
    const instance = state.instances[index];
    if (instance === undefined) return;
    const view = realView({ document: state.document, age: 0 });
    const sighting = { version: TEMPLATE.version, monotonicMs: -Math.max(instance.sighted, 0) };
    const epoch = named(instance.opened);
    const opened = epoch && { version: TEMPLATE.version, epoch };
    const healthy: Self = { ...SELF, provenNonce: view.document.epoch?.nonce, opened };
    for (const self of [healthy, { ...SELF, cannotAppend: true }]) {
      const step = nextStep(view, sighting, NOW, self, timings);
      if (step === undefined) continue;
      if (step.kind === 'claim') {
        yield* beginnings(state, index);
        continue;
      }
      const document = modelDocument(take(view, step, self, timings));
      const aged = (one: ModelView | undefined): ModelView | undefined => one && { ...one, fresh: false };
      yield {
        label: `${index} moves the gate to ${spoken(document)}`,
        state: {
          ...state,
          document,
          instances: state.instances.map((one) => ({
            ...one,
            reading: aged(one.reading),
            sighted: -1,
            opened: -1,
          })),
        },
      };
    }
  };

  const beginnings = function* (state: ModelState, index: number): Generator<Move<ModelState>> {
    const taken = new Set([
      state.document.epoch,
      state.write.sentTo,
      ...state.instances.flatMap(({ view, reading, opened }) => [
        view?.document.epoch ?? -1,
        reading?.document.epoch ?? -1,
        opened,
      ]),
    ]);
    let epoch = 0;
    while (taken.has(epoch)) epoch++;
    for (const [at, server] of state.servers.entries()) {
      const next = withServer(state, at, { ...server, head: epoch, same: true, stamped: false });
      const fresh = ~(1 << epoch);
      yield {
        label: `${index} opens epoch ${epoch} on a server`,
        state: {
          ...withInstance(next, index, { opened: epoch }),
          oldEntries: state.oldEntries & fresh,
          passed: state.passed & fresh,
        },
      };
    }
  };

  const computations = function* (state: ModelState, index: number): Generator<Move<ModelState>> {
    const instance = state.instances[index];
    const epoch = instance === undefined ? -1 : servedBy(instance);
    if (epoch < 0 || has(state.oldEntries, epoch)) return;
    const bounded = rules.boundReads && instance?.bound?.epoch === epoch && instance.bound.afterWrite;
    if (state.write.stage !== 'not yet' && bounded) return;
    // A record carries the time of its write, so a proof that shows it bounds the reads of the computation.
    if (!state.servers.some((server) => accepts(server, epoch) && !server.stamped)) return;
    yield {
      label: `${index} computes an answer without the write, in epoch ${epoch}`,
      state: { ...state, oldEntries: state.oldEntries | (1 << epoch) },
    };
  };

  const mutation = function* (state: ModelState): Generator<Move<ModelState>> {
    const { write } = state;
    const view = state.instances[WRITER]?.view;
    const to = (change: Partial<typeof write>): ModelState => ({ ...state, write: { ...write, ...change } });
    const acknowledged = { stage: 'acknowledged', sentTo: -1, appendedTo: -1 } as const;
    if (write.stage === 'acknowledged') return;
    if (write.stage === 'not yet') {
      yield { label: `${WRITER} writes`, state: to({ stage: 'written' }) };
      const chosen = view?.document.epoch ?? -1;
      if (rules.chooseEpoch === 'before the write' && chosen >= 0) {
        yield { label: `${WRITER} means to append to epoch ${chosen}`, state: to({ sentTo: chosen }) };
      }
      return;
    }
    if (write.sentTo >= 0) {
      for (const [at, server] of state.servers.entries()) {
        if (!accepts(server, write.sentTo)) continue;
        const next = withServer(state, at, { ...server, stamped: true });
        yield rules.checkAfterAppend
          ? {
              label: `${WRITER} has appended to epoch ${write.sentTo}`,
              state: { ...next, write: { ...write, sentTo: -1, appendedTo: write.sentTo } },
            }
          : {
              label: `${WRITER} has appended to epoch ${write.sentTo} and acknowledges`,
              state: { ...next, write: acknowledged },
            };
      }
      yield { label: `${WRITER} fails to append to epoch ${write.sentTo}`, state: to({ sentTo: -1 }) };
      return;
    }
    if (view === undefined) return;
    const appendedTo = write.appendedTo < 0 ? undefined : String(write.appendedTo);
    const move = mutationMove(realView(view), NOW, appendedTo, SELF, timings);
    const skips = !rules.appendInOpening && view.document.state === 'opening';
    if (move === 'answer' || skips) {
      yield {
        label: `${WRITER} acknowledges, having seen ${spoken(view.document)}`,
        state: to(acknowledged),
      };
    } else if (move === 'append') {
      const { epoch } = view.document;
      yield { label: `${WRITER} sends an append to epoch ${epoch}`, state: to({ sentTo: epoch }) };
    }
  };

  const faults = function* (state: ModelState): Generator<Move<ModelState>> {
    for (const [at, server] of state.servers.entries()) {
      if (server.head < 0) continue;
      yield {
        label: `a server with epoch ${server.head} is emptied`,
        state: withServer(state, at, { head: -1, same: false, stamped: false }),
      };
      for (const onto of state.servers.keys()) {
        const place = onto === at ? 'restarts with its data' : 'is taken over by a replica beside it';
        for (const stamped of new Set([server.stamped, false])) {
          const copy = stamped === server.stamped ? '' : ', without its last record';
          yield {
            label: `a server with epoch ${server.head} ${place}${copy}`,
            state: withServer(state, onto, { ...server, same: false, stamped }),
          };
        }
      }
    }
  };

  return {
    initial: canonical({
      document: { state: 'live', epoch: 0 },
      instances: Array.from({ length: rules.instances }, () => ({
        view: undefined,
        reading: undefined,
        sighted: -1,
        bound: undefined,
        opened: -1,
      })),
      servers: [
        { head: 0, same: true, stamped: false },
        { head: -1, same: false, stamped: false },
      ],
      oldEntries: 0,
      passed: 0,
      write: { stage: 'not yet', sentTo: -1, appendedTo: -1 },
    }),
    key: stateKey,
    *moves(state) {
      const every = function* (): Generator<Move<ModelState>> {
        for (const index of state.instances.keys()) {
          yield* gateReads(state, index);
          yield* steps(state, index);
          yield* computations(state, index);
        }
        yield* mutation(state);
        yield* faults(state);
        yield { label: 'time passes', state: tick(state) };
      };
      for (const { label, state: next } of every()) yield { label, state: settle(next) };
    },
    violates: (state) =>
      state.write.stage === 'acknowledged' &&
      state.instances.some((one) => has(state.passed, servedBy(one)) && servedBy(one) >= 0),
  };
};
