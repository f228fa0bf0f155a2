import { anythingTag, type Bound, type Tag, wideTag } from '../../cache/tags.ts';

/** An order whose first documents a reply shows: what is not among them matters only up to the last of them. */
export interface ShownOrder {
  /** Top-level, and shown by every document. */
  readonly path: string;
  /** On which side of the last document's value others would come before it. */
  readonly bound: Bound;
  /** Of the path. They are what the reply decides about. */
  readonly tags: readonly Tag[];
  /** How many documents are asked for. */
  readonly limit: number;
}

/** What a read command depends on, known before its reply. */
export type ReadPlan =
  | {
      readonly kind: 'tracked';
      readonly tags: ReadonlySet<Tag>;
      /** Where the reply holds documents whose ids become tags: their namespace. */
      readonly documentsOf: string | undefined;
      /** Where the reply decides which values of the path of its order matter. */
      readonly order: ShownOrder | undefined;
      /** Where the reply is a number and holds the ids of those counted, whose places become tags. */
      readonly counted: { readonly namespace: string; readonly facets: readonly string[] } | undefined;
    }
  | { readonly kind: 'uncacheable'; readonly reason: string };

type TrackedPlan = Extract<ReadPlan, { kind: 'tracked' }>;

export const uncacheable = (reason: string): ReadPlan => ({ kind: 'uncacheable', reason });

/** Tags of a read that depends on anything of a collection. */
export const wideTags = (namespace: string): readonly Tag[] => [wideTag(namespace), anythingTag(namespace)];

export const trackedPlan = (
  tags: Iterable<Tag>,
  { documentsOf, order, counted }: Partial<Pick<TrackedPlan, 'documentsOf' | 'order' | 'counted'>> = {},
): ReadPlan => ({ kind: 'tracked', tags: new Set(tags), documentsOf, order, counted });
