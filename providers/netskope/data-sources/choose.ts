/** How a data source finds one object among all: by its id or by its name, exactly one of which is given. */
import { DiagnosticError, error, isKnown, path, type Diagnostic } from '../../plugin-sdk';

interface Choice {
  readonly id: unknown;
  readonly name: unknown;
}

export function complainAboutChoice({ id, name }: Choice): Diagnostic[] {
  if ((id === null) !== (name === null)) return [];
  const what = id === null ? 'Neither id nor name is given' : 'Both id and name are given';
  return [error('Not exactly one of id and name', `${what}. Give one of the two.`)];
}

export interface Searched<T> {
  readonly title: string;
  readonly idOf: (object: T) => string;
  readonly nameOf: (object: T) => string;
}

/** @throws DiagnosticError at what was asked for, where there is no such object, or more than one */
export function choose<T>(objects: readonly T[], { id, name }: Choice, { title, idOf, nameOf }: Searched<T>): T {
  const [attribute, wanted, of] = isKnown(id) ? (['id', id, idOf] as const) : (['name', name, nameOf] as const);
  const found = objects.filter((object) => of(object) === wanted);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const count = found.length === 0 ? `no ${title}` : `${found.length} objects of the kind ${title}`;
  const names = objects.map(nameOf).sort();
  const shown =
    names.length === 0 ? 'It has none.' : `It has: ${names.slice(0, 20).join(', ')}${names.length > 20 ? ', …' : ''}.`;
  throw new DiagnosticError(
    error(
      'No such object',
      `The tenant has ${count} with the ${attribute} ${JSON.stringify(wanted)}. ${shown}`,
      path(attribute),
    ),
  );
}
