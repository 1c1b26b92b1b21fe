/**
 * The contract as data: the operations of `openapi.yaml`, in the terms that a server needs to route and to validate.
 * This file knows OpenAPI. It knows neither a web framework nor a validator.
 */
import openapi from './gen/openapi.json';
import type { OperationId } from './index';

/** A JSON Schema inside the contract. Its references are relative to the contract's root. */
export type JsonSchema = Record<string, unknown>;

export interface ContractParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: JsonSchema;
}

/** One operation, together with what all operations of its path share. */
export interface ContractOperation {
  operationId: OperationId;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The base path of the server: `/api/v2`, or another one for REST v1. */
  basePath: string;
  /** The path below the base path, with `{name}` for each parameter. */
  path: string;
  parameters: ContractParameter[];
  /**
   * The part of a request that holds the token. It is the header, except with REST v1, where it is the query or the
   * body.
   */
  tokenIn: 'header' | 'query' | 'body';
  /** A JSON pointer (`#/…`) to the schema of the body; undefined where there is no body. */
  bodySchema: string | undefined;
}

/** Whether an operation is one of REST v1, which has its own token and its own form of errors. */
export function isRestV1({ basePath }: ContractOperation): boolean {
  return basePath === '/api/v1';
}

interface SchemaReference {
  $ref: string;
}
interface PathItem {
  servers?: { url: string }[];
  parameters?: SchemaReference[];
  get?: RawOperation;
  post?: RawOperation;
  put?: RawOperation;
  patch?: RawOperation;
  delete?: RawOperation;
}
interface RawOperation {
  operationId: string;
  parameters?: SchemaReference[];
  requestBody?: SchemaReference;
  security?: Record<string, never[]>[];
}

/** The whole document, as `openapi.yaml` has it. */
export const contractDocument: Record<string, unknown> = openapi;

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
const parametersByName: Record<string, unknown> = openapi.components.parameters;
const securitySchemes = Object.fromEntries(
  Object.entries(openapi.components.securitySchemes).map(([name, scheme]) => [
    name,
    scheme.in as ContractOperation['tokenIn'],
  ]),
);

/** The names, in lower case, under which a request presents a token in its header, query or body. */
export const credentialNames: ReadonlySet<string> = new Set(
  Object.values(openapi.components.securitySchemes).map(({ name }) => name.toLowerCase()),
);

/** Every operation of the contract, in the document's order. */
export function contractOperations(): ContractOperation[] {
  const paths = Object.entries(openapi.paths as Record<string, PathItem>);
  return paths.flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const raw = item[method];
      return raw ? [toOperation(path, item, method, raw)] : [];
    }),
  );
}

function toOperation(
  path: string,
  item: PathItem,
  method: (typeof methods)[number],
  raw: RawOperation,
): ContractOperation {
  return {
    operationId: raw.operationId as OperationId,
    method: method.toUpperCase() as ContractOperation['method'],
    basePath: (item.servers ?? openapi.servers)[0]?.url ?? '',
    path,
    tokenIn: tokenPlace(raw.security ?? openapi.security),
    parameters: [...(item.parameters ?? []), ...(raw.parameters ?? [])].map(resolveParameter),
    bodySchema: raw.requestBody && `${raw.requestBody.$ref}/content/application~1json/schema`,
  };
}

/** OpenAPI cannot say "in the body": an operation without a security scheme has its token there. */
function tokenPlace([requirement]: object[]): ContractOperation['tokenIn'] {
  const [name] = Object.keys(requirement ?? {});
  return name === undefined ? 'body' : (securitySchemes[name] ?? 'header');
}

function resolveParameter({ $ref }: SchemaReference): ContractParameter {
  return parametersByName[$ref.slice('#/components/parameters/'.length)] as ContractParameter;
}
