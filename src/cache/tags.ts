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
 * | `c!`         | read anything of the collection                      | a write that does not know which documents it touched |
 * | `c`          | read in a way that cannot be narrowed                | every write                                  |
 * | `op:name`    | answer an operation of that name                     | an operator who clears it                    |
 * | `viewer:id`  | are that viewer's own                                | an operator who clears them                  |
 * | `*`          | none: what a record names so is older than its position | an operator who clears everything         |
 *
 * `c` is a namespace, `database.collection`, so its dot tells it from `op` and `viewer`.
 */
export type Tag = string;

/** A namespace may hold any character but NUL; those that end a namespace in a tag are escaped. */
const escapeNamespace = (namespace: string): string =>
  namespace.replace(/[%:![~\]]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);

/** @param value canonical text of the `_id` (see `src/tracking`), so that equal ids have equal tags. */
export const documentTag = (namespace: string, value: string): Tag =>
  `${escapeNamespace(namespace)}:${value}`;

/** The place of a document among the partitions of a facet, wherever it is. */
export const placeTag = (namespace: string, value: string, facet: string): Tag =>
  `${documentTag(namespace, value)}@${facet}`;

/** @param value canonical text of the facet's value. */
export const partitionTag = (namespace: string, facet: string, value: string): Tag =>
  `${escapeNamespace(namespace)}[${facet}=${value}]`;

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

export const textTag = (namespace: string): Tag => `${escapeNamespace(namespace)}~$text`;

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
  const end = tag.search(/[:![~]/);
  return end === -1 ? tag : tag.slice(0, end);
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
