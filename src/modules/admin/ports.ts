import type { CacheLookup, CacheStatistics } from '../../graphql/generated/resolvers.ts';
import type { Result } from '../../shared/faults.ts';

/** Which part of what is kept is to be dropped. */
export type CachePart =
  | { readonly kind: 'everything' }
  | { readonly kind: 'type'; readonly type: string }
  /** @property key as the database has it. */
  | { readonly kind: 'entity'; readonly type: string; readonly key: string }
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'operation'; readonly name: string };

/** A question, as a client would ask it. */
export interface CacheQuestion {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  /** `undefined`: those who are not signed in. */
  readonly viewer: { readonly id: string; readonly roles: readonly string[] } | undefined;
}

/** The cache, as its operators see it. What it is made of is not known here. */
export interface CacheAdministration {
  /** Types whose objects can be cleared. */
  readonly types: readonly string[];
  statistics(): Promise<CacheStatistics>;
  /** BAD_USER_INPUT for what is no query of this API. */
  ofQuestion(question: CacheQuestion): Promise<Result<CacheLookup>>;
  ofKey(key: string): Promise<CacheLookup>;
  /**
   * Drops a part on every instance.
   * @param part of a type among {@link types}.
   * @returns what was stamped, once no instance serves it any more.
   */
  clear(part: CachePart): Promise<readonly string[]>;
}

/** Something that an operator did. */
export interface AuditedAct {
  /** The viewer's id. */
  readonly actor: string;
  /** Such as `cache.clear`. */
  readonly action: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Writes down what operators do. The act counts as done only once this has resolved. */
export type Audit = (act: AuditedAct) => Promise<void>;
