/** Diagnostics: the errors and warnings that the user is told, each at the attribute that caused it. */
import type { Value } from './values';

/**
 * One step into a value. Terraform cannot address the elements of a set, so for the user a path into one ends at the
 * set.
 */
export type PathStep =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'element'; readonly value: Value };

/** A way from an object to something in it; empty for the object itself. */
export type Path = readonly PathStep[];

/** One error or warning that the user is told; `error` and `warning` make it. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** The headline: what happened, in a few words of plain text. */
  readonly summary: string;
  /** The text below the headline: why it happened, and what to do next. */
  readonly detail: string;
  /** The attribute that caused it; a diagnostic without one is about the whole object. */
  readonly path?: Path;
}

/** Makes a path from attribute names (texts) and list indexes (numbers), such as `path('windows', 'processes')`. */
export function path(...steps: (string | number)[]): Path {
  return steps.map((step) =>
    typeof step === 'number' ? { kind: 'index', index: step } : { kind: 'attribute', name: step },
  );
}

/** Writes a path as users write it. Steps to elements of sets are left out, so the text may be empty. */
export function pathText(path: Path): string {
  return path.reduce((text, step) => {
    if (step.kind === 'attribute') return text === '' ? step.name : `${text}.${step.name}`;
    if (step.kind === 'index') return `${text}[${step.index}]`;
    return step.kind === 'key' ? `${text}[${JSON.stringify(step.key)}]` : text;
  }, '');
}

/** Gives the part of a path that Terraform can address: it ends at the first set that the path leads into. */
export function addressable(path: Path): Path {
  const element = path.findIndex(({ kind }) => kind === 'element');
  return element < 0 ? path : path.slice(0, element);
}

/** Adds to a text, in a sentence below it, the place that it is about. A path that cannot be written adds nothing. */
export function withPlace(text: string, path: Path): string {
  const place = pathText(path);
  return place === '' ? text : `${text}\n\nAt ${place}.`;
}

/**
 * Makes an error.
 * @param summary what happened, in a few words
 * @param detail why it happened, and what to do next
 * @param at the path of the attribute that caused it, or the name of one at the root; without it, the whole object
 */
export function error(summary: string, detail: string, at?: Path | string): Diagnostic {
  return diagnostic('error', summary, detail, at);
}

/** Makes a warning, from the same parts as {@link error}. */
export function warning(summary: string, detail: string, at?: Path | string): Diagnostic {
  return diagnostic('warning', summary, detail, at);
}

function diagnostic(severity: Diagnostic['severity'], summary: string, detail: string, at?: Path | string): Diagnostic {
  if (at === undefined) return { severity, summary, detail };
  return { severity, summary, detail, path: typeof at === 'string' ? path(at) : at };
}

/** Whether one of the diagnostics is an error; warnings alone stop nothing. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/**
 * The exception to throw where an operation ends with diagnostics. Any other exception counts as a bug of the provider.
 */
export class DiagnosticError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(...diagnostics: Diagnostic[]) {
    super(diagnostics.map(({ summary, detail }) => `${summary}: ${detail}`).join('\n'));
    this.name = 'DiagnosticError';
    this.diagnostics = diagnostics;
  }
}
