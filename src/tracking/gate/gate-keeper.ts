import type { InvalidationLog, OperationTime } from '../../cache/log/invalidation-log.ts';
import type { Logger } from '../../shared/logger.ts';
import type { GateStore } from './gate-document.ts';
import {
  firstDocument,
  type Instant,
  isUsable,
  nextStep,
  type Part,
  type Self,
  sight,
  type Sighting,
  take,
  type View,
} from './gate-machine.ts';
import type { GateTimings } from './gate-timings.ts';
import { type LogHealth, within } from './log-health.ts';

/** Both clocks of this machine. */
export interface GateClock {
  now(): Instant;
}

export interface GateKeeperOptions {
  readonly store: GateStore;
  readonly log: InvalidationLog;
  readonly health: LogHealth;
  readonly timings: GateTimings;
  readonly clock: GateClock;
  readonly logger: Logger;
  readonly self: Pick<Self, 'instanceId' | 'format' | 'logKind' | 'mayOpen'>;
  /** Told after every read of the gate. */
  readonly onView: () => void;
}

/** Of the time between two reads: how long it takes until a step that is due is looked for again. */
const MOVE_SHARE = 0.1;
/** Likewise: until a read that failed is tried again. */
const RETRY_SHARE = 0.25;

/** Reads the gate again and again, and takes the steps and renews the vetoes that fall to this process. */
export class GateKeeper {
  readonly #options: GateKeeperOptions;
  #view: View | undefined;
  #sighting: Sighting | undefined;
  #firstLive: { readonly nonce: string; readonly operationTime: OperationTime | undefined } | undefined;
  #part: Part;
  #opened: Self['opened'];
  #isBeginning = false;
  #writesUntilMs = Number.NEGATIVE_INFINITY;
  #vetoedAtMs: number | undefined;
  #uncachedNonce: string | undefined;
  #ended: Self['ended'];
  #isReadFailing = false;
  #isRunning = false;
  #isPoked = false;
  #wake: () => void = () => undefined;
  #stopped: Promise<void> = Promise.resolve();

  constructor(options: GateKeeperOptions) {
    this.#options = options;
    this.#part = { ...options.self, begun: undefined };
  }

  get view(): View | undefined {
    return this.#view;
  }

  /** Asked for with every request: nothing is computed here. */
  get part(): Part {
    return this.#part;
  }

  get self(): Self {
    const { self, health } = this.#options;
    return {
      ...self,
      ...this.#part,
      opened: this.#opened,
      provenNonce: health.provenNonce,
      cannotAppend: health.cannotAppend,
      writes: this.isForeignWriter,
      ended: this.#ended,
    };
  }

  /** It wrote a short while ago while the gate named a log that is not its own. */
  get isForeignWriter(): boolean {
    return this.#monotonicMs() < this.#writesUntilMs;
  }

  get isVetoing(): boolean {
    return this.#vetoedAtMs !== undefined;
  }

  /** The operation time of the first read that showed this epoch live. */
  firstLiveTime(nonce: string): OperationTime | undefined {
    return this.#firstLive?.nonce === nonce ? this.#firstLive.operationTime : undefined;
  }

  announceWrites(): void {
    this.#writesUntilMs = this.#monotonicMs() + this.#options.timings.vetoMs;
  }

  /** Has this epoch closed, if it is still the one that is named. */
  end(nonce: string, reason: string): void {
    this.#ended = { nonce, reason };
    this.poke();
  }

  /** Looks at once instead of at the next interval. */
  poke(): void {
    this.#isPoked = true;
    this.#wake();
  }

  /** Resolves after the first read, or the failure of it. */
  async start(): Promise<void> {
    this.#isRunning = true;
    const first = await this.#turn();
    this.#stopped = this.#keep(first);
  }

  /** Takes its veto back; as the holder of a log in memory, lets the next process begin at once. Never rejects. */
  async stop(): Promise<void> {
    this.#isRunning = false;
    this.poke();
    await this.#stopped;
    const view = this.#view;
    this.#view = undefined;
    const { store, self, timings, logger } = this.#options;
    try {
      if (this.isVetoing) await store.liftVeto(self.instanceId);
      if (view === undefined || self.logKind !== 'memory' || !isUsable(view.document, this.part)) return;
      await store.step(take(view, { kind: 'release' }, this.self, timings), false);
    } catch (error) {
      logger.debug({ err: error }, 'The gate could not be released; the next process will wait for it.');
    }
  }

  async #keep(firstPauseMs: number): Promise<void> {
    let pauseMs = firstPauseMs;
    while (this.#isRunning) {
      await this.#pause(pauseMs);
      if (this.#isRunning) pauseMs = await this.#turn();
    }
  }

