/** One HTTP answer. The body is a view that holds until the next one arrives. */
export interface Answer {
  readonly status: number;
  /** Status line and headers, as they came. */
  readonly head: string;
  readonly body: Buffer;
}

const headEnd = Buffer.from('\r\n\r\n');
const lineEnd = Buffer.from('\r\n');
const nothing = Buffer.alloc(0);
const lengthPattern = /\r\ncontent-length: *(\d+)/i;

/** The body of a message in chunks; `undefined` while its end is missing. */
const joinChunks = (received: Buffer, from: number): Buffer | undefined => {
  const parts: Buffer[] = [];
  let at = from;
  for (;;) {
    const sizeEnd = received.indexOf(lineEnd, at);
    if (sizeEnd === -1) return undefined;
    const size = Number.parseInt(received.toString('latin1', at, sizeEnd), 16);
    const end = sizeEnd + 2 + size;
    if (received.length < end + 2) return undefined;
    if (size === 0) return Buffer.concat(parts);
    parts.push(received.subarray(sizeEnd + 2, end));
    at = end + 2;
  }
};

const bodyOf = (received: Buffer, head: string, status: number, start: number): Buffer | undefined => {
  if (status === 304 || status === 204) return nothing;
  const length = lengthPattern.exec(head)?.[1];
  if (length === undefined) return joinChunks(received, start);
  const end = start + Number(length);
  return received.length < end ? undefined : received.subarray(start, end);
};

/**
 * Reads the answers of a connection that has one request under way at a time.
 * @returns what takes the bytes as they come, and gives the answer once it is whole.
 */
export const createAnswerReader = (): ((received: Buffer) => Answer | undefined) => {
  let before: Buffer | undefined;
  return (bytes) => {
    const received = before ? Buffer.concat([before, bytes]) : bytes;
    const end = received.indexOf(headEnd);
    if (end !== -1) {
      const head = received.toString('latin1', 0, end);
      const status = Number(head.slice(9, 12));
      const body = bodyOf(received, head, status, end + 4);
      if (body) {
        before = undefined;
        return { status, head, body };
      }
    }
    // What is here is a view of a buffer that the next bytes overwrite.
    before = before ? received : Buffer.from(received);
    return undefined;
  };
};

/** @param name in any case. */
export const headerOf = ({ head }: Answer, name: string): string | undefined => {
  const found = new RegExp(`\\r\\n${name}: *([^\\r]*)`, 'i').exec(head);
  return found?.[1];
};

/** Name, value, name, value; as `writeHead` takes them. */
export const rawHeadersOf = ({ head }: Answer): string[] =>
  head
    .split('\r\n')
    .slice(1)
    .flatMap((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    });
