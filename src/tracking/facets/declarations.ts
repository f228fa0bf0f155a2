import { createHash } from 'node:crypto';

/** What is declared with a model about how its collection may be read narrowly. */
export interface CollectionDeclaration {
  /** Name of the collection, without the database. */
  readonly collection: string;
  /** What the API calls a document of it, such as `Movie`: for operators, who clear by type. Several may have one type. */
  readonly type?: string;
  /**
   * Paths on which equality names a partition: the leading field of some index each, possibly multikey. Dots
   * are allowed, positions (`a.0`) and `_id` are not.
   */
  readonly facets?: readonly string[];
  /** Facets whose value no command may name after the insert. Counts and later windows of them stay when others are removed. */
  readonly fixedFacets?: readonly string[];
  /** Paths of the text index; `'$**'` for every path. */
  readonly textPaths?: readonly string[];
  /**
   * `'none'` where the text index has `default_language: 'none'`, so that a search depends on the words it is for only.
   * By default it depends on every text. The paths must be plain ones then.
   */
  readonly textLanguage?: 'none';
  /** Whether the collection was created with a collation of its own; then it can have no facets. Default false. */
  readonly hasCollation?: boolean;
  /**
   * Why writes that no request reports are not followed: then answers show them as late as their age allows. By default
   * they are followed, whoever makes them.
   */
  readonly unfollowed?: string;
}

/** A declaration bound to its database, with the defaults filled in. */
export interface Declared {
  readonly namespace: string;
  /** All facets, the fixed ones included. */
  readonly facets: readonly string[];
  readonly fixedFacets: ReadonlySet<string>;
  readonly textPaths: readonly string[];
  readonly textLanguage: 'none' | undefined;
  readonly hasCollation: boolean;
  /** Whether writes that no request reports are followed. */
  readonly isFollowed: boolean;
}

/** The collections that may be read in a cacheable way. Any other might be a view of anything. */
export interface Declarations {
  /** Of namespace `database.collection`. */
  of(namespace: string): Declared | undefined;
  readonly namespaces: readonly string[];
  /** Changes when anything changes that tags are spelt by; the order of declaring does not matter. */
  readonly hash: string;
}

const faultsOf = ({
  collection,
  facets = [],
  fixedFacets = [],
  textPaths = [],
  textLanguage,
  hasCollation = false,
}: CollectionDeclaration) => {
  const faults: string[] = [];
  const all = [...facets, ...fixedFacets];
  if (collection === '') faults.push('expected the name of a collection but got an empty text');
  if (hasCollation && all.length > 0) {
    faults.push(
      `expected no facets on ${collection}, which has its own collation, but got ${all.join(', ')}`,
    );
  }
  if (textLanguage !== undefined && textPaths.some((path) => /[.$]/.test(path))) {
    faults.push(
      `expected plain text paths on ${collection} with its text language, but got ${textPaths.join(', ')}`,
    );
  }
  for (const facet of all) {
    if (facet === '_id' || facet.startsWith('_id.')) faults.push(`${collection}: _id cannot be a facet`);
    if (
      facet.split('.').some((segment) => segment === '' || /^\d+$/.test(segment) || segment.includes('$'))
    ) {
      faults.push(`expected a plain path as facet of ${collection} but got "${facet}"`);
    }
  }
  if (new Set(all).size < all.length) faults.push(`${collection}: a facet is declared twice`);
  return faults;
};

/**
 * @param database name of the database that the request client uses.
 * @throws Error naming every fault at once.
 */
export const createDeclarations = (
  database: string,
  collections: readonly CollectionDeclaration[],
): Declarations => {
  const faults = collections.flatMap(faultsOf);
  const names = collections.map(({ collection }) => collection);
  for (const name of names) {
    if (names.indexOf(name) !== names.lastIndexOf(name)) faults.push(`${name} is declared twice`);
  }
  if (faults.length > 0) throw new Error(`Facets are declared wrongly: ${[...new Set(faults)].join('; ')}.`);

  const byNamespace = new Map(
    collections.map((declaration): [string, Declared] => {
      const namespace = `${database}.${declaration.collection}`;
      const fixed = declaration.fixedFacets ?? [];
      return [
        namespace,
        {
          namespace,
          facets: [...new Set([...(declaration.facets ?? []), ...fixed])].toSorted(),
          fixedFacets: new Set(fixed),
          textPaths: (declaration.textPaths ?? []).toSorted(),
          textLanguage: declaration.textLanguage,
          hasCollation: declaration.hasCollation ?? false,
          isFollowed: declaration.unfollowed === undefined,
        },
      ];
    }),
  );
  const canonical = [...byNamespace.values()]
    .map(({ namespace, facets, fixedFacets, textPaths, textLanguage, hasCollation }) =>
      JSON.stringify([
        namespace.slice(database.length + 1),
        facets,
        [...fixedFacets].toSorted(),
        textPaths,
        textLanguage ?? null,
        hasCollation,
      ]),
    )
    .toSorted();
  return {
    of: (namespace) => byNamespace.get(namespace),
    namespaces: [...byNamespace.keys()],
    hash: createHash('sha256').update(canonical.join('\n')).digest('base64url').slice(0, 16),
  };
};
