import { partsOfTag, type Tag } from '../../cache/tags.ts';

/** Characters of a `Cache-Tag` header. Every CDN with purging by tag takes this much. */
export const maxCacheTagLength = 1_000;

/** `database.collection`; where the tag names one document, the kind and the text of its id, and perhaps `@` and a facet. */
const parts = /^[^.]*\.([^:![~]+)(?::[nos]?(.*))?/s;

/** Tags may hold anything; a header and its commas may not. */
const encoded = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replaceAll("'", '%27').replaceAll('*', '%2A');

/** An id may hold an `@` itself, so it is named both with what follows its last one and without. */
const membersOf = (id: string | undefined): readonly string[] => {
  if (id === undefined) return ['*'];
  const at = id.lastIndexOf('@');
  return at === -1 ? [encoded(id)] : [encoded(id.slice(0, at)), encoded(id)];
};

/**
 * What a CDN may be told to purge an answer by: `movies` for all that rests on the collection, `movies:ID` for all that
 * shows the film, and `movies:*` for what may change with films that it does not show, such as a list. An answer with
 * more ids than fit names none of the collection and has `movies:*` instead. So who purges a film purges
 * `movies:ID` and `movies:*`.
 */
export const cacheTag = (tags: readonly Tag[]): string => {
  const byCollection = new Map<string, Set<string>>();
  let left = maxCacheTagLength;
  for (const tag of tags) {
    const [, collection, id] = parts.exec(partsOfTag(tag).tag) ?? [];
    if (collection === undefined) continue;
    const name = encoded(collection);
    let members = byCollection.get(name);
    if (!members) {
      // Room for the shortest that says enough of each, before the ids of any.
      const shortest = `,${name},${name}:*`.length;
      if (shortest > left + 1) continue;
      left -= shortest;
      members = new Set();
      byCollection.set(name, members);
    }
    for (const member of membersOf(id)) members.add(member);
  }
  const written = [...byCollection.keys()];
  for (const [name, members] of byCollection) {
    const shortest = `${name}:*`;
    const whole = [...members].map((member) => `${name}:${member}`).join(',');
    const more = whole.length - shortest.length;
    written.push(more <= left ? whole : shortest);
    if (more <= left) left -= more;
  }
  return written.join(',');
};
