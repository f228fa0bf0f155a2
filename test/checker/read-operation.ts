import type { Violation } from './judge.ts';

/** A query with its variables, on behalf of someone, asked again and again. */
export interface ReadOperation {
  /** For people, and unique. */
  readonly name: string;
  /** The complete HTTP request. */
  readonly request: string;
  /**
   * Holds an answer against the histories. What the type of the data is, the operation knows and nobody else.
   *
   * @param data as it was answered, without errors
   * @param began when the read began; it ends now
   */
  judge(data: never, began: number): readonly (Violation | undefined)[];
  /** Objects about which an answer is judged. */
  readonly objects: number;
}
