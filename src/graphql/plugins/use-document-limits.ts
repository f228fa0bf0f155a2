import type { DocumentNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Tokens. The largest example in this repository has under a hundred; a parsed token takes some hundred bytes. */
export const maxDocumentTokens = 2_000;

/** Refuses documents that are too large to be meant, before they cost memory and time. */
export const useDocumentLimits = (): Plugin => ({
  onParse: ({ parseFn, setParseFn }) => {
    const parse = parseFn as (source: unknown, options?: object) => DocumentNode;
    setParseFn((source: unknown, options?: object) =>
      parse(source, { ...options, maxTokens: maxDocumentTokens }),
    );
  },
});
