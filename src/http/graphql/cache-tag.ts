import type { Tag } from '../../cache/tags.ts';

/** Characters of a `Cache-Tag` header. Every CDN with purging by tag takes this much. */
export const maxCacheTagLength = 1_000;

/** `database.collection`, and the id where the tag names one document. */
const parts = /^[^.]*\.([^:![~]+)(?::([^@]*))?/;

/** Tags may hold anything; a header and its commas may not. */
const encoded = (text: string): string =>
  encodeURIComponent(text.replaceAll(/[\uD800-\uDFFF]/g, '')).replaceAll("'", '%27');

/**
 * What a CDN may be told to purge an answer by: `movies` for all that rests on the collection, `movies:ID` for all that
 * shows the film, and `movies:*` for what may change with films that it does not show, such as a list. An answer with
 * more ids than fit names none of the collection and has `movies:*` instead. So who purges a film purges
 * `movies:ID` and `movies:*`.
 */
export const cacheTag = (tags: readonly Tag[]): string => {
  const byCollection = new Map<string, Set<string>>();
  for (const tag of tags) {
    const [, collection, id] = parts.exec(tag) ?? [];
    if (collection === undefined) continue;
    const name = encoded(collection);
    const members = byCollection.get(name) ?? new Set();
    members.add(id === undefined ? '*' : encoded(id));
    byCollection.set(name, members);
  }
  let left = maxCacheTagLength;
  const names = [...byCollection.keys()];
  const written = [...names];
  left -= names.join(',').length;
  for (const [name, members] of byCollection) {
    const whole = [...members].map((member) => `${name}:${member}`);
    const cost = whole.reduce((sum, one) => sum + one.length + 1, 0);
    const fitting = cost <= left ? whole : [`${name}:*`];
    const fits = fitting.reduce((sum, one) => sum + one.length + 1, 0) <= left;
    if (!fits) continue;
    written.push(...fitting);
    left -= fitting.reduce((sum, one) => sum + one.length + 1, 0);
  }
  return written.join(',');
};
