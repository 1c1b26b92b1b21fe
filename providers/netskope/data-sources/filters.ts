/** Filters that plural data sources share. A pattern is searched in the name; no client runs it, so it is RE2's alone. */
import { attribute, error, type Diagnostic, type Path } from '../../plugin-sdk';
import { compileRe2 } from '../../../steering/domain/processes';

export function namePattern(what: string) {
  return attribute.string({
    optional: true,
    description: `Only ${what} in whose name this regular expression (RE2) is found.`,
    validators: [checkPattern],
  });
}

function checkPattern(source: string, at: Path): Diagnostic[] {
  const compiled = compileRe2(source);
  if (compiled.ok) return [];
  return [
    error('Broken pattern', `${JSON.stringify(source)} is no regular expression of RE2: ${compiled.reason}.`, at),
  ];
}

/** A pattern that is not given matches everything. */
export function matches(pattern: string | null, name: string): boolean {
  if (pattern === null) return true;
  const compiled = compileRe2(pattern);
  return compiled.ok && compiled.pattern.matcher(name).find();
}

/** The tenant's own order is not kept by it [vendor]; this one is the same at every read. */
export function byName(a: { readonly name: string | null }, b: { readonly name: string | null }): number {
  return compare(a.name ?? '', b.name ?? '');
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
