/** What may stand among the processes of a pinned app: exact names, or PCRE patterns. [doc] */
import type { Complaint } from './complaint';
import { unseenIn, withoutUnseen } from './name';
import { quote } from './narrative/inert';
import { compileProcessPattern } from './process-pattern';

/** Characters that the tenant's form takes literally, with why each cannot be part of an executable's bare name. [doc] */
const MISPLACED: readonly { readonly found: RegExp; readonly why: string }[] = [
  { found: /[\\/]/, why: 'it contains a path; the client compares the bare name of the executable' },
  { found: /["'`“”]/, why: 'it contains quotes; the client would look for a name that contains them' },
  { found: /,/, why: 'it contains a comma, which separates names on the tenant; write one element per name' },
  { found: /^$/, why: 'it is empty' },
];

export function complainAboutProcessName(name: string): Complaint | undefined {
  const why = MISPLACED.find(({ found }) => found.test(name))?.why ?? unseenIn(name);
  if (why === undefined) return undefined;
  return {
    summary: 'Not a process name',
    detail: `${quote(name)} is not the name of a process: ${why}. Write the bare name, such as ${quote(bareName(name))}.`,
  };
}

function bareName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return withoutUnseen(last.replace(/["'`“”,]/g, '')) || 'WhatsApp.exe';
}

export function complainAboutProcessPattern(source: string): Complaint | undefined {
  if (source.trim() === '') {
    return { summary: 'Not a process pattern', detail: 'An empty pattern would match every process.' };
  }
  const why = unseenIn(source);
  if (why !== undefined) {
    return {
      summary: 'Not a process pattern',
      detail: `${quote(source)} is not written as a pattern: ${why}, which nobody sees. Write ${quote(withoutUnseen(source))}, or [ ] where a space is meant.`,
    };
  }
  const compiled = compileProcessPattern(source);
  if (compiled.ok) return undefined;
  if (!compiled.beyondRe2) {
    return {
      summary: 'Broken process pattern',
      detail: `${quote(source)} is not a valid regular expression: ${compiled.reason}. Try it with nsdiag -x PATTERN NAME on a client.`,
    };
  }
  return {
    summary: 'Unsupported process pattern',
    detail:
      `${quote(source)} uses PCRE syntax outside RE2 (lookaround, back-references, possessive or atomic groups): ` +
      `${compiled.reason}. What it matches could not be proved. Rewrite it without them, or list exact names.`,
  };
}
