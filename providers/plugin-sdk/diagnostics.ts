/** What the user is told: errors and warnings, each at the attribute that caused it. */
import type { Value } from './values';

/** One step into a value. Terraform cannot address the elements of a set; such a path ends, for the user, at the set. */
export type PathStep =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'element'; readonly value: Value };

/** A way from an object to something in it; empty for the object itself. */
export type Path = readonly PathStep[];

/** One thing that the user is told; `error` and `warning` make it. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** What happened, in a few words. */
  readonly summary: string;
  /** Why, and what to do next. */
  readonly detail: string;
  /** The attribute that caused it; without one it is about the whole object. */
  readonly path?: Path;
}

/** A path from attribute names, list indexes (numbers) and nothing else: `path('windows', 'processes')`. */
export function path(...steps: (string | number)[]): Path {
  return steps.map((step) =>
    typeof step === 'number' ? { kind: 'index', index: step } : { kind: 'attribute', name: step },
  );
}

/** A path as users write it; the steps to elements of sets are left out, so that it may be empty. */
export function pathText(path: Path): string {
  return path.reduce((text, step) => {
    if (step.kind === 'attribute') return text === '' ? step.name : `${text}.${step.name}`;
    if (step.kind === 'index') return `${text}[${step.index}]`;
    return step.kind === 'key' ? `${text}[${JSON.stringify(step.key)}]` : text;
  }, '');
}

/** The part of a path that Terraform can address: it ends at the first set that the path leads into. */
export function addressable(path: Path): Path {
  const element = path.findIndex(({ kind }) => kind === 'element');
  return element < 0 ? path : path.slice(0, element);
}

/** A text, and where that is: a sentence of its own, below. Nothing is added where the path cannot be written. */
export function withPlace(text: string, path: Path): string {
  const place = pathText(path);
  return place === '' ? text : `${text}\n\nAt ${place}.`;
}

/** An error diagnostic; `at` is a {@link Path}, or the name of a top-level attribute. */
export function error(summary: string, detail: string, at?: Path | string): Diagnostic {
  return diagnostic('error', summary, detail, at);
}

/** A warning diagnostic; `at` as in {@link error}. */
export function warning(summary: string, detail: string, at?: Path | string): Diagnostic {
  return diagnostic('warning', summary, detail, at);
}

function diagnostic(severity: Diagnostic['severity'], summary: string, detail: string, at?: Path | string): Diagnostic {
  if (at === undefined) return { severity, summary, detail };
  return { severity, summary, detail, path: typeof at === 'string' ? path(at) : at };
}

/** Whether one of them is an error; the others only warn. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** Throw this to end an operation with diagnostics; any other exception counts as a bug of the provider. */
export class DiagnosticError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(...diagnostics: Diagnostic[]) {
    super(diagnostics.map(({ summary, detail }) => `${summary}: ${detail}`).join('\n'));
    this.name = 'DiagnosticError';
    this.diagnostics = diagnostics;
  }
}
