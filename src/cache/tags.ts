/**
 * The names of what an answer can depend on. An answer carries tags; a write stamps tags; an answer whose
 * tag was stamped after it was computed is never served again. Matching is by equality alone, so reader and
 * writer must spell a dependency alike: build tags with these functions only.
 *
 * | tag          | carried by entries that                              | stamped by                                   |
 * | ------------ | ---------------------------------------------------- | -------------------------------------------- |
 * | `c:id`       | read that document by id, found or not, or in a list | any write that names it                      |
 * | `c:id@f`     | counted that document in a partition of facet `f`    | a write that names it and facet `f`; insert, delete, replace, upsert |
 * | `c[f=v]`     | listed or counted a partition                        | a write naming facet `f`, before and after; insert, delete, replace, upsert; one of a single `_id` that does not know what it did, where that is now |
 * | `c[]`        | any list or count without a facet                    | insert, delete, replace, upsert              |
 * | `c~path`     | filtered or sorted by that top-level path, with no facet or without showing what they selected | a write that names the path |
 * | `c[f=v]~path` | listed a partition and filtered or sorted by that path besides | a write that names the path, for the partitions of the document, where it does not stamp `c[f=v]` |
 * | `c~$text`    | searched by the text index                           | insert, delete, a write naming a text path   |
 * | `c~$text=w`  | searched for the word `w`, and show the first that were found | a write after which a text path that it names holds the word |
 * | `c~$text!`   | likewise                                             | a write naming a text path, or one that inserts, that does not know the words after it |
 * | `c!`         | read anything of the collection                      | a write that does not know which documents it touched |
 * | `c`          | read in a way that cannot be narrowed                | every write                                  |
 * | `op:name`    | answer an operation of that name                     | an operator who clears it                    |
 * | `viewer:id`  | are that viewer's own                                | an operator who clears them                  |
 * | `*`          | none: what a record names so is older than its position | an operator who clears everything         |
 *
 * `c` is a namespace, `database.collection`, so its dot tells it from `op` and `viewer`.
 *
 * Of the tags of a path, `t`, there are narrower forms, which say which of its values matter:
 *
 * | tag       | carried by entries that                                                | stamped by                             |
 * | --------- | ---------------------------------------------------------------------- | -------------------------------------- |
 * | `>=key t` | show the first documents by the path, downwards; `key` is the last one's | nobody                               |
 * | `<=key t` | likewise, upwards                                                      | nobody                                 |
 * | `=key t`  | nobody                                                                 | a write that knows the path's value after it |
 *
 * A stamp `=key t` counts for `t`, and for `>=other t` where `key >= other`, as texts; a stamp `t` counts for all of
 * them. Why the value before does not matter: who shows the document carries `c:id`.
 */
export type Tag = string;

/** A namespace may hold any character but NUL; those that end a namespace in a tag, or begin a tag, are escaped. */
const escapeNamespace = (namespace: string): string =>
  namespace.replace(/[%:![~\]<>=]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);

/** @param value canonical text of the `_id` (see `src/tracking`), so that equal ids have equal tags. */
export const documentTag = (namespace: string, value: string): Tag =>
  `${escapeNamespace(namespace)}:${value}`;

/** The place of a document among the partitions of a facet, wherever it is. */
export const placeTag = (namespace: string, value: string, facet: string): Tag =>
  `${documentTag(namespace, value)}@${facet}`;

/** @param value canonical text of the facet's value. */
export const partitionTag = (namespace: string, facet: string, value: string): Tag =>
  `${escapeNamespace(namespace)}[${facet}=${value}]`;

/**
 * The tag of the partition that a tag of {@link partitionPathTag} is of: who carries the one carries the other.
 * `undefined` for any other tag.
 */
export const partitionOfPath = (tag: Tag): Tag | undefined => {
  const end = tag.lastIndexOf(']~');
  return end === -1 ? undefined : tag.slice(0, end + 1);
};

export const membershipTag = (namespace: string): Tag => `${escapeNamespace(namespace)}[]`;

/** @param path a dotted path; only its first segment counts. */
export const pathTag = (namespace: string, path: string): Tag =>
  `${escapeNamespace(namespace)}~${path.split('.', 1)[0] ?? path}`;

