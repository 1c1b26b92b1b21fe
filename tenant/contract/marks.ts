/**
 * How strong each fact of the contract is. Every operation, parameter, header, response, security scheme and field of
 * the document is listed with its mark. The functions are pure, and take any OpenAPI document.
 */

/** One statement of the contract. */
export interface StatementMark {
  /** A stable id: the operationId, or the path in the document (`schemas.App.custom`). */
  id: string;
  kind: 'operation' | 'parameter' | 'header' | 'response' | 'security' | 'field';
  /** `documented` or `assumed`; undefined where the mark is missing. */
  strength: string | undefined;
  /** The place where the vendor says so; undefined for an assumption. */
  source: string | undefined;
  /** The description in the document: that of the statement itself, or of the part that it refers to. */
  description: string | undefined;
  /** The values of a documented field that nobody has published. */
  assumedValues: readonly string[];
}

type DocumentNode = Record<string, unknown>;

const marksOfComponent = {
  parameters: 'parameter',
  headers: 'header',
  responses: 'response',
  securitySchemes: 'security',
} as const;
const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);
/** The keywords whose schemas test a value and declare no field. */
const tests = new Set(['if', 'then', 'else', 'not']);

/** Lists every statement of the document that carries a mark, or should carry one. */
export function listMarks(document: DocumentNode): StatementMark[] {
  const components = child(document, 'components');
  const nodes: Statement[] = [
    ...Object.values(child(document, 'paths')).flatMap((path) => operationsOf(path as DocumentNode)),
    ...Object.entries(marksOfComponent).flatMap(([group, kind]) =>
      Object.entries(child(components, group)).map(([name, node]): Statement => ({
        id: `${group}.${name}`,
        kind,
        node: node as DocumentNode,
      })),
    ),
    ...Object.entries(child(components, 'schemas')).flatMap(([name, node]) => fieldsOf(`schemas.${name}`, node)),
  ];
  return nodes.map((statement) => toMark(statement, document));
}

interface Statement {
  id: string;
  kind: StatementMark['kind'];
  node: DocumentNode;
}

function operationsOf(path: DocumentNode): Statement[] {
  return Object.entries(path)
    .filter(([key]) => methods.has(key))
    .map(([, node]) => ({
      id: String((node as DocumentNode)['operationId']),
      kind: 'operation',
      node: node as DocumentNode,
    }));
}

function fieldsOf(id: string, schema: unknown): Statement[] {
  if (Array.isArray(schema)) return schema.flatMap((part) => fieldsOf(id, part));
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (tests.has(key)) return [];
    if (key !== 'properties') return fieldsOf(id, value);
    return Object.entries(value as DocumentNode).flatMap(([name, field]): Statement[] => [
      { id: `${id}.${name}`, kind: 'field', node: field as DocumentNode },
      ...fieldsOf(`${id}.${name}`, field),
    ]);
  });
}

function toMark({ id, kind, node }: Statement, document: DocumentNode): StatementMark {
  const assumed = node['x-assumed-values'];
  return {
    id,
    kind,
    strength: text(node['x-strength']),
    source: text(node['x-source']),
    description: describe(node, document),
    assumedValues: Array.isArray(assumed) ? assumed.map(String) : [],
  };
}

function describe(node: DocumentNode, document: DocumentNode): string | undefined {
  const own = [text(node['summary']), text(node['description'])].filter((part) => part !== undefined);
  if (own.length > 0) return own.join('. ').replaceAll(/\s+/g, ' ').trim();
  const reference = text(node['$ref']) ?? text((node['items'] as DocumentNode | undefined)?.['$ref']);
  return reference === undefined ? undefined : describe(resolve(document, reference), document);
}

function resolve(document: DocumentNode, reference: string): DocumentNode {
  return reference
    .split('/')
    .slice(1)
    .reduce<DocumentNode>((node, step) => child(node, step), document);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function child(node: DocumentNode, key: string): DocumentNode {
  return (node[key] ?? {}) as DocumentNode;
}