  async #pause(ms: number): Promise<void> {
    if (!this.#isPoked && ms > 0) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, ms);
      // Whoever serves requests keeps the process alive; the gate alone need not.
      timer.unref();
      this.#wake = resolve;
      await promise;
      clearTimeout(timer);
    }
    this.#isPoked = false;
  }

  /** Reads, then does what is due. Never rejects. @returns how long to pause, in milliseconds. */
  async #turn(): Promise<number> {
    const { clock, timings, logger } = this.#options;
    const readFrom = clock.now();
    try {
      const view = await this.#read(readFrom);
      if (view === undefined) return 0;
      if (this.#isReadFailing) logger.info({}, 'The gate can be read again.');
      this.#isReadFailing = false;
      if (await this.#act(view)) return 0;
      const pauseMs = timings.readEveryMs - (this.#monotonicMs() - readFrom.monotonicMs);
      return Math.max(0, Math.min(pauseMs, this.#untilMoveMs(view)));
    } catch (error) {
      if (!this.#isReadFailing)
        logger.warn({ err: error }, 'The gate cannot be read or moved; trying again.');
      this.#isReadFailing = true;
      this.#options.onView();
      // Mutations wait for it, and a new primary may be there at any moment.
      return timings.readEveryMs * RETRY_SHARE;
    }
  }

  /** How long until the gate may move, by this process or by one that knew of its state before. */
  #untilMoveMs({ document, serverNowMs, readFrom }: View): number {
    const { timings } = this.#options;
    const nowMs = this.#monotonicMs();
    /** By Mongo's clock: good enough for when to look, and never for when to step. */
    const untilMs = (atMs: number): number => atMs - serverNowMs - (nowMs - readFrom.monotonicMs);
    const { state, enteredAtMs, reopenAtMs } = document;
    if (state === 'none') {
      const leftMs = untilMs(reopenAtMs);
      return leftMs > 0 ? Math.ceil(leftMs) : Infinity;
    }
    if (this.#sighting === undefined || state === 'live') return Infinity;
    const waitMs = state === 'closing' ? timings.closingMs : timings.openingMs;
    const ownLeftMs = this.#sighting.monotonicMs + waitMs - nowMs;
    // Over, and no step was taken: there is something else to wait for.
    if (ownLeftMs <= 0) return Infinity;
    const othersLeftMs = Math.max(untilMs(enteredAtMs + waitMs), timings.readEveryMs * MOVE_SHARE);
    return Math.ceil(Math.min(ownLeftMs, othersLeftMs));
  }

  async #read(readFrom: Instant): Promise<View | undefined> {
    const { store, clock, logger, onView } = this.#options;
    const { document, serverNowMs, operationTime } = await store.read();
    if (document === undefined) {
      this.#view = undefined;
      await store.create(firstDocument(this.self, readFrom.wallMs));
      return undefined;
    }
    const previous = this.#view?.document;
    const view: View = { document, readFrom, serverNowMs, readOrder: operationTime?.order };
    this.#view = view;
    this.#sighting = sight(this.#sighting, document.version, clock.now());
    if (this.#opened?.version !== document.version) this.#opened = undefined;
    const { state, epoch } = document;
    if (state === 'live' && epoch !== undefined && this.#firstLive?.nonce !== epoch.nonce) {
      this.#firstLive = { nonce: epoch.nonce, operationTime };
    }
    if (previous?.state !== state) {
      const { format, reason, failures } = document;
      logger.info({ state, was: previous?.state, epoch, format, reason, failures }, `The gate is ${state}.`);
    }
    this.#sayIfUncached(view);
    onView();
    return view;
  }

  /** @returns whether the gate has moved, and wants to be read again. */
  async #act(view: View): Promise<boolean> {
    const { store, health, clock, timings } = this.#options;
    const { document } = view;
    const isUsableHere = isUsable(document, this.part);
    const isNamed = document.state !== 'none';
    health.probe(
      isNamed && isUsableHere ? document.epoch : undefined,
      document.state === 'opening' && isUsableHere,
    );
    if (isNamed && document.format !== this.#options.self.format) this.announceWrites();
    // The view still shows it; it may have been all that kept the gate from opening.
    if (await this.#keepVeto()) return true;
    const inUse = document.state === 'live' && isUsableHere && health.doubt === undefined;
    if (inUse && view.serverNowMs - document.usedAtMs > timings.leaseMs / 3) {
      await store.renewUse(document.version);
    }
    const sighting = this.#sighting;
    const step = sighting && nextStep(view, sighting, clock.now(), this.self, timings);
    if (step === undefined) return false;
    const isBeginning = step.kind === 'claim' || step.kind === 'open';
    // A claim of its own is still being turned into an epoch.
    if (step.kind === 'claim' && this.#isBeginning) return false;
    const next = take(view, step, this.self, timings);
    if (!(await store.step(next, isBeginning))) return !isBeginning;
    if (step.kind === 'claim') void this.#begin(next.version);
    return true;
  }

  /** Never rejects. */
  async #begin(version: number): Promise<void> {
    const { log, health, timings } = this.#options;
    this.#isBeginning = true;
    try {
      const epoch = await within(timings.appendTimeoutMs, log.open());
      this.#part = { ...this.#part, begun: epoch };
      this.#opened = { version, epoch };
    } catch (error) {
      health.failed(error, true);
    }
    this.#isBeginning = false;
    this.poke();
  }

  /** @returns whether a veto was lifted. */
  async #keepVeto(): Promise<boolean> {
    const { store, self, health, timings } = this.#options;
    const nowMs = this.#monotonicMs();
    if (health.isLost || this.isForeignWriter) {
      if (this.#vetoedAtMs !== undefined && nowMs - this.#vetoedAtMs < timings.vetoMs / 3) return false;
      await store.veto(self.instanceId, timings.vetoMs);
      this.#vetoedAtMs = nowMs;
      return false;
    }
    if (this.#vetoedAtMs === undefined) return false;
    await store.liftVeto(self.instanceId);
    this.#vetoedAtMs = undefined;
    return true;
  }

  #sayIfUncached({ document }: View): void {
    const { state, epoch, logKind, format } = document;
    if (state !== 'live' || epoch === undefined || isUsable(document, this.part)) return;
    if (this.#uncachedNonce === epoch.nonce) return;
    this.#uncachedNonce = epoch.nonce;
    this.#options.logger.warn(
      { epoch, logKind, format },
      'Another process caches under a log that this one has no part in: this one answers uncached.',
    );
  }

  #monotonicMs(): number {
    return this.#options.clock.now().monotonicMs;
  }
}
