/**
 * How strong each fact of the contract is: walks the document and lists every operation, parameter, header, response,
 * security scheme and field with its mark. Pure; takes any OpenAPI document.
 */

/** One statement of the contract. */
export interface Mark {
  /** Stable: the operationId, or the path in the document (`schemas.App.custom`). */
  id: string;
  kind: 'operation' | 'parameter' | 'header' | 'response' | 'security' | 'field';
  strength: string | undefined;
  /** Where the vendor says so; undefined for an assumption. */
  source: string | undefined;
}

type Node = Record<string, unknown>;

const marksOfComponent = {
  parameters: 'parameter',
  headers: 'header',
  responses: 'response',
  securitySchemes: 'security',
} as const;
const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);
// Schemas below these test a value; they declare no field.
const tests = new Set(['if', 'then', 'else', 'not']);

/** Every statement of the document that carries a mark, or should. */
export function listMarks(document: Node): Mark[] {
  const components = child(document, 'components');
  return [
    ...Object.values(child(document, 'paths')).flatMap((path) => operationsOf(path as Node)),
    ...Object.entries(marksOfComponent).flatMap(([group, kind]) =>
      Object.entries(child(components, group)).map(([name, node]) => toMark(`${group}.${name}`, kind, node as Node)),
    ),
    ...Object.entries(child(components, 'schemas')).flatMap(([name, node]) => fieldsOf(`schemas.${name}`, node)),
  ];
}

function operationsOf(path: Node): Mark[] {
  return Object.entries(path)
    .filter(([key]) => methods.has(key))
    .map(([, node]) => toMark(String((node as Node)['operationId']), 'operation', node as Node));
}

function fieldsOf(id: string, schema: unknown): Mark[] {
  if (Array.isArray(schema)) return schema.flatMap((part) => fieldsOf(id, part));
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (tests.has(key)) return [];
    if (key !== 'properties') return fieldsOf(id, value);
    return Object.entries(value as Node).flatMap(([name, field]) => [
      toMark(`${id}.${name}`, 'field', field as Node),
      ...fieldsOf(`${id}.${name}`, field),
    ]);
  });
}

function toMark(id: string, kind: Mark['kind'], node: Node): Mark {
  return { id, kind, strength: text(node['x-strength']), source: text(node['x-source']) };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function child(node: Node, key: string): Node {
  return (node[key] ?? {}) as Node;
}
