import { IncomingMessage } from 'node:http';

/** Called once, with `undefined` when the body is too large. */
type Done = (body: Buffer | undefined) => void;

/** A body as it comes in. */
interface Gathering {
  readonly maxBytes: number;
  readonly done: Done;
  readonly chunks: Buffer[];
  size: number;
}

/**
 * A request whose body can be read whole. What node:http pushes is taken where it arrives: the stream that it would pass through
 * costs a hit five more turns of the queue (`node bench/body-cost.ts`).
 */
export class IncomingRequest extends IncomingMessage {
  #gathering: Gathering | undefined;
  /** Something is in the stream already. */
  #isInStream = false;
  isTakenWhole = false;

  /**
   * Reads the whole body, which nobody else has begun to read.
   * @param done called once, with `undefined` when it is larger than `maxBytes`; never when the client goes away before its
   *   end. What is left of one that is too large is the caller's to drop.
   */
  readWhole(maxBytes: number, done: Done): void {
    if (Number(this.headers['content-length']) > maxBytes) {
      done(undefined);
      return;
    }
    const gathering: Gathering = { maxBytes, done, chunks: [], size: 0 };
    this.#gathering = gathering;
    if (this.#isInStream) this.#readStream(gathering);
    // As every reader of the stream does: else node:http takes the body for one that nobody wants, and drops it.
    else this._read(0);
  }

  /** What node:http does with each piece of the body, and with `null` for its end. */
  override push(chunk: Buffer | null, encoding?: BufferEncoding): boolean {
    if (this.#gathering === undefined || this.#isInStream) {
      this.#isInStream = true;
      return super.push(chunk, encoding);
    }
    if (chunk === null) this.#finish(this.#gathering);
    else this.#gather(this.#gathering, chunk);
    return true;
  }

  #gather(gathering: Gathering, chunk: Buffer): void {
    gathering.size += chunk.byteLength;
    if (gathering.size <= gathering.maxBytes) gathering.chunks.push(chunk);
    else this.#giveUp(gathering);
  }

  /** What comes now is the stream's. */
  #giveUp({ done }: Gathering): void {
    this.#gathering = undefined;
    this.removeAllListeners('data').removeAllListeners('end');
    done(undefined);
  }

  #finish({ chunks, done }: Gathering): void {
    this.#gathering = undefined;
    this.isTakenWhole = true;
    const [first] = chunks;
    done(first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks));
  }

  /** The caller came late: what arrived before waits in the stream. */
  #readStream(gathering: Gathering): void {
    this.on('data', (chunk: Buffer) => this.#gather(gathering, chunk));
    this.on('end', () => this.#finish(gathering));
  }
}

const ended = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(IncomingMessage.prototype),
  'readableEnded',
);

// By this, node:http knows that it need not keep the request for the rest of its body. TypeScript takes it for a field.
Object.defineProperty(IncomingRequest.prototype, 'readableEnded', {
  configurable: true,
  get(this: IncomingRequest): unknown {
    return this.isTakenWhole || ended?.get?.call(this);
  },
});
