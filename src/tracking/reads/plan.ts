import { anythingTag, type Tag, wideTag } from '../../cache/tags.ts';

/** What a read command depends on, known before its reply. */
export type ReadPlan =
  | {
      readonly kind: 'tracked';
      readonly tags: ReadonlySet<Tag>;
      /** Where the reply holds documents whose ids become tags: their namespace. */
      readonly documentsOf: string | undefined;
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
  { documentsOf, counted }: Partial<Pick<TrackedPlan, 'documentsOf' | 'counted'>> = {},
): ReadPlan => ({ kind: 'tracked', tags: new Set(tags), documentsOf, counted });
