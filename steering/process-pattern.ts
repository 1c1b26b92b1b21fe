/**
 * Process patterns of a certificate pinned app. They are written in PCRE [doc]; here they run on RE2, whose time is linear
 * in its input, so that no user's pattern can stall a plan or a decision. RE2 has no lookaround and no back-references:
 * what such a pattern matches is not known here.
 */
import type { RE2JS } from 're2js';
import { readPcre } from './pcre';

export type Compiled = { readonly ok: true; readonly pattern: RE2JS } | { readonly ok: false; readonly reason: string };

export type CompiledPattern =
  /** What it matches is known: RE2 runs it, and PCRE reads it alike. */
  | { readonly ok: true; readonly pattern: RE2JS }
  /** `broken`: no engine compiles it. Otherwise PCRE may. */
  | { readonly ok: false; readonly broken: boolean; readonly reason: string };

/** Patterns that are remembered: a comparison of large tenants asks for each of some hundreds several times. */
const REMEMBERED = 2_048;

/** Compiles a pattern of RE2's own. Loads the engine on first use: most plans never need it. */
export const compileRe2 = remembering((source: string): Compiled => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- lazy: a provider must start within milliseconds
  const { RE2JS } = require('re2js') as typeof import('re2js');
  try {
    return { ok: true, pattern: RE2JS.compile(source) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { ok: false, reason: reason.replace(/^error parsing regexp: /, '') };
  }
});

/** Compiles a pattern that a client runs as PCRE. */
export const compileProcessPattern = remembering((source: string): CompiledPattern => {
  const { broken, otherwise } = readPcre(source);
  if (broken !== undefined) return { ok: false, broken: true, reason: broken };
  if (otherwise !== undefined) return { ok: false, broken: false, reason: otherwise };
  const compiled = compileRe2(source);
  return compiled.ok ? compiled : { ...compiled, broken: false };
});

/** Whether no engine compiles a pattern. */
export function isBroken(source: string): boolean {
  return readPcre(source).broken !== undefined;
}

function remembering<T>(compile: (source: string) => T): (source: string) => T {
  const remembered = new Map<string, T>();
  return (source) => {
    let compiled = remembered.get(source);
    if (compiled === undefined) {
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(source, (compiled = compile(source)));
    }
    return compiled;
  };
}