/**
 * What a path decides within one partition. Entries that carry it carry the partition's tag too.
 *
 * @param partition made by {@link partitionTag}.
 * @param path a dotted path; only its first segment counts.
 */
export const partitionPathTag = (partition: Tag, path: string): Tag =>
  `${partition}~${path.split('.', 1)[0] ?? path}`;

/** Which values of a path decide an answer: those from the key on, in the order of the keys' characters. */
export type Bound = '>=' | '<=';

/**
 * Carried instead of the tag of a path, where only documents on one side of a value could change the answer.
 * @param key without spaces.
 */
export const boundedTag = (tag: Tag, bound: Bound, key: string): Tag => `${bound}${key} ${tag}`;

/**
 * Stamped instead of the tag of a path, where its value after the write is known.
 * @param key without spaces.
 */
export const valuedTag = (tag: Tag, key: string): Tag => `=${key} ${tag}`;

/** A tag in its parts. */
export interface TagParts {
  readonly tag: Tag;
  /** `undefined`: whatever the value. */
  readonly relation: Bound | '=' | undefined;
  readonly key: string;
}

const EQUALS = '='.charCodeAt(0);
const LESS = '<'.charCodeAt(0);
const GREATER = '>'.charCodeAt(0);

/** Whether values matter to it. */
export const hasKey = (tag: Tag): boolean => {
  const first = tag.charCodeAt(0);
  return first === EQUALS || first === LESS || first === GREATER;
};

export const partsOfTag = (tag: Tag): TagParts => {
  if (!hasKey(tag)) return { tag, relation: undefined, key: '' };
  const relation = tag.startsWith('=') ? '=' : tag.startsWith('<') ? '<=' : '>=';
  const space = tag.indexOf(' ');
  return { tag: tag.slice(space + 1), relation, key: tag.slice(relation.length, space) };
};

export const textTag = (namespace: string): Tag => `${escapeNamespace(namespace)}~$text`;

/** @param word of `src/tracking/words.ts`. */
export const wordTag = (namespace: string, word: string): Tag => `${textTag(namespace)}=${word}`;

export const anyWordTag = (namespace: string): Tag => `${textTag(namespace)}!`;

export const anythingTag = (namespace: string): Tag => `${escapeNamespace(namespace)}!`;

export const wideTag = (namespace: string): Tag => escapeNamespace(namespace);

/** Carried by the answers to operations of a name, which the client chose. */
export const operationTag = (name: string): Tag => `op:${name}`;

/** @param id of the viewer, whatever their roles are. */
export const viewerTag = (id: string): Tag => `viewer:${id}`;

/** In a record of the log it drops every entry that is older, at no cost to the entries. */
export const EVERYTHING_TAG: Tag = '*';

/** Whether it names no part of the data, and so no wider tag stands for it. */
const isOperatorsOwn = (tag: Tag): boolean =>
  tag === EVERYTHING_TAG || tag.startsWith('op:') || tag.startsWith('viewer:');

/** The (escaped) namespace that a tag speaks of. */
export const namespaceOfTag = (tag: Tag): string => {
  const whole = partsOfTag(tag).tag;
  const end = whole.search(/[:![~]/);
  return end === -1 ? whole : whole.slice(0, end);
};

/** More tags than this in one record of the log are collapsed: longer records cost every instance. */
export const MAX_TAGS_PER_RECORD = 200;

/**
 * The tags of a write as the log keeps them: without repeats, and where there are more than
 * {@link MAX_TAGS_PER_RECORD}, `c!` and `c` for each namespace instead, which every entry that read anything
 * of it carries. Those of operators stay, few as they are.
 */
export const collapseTags = (tags: Iterable<Tag>): readonly Tag[] => {
  const distinct = new Set(tags);
  if (distinct.size <= MAX_TAGS_PER_RECORD) return [...distinct];
  const operatorsOwn = [...distinct].filter(isOperatorsOwn);
  const namespaces = new Set([...distinct].filter((tag) => !isOperatorsOwn(tag)).map(namespaceOfTag));
  return [...operatorsOwn, ...[...namespaces].flatMap((namespace) => [`${namespace}!`, namespace])];
};
