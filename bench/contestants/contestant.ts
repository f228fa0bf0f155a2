/** Somebody who is signed in. */
export interface BenchViewer {
  readonly userId: string;
  /** What they send. */
  readonly authorization: string;
}

/** What a contestant is started with, as JSON in the arguments of its process. */
export interface ContestantSettings {
  /** A replica set, with a database of its own that holds the bundled films. */
  readonly mongodbUri: string;
  /** With a database number of its own; `undefined` for those that keep nothing there. */
  readonly redisUrl: string | undefined;
  /** The `Authorization` that opens the mutations. */
  readonly authorization: string;
  /** Who else may be signed in. */
  readonly viewers: readonly BenchViewer[];
  /** As `JWT_KEYS` has them: what the authorization is signed by. */
  readonly tokenKeys: string;
  /** Bytes that answers may take in memory, of those who can be told. */
  readonly memoryBytes: number;
  /** Where ours keeps what is not in Mongo. */
  readonly dataDir?: string;
  /** Whether ours limits how often somebody may do one thing: a few viewers who do all that would soon be stopped. */
  readonly fieldLimits?: boolean;
}

/** An answer that the bare server is to give: taken from ours. */
export interface FixedAnswer {
  readonly headers: readonly string[];
  /** In base64. */
  readonly body: string;
  /** Given to a request whose `If-None-Match` is the tag. */
  readonly notModified?: { readonly etag: string; readonly headers: readonly string[] };
}

/** A server that answers on a port, and tells of itself. */
export interface Contestant {
  readonly port: number;
  /** Makes {@link commands} count from here on; contestants who can do without listeners do until then. */
  countCommands(): void;
  /** Commands that read or write data, sent to Mongo by requests. */
  commands(): number;
  /** Of the bare server alone. */
  setAnswer?(answer: FixedAnswer): void;
}

export type StartContestant = (settings: ContestantSettings) => Promise<Contestant>;

/** What a contestant's process has used so far. */
export interface Usage {
  /** Microseconds on all cores, of all its threads. */
  readonly cpuMicros: number;
  /** Milliseconds of a clock of its own. */
  readonly atMs: number;
  readonly rssBytes: number;
}

/** What the bench asks a contestant's process, and what comes back. */
export type Ask =
  | { readonly kind: 'usage' }
  | { readonly kind: 'count-commands' }
  | { readonly kind: 'commands' }
  | { readonly kind: 'set-answer'; readonly answer: FixedAnswer };

export interface Asked {
  readonly id: number;
  readonly ask: Ask;
}

export type Reply =
  | { readonly kind: 'ready'; readonly port: number }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'reply'; readonly id: number; readonly value: Usage | number | null };
