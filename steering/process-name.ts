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
  if (compiled.ok || !compiled.broken) return undefined;
  return {
    summary: 'Broken process pattern',
    detail: `${quote(source)} is not a valid regular expression: ${compiled.reason}. No client could compile it. Correct it, and try it with nsdiag -x PATTERN NAME on a client.`,
  };
}

/** What is to be said of patterns that a tenant takes, and of which nothing can be proved here. */
export function remarkOnProcessPatterns(sources: readonly string[]): Complaint | undefined {
  const found = sources.flatMap((source) => {
    const compiled = compileProcessPattern(source);
    return compiled.ok || compiled.broken ? [] : [`${quote(source)} (${compiled.reason})`];
  });
  if (found.length === 0) return undefined;
  return {
    summary: 'Process pattern that cannot be judged',
    detail:
      `Outside RE2, on which patterns are judged here: ${found.join(', ')}. A tenant takes such a pattern, since clients ` +
      'run it as PCRE [doc], but no decision, traffic test or review can prove what it matches: for every process, they ' +
      'say that the answer is unknown. Try it with nsdiag -x PATTERN NAME on a client; for answers that are proved, write ' +
      'it without such syntax, or list exact names.',
  };
}
