/** What may stand among the `processes` of a platform: exact names, or PCRE patterns. */
import { error, type Diagnostic, type Path } from '../../plugin-sdk';
import { compileProcessPattern } from '../../../steering/process-pattern';

/** Characters that the tenant's form takes literally, with why each cannot be part of an executable's bare name. [doc] */
const MISPLACED: readonly { readonly found: RegExp; readonly why: string }[] = [
  { found: /[\\/]/, why: 'it contains a path; the client compares the bare name of the executable' },
  { found: /["'`“”]/, why: 'it contains quotes; the client would look for a name that contains them' },
  { found: /,/, why: 'it contains a comma, which separates names on the tenant; write one element per name' },
  { found: /^\s|\s$/, why: 'it begins or ends with white space' },
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  { found: /[\u0000-\u001f\u007f]/, why: 'it contains a control character' },
  { found: /^$/, why: 'it is empty' },
];

export function checkExactName(name: string, at: Path): Diagnostic[] {
  const finding = MISPLACED.find(({ found }) => found.test(name));
  if (finding === undefined) return [];
  const example =
    name
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/["'`“”,]/g, '')
      .trim() || 'WhatsApp.exe';
  return [
    error(
      'Not a process name',
      `${JSON.stringify(name)} is not the name of a process: ${finding.why}. Write the bare name, such as ${JSON.stringify(example)}.`,
      at,
    ),
  ];
}

export function checkPattern(source: string, at: Path): Diagnostic[] {
  if (source.trim() === '') return [error('Not a process pattern', 'An empty pattern would match every process.', at)];
  const compiled = compileProcessPattern(source);
  if (compiled.ok) return [];
  return [
    compiled.beyondRe2
      ? error(
          'Unsupported process pattern',
          `${JSON.stringify(source)} uses PCRE syntax outside RE2 (lookaround, back-references, possessive or atomic groups): ` +
            `${compiled.reason}. What it matches could not be proved. Rewrite it without them, or list exact names.`,
          at,
        )
      : error(
          'Broken process pattern',
          `${JSON.stringify(source)} is not a valid regular expression: ${compiled.reason}. Try it with nsdiag -x PATTERN NAME on a client.`,
          at,
        ),
  ];
}
