/**
 * Process patterns of a certificate pinned app. They are written in PCRE [doc]; here they run on RE2, whose time is linear
 * in its input, so that no user's pattern can stall a plan or a decision. RE2 has no lookaround and no back-references.
 */
import type { RE2JS } from 're2js';

export type CompiledPattern =
  | { readonly ok: true; readonly pattern: RE2JS }
  /** `reason` is the engine's own words; `beyondRe2`: probably valid PCRE that RE2 cannot run. */
  | { readonly ok: false; readonly reason: string; readonly beyondRe2: boolean };

/** Patterns that are remembered: a comparison of large tenants asks for each of some hundreds several times. */
const REMEMBERED = 2_048;
const remembered = new Map<string, CompiledPattern>();

/** Compiles a pattern. Loads the engine on first use: most plans never need it. */
export function compileProcessPattern(source: string): CompiledPattern {
  let compiled = remembered.get(source);
  if (compiled === undefined) {
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(source, (compiled = compile(source)));
  }
  return compiled;
}

function compile(source: string): CompiledPattern {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- lazy: a provider must start within milliseconds
  const { RE2JS } = require('re2js') as typeof import('re2js');
  try {
    return { ok: true, pattern: RE2JS.compile(source) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { ok: false, reason, beyondRe2: /\(\?(?:[=!>]|<[=!])|\\[1-9]|[*+?}]\+/.test(source) };
  }
}
