import { createHash } from 'node:crypto';
import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isSpecifiedScalarType,
  print,
  type ASTNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { CodeVersions } from './code-version.ts';

/** Tells versions of what an operation touches: they change when its answer may, and only then. */
export interface SchemaVersions {
  /** @param coordinates of types and fields, such as `Movie` and `Movie.title`. */
  of(coordinates: Iterable<string>): string;
}

const printed = (nodes: readonly (ASTNode | null | undefined)[]): string =>
  nodes.map((node) => (node ? print(node) : '')).join('\n');

/** `catalogue` for what stands in `schema/catalogue.graphql`. */
const domainOf = (node: ASTNode | null | undefined): string | undefined =>
  node?.loc?.source.name.replace(/^.*\//, '').replace(/\.graphql$/, '');

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** A version is a hash of the definition, its hints and guards, what its arguments are made of, and its domain's code. */
export const createSchemaVersions = (schema: GraphQLSchema, code: CodeVersions): SchemaVersions => {
  /** Defaults of input fields and values of enums decide what an argument means. */
  const inputText = (type: GraphQLInputType, seen: Set<string>): string => {
    const named = getNamedType(type);
    if (seen.has(named.name) || (isLeafType(named) && isSpecifiedScalarType(named))) return '';
    seen.add(named.name);
    const own = printed([named.astNode, ...named.extensionASTNodes]);
    if (!isInputObjectType(named)) return own;
    return [own, ...Object.values(named.getFields()).map((field) => inputText(field.type, seen))].join('\n');
  };

  const fieldText = (field: GraphQLField<unknown, unknown>): string => {
    const seen = new Set<string>();
    const inputs = field.args.map((argument) => inputText(argument.type, seen));
    const named = getNamedType(field.type);
    const leaf = isLeafType(named) && !isSpecifiedScalarType(named) ? printed([named.astNode]) : '';
    return [printed([field.astNode]), leaf, ...inputs, code.of(domainOf(field.astNode))].join('\n');
  };

  const textOf = (coordinate: string): string => {
    const [typeName = '', fieldName] = coordinate.split('.');
    const type = schema.getType(typeName);
    if (fieldName !== undefined) {
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
      return field ? fieldText(field) : '';
    }
    if (!type) return '';
    // Fields have versions of their own: one that is added elsewhere in the type changes nothing here.
    const nodes = [type.astNode, ...type.extensionASTNodes].map((node) => {
      if (!node || !('fields' in node)) return node;
      return { ...node, fields: [] };
    });
    return `${printed(nodes)}\n${code.of(domainOf(type.astNode))}`;
  };

  const versions = new Map<string, string>();
  const versionOf = (coordinate: string): string => {
    let version = versions.get(coordinate);
    if (version === undefined) {
      version = digest(textOf(coordinate));
      versions.set(coordinate, version);
    }
    return version;
  };
  return {
    of: (coordinates) => digest([...coordinates].toSorted().map(versionOf).join('\n')),
  };
};
