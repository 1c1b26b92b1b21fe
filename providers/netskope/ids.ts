/** Ids: the tenant's own, and the ids of resources that are made of them. An import id is the resource's `id`. */
import { DiagnosticError, error, type Diagnostic, type Path } from '../plugin-sdk';

/** Where an object stands: its configuration (empty outside of configurations) and its id in the collection. */
export interface Address {
  readonly configurationId: string;
  readonly objectId: string;
}

/** `config_id` of the default tenant configuration, as text. [doc] */
export const DEFAULT_CONFIGURATION_ID = '0';

const ID = /^[A-Za-z0-9_-]+$/;

/** Whether a tenant's id can stand in a path, and in a command that a user pastes. */
export function isId(id: string): boolean {
  return ID.test(id);
}

/** Reads `<id>`, or `<configuration>/<id>` for what stands in a configuration. @throws DiagnosticError */
export function parseId(id: string, inConfiguration: boolean): Address {
  const parts = id.split('/');
  const [first = '', second = ''] = parts;
  if (parts.length === (inConfiguration ? 2 : 1) && parts.every(isId)) {
    return inConfiguration ? { configurationId: first, objectId: second } : { configurationId: '', objectId: first };
  }
  const form = inConfiguration ? '<configuration>/<id>, such as 0/12' : 'an id of letters, digits, _ and -';
  throw new DiagnosticError(
    error('Malformed id', `${JSON.stringify(id)} is not an id of this resource. Write ${form}.`),
  );
}

/** A validator for attributes that hold the id of another object. */
export function checkId(value: string, at: Path): Diagnostic[] {
  if (isId(value)) return [];
  const detail = `${JSON.stringify(value)} is not an id. Ids have letters, digits, _ and - only; refer to the id of the other resource.`;
  return [error('Malformed id', detail, at)];
}
