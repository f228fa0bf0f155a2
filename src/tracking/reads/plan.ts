import { anythingTag, type Tag, wideTag } from '../../cache/tags.ts';

/** What a read command depends on, known before its reply. */
export type ReadPlan =
  | {
      readonly kind: 'tracked';
      readonly tags: ReadonlySet<Tag>;
      /** Where the reply holds documents whose ids become tags: their namespace. */
      readonly documentsOf: string | undefined;
      /**
       * Tags that it needs besides, unless the reply turns out to hold everything that was selected: see
       * `Selection.moves`.
       */
      readonly unlessComplete: ReadonlySet<Tag>;
      /** Most documents that it returns; `Infinity` without a limit, 0 when it can never be known to be complete. */
      readonly completeBelow: number;
    }
  | { readonly kind: 'uncacheable'; readonly reason: string };

export const uncacheable = (reason: string): ReadPlan => ({ kind: 'uncacheable', reason });

/** Tags of a read that depends on anything of a collection. */
export const wideTags = (namespace: string): readonly Tag[] => [wideTag(namespace), anythingTag(namespace)];

export const trackedPlan = (
  tags: Iterable<Tag>,
  rest: Partial<Omit<Extract<ReadPlan, { kind: 'tracked' }>, 'kind' | 'tags'>> = {},
): ReadPlan => ({
  kind: 'tracked',
  tags: new Set(tags),
  documentsOf: undefined,
  unlessComplete: new Set(),
  completeBelow: 0,
  ...rest,
});
