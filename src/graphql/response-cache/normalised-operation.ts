import {
  Kind,
  print,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';

/** The operation that runs, and the fragments it uses, directly or through others. */
export interface UsedDefinitions {
  readonly operation: OperationDefinitionNode;
  readonly fragments: readonly FragmentDefinitionNode[];
}

/** @returns `undefined` when the name picks none, or none was given and there are several. */
export const usedDefinitions = (
  document: DocumentNode,
  operationName: string | null | undefined,
): UsedDefinitions | undefined => {
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const operation =
    operationName === null || operationName === undefined
      ? operations.length === 1
        ? operations[0]
        : undefined
      : operations.find(({ name }) => name?.value === operationName);
  if (!operation) return undefined;

  const byName = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const used = new Map<string, FragmentDefinitionNode>();
  const follow = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread: ({ name: { value: name } }) => {
        const fragment = byName.get(name);
        if (fragment && !used.has(name)) {
          used.set(name, fragment);
          follow(fragment);
        }
      },
    });
  };
  follow(operation);
  return { operation, fragments: [...used.values()] };
};

const byName = (
  a: { readonly name: { readonly value: string } },
  b: { readonly name: { readonly value: string } },
) => (a.name.value < b.name.value ? -1 : 1);

/**
 * One text for all documents that ask the same: white space, comments, the order of arguments, of input fields and of
 * fragments, and what the operation does not use, make no difference. Order and aliases of fields do: the answer has them.
 */
export const normalisedText = ({ operation, fragments }: UsedDefinitions): string =>
  [operation, ...fragments.toSorted(byName)]
    .map((definition) =>
      print(
        visit(definition, {
          Field: { leave: (node) => ({ ...node, arguments: node.arguments?.toSorted(byName) }) },
          Directive: { leave: (node) => ({ ...node, arguments: node.arguments?.toSorted(byName) }) },
          ObjectValue: { leave: (node) => ({ ...node, fields: node.fields.toSorted(byName) }) },
        }),
      ),
    )
    .join('\n');

const canonicalJson = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  return canonicalMembers(Object.keys(value).toSorted(), value as Record<string, unknown>);
};

const canonicalMembers = (names: readonly string[], values: Readonly<Record<string, unknown>>): string => {
  let text = '{';
  for (const name of names) {
    const value = values[name];
    if (value === undefined) continue;
    if (text !== '{') text += ',';
    text += `${JSON.stringify(name)}:${canonicalJson(value)}`;
  }
  return `${text}}`;
};

/**
 * One text for the same values of the variables that the operation declares; others cannot change its answer.
 * @param names in the order of their characters.
 */
export const normalisedVariables = (
  names: readonly string[],
  values: Readonly<Record<string, unknown>> | null | undefined,
): string =>
  canonicalMembers(values ? names.filter((name) => Object.hasOwn(values, name)) : [], values ?? {});
