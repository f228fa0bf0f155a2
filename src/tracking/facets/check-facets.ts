import type { CollectionDeclaration } from './declarations.ts';

/** An index as a model declares it or `listIndexes` shows it. */
export interface IndexDescription {
  readonly key: Readonly<Record<string, unknown>>;
  readonly weights?: Readonly<Record<string, number>>;
  readonly default_language?: string;
  readonly language_override?: string;
  readonly collation?: { readonly locale?: string };
}

/** A collection as `listCollections` shows it. */
export interface CollectionDescription {
  readonly type?: string;
  readonly options?: { readonly collation?: { readonly locale?: string }; readonly viewOn?: string };
}

const leads = (index: IndexDescription, facet: string): boolean => {
  const [first] = Object.entries(index.key);
  // Text, 2d, 2dsphere and hashed indexes hold a word in place of the direction; a wildcard holds $** in the name.
  const ordinary = first !== undefined && (first[1] === 1 || first[1] === -1) && !first[0].includes('$**');
  const simple = index.collation === undefined || index.collation.locale === 'simple';
  return ordinary && simple && first[0] === facet;
};

const isText = (index: IndexDescription): boolean =>
  index.weights !== undefined || index.key['_fts'] === 'text';

/**
 * Holds a declaration against the collection's indexes.
 * @param collection undefined when it does not exist yet.
 * @returns a sentence for each fault; none when all is well.
 */
export const facetFaults = (
  declaration: CollectionDeclaration,
  indexes: readonly IndexDescription[],
  collection?: CollectionDescription,
): readonly string[] => {
  const name = declaration.collection;
  const faults: string[] = [];
  const type = collection?.type ?? 'collection';
  if (type !== 'collection') faults.push(`${name} is a ${type}: only ordinary collections can be declared.`);

  const locale = collection?.options?.collation?.locale;
  const hasCollation = locale !== undefined && locale !== 'simple';
  if (hasCollation && declaration.hasCollation !== true) {
    faults.push(`${name} has a collation of its own (${locale}): declare hasCollation, and no facets.`);
  }

  for (const facet of [...(declaration.facets ?? []), ...(declaration.fixedFacets ?? [])]) {
    if (!indexes.some((index) => leads(index, facet))) {
      faults.push(
        `${name} declares the facet ${facet}, but no index begins with it (text, geo, hashed, wildcard and collated ones do not count).`,
      );
    }
  }

  const declared = new Set(declaration.textPaths ?? []);
  for (const index of indexes.filter(isText)) {
    const override = index.language_override ?? 'language';
    const needed = Object.keys(index.weights ?? {});
    if (override !== 'language') needed.push(override);
    const missing = needed.filter((path) => !declared.has(path) && !declared.has('$**'));
    if (
      declaration.textLanguage === 'none' &&
      (index.default_language !== 'none' || override !== 'language')
    ) {
      faults.push(
        `${name} declares the text language none, but its text index has the default language ${index.default_language ?? 'english'} and looks for others in ${override}.`,
      );
    }
    if (missing.length > 0) {
      faults.push(`${name} has a text index over ${missing.join(', ')}, which its textPaths do not declare.`);
    }
  }
  return faults;
};
