import { HttpConnection, NoAnswer, type HttpAnswer } from './http-connection.ts';
import type { LiveInstance } from './instances.ts';

/** What the server says of its cache, in development. */
export interface CacheReport {
  readonly hit?: boolean;
  readonly didCache?: boolean;
  readonly reasons?: readonly string[];
  /** Of the counts and the viewer's own marks, which are kept apart from the page that they stand on. */
  readonly live?: Readonly<Record<string, CacheReport>>;
}

/** All reasons that it gives, of the page and of what stands on it. */
export const reasonsOf = ({ reasons = [], live = {} }: CacheReport): readonly string[] => [
  ...reasons,
  ...Object.values(live).flatMap(reasonsOf),
];

interface GraphqlBody {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  readonly extensions?: { readonly responseCache?: CacheReport };
}

/** An answer, or in a word why there is none. */
export type Reply =
  | { readonly ok: true; readonly data: unknown; readonly text: string; readonly cache: CacheReport }
  | {
      readonly ok: false;
      readonly error: string;
      /** `undefined` when nothing was answered. */
      readonly code: string | undefined;
      /** Whether the server cannot have seen the request. */
      readonly neverSent: boolean;
    };

const dataStart = '{"data":';
const extensionsStart = ',"extensions":';

/** The bytes of `data`. */
const dataTextOf = (body: string, { data }: GraphqlBody): string => {
  const end = body.lastIndexOf(extensionsStart);
  return body.startsWith(dataStart) && end > 0 ? body.slice(dataStart.length, end) : JSON.stringify(data);
};

const parse = ({ status, body }: HttpAnswer): Reply => {
  let parsed: GraphqlBody;
  try {
    parsed = JSON.parse(body) as GraphqlBody;
  } catch {
    return { ok: false, error: `status ${status} without JSON`, code: undefined, neverSent: false };
  }
  const [fault] = parsed.errors ?? [];
  if (fault || parsed.data === undefined || parsed.data === null) {
    const code = fault?.extensions?.code;
    const detail = code === 'BAD_USER_INPUT' || code?.startsWith('GRAPHQL') ? `: ${fault?.message}` : '';
    return { ok: false, error: `${code ?? `status ${status}`}${detail}`, code, neverSent: false };
  }
  const cache = parsed.extensions?.responseCache ?? {};
  return { ok: true, data: parsed.data, text: dataTextOf(body, parsed), cache };
};

/** The connections of one reader or writer, one to each life of an instance. */
export class Connections {
  readonly #open = new Map<LiveInstance, HttpConnection>();
  readonly #timeoutMs: number;

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  /** @param giveUpMs after which the client goes away without waiting for an answer. */
  async ask(instance: LiveInstance, request: string, giveUpMs?: number): Promise<Reply> {
    const connection = this.#open.get(instance) ?? new HttpConnection(instance.port, this.#timeoutMs);
    this.#open.set(instance, connection);
    const timer = giveUpMs === undefined ? undefined : setTimeout(() => connection.close(), giveUpMs);
    try {
      return parse(await connection.send(request));
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      this.#open.delete(instance);
      const { silence } = error;
      return { ok: false, error: silence, code: undefined, neverSent: silence === 'unreachable' };
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    for (const connection of this.#open.values()) connection.close();
    this.#open.clear();
  }
}
